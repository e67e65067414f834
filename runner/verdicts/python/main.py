import sys


def deep(depth):
    return deep(depth + 1) + 1


match input():
    case "right":
        print(42)
    case "wrong":
        print(41)
    case "slow":
        while True:
            pass
    case "hungry":
        held = []
        while True:
            held.append(bytearray(1_000_000))
    case "greedy":
        print(len(bytearray(10**12)))
    case "crashing":
        print([][1])
    case "deep":
        print(deep(0))
    case "flood":
        while True:
            print("water" * 100)
    case "sum":
        print(sum(map(int, sys.stdin)))
    case "unicode":
        print(input(), "→ ¡sí! ✓")
