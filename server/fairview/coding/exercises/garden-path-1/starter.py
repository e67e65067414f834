import sys

MODULUS = 1_000_000_007


def ways_to_lay(length: int, slabs: list[int]) -> int:
    """In how many ways the slabs fill the path, no two of a length side by side, modulo MODULUS."""
    return 0


def main() -> None:
    length, *slabs = (int(word) for word in sys.stdin.read().split())
    print(ways_to_lay(length, slabs))


main()
