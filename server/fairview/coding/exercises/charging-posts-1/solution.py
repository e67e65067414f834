import sys


def all_charged_at(bikes: int, posts: list[tuple[int, int]]) -> int:
    """The earliest minute at which all bikes are charged. A post is (free from minute, minutes per bike)."""
    if bikes == 0:
        return 0
    too_early = 0
    enough = min(free + minutes * bikes for free, minutes in posts)
    while enough - too_early > 1:
        middle = (too_early + enough) // 2
        if charged_by(middle, posts) >= bikes:
            enough = middle
        else:
            too_early = middle
    return enough


def charged_by(minute: int, posts: list[tuple[int, int]]) -> int:
    return sum(max(minute - free, 0) // minutes for free, minutes in posts)


def main() -> None:
    bikes, _count, *rest = (int(word) for word in sys.stdin.read().split())
    posts = list(zip(rest[::2], rest[1::2], strict=True))
    print(all_charged_at(bikes, posts))


main()
