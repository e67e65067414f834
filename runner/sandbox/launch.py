"""Starts one program in the sandbox: group, user, limits, files. Everything opened here is closed here."""

import fcntl
import json
import math
import os
import pty
import secrets
import select
import shutil
import struct
import subprocess
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from runner.protocol import MAX_OUTPUT_BYTES, Limits, Terminal
from runner.sandbox.cgroups import Group
from runner.sandbox.command import Bubblewrap, Inserted, command_line, memory_file
from runner.sandbox.places import Place

USERS = range(200_000, 260_000)
OWN_PROCESSES = 2
"""Of bubblewrap: the one outside and the first one inside."""
OPEN_FILES = 256
STARTS_WITHIN_S = 20.0
PIPE_BYTES = 4 * MAX_OUTPUT_BYTES
"""More than a program may print: Node queues in memory what a full pipe does not take, and a flood of output
would end as one of memory."""

AT_ITS_TERMINAL = ("/usr/bin/setsid", "--ctty")
"""In a session whose terminal it is, a program hears of another size, and of what is typed to end it."""
END_OF_TRANSMISSION = b"\x04"
"""What a terminal takes for the end of its input."""


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
    environment: Mapping[str, str] = field(default_factory=dict)
    executables: Sequence[str] = ()
    """Which of the files may be executed."""
    terminal: Terminal | None = None


@dataclass(frozen=True)
class Launched:
    process: subprocess.Popen[bytes]
    group: Group
    stdin: IO[bytes]
    outputs: Sequence[IO[bytes]]
    """stdout and stderr; of a terminal, the one that it has."""
    status: int
    """Readable: bubblewrap's own word on how it goes, in lines of JSON."""
    first_process: int
    """The one inside that all others descend from."""
    is_terminal: bool = False

    def end_input(self) -> None:
        if self.is_terminal:
            with suppress(OSError):
                os.write(self.stdin.fileno(), END_OF_TRANSMISSION)
        else:
            self.stdin.close()

    def resize(self, columns: int, rows: int) -> None:
        """Nothing where there is no terminal."""
        if self.is_terminal:
            set_size(self.stdin.fileno(), columns, rows)


@contextmanager
def launched(containment: Containment, program: Program, limits: Limits) -> Iterator[Launched]:
    """The program, running. Afterwards nothing of it is left: no process, no group, no descriptor. Raises
    `OSError` if it cannot be started, or cannot be ended."""
    with ExitStack() as stack:
        group = containment.place.make(limits.memory_kb, limits.processes + OWN_PROCESSES)
        stack.callback(end, group)
        ends = stack.enter_context(terminal_ends(program.terminal)) if program.terminal else PipeEnds()
        status, told = opened_pipe(stack)
        gate, key = opened_pipe(stack)
        process = start(containment, program, limits, ends, mark=group.mark, status=told, gate=gate, key=key)
        stack.callback(close, process)
        with suppress(ProcessLookupError):
            group.add(process.pid)  # before it starts others, so that they are held should the runner die now
        told.close()
        gate.close()
        stdin, outputs = ends.ours(process)
        first_process = first_process_of(process, status)
        for pid in (process.pid, first_process):
            group.add(pid)
        key.write(b".")
        key.close()
        is_terminal = program.terminal is not None
        yield Launched(process, group, stdin, outputs, status.fileno(), first_process, is_terminal)


def opened_pipe(stack: ExitStack) -> tuple[IO[bytes], IO[bytes]]:
    """Closed in the end, if not before."""
    reading, writing = os.pipe()
    return (
        stack.enter_context(os.fdopen(reading, "rb", buffering=0)),
        stack.enter_context(os.fdopen(writing, "wb", buffering=0)),
    )


def start(
    containment: Containment,
    program: Program,
    limits: Limits,
    ends: "Ends",
    *,
    mark: str,
    status: IO[bytes],
    gate: IO[bytes],
    key: IO[bytes],
) -> subprocess.Popen[bytes]:
    """Bubblewrap, with the sandbox set up. The program waits in it at the gate."""
    with ExitStack() as until_started:

        def insert(content: bytes) -> int:
            descriptor = memory_file(content)
            until_started.callback(os.close, descriptor)
            return descriptor

        inserted = [
            Inserted(insert(content), path, may_run=path in program.executables)
            for path, content in program.files.items()
        ]
        seccomp = insert(containment.seccomp)
        user = user_of_this_run()
        sandboxed = command_line(
            containment.bubblewrap,
            [*AT_ITS_TERMINAL, *program.argv] if program.terminal else program.argv,
            mark=mark,
            inserted=inserted,
            folders=program.folders,
            environment=program.environment,
            seccomp=seccomp,
            status=status.fileno(),
            gate=gate.fileno(),
            key=key.fileno(),
        )
        return subprocess.Popen(  # noqa: S603
            [*limited(limits), *sandboxed],
            env={"PATH": "/usr/bin:/bin"},
            cwd="/",
            stdin=ends.theirs,
            stdout=ends.theirs,
            stderr=ends.theirs,
            pipesize=PIPE_BYTES,
            pass_fds=[
                *(seccomp, status.fileno(), gate.fileno(), key.fileno()),
                *(each.descriptor for each in inserted),
            ],
            start_new_session=True,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
        )


def user_of_this_run() -> int | None:
    """Root hands over to a user of this run's own: limits on processes do not hold for root, and what would
    break out would be nobody. Anybody else stays who they are (None)."""
    return USERS[secrets.randbelow(len(USERS))] if os.geteuid() == 0 else None


def first_process_of(process: subprocess.Popen[bytes], status: IO[bytes]) -> int:
    """Bubblewrap says it as soon as there is one. Raises `OSError` with its complaint where there is none."""
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([status], [], [], STARTS_WITHIN_S)
        more = status.read(PIPE_BYTES) if ready else b""
        if not more:
            raise OSError(complaint_of(process))
        line += more
    return int(json.loads(line)["child-pid"])


def complaint_of(process: subprocess.Popen[bytes]) -> str:
    process.kill()
    told = process.stderr.read() if process.stderr else b""
    return told.decode("utf-8", "replace").strip() or f"it did not start within {STARTS_WITHIN_S:.0f} s"


def limited(limits: Limits) -> list[str]:
    """Second walls behind the watch and the group; no core dumps."""
    cpu_s = math.ceil(limits.cpu_ms / 1000) + 1
    words = ["prlimit", "--core=0", f"--cpu={cpu_s}:{cpu_s + 1}", f"--nofile={OPEN_FILES}"]
    if os.geteuid() == 0:
        # counted for each user: right for one that only this run has, wrong for a person's own
        words.append(f"--nproc={limits.processes + OWN_PROCESSES}")
    return [*words, "--"]


# What it reads from and prints to


class Ends(Protocol):
    @property
    def theirs(self) -> IO[bytes] | int:
        """What the program gets, or `subprocess.PIPE`."""

    def ours(self, process: subprocess.Popen[bytes]) -> tuple[IO[bytes], Sequence[IO[bytes]]]:
        """What is written to, and what is read from."""


@dataclass(frozen=True)
class PipeEnds:
    theirs: int = subprocess.PIPE

    def ours(self, process: subprocess.Popen[bytes]) -> tuple[IO[bytes], Sequence[IO[bytes]]]:
        assert process.stdin and process.stdout and process.stderr
        return process.stdin, (process.stdout, process.stderr)


@dataclass(frozen=True)
class TerminalEnds:
    theirs: IO[bytes]
    feeding: IO[bytes]
    hearing: IO[bytes]

    def ours(self, process: subprocess.Popen[bytes]) -> tuple[IO[bytes], Sequence[IO[bytes]]]:
        self.theirs.close()  # or its end would never be heard
        return self.feeding, [self.hearing]


@contextmanager
def terminal_ends(terminal: Terminal) -> Iterator[TerminalEnds]:
    """Of a new one. It becomes the program's own inside the sandbox; out here it controls nothing."""
    ours, theirs = pty.openpty()
    with ExitStack() as stack:
        hearing = stack.enter_context(os.fdopen(ours, "rb", buffering=0))
        feeding = stack.enter_context(os.fdopen(os.dup(ours), "wb", buffering=0))
        slave = stack.enter_context(os.fdopen(theirs, "rb", buffering=0))
        set_size(ours, terminal.columns, terminal.rows)
        yield TerminalEnds(slave, feeding, hearing)


def set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def missing_tools() -> list[str]:
    return [name for name in ("prlimit", "setsid") if shutil.which(name, path="/usr/bin:/bin") is None]


def end(group: Group) -> None:
    if not group.end():
        raise OSError(f"A program could not be ended: {group.pids()}")


def close(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            pipe.close()
