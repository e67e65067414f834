"""What is left of many runs: nothing. And what a runner takes that has nothing to do."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from runner.machine import this_machine
from runner.protocol import Limits
from runner.sandbox.launch import Program
from runner.sandbox.watch import watch

ORDINARY = Program(argv=["/bin/echo", "hello"])
LEAVES_A_CHILD = Program(argv=["/bin/sh", "-c", "setsid sleep 60 & setsid sleep 60 & echo hello"])
IDLE_S = 20


@dataclass(frozen=True)
class Remains:
    """Counts of what a run needs while it runs."""

    processes: int
    groups: int
    mounts: int
    descriptors: int
    memory_mb: float


def rows(runs: int) -> Iterator[str]:
    yield "|  | processes | control groups | mounts | descriptors | memory of the runner |"
    yield "|---|---|---|---|---|---|"
    for _ in range(20):
        run(0)
    yield as_row("before", remains())
    began = time.monotonic()
    for number in range(runs):
        run(number)
    took_s = time.monotonic() - began
    yield as_row(f"after {runs:,} runs, {took_s / runs * 1000:.1f} ms each", remains())


def run(number: int) -> None:
    """Every tenth leaves children behind."""
    containment = this_machine().containment
    assert containment
    ended = watch(containment, LEAVES_A_CHILD if number % 10 == 9 else ORDINARY, Limits())
    assert ended.stdout.text == "hello\n", ended


def remains() -> Remains:
    containment = this_machine().containment
    assert containment
    folders = {containment.place.memory, containment.place.pids}
    return Remains(
        processes=sum(1 for entry in Path("/proc").iterdir() if entry.name.isdigit()),
        groups=sum(1 for folder in folders for _ in folder.glob("fairview-*")),
        mounts=len(Path("/proc/self/mountinfo").read_text().splitlines()),
        descriptors=len(list(Path("/proc/self/fd").iterdir())),
        memory_mb=memory_mb(os.getpid()),
    )


def as_row(name: str, found: Remains) -> str:
    *counts, memory = astuple(found)
    return f"| {name} | {' | '.join(map(str, counts))} | {memory:.1f} MB |"


def idle_row() -> str:
    """A runner of its own, that has looked at all languages and cannot reach its server."""
    with NamedTemporaryFile("w") as token:
        token.write("token")
        token.flush()
        command = [sys.executable, "-m", "runner.worker", "--server", "http://127.0.0.1:9"]
        process = subprocess.Popen(
            [*command, "--token-file", token.name], stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2]
        )
        try:
            time.sleep(IDLE_S)
            before_s = cpu_s(process.pid)
            time.sleep(IDLE_S)
            return (
                f"An idle runner takes {memory_mb(process.pid):.0f} MB and "
                f"{(cpu_s(process.pid) - before_s) / IDLE_S:.1%} of a core."
            )
        finally:
            process.terminate()
            process.wait(10)


def memory_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
