"""Control groups: one for each run, limited before anything is in it, killed and removed as a whole.

The kernel's documents: admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst and cgroup-v1/pids.rst.
"""

import os
import signal
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from runner.sandbox.processes import cpu_ms_of

PREFIX = "fairview-"
GONE_WITHIN_S = 5.0
PAUSE_S = 0.0005


class Group(ABC):
    """A run's own group. `folders` are one for each hierarchy: up to three in version 1, one in version 2."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders
        made: list[Path] = []
        try:
            for folder in folders:
                folder.mkdir()
                made.append(folder)
        except OSError:
            for folder in made:
                folder.rmdir()
            raise

    @property
    def mark(self) -> str:
        """Its name, without ours."""
        return self.folders[0].name.removeprefix(PREFIX)

    @abstractmethod
    def limit(self, memory_kb: int, processes: int) -> None:
        """Threads count as processes. Swap is not to be had. Raises `OSError` where the kernel refuses."""

    @abstractmethod
    def peak_kb(self) -> int:
        """The most memory that was in use at once; files in memory count, and so does what the kernel needs
        for the group."""

    @abstractmethod
    def has_run_out_of_memory(self) -> bool: ...

    def cpu_ms(self) -> int:
        """CPU time of all that is in it."""
        return cpu_ms_of(self.pids())

    def add(self, pid: int) -> None:
        """Move a process in; what it starts from now on is in it too. Raises `OSError`."""
        for folder in self.folders:
            if pid not in members(folder):
                write(folder / "cgroup.procs", pid)

    def pids(self) -> list[int]:
        return sorted({pid for folder in self.folders for pid in members(folder)})

    def kill(self) -> None:
        """Kill all that is in it, and what that starts meanwhile. A number read from a list may be somebody
        else's by the time it is used: so hold the process first, then look again."""
        for pid in self.pids():
            with suppress(OSError):
                descriptor = os.pidfd_open(pid)
                try:
                    if pid in self.pids():
                        signal.pidfd_send_signal(descriptor, signal.SIGKILL)
                finally:
                    os.close(descriptor)

    def empty(self) -> bool:
        """Kill until nothing is left in it. False if something would not go."""
        deadline = time.monotonic() + GONE_WITHIN_S
        while self.pids() and time.monotonic() < deadline:
            self.kill()
            time.sleep(PAUSE_S)
        return not self.pids()

    def end(self) -> bool:
        """Empty and remove it. False if that cannot be done."""
        removed = [remove(folder) for folder in self.folders] if self.empty() else [False]
        return all(removed)


class GroupV1(Group):
    def __init__(self, memory: Path, pids: Path, cpuacct: Path | None = None) -> None:
        super().__init__([memory, pids, *([cpuacct] if cpuacct else [])])
        self.memory, self.processes, self.cpuacct = memory, pids, cpuacct

    def limit(self, memory_kb: int, processes: int) -> None:
        write(self.memory / "memory.limit_in_bytes", memory_kb * 1024)
        with_swap = self.memory / "memory.memsw.limit_in_bytes"
        if with_swap.exists():
            write(with_swap, memory_kb * 1024)
        write(self.processes / "pids.max", processes)

    def peak_kb(self) -> int:
        return int((self.memory / "memory.max_usage_in_bytes").read_text()) // 1024

    def has_run_out_of_memory(self) -> bool:
        return counted(self.memory / "memory.oom_control", "oom_kill") > 0

    def cpu_ms(self) -> int:
        """With `cpuacct`, of those too that are gone and that nobody waited for."""
        if self.cpuacct is None:
            return super().cpu_ms()
        return int((self.cpuacct / "cpuacct.usage").read_text()) // 1_000_000


class GroupV2(Group):
    def __init__(self, folder: Path) -> None:
        super().__init__([folder])
        self.folder = folder
        self.seen_kb = 0

    def limit(self, memory_kb: int, processes: int) -> None:
        write(self.folder / "memory.max", memory_kb * 1024)
        write(self.folder / "memory.oom.group", 1)
        if (self.folder / "memory.swap.max").exists():
            write(self.folder / "memory.swap.max", 0)
        write(self.folder / "pids.max", processes)

    def peak_kb(self) -> int:
        """Before Linux 5.19 there is no peak: then the most of what was seen by asking."""
        peak = self.folder / "memory.peak"
        source = peak if peak.exists() else self.folder / "memory.current"
        self.seen_kb = max(self.seen_kb, int(source.read_text()) // 1024)
        return self.seen_kb

    def has_run_out_of_memory(self) -> bool:
        return counted(self.folder / "memory.events", "oom_kill") > 0

    def cpu_ms(self) -> int:
        """Of those too that are gone and that nobody waited for."""
        return counted(self.folder / "cpu.stat", "usage_usec") // 1000

    def kill(self) -> None:
        all_at_once = self.folder / "cgroup.kill"
        if all_at_once.exists():
            write(all_at_once, 1)
        else:
            super().kill()


def members(folder: Path) -> list[int]:
    """Those that can be named from here: of other containers the kernel says 0."""
    try:
        return [int(line) for line in (folder / "cgroup.procs").read_text().split() if line != "0"]
    except OSError:
        return []


def write(file: Path, value: int | str) -> None:
    file.write_text(str(value), encoding="ascii")


def counted(file: Path, name: str) -> int:
    """A line `name number` of a file of counts; 0 if there is none."""
    for line in file.read_text().splitlines():
        key, _, value = line.partition(" ")
        if key == name:
            return int(value)
    return 0


def abandon(folder: Path) -> None:
    """Kill what a runner left in a group of its own, and remove it."""
    for pid in members(folder):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    remove(folder)


def remove(folder: Path) -> bool:
    """An empty group may be busy for a moment longer, until its last process is quite gone."""
    deadline = time.monotonic() + GONE_WITHIN_S
    while time.monotonic() < deadline:
        try:
            folder.rmdir()
        except FileNotFoundError:
            return True
        except OSError:
            time.sleep(PAUSE_S)
        else:
            return True
    return False
