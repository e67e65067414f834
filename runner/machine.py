"""What this machine can do: what it contains programs with, which languages it has, and what is missing."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from runner import places, syscalls
from runner.languages import TOOLCHAINS, Interpreter, Toolchain
from runner.launch import Containment, Program, missing_tools
from runner.protocol import Capabilities, Language, Limits
from runner.sandbox import Bubblewrap
from runner.watch import watch

REMEDIES = {
    "no_bubblewrap": "apt-get install -y bubblewrap, and allow user namespaces "
    "(sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns)",
    "no_seccomp": "apt-get install -y libseccomp2",
    "no_memory_limit": "run as root where control groups are writable, or in a group of its own: "
    "systemd-run --user --scope -p Delegate=yes …",
    "no_process_limit": "the same as for memory, and apt-get install -y util-linux",
}
PROBE = Limits(cpu_ms=10_000, memory_kb=524_288)


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
    interpreters: Mapping[Language, Interpreter]
    missing: list[str]
    """Codes, as in `Capabilities`."""
    details: Mapping[str, str]
    """By code: what was found instead, where that says more."""


def capabilities() -> Capabilities:
    machine = this_machine()
    return Capabilities(
        runner=socket.gethostname(), languages=list(machine.interpreters), missing=machine.missing
    )


@cache
def this_machine() -> Machine:
    """Looked at once in a process; `this_machine.cache_clear()` looks again."""
    details: dict[str, str] = {}
    bubblewrap = find_bubblewrap()
    if bubblewrap is None:
        details["no_bubblewrap"] = "bwrap was not found"
    seccomp = b""
    try:
        seccomp = syscalls.program()
    except (ImportError, OSError, RuntimeError) as error:
        details["no_seccomp"] = str(error)
    place, lacking = places.find()
    details |= dict.fromkeys(lacking, "control groups cannot be made here")
    if tools := missing_tools():
        details["no_process_limit"] = f"{' and '.join(tools)} were not found"
    if details or bubblewrap is None or place is None:
        return Machine(None, {}, list(details), details)
    containment = Containment(bubblewrap, seccomp, place)
    if complaint := complaint_of(containment):
        return Machine(None, {}, ["no_bubblewrap"], {"no_bubblewrap": complaint})
    return Machine(containment, dict(found_interpreters(containment)), [], {})


def find_bubblewrap() -> Bubblewrap | None:
    path = shutil.which("bwrap", path=f"/usr/bin:/bin:{os.environ.get('PATH', '')}")
    if path is None:
        return None
    return Bubblewrap(
        Path(path),
        version=told_by(path, "--version").removeprefix("bubblewrap").strip(),
        disables_userns="--disable-userns" in told_by(path, "--help"),
    )


def told_by(path: str, question: str) -> str:
    return subprocess.run([path, question], capture_output=True, text=True, check=False).stdout  # noqa: S603


def complaint_of(containment: Containment) -> str:
    """Why the sandbox does not work here; empty if it does."""
    ended = watch(containment, Program(argv=["/bin/true"]), PROBE)
    return "" if ended.exit == 0 else ended.complaint.strip() or f"a trial ended with {ended.how}"


# Languages


def found_interpreters(containment: Containment) -> Iterator[tuple[Language, Interpreter]]:
    for language, toolchain in TOOLCHAINS.items():
        for path in candidates(toolchain):
            if interpreter := tried(containment, toolchain, path):
                yield language, interpreter
                break


def candidates(toolchain: Toolchain) -> Iterator[Path]:
    for name in toolchain.interpreters:
        if found := shutil.which(name):
            yield Path(found).resolve()


def tried(containment: Containment, toolchain: Toolchain, path: Path) -> Interpreter | None:
    """It counts only if it answers from inside."""
    folders = folders_of(path)
    program = Program(argv=[str(path), *toolchain.version], folders=folders)
    ended = watch(containment, program, PROBE)
    version = ended.stdout.text.strip().removeprefix("Python ").removeprefix("v")
    return Interpreter(path, version, folders) if ended.exit == 0 else None


def folders_of(path: Path) -> tuple[Path, ...]:
    """What it takes to run it, and nothing beside: a person's own folder may hold an interpreter too. Its
    whole prefix only where a standard library shows that the prefix is one."""
    if path.is_relative_to("/usr/local"):
        return (Path("/usr/local"),)
    if path.is_relative_to("/usr"):
        return ()
    prefix = path.parent.parent
    return (prefix,) if any(prefix.glob("lib/python3*/os.py")) else (path,)


# In words


def parts() -> list[Part]:
    """For people: everything that running programs takes."""
    machine = this_machine()
    names = {
        "no_bubblewrap": "bubblewrap",
        "no_seccomp": "seccomp",
        "no_memory_limit": "memory limit",
        "no_process_limit": "process limit",
    }
    walls = [Part(name, code not in machine.missing, in_words(machine, code)) for code, name in names.items()]
    return [*walls, *(language_part(machine, language) for language in TOOLCHAINS if machine.containment)]


def in_words(machine: Machine, code: str) -> str:
    if code in machine.missing:
        return f"{machine.details[code]}: {REMEDIES[code]}"
    if not machine.containment:
        return "there"
    bubblewrap, place = machine.containment.bubblewrap, machine.containment.place
    return {
        "no_bubblewrap": f"{bubblewrap.version}, {bubblewrap.path}",
        "no_seccomp": "there",
        "no_memory_limit": f"control groups, version {place.version}",
        "no_process_limit": f"control groups, version {place.version}",
    }[code]


def language_part(machine: Machine, language: Language) -> Part:
    interpreter = machine.interpreters.get(language)
    names = " or ".join(TOOLCHAINS[language].interpreters)
    detail = f"{interpreter.version}, {interpreter.path}" if interpreter else f"missing: install {names}"
    return Part(TOOLCHAINS[language].title, interpreter is not None, detail)
