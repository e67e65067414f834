"""Kills a process that writes the log, again and again at random moments, and counts what became of its word.

    python -m fairview.evidence.tests.kills DATABASE SESSION honest|hasty    the process that is killed

It tells of each acknowledgement on its standard output. The hasty one acknowledges before the commit; with
it the same count must find losses.
"""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from fairview.evidence.contracts import Author
from fairview.evidence.engine import Head, verify_chain
from fairview.evidence.store import open_store
from fairview.evidence.tests.builders import Database, Pen
from fairview.evidence.writer import Appended, Batch, Writer, commit
from fairview.kit.ids import new_id

PENS = 8
ENTRIES_PER_BATCH = 3
MOST_ACKNOWLEDGEMENTS = 150
LONGEST_PAUSE_S = 0.02


class HastyWriter(Writer):
    """What must never be: it says so before it is so."""

    def write_together(self, batches: list[Batch]) -> None:
        for batch in batches:
            batch.done.set_result(Appended(Head(batch.entries[-1].number or 0), [], []))
        commit(self.store, batches, self.heads)


WRITERS = {"honest": Writer, "hasty": HastyWriter}


def pens_of(session_id: UUID) -> list[Pen]:
    """The same ones in every process."""
    pens = [Pen(session_id) for _ in range(PENS)]
    for index, pen in enumerate(pens):
        pen.stream_id = uuid5(session_id, f"stream {index}")
        pen.author = Author(uuid5(session_id, f"author {index}"), "candidate")
    return pens


@dataclass
class Count:
    """What was found after each kill."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    """Entries that were acknowledged and are not there."""
    problems: list[str] = field(default_factory=list)
    """Of the chain, entries that stand twice included."""
    ready_s: list[float] = field(default_factory=list)
    """From each start to the first acknowledgement."""


def kill_again_and_again(
    database: Database, times: int, manner: str, chance: random.Random
) -> Iterator[Count]:
    """The count after each kill. The next process goes on as clients do, behind what was acknowledged."""
    session_id, count = new_id(), Count()
    told = [0] * PENS
    for _ in range(times):
        started = time.perf_counter()
        writer = subprocess.Popen(
            [sys.executable, "-m", __name__, str(database), str(session_id), manner, *map(str, told)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout
        for number in range(chance.randint(1, MOST_ACKNOWLEDGEMENTS)):
            hear(writer.stdout.readline(), told)
            if number == 0:
                count.ready_s.append(time.perf_counter() - started)
        time.sleep(chance.uniform(0, LONGEST_PAUSE_S))
        writer.kill()
        for line in writer.stdout:
            hear(line, told)
        writer.wait()
        examine(database, session_id, told, count)
        yield count


def hear(line: str, told: list[int]) -> None:
    if line.endswith("\n"):
        pen, through = map(int, line.split())
        told[pen] = through


def examine(database: Database, session_id: UUID, told: list[int], count: Count) -> None:
    with closing(open_store(database)) as store:
        heads = store.heads(session_id)
        entries = list(store.read(session_id))
    streams = [pen.stream_id for pen in pens_of(session_id)]
    stored = [heads[stream].number if stream in heads else 0 for stream in streams]
    count.kills += 1
    count.acknowledged = sum(told)
    count.lost += sum(max(0, said - there) for said, there in zip(told, stored, strict=True))
    count.problems += [f"{problem.where}: {problem.what}" for problem in verify_chain(entries)]
    if len(entries) != sum(stored):
        count.problems.append(f"{len(entries)} entries are there, the heads count {sum(stored)}")


def write_for_ever(database: str, session_id: UUID, manner: str, told: list[int]) -> None:
    """Every stream sends its next batch when its last one is acknowledged."""
    writer = WRITERS[manner](open_store(database), lambda batches: None)

    def send(index: int, pen: Pen, first: int) -> None:
        def go_on(done: Future[Appended]) -> None:
            through = done.result().head.number
            os.write(1, f"{index} {through}\n".encode())
            send(index, pen, through + 1)

        writer.submit(pen.notes(first, first + ENTRIES_PER_BATCH - 1)).add_done_callback(go_on)

    writer.start()
    for index, pen in enumerate(pens_of(session_id)):
        send(index, pen, told[index] + 1)
    threading.Event().wait()


if __name__ == "__main__":
    write_for_ever(sys.argv[1], UUID(sys.argv[2]), sys.argv[3], list(map(int, sys.argv[4:])))
