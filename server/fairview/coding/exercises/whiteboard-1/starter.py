import sys


def board_after(commands: list[str]) -> list[str]:
    """The lines on the board after these commands, from top to bottom."""
    return []


def main() -> None:
    _count, *commands = sys.stdin.read().splitlines()
    print("\n".join(board_after(commands)) or "(empty)")


main()
