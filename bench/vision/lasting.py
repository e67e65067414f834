"""`python -m bench.vision.lasting --minutes 30`: what watching faces costs a device, minute by minute:
readings, the worker's processor, long tasks of the page, memory of the whole browser.
"""

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.puppet import film
from bench.puppet.scripts import SCRIPTS
from bench.vision.browser import Watched, watched
from bench.vision.page_server import bench_page
from bench.vision.strata.table import markdown

HEAD = ("minute", "readings/s", "p50 / p95, uncounted", "p50, counted", "of a core", "long tasks", "memory")
# What was said since the last time; it does not pile up in the page.
DRAINED = """() => ({
    costs: bench.said.readings.splice(0).map(({ costMs, counted }) => [costMs, counted]),
    tasks: bench.said.longTasks.splice(0).filter(({ duration }) => duration > 50).length,
    said: bench.said.statements.splice(0).length,
})"""
MINUTE_S = 60
WORKER = "DedicatedWorker"


@dataclass(frozen=True)
class Minute:
    costs: list[tuple[float, bool]]
    long_tasks: int
    worker_s: float
    memory_mb: float

    def row(self, number: int) -> list[str]:
        plain = [cost for cost, counted in self.costs if not counted]
        counting = [cost for cost, counted in self.costs if counted]
        p50, p95 = np.percentile(plain, (50, 95))
        return [
            f"{number}",
            f"{len(self.costs) / MINUTE_S:.1f}",
            f"{p50:.1f} / {p95:.1f} ms",
            f"{np.median(counting):.1f} ms",
            f"{self.worker_s / MINUTE_S:.2f}",
            f"{self.long_tasks}",
            f"{self.memory_mb:.0f} MB",
        ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.vision.lasting", description=__doc__)
    parser.add_argument("--minutes", type=int, default=30)
    chosen = parser.parse_args()
    clip = film.ready(SCRIPTS["steady"]).video
    with bench_page() as address, watched(address, clip) as observer:
        observer.neutral()
        rows = [minute.row(number) for number, minute in enumerate(minutes(observer, chosen.minutes), 1)]
    print(markdown(HEAD, rows))


def minutes(observer: Watched, count: int) -> Iterator[Minute]:
    observer.page.evaluate(DRAINED)
    before = worker_seconds()
    for _ in range(count):
        observer.wait(MINUTE_S)
        told = observer.page.evaluate(DRAINED)
        now = worker_seconds()
        costs = [(float(cost), bool(counted)) for cost, counted in told["costs"]]
        yield Minute(costs, int(told["tasks"]), now - before, memory_mb())
        before = now


def worker_seconds() -> float:
    """Processor time of the workers of all pages of the browsers that this process started."""
    tasks = (task for process in own_processes() for task in (process / "task").iterdir())
    return sum(seconds_of(task, WORKER) or 0 for task in tasks)


def seconds_of(task: Path, name: str) -> float | None:
    """Processor time of a thread; None if it has another name."""
    called, rest = (task / "stat").read_text().rsplit(")", 1)
    if name not in called:
        return None
    return sum(int(part) for part in rest.split()[11:13]) / os.sysconf("SC_CLK_TCK")


def memory_mb() -> float:
    pages = sum(int((process / "statm").read_text().split()[1]) for process in own_processes())
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def own_processes() -> list[Path]:
    """Everything that descends from this process."""
    parents = {}
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                parents[int(process.name)] = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found, newest = set[int](), {os.getpid()}
    while newest:
        newest = {child for child, parent in parents.items() if parent in newest} - found
        found |= newest
    return [Path("/proc") / str(one) for one in found]


if __name__ == "__main__":
    main()
