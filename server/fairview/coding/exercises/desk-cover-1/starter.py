import sys


def cover(shifts: list[tuple[int, int]]) -> tuple[int, int]:
    """How many minutes somebody is at the desk, and how many breaks there are in between."""
    if not shifts:
        return 0, 0
    in_order = sorted(shifts, key=lambda shift: shift[1])
    minutes = breaks = 0
    start, end = in_order[0]
    for next_start, next_end in in_order[1:]:
        if next_start >= end:
            minutes += end - start
            breaks += 1
            start, end = next_start, next_end
        else:
            end = next_end
    return minutes + end - start, breaks


def main() -> None:
    _count, *rest = (int(word) for word in sys.stdin.read().split())
    shifts = list(zip(rest[::2], rest[1::2], strict=True))
    minutes, breaks = cover(shifts)
    print(minutes, breaks)


main()
