"""The writer by itself: no HTTP, no checks and no receipts, only chain and durable commit."""

import time
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from fairview.evidence.engine import NewEntry
from fairview.evidence.store import open_store
from fairview.evidence.tests.builders import Pen
from fairview.evidence.writer import Appended, Writer
from fairview.kit.clock import now_us

from bench.evidence.rounds import Round

PAYLOAD = (
    b'{"confidence_pm":950,"detector":"face","duration_ms":200,"kind":"proctoring.observation",'
    b'"model_version":"1","observed":"presence","value":"present"}'
)
IN_FLIGHT = 2


class BareWriter:
    """Batches of one size, made beforehand, each handed over when one before it is done."""

    def __init__(self, folder: Path, batch: int) -> None:
        self.name = f"Fairview's bare writer, batches of {batch}"
        self.folder = folder
        self.batch = batch

    def run(self, seconds: float) -> Round:
        """The process is this one, so that its CPU is this thread's and the writer's."""
        with closing(open_store(self.folder / "bare.sqlite3")) as store:
            writer = Writer(store, lambda batches: None)
            writer.start()
            began, cpu = time.perf_counter(), time.process_time()
            took_ms = write_until(writer, began + seconds, self.batch)
            took_s, used = time.perf_counter() - began, time.process_time() - cpu
            writer.close()
        events = len(took_ms) * self.batch
        return Round(
            per_second=events / took_s,
            p50_ms=median(took_ms),
            p99_ms=quantiles(took_ms, n=100)[98],
            cpu_us=used / events * 1e6,
            busy=used / took_s,
            load_busy=0.0,
        )


def write_until(writer: Writer, deadline: float, batch: int) -> list[float]:
    """Milliseconds from each batch to its acknowledgement."""
    pens = [Pen() for _ in range(IN_FLIGHT)]
    waiting: list[tuple[float, Future[Appended]]] = []
    took_ms: list[float] = []
    first = 1
    while time.perf_counter() < deadline:
        entries = new_entries(first, batch)
        waiting += [(time.perf_counter(), writer.submit(pen.batch(*entries))) for pen in pens]
        for began, done in waiting:
            done.result()
            took_ms.append((time.perf_counter() - began) * 1e3)
        waiting.clear()
        first += batch
    return took_ms


def new_entries(first: int, count: int) -> Sequence[NewEntry]:
    at_us = now_us()
    return [
        NewEntry(
            number=number,
            kind="proctoring.observation",
            payload=PAYLOAD,
            epoch="page",
            at_us=at_us,
            estimated_us=at_us,
            uncertainty_us=5,
            received_us=at_us,
        )
        for number in range(first, first + count)
    ]
