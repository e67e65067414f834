"""Reports 10,000 events of one session, one request each, and compares the first thousand with the last.

    python -m bench.service [EVENTS]

One client after the other, so that the figures are times of a request, commit to disk included, and no queue.
"""

import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bench.service.table import Row, table
from e2e.house import House, free_port
from e2e.programs import Program

NAMES = ["FOCUS_LOST", "NO_FACE", "MULTIPLE_FACES", "EYE_CLOSURE"]
PART = 1_000


def measure(house: House, events: int) -> list[Row]:
    program = Program(house)
    session = program.begin()
    times = [timed(program, session, index) for index in range(events)]
    first, last = times[:PART], times[-PART:]
    bulk = time_bulk(program)
    started = time.perf_counter()
    program.end(session)
    ended = (time.perf_counter() - started) * 1e3
    return [
        Row(f"first {PART:,}, one request each", *spread(first), 1.0),
        Row(f"last {PART:,} of {events:,}", *spread(last), median(last) / median(first)),
        Row("one of 1,000 in a request", bulk, bulk, bulk / median(first)),
        Row(f"end, with the report on all {events:,}", ended, ended, ended / median(first)),
    ]


def timed(program: Program, session: str, index: int) -> float:
    """Milliseconds of one event."""
    started = time.perf_counter()
    program.tell(session, [{"type": NAMES[index % len(NAMES)]}])
    return (time.perf_counter() - started) * 1e3


def time_bulk(program: Program) -> float:
    session = program.begin()
    started = time.perf_counter()
    program.tell(session, [{"type": NAMES[index % len(NAMES)]} for index in range(1_000)])
    return time.perf_counter() - started


def spread(times: list[float]) -> tuple[float, float]:
    return median(times), quantiles(times, n=20)[-1]


def main(events: int) -> None:
    with TemporaryDirectory() as folder:
        house = House(Path(folder), free_port())
        house.start()
        try:
            print(table(measure(house, events)))
        finally:
            house.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
