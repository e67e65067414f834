"""Runs SQL in SQLite: the script on stdin sets the tables up, then the file named as argument is executed and
the rows of its statements are printed, one a line, columns separated by tabs, NULL as NULL and blobs in hex.
With `--check` before its name it is only read, and what is no SQL is said with its line.
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

DENIED = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}
NO_SQL = ("syntax error", "unrecognized token")


def main(query: str, setup: str) -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.set_authorizer(authorize)
    for statement in statements(setup):
        database.execute(statement)
    for statement in statements(query):
        for row in database.execute(statement):
            sys.stdout.write("\t".join(map(shown, row)) + "\n")


def check(name: str, query: str) -> None:
    """Nothing is executed: each statement is interrupted at its first step."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.set_authorizer(authorize)
    database.set_progress_handler(lambda: True, 1)
    line = 1
    for statement in statements(query):
        begins = line + statement[: len(statement) - len(statement.lstrip())].count("\n")
        line += statement.count("\n")
        try:
            database.execute(statement)
        except sqlite3.Error as error:
            if any(words in str(error) for words in NO_SQL):
                sys.exit(f"{name}:{begins}: {error}")


def authorize(action: int, _first: str | None, second: str | None, *_where: str | None) -> int:
    """Other databases and extensions are none of a query's business."""
    if action in DENIED or (action == sqlite3.SQLITE_FUNCTION and second == "load_extension"):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def statements(script: str) -> Iterator[str]:
    """Cut at the semicolons that end a statement, which those in texts, comments and triggers do not."""
    pending = ""
    for piece in script.split(";"):
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip("; \t\r\n"):
        yield pending


def shown(value: object) -> str:
    if value is None:
        return "NULL"
    return value.hex() if isinstance(value, bytes) else str(value)


if __name__ == "__main__":
    name = sys.argv[-1]
    try:
        query = Path(name).read_text(encoding="utf-8")
        if "--check" in sys.argv:
            check(name, query)
        else:
            main(query, setup=sys.stdin.buffer.read().decode("utf-8"))
    except (sqlite3.Error, UnicodeError) as error:
        sys.stdout.flush()
        sys.exit(f"Error: {error}")
