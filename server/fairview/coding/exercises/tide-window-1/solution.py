import sys


def longest_window(needed: int, record: list[tuple[int, int]]) -> int:
    """The most minutes in a row with at least `needed` centimetres of water."""
    longest = window = 0
    for depth, minutes in record:
        window = window + minutes if depth >= needed else 0
        longest = max(longest, window)
    return longest


def main() -> None:
    needed, _count, *rest = (int(word) for word in sys.stdin.read().split())
    record = list(zip(rest[::2], rest[1::2], strict=True))
    print(longest_window(needed, record))


main()
