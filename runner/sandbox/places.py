"""Where on this machine groups can be made: in version 1 of control groups, in version 2, or nowhere.

A group is made below the runner's own where that is possible, so that the limits of whoever started the
runner hold for programs too.
"""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from runner.sandbox.cgroups import PREFIX, Group, GroupV1, GroupV2, abandon, members, write
from runner.sandbox.command import MARK
from runner.sandbox.processes import lives

CONTROLLERS = ("memory", "pids")
LIMITS_V1 = {"memory": "memory.limit_in_bytes", "pids": "pids.max"}
LEAF = "fairview-runner"
NAME = re.compile(rf"{PREFIX}(\d+)-\d+")
TRIAL_MEMORY_KB = 65_536
DELEGATED = ("user.delegate", "trusted.delegate")
"""What systemd writes on a group that it leaves to a unit (`Delegate=yes`)."""


@dataclass(frozen=True)
class Place:
    """Folders in which groups can be made; `memory` and `pids` are the same one in version 2."""

    version: int
    memory: Path
    pids: Path
    cpuacct: Path | None = None
    """In version 1, where it can be had: without it, short-lived processes that nobody waits for count for
    nothing."""

    def make(self, memory_kb: int, processes: int) -> Group:
        """A new group, limited and empty. Raises `OSError`."""
        name = f"{PREFIX}{os.getpid()}-{next(NUMBERS)}"
        group = self._group(name)
        try:
            group.limit(memory_kb, processes)
        except OSError:
            group.end()
            raise
        return group

    def _group(self, name: str) -> Group:
        if self.version == 1:
            return GroupV1(self.memory / name, self.pids / name, self.cpuacct and self.cpuacct / name)
        return GroupV2(self.memory / name)

    def sweep(self) -> None:
        """End and remove what a runner left that was killed. Its programs died with it, but not what was
        just being started, which may not have been in its group yet."""
        for pid, mark in marked():
            if is_left(PREFIX + mark):
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
        for folder in {self.memory, self.pids, self.cpuacct or self.pids}:
            for left in folder.glob(f"{PREFIX}*-*"):
                if is_left(left.name):
                    with suppress(OSError):
                        abandon(left)


NUMBERS = count(1)


def is_left(name: str) -> bool:
    """Whether it is that of a run, and of a runner which is no more."""
    runner = NAME.fullmatch(name)
    return runner is not None and not lives(int(runner[1]))


def marked() -> Iterator[tuple[int, str]]:
    """Processes of sandboxes, and how they are marked."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (folder / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
            if MARK in words[:-1]:
                yield int(folder.name), words[words.index(MARK) + 1]


def find() -> tuple[Place | None, list[str]]:
    """The place, or the codes of what cannot be limited here."""
    version_1 = {controller: usable_v1(controller) for controller in CONTROLLERS}
    memory, pids = version_1["memory"], version_1["pids"]
    place = Place(1, memory, pids, usable_v1("cpuacct")) if memory and pids else find_v2()
    if place:
        place.sweep()
        return place, []
    limits = {"no_memory_limit": memory, "no_process_limit": pids}
    return None, [code for code, folder in limits.items() if folder is None]


# Version 1


def usable_v1(controller: str) -> Path | None:
    for folder in own_folders(controller):
        trial = folder / f"{PREFIX}{os.getpid()}-{next(NUMBERS)}"
        try:
            trial.mkdir()
        except OSError:
            continue
        try:
            if limit := LIMITS_V1.get(controller):
                write(trial / limit, TRIAL_MEMORY_KB)
            return folder
        except OSError:
            continue
        finally:
            trial.rmdir()
    return None


# Version 2


def find_v2() -> Place | None:
    for folder in own_folders(""):
        here = folder.parent if folder.name == LEAF else folder
        with suppress(OSError):
            if not has_controllers(here):
                make_room(here)
            place = Place(2, here, here)
            place.make(TRIAL_MEMORY_KB, 8).end()
            return place
    return None


def has_controllers(folder: Path) -> bool:
    return set(CONTROLLERS) <= set((folder / "cgroup.subtree_control").read_text().split())


def make_room(folder: Path) -> None:
    """Let the groups below have controllers, which the kernel allows only where no process is: those that are
    there move one down, if they are ours to move. Raises `OSError` otherwise."""
    there = members(folder)
    if there and (there == [os.getpid()] or is_given_to_us(folder)):
        leaf = folder / LEAF
        leaf.mkdir(exist_ok=True)
        for pid in there:
            write(leaf / "cgroup.procs", pid)
    write(folder / "cgroup.subtree_control", " ".join(f"+{controller}" for controller in CONTROLLERS))


def is_given_to_us(folder: Path) -> bool:
    """Delegated by systemd, or the root of a container's own hierarchy."""
    for attribute in DELEGATED:
        with suppress(OSError):
            if os.getxattr(folder, attribute) == b"1":
                return True
    is_root_of_machine = not (folder / "cgroup.type").exists()
    return own_path("") == "/" and not is_root_of_machine


# Both


def own_folders(controller: str) -> Iterator[Path]:
    """The runner's own group in the hierarchy of this controller (version 2: no name), then, for root, the
    hierarchy's top."""
    for root, mounted in mounts(controller):
        own = Path(own_path(controller))
        below = own.relative_to(root) if own.is_relative_to(root) else Path()
        yield mounted / below
        if os.geteuid() == 0 and below != Path():
            yield mounted


def own_path(controller: str) -> str:
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, names, path = line.split(":", 2)
        if controller in names.split(","):
            return path
    return "/"


def mounts(controller: str) -> Iterator[tuple[str, Path]]:
    """What part of the hierarchy is mounted, and where (proc(5), mountinfo)."""
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        root, mounted = before.split()[3:5]
        kind, _, options = after.split()[:3]
        if (kind == "cgroup" and controller in options.split(",")) if controller else kind == "cgroup2":
            yield root, Path(mounted)
