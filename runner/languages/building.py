"""From the files of a program to what the sandbox runs: as they are, or compiled, in a sandbox too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from runner.languages.found import Found
from runner.languages.toolchain import DRIVERS, Compiling, Grants
from runner.protocol import File, Limits, Terminal
from runner.sandbox.command import BOX
from runner.sandbox.launch import Containment, Program
from runner.sandbox.watch import Ended, watch
from runner.sandbox.words import Words

MADE_BYTES = 64 * 2**20
ARCHIVE = "/made.tar"
"""Where the sandbox of a program finds a folder that was made in another."""

MAKE = """
exec 3>&1 >&2
made=$1; shift
case $made in */) mkdir -p "$made";; esac
"$@" || exit
case $made in */) exec tar -c -f - "$made" >&3;; *) exec cat "$made" >&3;; esac
"""
"""Compiles, and prints what was made: the compiler's own words go to stderr."""
UNPACK = f'tar -x -f {ARCHIVE} && exec "$@"'


@dataclass(frozen=True)
class Parts:
    """The files of a program, and which is the main one."""

    files: Sequence[File]
    entry: str


@dataclass(frozen=True)
class NotBuilt:
    """It did not compile, which `ended` tells of; or the sandbox broke."""

    ended: Ended


Ready = Callable[[Limits, Terminal | None], Program]
"""The program, for cases with these limits."""


def built(
    containment: Containment, found: Found, parts: Parts, words: Words | None = None
) -> Ready | NotBuilt:
    """What to run for each case."""
    compiling = found.toolchain.compiling
    if compiling is None:
        return as_it_is(found, parts)
    ended = compiled(containment, found, parts, compiling, words)
    if ended.how != "exited" or ended.exit != 0:
        return NotBuilt(ended)
    return as_made(found, parts, compiling, bytes(ended.stdout.kept))


def compiled(
    containment: Containment, found: Found, parts: Parts, compiling: Compiling, words: Words | None
) -> Ended:
    limits = Limits(cpu_ms=compiling.cpu_ms, memory_kb=compiling.memory_kb, processes=compiling.processes)
    command = found.filled(compiling.command, parts.files, parts.entry, limits)
    program = program_of(found, parts, [], limits)
    program = replace(program, argv=["/bin/sh", "-c", MAKE, "sh", compiling.makes, *command])
    return watch(containment, program, limits, words=Words(under=words), stdout_bytes=MADE_BYTES)


def as_it_is(found: Found, parts: Parts) -> Ready:
    return lambda limits, terminal: program_of(found, parts, found.toolchain.run, limits, terminal)


def program_of(
    found: Found, parts: Parts, command: Sequence[str], limits: Limits, terminal: Terminal | None = None
) -> Program:
    """A command of the declaration, with all the files as somebody wrote them."""
    return Program(
        argv=found.filled(command, parts.files, parts.entry, limits),
        files=in_box(parts.files) | drivers(found),
        folders=found.folders,
        environment=found.environment,
        terminal=terminal,
    )


def as_made(found: Found, parts: Parts, compiling: Compiling, made: bytes) -> Ready:
    """With the files that are no sources: they may be read."""
    rest = in_box([file for file in parts.files if not file.name.endswith(found.toolchain.ending)])
    is_folder = compiling.makes.endswith("/")
    path = ARCHIVE if is_folder else f"{BOX}/{compiling.makes}"

    def program(limits: Limits, terminal: Terminal | None) -> Program:
        command = found.filled(found.toolchain.run, parts.files, parts.entry, limits)
        return Program(
            argv=["/bin/sh", "-c", UNPACK, "sh", *command] if is_folder else command,
            files={**rest, path: made},
            executables=[] if is_folder else [path],
            folders=found.folders,
            environment=found.environment,
            terminal=terminal,
        )

    return program


def in_box(files: Sequence[File]) -> dict[str, bytes]:
    return {f"{BOX}/{file.name}": file.text.encode("utf-8", "replace") for file in files}


def drivers(found: Found) -> dict[str, bytes]:
    return {path: (DRIVERS / name).read_bytes() for path, name in found.toolchain.drivers.items()}


def with_grants(grants: Grants, limits: Limits) -> Limits:
    """What a case may use, with what its language needs for itself."""
    return structs.replace(
        limits,
        cpu_ms=limits.cpu_ms + grants.cpu_ms,
        memory_kb=limits.memory_kb + grants.memory_kb,
        processes=limits.processes + grants.processes,
    )
