"""What a hostile program must have left as it was: the host, looked at from outside."""

import ctypes
import gc
import os
import re
import socket
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from unittest import mock

from runner.engine import run
from runner.machine import this_machine
from runner.protocol import Event, Finished, Started
from runner.sandbox.cgroups import members
from runner.sandbox.launch import USERS
from runner.tests.suite import program

SYSTEM = ("/etc/passwd", "/etc/shadow", "/etc/group", "/usr/bin/env", "/usr/bin/python3", "/dev/null")
UNSHARED = ("cgroup", "ipc", "mnt", "net", "pid", "user", "uts")
SECRET = "it sings\n"
TOKEN = "FAIRVIEW_CANARY"
"""In the environment of the runner."""
MAX_PROCESSES = "Max processes"
LIMITS = {"memory.limit_in_bytes": 2**33, "memory.max": 2**33, "pids.max": 1024, MAX_PROCESSES: 1024}
"""Of a group and of its user: below this they are limits, and not what the kernel says when there is none."""


@dataclass(frozen=True)
class Seen:
    """Equal before and after a run."""

    processes: Set[int]
    groups: Set[str]
    descriptors: int
    mounts: str
    top_folder: Set[Path]
    files: Set[tuple[object, ...]]
    secret: str
    callers: int


@dataclass
class During:
    """Seen of a run when it had just started."""

    owners: set[int] = field(default_factory=set)
    limits: dict[str, str] = field(default_factory=dict)


class Host:
    """With what a program may be after: a secret in a folder, a token in the environment, an abstract socket,
    shared memory."""

    def __init__(self, canary: Path, listener: socket.socket) -> None:
        self.canary, self.listener = canary, listener
        self.callers = 0
        self.during = During()

    def look(self) -> Seen:
        gc.collect()  # what others left open and nobody can reach is not this run's
        return Seen(
            processes=children(),
            groups={folder.name for folder in groups()},
            descriptors=descriptors(),
            mounts=Path("/proc/self/mountinfo").read_text(),
            top_folder=set(Path("/").iterdir()),
            files={state(path) for path in (*map(Path, SYSTEM), self.canary, *self.canary.iterdir())},
            secret=(self.canary / "secret").read_text(),
            callers=self.heard(),
        )

    def heard(self) -> int:
        with suppress(BlockingIOError):
            while True:
                self.listener.accept()[0].close()
                self.callers += 1
        return self.callers

    def watch(self, event: Event) -> None:
        """Of a run, whose processes are looked at as soon as it has started."""
        if not isinstance(event, Started):
            return
        self.during = During()
        for folder in groups():
            for limit in LIMITS:
                with suppress(OSError):
                    self.during.limits[limit] = (folder / limit).read_text().strip()
            for process in (Path("/proc", str(pid)) for pid in members(folder)):
                with suppress(OSError):
                    self.during.owners.add(process.stat().st_uid)
                    self.during.limits[MAX_PROCESSES] = most_processes(process)

    def complaints(self, before: Seen, finished: Finished) -> list[str]:
        """What is not as it should be after a run, in words."""
        return [*changes(before, self.look()), *held_too_loosely(self.during), *shared(finished)]


def changes(before: Seen, after: Seen) -> Iterator[str]:
    for each in fields(Seen):
        was, is_now = getattr(before, each.name), getattr(after, each.name)
        if was != is_now and isinstance(was, Set):
            was, is_now = was - is_now, is_now - was
        if was != is_now:
            yield f"{each.name}: {was} → {is_now}"


def held_too_loosely(during: During) -> Iterator[str]:
    """By its group, and where root hands over to a user of the run's own, by that."""
    is_root = os.geteuid() == 0
    if is_root and (strangers := during.owners - set(USERS)):
        yield f"it ran as {sorted(strangers)}"
    for limit, value in during.limits.items():
        is_held = value.isdecimal() and int(value) <= LIMITS[limit]
        if not is_held and (is_root or limit != MAX_PROCESSES):
            yield f"{limit} was {value}"


def shared(finished: Finished) -> Iterator[str]:
    """Namespaces of the host that it says it was in."""
    said = set(re.findall(r"\b[a-z]+:\[\d+\]", finished.stdout))
    yield from sorted(said & {str(Path("/proc/self/ns", name).readlink()) for name in UNSHARED})


def next_run_prints() -> str:
    return run(program("hello-python").request, lambda _event: None).stdout


# What is there


def children() -> set[int]:
    """Of this process, zombies too; what its children leave behind is its own."""
    mine, found = str(os.getpid()), set()
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            if file.read_text().rpartition(")")[2].split()[1] == mine:
                found.add(int(file.parent.name))
    return found


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def groups() -> set[Path]:
    """Of runs of this process."""
    containment = this_machine().containment
    assert containment
    place = containment.place
    folders = [folder for folder in (place.memory, place.pids, place.cpuacct) if folder]
    return {group for folder in folders for group in folder.glob(f"fairview-{os.getpid()}-*")}


def most_processes(process: Path) -> str:
    """Of its user, as it is limited."""
    for line in (process / "limits").read_text().splitlines():
        if line.startswith(MAX_PROCESSES):
            return line.removeprefix(MAX_PROCESSES).split()[0]
    return ""


def state(path: Path) -> tuple[object, ...]:
    found = path.stat()
    return (
        path,
        *(found.st_ino, found.st_nlink, found.st_mode, found.st_uid, found.st_gid),
        *(found.st_size, found.st_mtime_ns),
    )


# What a program may be after


@contextmanager
def host(canary: Path) -> Iterator[Host]:
    (canary / "secret").write_text(SECRET)
    canary.chmod(0o777)
    (canary / "secret").chmod(0o666)
    with (
        mock.patch.dict(os.environ, {TOKEN: "told to nobody"}),
        shared_memory(),
        socket.socket(socket.AF_UNIX) as listener,
    ):
        listener.bind(f"\0{canary}/socket")
        listener.listen()
        listener.setblocking(False)
        yield Host(canary, listener)


@contextmanager
def shared_memory() -> Iterator[None]:
    """Of System V, which every process of the host could attach."""
    create, remove = 0o1000, 0
    libc = ctypes.CDLL(None, use_errno=True)
    segment = libc.shmget(0, 4096, create | 0o666)
    try:
        yield
    finally:
        libc.shmctl(segment, remove, None)
