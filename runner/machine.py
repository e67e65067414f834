"""What this machine can do: what it contains programs with, which languages it has, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from threading import Lock
from typing import get_args

from runner.languages import memory
from runner.languages.found import Absent, Found, asked, find, warmed
from runner.languages.toolchain import toolchains
from runner.languages.tried import complaint_of
from runner.protocol import Language, Offered
from runner.sandbox.launch import Containment
from runner.sandbox.walls import REMEDIES, raised
from runner.sandbox.words import Words

__all__ = ["REMEDIES", "Machine", "Part", "found", "offered", "parts", "this_machine"]


@dataclass(frozen=True)
class Part:
    """One thing that running programs takes: whether it is there, and which, or what to do about it."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True)
class Machine:
    containment: Containment | None
    """None where a program cannot be contained."""
    lacking: Mapping[str, str]
    """Codes, as in `Capabilities.missing`, and what was found instead."""

    @property
    def missing(self) -> list[str]:
        return list(self.lacking)


@cache
def this_machine() -> Machine:
    """Looked at once in a process; `look_again` forgets it."""
    walls = raised()
    return Machine(walls.containment, walls.lacking)


def look_again() -> None:
    this_machine.cache_clear()
    KNOWN.clear()


# Languages

KNOWN: dict[Language, Found | str] = {}
LOOKING: dict[Language, Lock] = {language: Lock() for language in get_args(Language)}


def found(language: Language, words: Words | None = None) -> Found | str:
    """The language as this machine has it, or why it has it not: tried with a program of ours, unless it is
    known to have run since anything changed. `words` may stop the trial, which then says nothing of the
    language."""
    with LOOKING[language]:
        if language in KNOWN:
            return KNOWN[language]
        tool = looked_up(language, words)
        if words is None or not words.is_stopped:
            KNOWN[language] = tool
        return tool


def looked_up(language: Language, words: Words | None) -> Found | str:
    containment, toolchain = this_machine().containment, toolchains()[language]
    if containment is None:
        return "this machine cannot contain programs"
    try:
        tool = find(containment, toolchain)
        mark = memory.mark(containment, toolchain, tool.tools.values())
        if version := memory.recalled(mark):
            return warmed(replace(tool, version=version))
        return tried(containment, replace(tool, version=asked(containment, tool)), mark, words)
    except Absent as reason:
        return str(reason)


def tried(containment: Containment, tool: Found, mark: str, words: Words | None) -> Found | str:
    warm = warmed(tool)
    if complaint := complaint_of(containment, warm, words):
        return complaint
    memory.remember(mark, tool.version)
    return warm


def forget() -> None:
    """Whoever asks what is there now has everything tried."""
    KNOWN.clear()
    memory.forget()


def look_at(languages: Iterable[Language], words: Words) -> None:
    """Try them all, which takes a while; meanwhile those that are done are offered."""
    for language in languages:
        if not words.is_stopped:
            found(language, words)


def offered() -> list[Offered]:
    """The languages that have been tried, and run."""
    return [
        Offered(language=language, title=tool.toolchain.title, version=tool.version)
        for language, tool in sorted(KNOWN.items(), key=lambda each: get_args(Language).index(each[0]))
        if isinstance(tool, Found)
    ]


# In words

WALLS = {
    "no_bubblewrap": "bubblewrap",
    "no_seccomp": "seccomp",
    "no_memory_limit": "memory limit",
    "no_process_limit": "process limit",
}


def parts() -> Iterator[Part]:
    """For people: everything that running programs takes, one after the other, as it is tried."""
    machine = this_machine()
    for code, name in WALLS.items():
        yield Part(name, code not in machine.missing, in_words(machine, code))
    for language in get_args(Language) if machine.containment else ():
        yield language_part(language)


def in_words(machine: Machine, code: str) -> str:
    if code in machine.missing:
        return f"{machine.lacking[code]}: {REMEDIES[code]}"
    if not machine.containment:
        return "there"
    bubblewrap, place = machine.containment.bubblewrap, machine.containment.place
    return {
        "no_bubblewrap": f"{bubblewrap.version}, {bubblewrap.path}",
        "no_seccomp": "there",
        "no_memory_limit": f"control groups, version {place.version}",
        "no_process_limit": f"control groups, version {place.version}",
    }[code]


def language_part(language: Language) -> Part:
    """A language that is not there is no fault of the installation."""
    tool = found(language)
    if isinstance(tool, str):
        return Part(toolchains()[language].title, True, f"not offered: {tool}")
    paths = ", ".join(map(str, dict.fromkeys(tool.tools.values())))
    return Part(tool.toolchain.title, True, f"{tool.version}, {paths}")
