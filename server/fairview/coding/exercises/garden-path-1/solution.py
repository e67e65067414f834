import sys

MODULUS = 1_000_000_007


def ways_to_lay(length: int, slabs: list[int]) -> int:
    """In how many ways the slabs fill the path, no two of a length side by side, modulo MODULUS."""
    ways = [1] + [0] * length
    ending_in = {slab: [0] * (length + 1) for slab in slabs}
    for reached in range(1, length + 1):
        for slab in slabs:
            if slab <= reached:
                before = reached - slab
                ending_in[slab][reached] = ways[before] - ending_in[slab][before]
        ways[reached] = sum(ending_in[slab][reached] for slab in slabs) % MODULUS
    return ways[length]


def main() -> None:
    length, *slabs = (int(word) for word in sys.stdin.read().split())
    print(ways_to_lay(length, slabs))


main()
