import sys


def all_charged_at(bikes: int, posts: list[tuple[int, int]]) -> int:
    """The earliest minute at which all bikes are charged. A post is (free from minute, minutes per bike)."""
    return 0


def main() -> None:
    bikes, _count, *rest = (int(word) for word in sys.stdin.read().split())
    posts = list(zip(rest[::2], rest[1::2], strict=True))
    print(all_charged_at(bikes, posts))


main()
