import sys

sys.setrecursionlimit(10**9)


def down(n):
    return [down, down(n + 1)] < [0]


down(0)
