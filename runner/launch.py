"""Starts one program in the sandbox: group, user, limits, files. Everything opened here is closed here."""

import math
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from runner.cgroups import Group
from runner.places import Place
from runner.protocol import MAX_OUTPUT_BYTES, Limits
from runner.sandbox import Bubblewrap, command_line, memory_file

USERS = range(200_000, 260_000)
OWN_PROCESSES = 2
"""Of bubblewrap: the one outside and the first one inside."""
OPEN_FILES = 256
PIPE_BYTES = 4 * MAX_OUTPUT_BYTES
"""More than a program may print: Node queues in memory what a full pipe does not take, and a flood of output
would end as one of memory."""

JOIN_GROUPS = """
while [ "$1" != -- ]; do
  echo 0 >"$1/cgroup.procs" || exit
  shift
done
shift
exec "$@"
"""
"""Enters each group named before `--`, as root still, and becomes what is named after it: the program cannot
start before it is limited."""


@dataclass(frozen=True)
class Containment:
    """What this machine contains programs with."""

    bubblewrap: Bubblewrap
    seccomp: bytes
    place: Place


@dataclass(frozen=True, kw_only=True)
class Program:
    argv: Sequence[str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By path in the sandbox."""
    folders: Sequence[Path] = ()
    """Of the host, shown read-only."""


@dataclass(frozen=True)
class Launched:
    process: subprocess.Popen[bytes]
    group: Group
    stdin: IO[bytes]
    outputs: tuple[IO[bytes], IO[bytes]]
    """stdout and stderr."""
    status: int
    """Readable: bubblewrap's own word on how it goes, in lines of JSON."""


@contextmanager
def launched(containment: Containment, program: Program, limits: Limits) -> Iterator[Launched]:
    """The program, running. Afterwards nothing of it is left: no process, no group, no descriptor. Raises
    `OSError` if it cannot be started, or cannot be ended."""
    with ExitStack() as stack:
        group = containment.place.make(limits.memory_kb, limits.processes + OWN_PROCESSES)
        stack.callback(end, group)
        status, told = os.pipe()
        stack.callback(os.close, status)
        with ExitStack() as until_started:
            until_started.callback(os.close, told)
            process = start(containment, program, limits, group, told, until_started=until_started)
        stack.callback(close, process)
        assert process.stdin and process.stdout and process.stderr
        yield Launched(process, group, process.stdin, (process.stdout, process.stderr), status)


def start(
    containment: Containment,
    program: Program,
    limits: Limits,
    group: Group,
    status: int,
    *,
    until_started: ExitStack,
) -> subprocess.Popen[bytes]:
    def insert(content: bytes) -> int:
        descriptor = memory_file(content)
        until_started.callback(os.close, descriptor)
        return descriptor

    inserted = [(insert(content), path) for path, content in program.files.items()]
    seccomp = insert(containment.seccomp)
    sandboxed = command_line(
        containment.bubblewrap,
        program.argv,
        inserted=inserted,
        folders=program.folders,
        seccomp=seccomp,
        status=status,
    )
    return subprocess.Popen(  # noqa: S603
        [
            *("/bin/sh", "-c", JOIN_GROUPS, "sh", *map(str, group.folders), "--"),
            *limited(limits),
            *as_nobody_in_particular(),
            *sandboxed,
        ],
        env={"PATH": "/usr/bin:/bin"},
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pipesize=PIPE_BYTES,
        pass_fds=[seccomp, status, *(descriptor for descriptor, _ in inserted)],
        start_new_session=True,
    )


def limited(limits: Limits) -> list[str]:
    """Second walls behind the watch and the group; no core dumps."""
    cpu_s = math.ceil(limits.cpu_ms / 1000) + 1
    words = ["prlimit", "--core=0", f"--cpu={cpu_s}:{cpu_s + 1}", f"--nofile={OPEN_FILES}"]
    if os.geteuid() == 0:
        # counted for each user: right for one that only this run has, wrong for a person's own
        words.append(f"--nproc={limits.processes + OWN_PROCESSES}")
    return [*words, "--"]


def as_nobody_in_particular() -> list[str]:
    """Root hands over to a user of this run's own: limits on processes do not hold for root, and what would
    break out would be nobody. Anybody else stays who they are."""
    if os.geteuid() != 0:
        return []
    user = str(USERS[secrets.randbelow(len(USERS))])
    return ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--inh-caps=-all", "--"]


def missing_tools() -> list[str]:
    return [name for name in ("prlimit", "setpriv") if shutil.which(name, path="/usr/bin:/bin") is None]


def end(group: Group) -> None:
    if not group.end():
        raise OSError(f"A program could not be ended: {group.pids()}")


def close(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            pipe.close()
