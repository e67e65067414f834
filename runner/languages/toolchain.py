"""What a language is: a declaration in a file of `declared/`, read once.

A declaration names the tools that it needs, the commands that compile and run a program, what the language
adds to the limits of a run, and a program that a machine must run rightly before the language is offered
there."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import msgspec

from runner.protocol import Language

HERE = Path(__file__).parent
DECLARED = HERE / "declared"
DRIVERS = HERE / "drivers"


class Grants(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the language takes for itself, on top of the limits of a case."""

    cpu_ms: int = 0
    memory_kb: int = 0
    processes: int = 0


class Compiling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a program becomes what is run. `makes` is taken out of the compiler's sandbox through a pipe and
    put into the program's: a file, or a whole folder when it ends with a slash."""

    command: list[str]
    makes: str
    cpu_ms: int = 20_000
    memory_kb: int = 1_048_576
    processes: int = 64


class Toolchain(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """In commands, `{entry}` is the main file, `{stem}` its name without the ending, `{sources}` all files
    with the same ending, `{memory_mb}` the memory of the case, and a tool in braces the path where it was
    found."""

    title: str
    entry: str
    """What the main file is called when nobody says otherwise."""
    needs: dict[str, list[str]]
    """Tools: absolute paths or names to look up, best first. One under /usr is in the sandbox anyway."""
    package: str
    """What to install on Debian where they are missing."""
    version: list[str]
    """A command that prints it."""
    run: list[str]
    selftest: str
    """A program that reads a line and prints it after `hello, `."""
    selftest_stdin: str = "world\n"
    selftest_prints: str = "hello, world\n"
    compiling: Compiling | None = None
    check: list[str] = []
    """Compiles without running, and fails if it cannot. Asked only after a program has failed, so that a
    sound one does not pay for it."""
    messages: str = ""
    """A regular expression for what the compiler says of a place: groups `file`, `line`, `column`, `level`
    and `text`, all but `line` optional."""
    out_of_memory: str = ""
    """A regular expression for what it says on stderr when it gets no more memory, and ends."""
    out_of_stack: str = ""
    """The same of its stack, where what follows is longer than a program's output may be."""
    uncaught: str = ""
    """The same of an error that nobody caught, where it leaves with 1 then: a judge's word for wrong."""
    grants: Grants = Grants()
    environment: dict[str, str] = {}
    shows: list[str] = []
    """Folders outside /usr that its tools read, as patterns: their settings in /etc, mostly."""
    drivers: dict[str, str] = {}
    """Files of ours that its sandboxes show: path inside → name in `drivers/`."""
    warms: list[str] = []
    """A command that fills the language's cache, run by the runner and of nothing that a candidate wrote.
    `{cache}` in the environment is its folder, which the sandbox shows read-only."""

    @property
    def ending(self) -> str:
        return Path(self.entry).suffix


@cache
def toolchains() -> Mapping[Language, Toolchain]:
    """All that are declared, in the order of `Language`."""
    return {language: declared(language) for language in get_args(Language)}


def declared(language: Language) -> Toolchain:
    content = (DECLARED / f"{language}.yaml").read_bytes()
    return msgspec.yaml.decode(content, type=Toolchain)
