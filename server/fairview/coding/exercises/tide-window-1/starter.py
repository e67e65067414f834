import sys


def longest_window(needed: int, record: list[tuple[int, int]]) -> int:
    """The most minutes in a row with at least `needed` centimetres of water."""
    return 0


def main() -> None:
    needed, _count, *rest = (int(word) for word in sys.stdin.read().split())
    record = list(zip(rest[::2], rest[1::2], strict=True))
    print(longest_window(needed, record))


main()
