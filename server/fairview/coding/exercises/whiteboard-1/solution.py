import sys


def board_after(commands: list[str]) -> list[str]:
    """The lines on the board after these commands, from top to bottom."""
    # A board is None, or a pair of the board before its last line and that line.
    boards = [None]
    now = 0
    for command in commands:
        verb, _, rest = command.partition(" ")
        if verb == "undo":
            now = max(now - int(rest), 0)
        elif verb == "redo":
            now = min(now + int(rest), len(boards) - 1)
        else:
            del boards[now + 1 :]
            boards.append((boards[now], rest) if verb == "write" else None)
            now += 1
    return lines_of(boards[now])


def lines_of(board: tuple | None) -> list[str]:
    lines = []
    while board is not None:
        board, line = board
        lines.append(line)
    return lines[::-1]


def main() -> None:
    _count, *commands = sys.stdin.read().splitlines()
    print("\n".join(board_after(commands)) or "(empty)")


main()
