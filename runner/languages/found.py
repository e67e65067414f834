"""Which languages this machine has: a tool is found, and a program of ours is compiled and run, contained."""

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from runner.languages import caches
from runner.languages.toolchain import Toolchain
from runner.protocol import File, Limits
from runner.sandbox.launch import Containment, Program
from runner.sandbox.watch import watch

ASKING = Limits(cpu_ms=20_000, memory_kb=1_048_576, processes=128)
SYSTEM = Path("/usr")
UNWARMED = Path("/tmp/cache")  # noqa: S108
"""Of the sandbox: gone with it."""
VERSION = re.compile(r"\d+(\.\d+)+")


class Absent(Exception):
    """This machine does not have the language; the message says why, and what to install."""


@dataclass(frozen=True)
class Found:
    """A language whose tools are there and answer from inside the sandbox."""

    toolchain: Toolchain
    tools: Mapping[str, Path]
    version: str
    folders: tuple[Path, ...] = ()
    """What the sandbox must show besides /usr."""
    environment: Mapping[str, str] = field(default_factory=dict)

    def filled(self, command: Sequence[str], files: Sequence[File], entry: str, limits: Limits) -> list[str]:
        """A command of the declaration for these files."""
        known = {
            "entry": entry,
            "stem": Path(entry).stem,
            "memory_mb": str(limits.memory_kb // 1024),
            **{name: str(path) for name, path in self.tools.items()},
        }
        names = [file.name for file in files]
        sources = [name for name in names if name == entry or name.endswith(self.toolchain.ending)]
        return [
            filled
            for word in command
            for filled in (sources if word == "{sources}" else [NAMED.sub(lambda each: known[each[1]], word)])
        ]


NAMED = re.compile(r"\{([a-z+_]+)\}")


def find(containment: Containment, toolchain: Toolchain) -> Found:
    """Its tools, with no version yet. Raises `Absent`."""
    tools = {name: tool(toolchain, candidates) for name, candidates in toolchain.needs.items()}
    beside = [folder for path in tools.values() for folder in folders_of(path)]
    settings = [folder for pattern in toolchain.shows for folder in Path("/").glob(pattern.lstrip("/"))]
    folders = tuple(dict.fromkeys([*beside, *settings]))
    return Found(toolchain, tools, "", folders, caches.environment_with(toolchain, UNWARMED))


def asked(containment: Containment, found: Found) -> str:
    """Its version, as it says it itself from inside the sandbox. Raises `Absent`."""
    toolchain = found.toolchain
    program = Program(
        argv=found.filled(toolchain.version, [], toolchain.entry, ASKING),
        folders=found.folders,
        environment=found.environment,
    )
    ended = watch(containment, program, ASKING)
    told = ended.stdout.text + ended.stderr.text
    if ended.exit != 0:
        raise Absent(f"it does not say its version: {told.strip()[:200] or ended.how}")
    return version_in(told)


def warmed(found: Found) -> Found:
    """With its cache, where it has one and that can be filled."""
    toolchain = found.toolchain
    command = found.filled(toolchain.warms, [], toolchain.entry, ASKING)
    cache = caches.warm(toolchain, found.version, command) if command else None
    if cache is None:
        return found
    environment = caches.environment_with(toolchain, cache)
    return replace(found, folders=(*found.folders, cache), environment=environment)


def tool(toolchain: Toolchain, candidates: Sequence[str]) -> Path:
    """A tool in somebody's home folder does not count: the sandbox would have to show it."""
    home = caches.own_home()
    for name in candidates:
        if there := shutil.which(name):
            path = Path(there).resolve()
            if home is None or not path.is_relative_to(home) or has_library(path):
                return path
    raise Absent(f"{' or '.join(candidates)} was not found: install {toolchain.package}")


def folders_of(path: Path) -> tuple[Path, ...]:
    """What it takes to run it, and nothing beside. Its whole prefix only where that is one of its own."""
    if path.is_relative_to("/usr/local"):
        return (path.parent.parent,)
    if path.is_relative_to(SYSTEM) or path.is_relative_to("/bin"):
        return ()
    return (path.parent.parent,) if has_library(path) else (path,)


def has_library(path: Path) -> bool:
    """A Python with its standard library beside it: the only tool that is taken out of a home folder."""
    return any(path.parent.parent.glob("lib/python3*/os.py"))


def version_in(told: str) -> str:
    found = VERSION.search(told)
    return found[0] if found else told.strip().split("\n")[0]
