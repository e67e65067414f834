"""Takes the sides in turn, round after round, and keeps what each round showed."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Protocol

import msgspec

from bench.evidence.job import Job, Outcome
from bench.evidence.machine import load_average
from bench.evidence.sides import Side

CONNECTIONS = 50
WARM_UP_S = 1.0


@dataclass(frozen=True)
class Round:
    """A few seconds of one side. Its CPU is that of the server with its database, the load's is apart."""

    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_us: float
    busy: float
    load_busy: float


class Contender(Protocol):
    """What takes part in the rounds: so many seconds of it, measured."""

    @property
    def name(self) -> str: ...

    def run(self, seconds: float) -> Round: ...


@dataclass
class Results:
    rounds: dict[str, list[Round]]
    loads: list[float] = field(default_factory=list)

    def of(self, name: str, value: Callable[[Round], float]) -> float:
        """The median of the rounds."""
        return median(map(value, self.rounds[name]))

    def ratio(self, name: str, other: str, value: Callable[[Round], float]) -> float:
        """The median of the ratios within each round, whose sides had the same neighbours."""
        pairs = zip(self.rounds[name], self.rounds[other], strict=True)
        return median(value(one) / value(beside) for one, beside in pairs)


@dataclass
class Loaded:
    """A side under load, on many connections, each a stream of its own."""

    side: Side
    batch: int
    note: str = ""

    @property
    def name(self) -> str:
        return self.side.name + self.note

    def run(self, seconds: float) -> Round:
        return measure(
            self.side,
            Job(port=self.side.port, pens=self.side.pens(CONNECTIONS), batch=self.batch, seconds=seconds),
        )


def take_turns(contenders: Sequence[Contender], rounds: int, seconds: float) -> Results:
    results = Results({one.name: [] for one in contenders})
    for one in contenders:
        one.run(WARM_UP_S)
    for number in range(1, rounds + 1):
        results.loads.append(load_average())
        for one in contenders:
            done = one.run(seconds)
            results.rounds[one.name].append(done)
            print(f"round {number}: {one.name}: {done.per_second:,.0f} events/s", file=sys.stderr)
    return results


def measure(side: Side, job: Job) -> Round:
    before = side.cpu_seconds()
    outcome = load(job)
    used = side.cpu_seconds() - before
    events = len(outcome.took_ms) * job.batch
    return Round(
        per_second=events / outcome.seconds,
        p50_ms=median(outcome.took_ms),
        p99_ms=quantiles(outcome.took_ms, n=100)[98],
        cpu_us=used / events * 1e6,
        busy=used / outcome.seconds,
        load_busy=outcome.cpu_seconds / outcome.seconds,
    )


def load(job: Job) -> Outcome:
    """Raises `AssertionError` when anything was refused."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.evidence.load"],
        input=msgspec.json.encode(job),
        stdout=subprocess.PIPE,
        check=True,
    )
    outcome = msgspec.json.decode(done.stdout, type=Outcome)
    assert not outcome.refused, outcome.refused[:3]
    return outcome
