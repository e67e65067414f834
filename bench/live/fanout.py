"""One speaks, a hundred hear: events and frames that were delivered in a second, side by side."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

import msgspec

from bench.evidence.machine import load_average
from bench.live.crowd import Job, Outcome
from bench.live.sides import Channels, Fairview, Side, Ws, install_peers

BATCHES = (1, 10)
WARM_UP_S = 1.0

HEAD = """\
| events a frame | side | events/s | frames/s | × node | p50 ms | p99 ms | CPU, µs/frame | missing | crowd |
|---|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Round:
    """One side for a few seconds. `cpu_us`: of the server, for each frame that a listener got."""

    frames: float
    p50_ms: float
    p99_ms: float
    cpu_us: float
    missing: int
    crowd_busy: float


def main(rounds: int = 5, seconds: float = 5.0) -> None:
    install_peers()
    with ExitStack() as stack:
        sides: list[Side] = [Fairview(), Ws(), Channels()]
        for side in sides:
            stack.enter_context(side.running())
        print(HEAD)
        loads = []
        for batch in BATCHES:
            for side in sides:
                measure(side, side.job(WARM_UP_S, batch))
            taken: dict[str, list[Round]] = {side.name: [] for side in sides}
            for _ in range(rounds):
                loads.append(load_average())
                for side in sides:
                    taken[side.name].append(measure(side, side.job(seconds, batch)))
                    print(side.name, taken[side.name][-1], file=sys.stderr)
            for side in sides:
                print(row(batch, side.name, taken[side.name], taken[Ws.name]))
    print(f"\n{rounds} rounds of {seconds:g} s in turn; load average {min(loads):.1f} to {max(loads):.1f}.")


def measure(side: Side, job: Job) -> Round:
    before = side.cpu_seconds()
    done = subprocess.run(
        [sys.executable, "-m", "bench.live.crowd"],
        input=msgspec.json.encode(job),
        stdout=subprocess.PIPE,
        check=True,
    )
    used = side.cpu_seconds() - before
    outcome = msgspec.json.decode(done.stdout, type=Outcome)
    return Round(
        frames=outcome.heard / outcome.seconds,
        p50_ms=outcome.p50_ms,
        p99_ms=outcome.p99_ms,
        cpu_us=used / (outcome.sent * job.listeners - outcome.missing) * 1e6,
        missing=outcome.missing,
        crowd_busy=outcome.cpu_seconds / outcome.seconds,
    )


def row(batch: int, name: str, rounds: Sequence[Round], beside: Sequence[Round]) -> str:
    def middle(value: Callable[[Round], float]) -> float:
        return median(value(one) for one in rounds)

    ratio = median(one.frames / other.frames for one, other in zip(rounds, beside, strict=True))
    frames = middle(lambda one: one.frames)
    return (
        f"| {batch} | {name} | {frames * batch:,.0f} | {frames:,.0f} | {ratio:.2f}"
        f" | {middle(lambda one: one.p50_ms):.1f} | {middle(lambda one: one.p99_ms):.1f}"
        f" | {middle(lambda one: one.cpu_us):.1f}"
        f" | {sum(one.missing for one in rounds)} | {middle(lambda one: one.crowd_busy):.2f} |"
    )
