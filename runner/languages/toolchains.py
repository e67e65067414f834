"""The languages, as data. An interpreter under /usr is taken first, because /usr is in the sandbox anyway."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from runner.protocol import Language

DRIVERS = Path(__file__).with_name("drivers")


@dataclass(frozen=True, kw_only=True)
class Toolchain:
    """How programs of one language run. `{entry}` in a command is the program's main file."""

    title: str
    entry: str
    """What the main file is called when nobody says otherwise."""
    interpreters: tuple[str, ...]
    """Absolute paths or names to look up, best first."""
    run: tuple[str, ...]
    version: tuple[str, ...] = ("--version",)
    check: tuple[str, ...] = ()
    """Compiles without running, and fails if it cannot. Asked only after a program has failed, so that a
    sound one does not pay for it."""
    driver: Path | None = None
    """A file of ours that the sandbox shows at `DRIVER`."""


DRIVER = "/driver.py"
COMPILE_PYTHON = "import sys; compile(open(sys.argv[1], 'rb').read(), sys.argv[1], 'exec')"

TOOLCHAINS: Mapping[Language, Toolchain] = {
    "python": Toolchain(
        title="Python",
        entry="main.py",
        interpreters=("/usr/bin/python3", "python3"),
        run=("-B", "-s", "-u", "{entry}"),
        check=("-B", "-s", "-c", COMPILE_PYTHON, "{entry}"),
    ),
    "javascript": Toolchain(
        title="Node.js",
        entry="main.js",
        interpreters=("/usr/bin/node", "node"),
        run=("{entry}",),
        check=("--check", "{entry}"),
    ),
    "sql": Toolchain(
        title="SQLite",
        entry="query.sql",
        interpreters=("/usr/bin/python3", "python3"),
        run=("-I", "-B", DRIVER, "{entry}"),
        version=("-I", "-c", "import sqlite3; print(sqlite3.sqlite_version)"),
        driver=DRIVERS / "sqlite.py",
    ),
}


@dataclass(frozen=True)
class Interpreter:
    """One that was found and has answered from inside the sandbox."""

    path: Path
    version: str
    """As it says it itself, the word it begins with left out: 3.11.2."""
    folders: tuple[Path, ...] = ()
    """What the sandbox must show besides /usr."""
