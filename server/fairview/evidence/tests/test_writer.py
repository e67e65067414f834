import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fairview.evidence.contracts import Entry
from fairview.evidence.engine import verify_chain
from fairview.evidence.errors import LogBusy, LogUnavailable
from fairview.evidence.store import open_store
from fairview.evidence.store_sqlite import SqliteStore
from fairview.evidence.tests.builders import Pen, note, write
from fairview.evidence.writer import Writer


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "evidence.sqlite3"


class Commits(list[list[Entry]]):
    """What the writer says after each commit."""


@pytest.fixture
def commits() -> Commits:
    return Commits()


@pytest.fixture
def writer(database: Path, commits: Commits) -> Iterator[Writer]:
    store = open_store(database)
    writer = Writer(store, commits.append, max_waiting=1_000)
    writer.start()
    yield writer
    writer.close()
    store.close()


def stored(database: Path, pen: Pen) -> list[Entry]:
    store = open_store(database)
    try:
        return list(store.read(pen.session_id))
    finally:
        store.close()


def codes(database: Path, pen: Pen, *numbers: int, text: str | None = None) -> list[str]:
    batch = pen.batch(*(note(number, text or f"note {number}") for number in numbers))
    return [refusal.code for refusal in write(database, batch)[0].refusals]


def test_concurrent_writers_share_commits_and_every_chain_holds(
    writer: Writer, commits: Commits, database: Path
) -> None:
    session = Pen().session_id
    pens = [Pen(session) for _ in range(8)]

    def write_all(pen: Pen) -> None:
        for first in range(1, 101, 5):
            writer.submit(pen.notes(first, first + 4)).result(10)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write_all, pens))
    entries = stored(database, pens[0])
    assert verify_chain(entries) == []
    assert Counter(entry.stream_id for entry in entries) == {pen.stream_id: 100 for pen in pens}
    assert len(commits) < 8 * 20
    assert [entry.position for commit in commits for entry in commit] == list(range(1, 801))


def test_a_repeat_is_acknowledged_again_and_stored_once(database: Path) -> None:
    pen = Pen()
    first = write(database, pen.notes(1, 3))[0]
    again = write(database, pen.notes(1, 3))[0]
    assert (again.head, again.stored, again.refusals) == (first.head, [], [])
    assert len(stored(database, pen)) == 3


def test_another_payload_under_a_used_number_is_a_conflict(database: Path) -> None:
    pen = Pen()
    write(database, pen.notes(1, 3))
    assert codes(database, pen, 2, text="something else") == ["stream_conflict"]


def test_numbers_leave_no_gap(database: Path) -> None:
    pen = Pen()
    assert codes(database, pen, 1, 3, 4) == ["out_of_order", "out_of_order"]
    assert codes(database, pen, 2, 3, 4) == []
    assert [entry.number for entry in stored(database, pen)] == [1, 2, 3, 4]


def test_a_repeat_within_one_batch_is_compared_with_its_twin(database: Path) -> None:
    pen = Pen()
    answer = write(database, pen.batch(note(1, "one"), note(1, "one"), note(1, "two")))[0]
    assert len(answer.stored) == 1
    assert [refusal.code for refusal in answer.refusals] == ["stream_conflict"]


def test_a_stream_belongs_to_whoever_opened_it(database: Path) -> None:
    cai, ines = Pen(), Pen(role="interviewer")
    write(database, cai.notes(1, 2))
    ines.session_id, ines.stream_id = cai.session_id, cai.stream_id
    answer = write(database, ines.notes(3, 3))[0]
    assert [refusal.code for refusal in answer.refusals] == ["stream_conflict"]
    assert answer.head.number == 0, "the stream of another is not acknowledged either"


def test_too_much_waiting_is_refused_and_nothing_of_it_lost(writer: Writer, database: Path) -> None:
    pen = Pen()
    held, hold = threading.Event(), threading.Event()

    def stand_still(_entries: list[Entry]) -> None:
        held.set()
        hold.wait(5)

    writer.on_commit = stand_still
    writer.submit(Pen().notes(1, 1))
    assert held.wait(5)
    taken = writer.submit(pen.notes(1, 600))
    with pytest.raises(LogBusy):
        writer.submit(pen.notes(601, 1_200))
    hold.set()
    taken.result(5)
    assert writer.submit(pen.notes(601, 1_200)).result(5).head.number == 1_200


def test_a_full_disk_refuses_and_the_same_batch_succeeds_later(writer: Writer, database: Path) -> None:
    pen = Pen()
    writer.submit(pen.notes(1, 5)).result(5)
    assert isinstance(writer.store, SqliteStore)
    connection = writer.store.connection
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(LogUnavailable):
        writer.submit(pen.notes(6, 900)).result(5)
    connection.execute("pragma max_page_count = 100000")
    assert writer.submit(pen.notes(6, 900)).result(5).head.number == 900
    assert verify_chain(stored(database, pen)) == []


def test_two_processes_that_write_one_stream_cannot_both_win(database: Path) -> None:
    pen = Pen()
    stores = [open_store(database), open_store(database)]
    writers = [Writer(store, lambda _entries: None) for store in stores]
    for writer in writers:
        writer.start()
    answers = [writer.submit(pen.batch(note(1, f"writer {index}"))) for index, writer in enumerate(writers)]
    refusals = [refusal.code for answer in answers for refusal in answer.result(10).refusals]
    for writer, store in zip(writers, stores, strict=True):
        writer.close()
        store.close()
    assert refusals == ["stream_conflict"]
    assert len(stored(database, pen)) == 1


def test_what_was_acknowledged_survives_the_death_of_the_process(database: Path) -> None:
    pen = Pen()
    program = f"""
from uuid import UUID
from pathlib import Path
from fairview.evidence.store import open_store
from fairview.evidence.store_sqlite import SqliteStore
from fairview.evidence.tests.builders import Pen
from fairview.evidence.writer import Writer
pen = Pen(UUID({str(pen.session_id)!r}))
writer = Writer(open_store(Path({str(database)!r})), lambda entries: None)
writer.start()
for number in range(1, 1_000_000):
    writer.submit(pen.notes(number, number)).add_done_callback(
        lambda done: print(done.result().head.number, flush=True)
    )
    while writer.waiting_entries > 50: pass
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    acknowledged = 0
    for line in process.stdout:
        acknowledged = int(line)
        if acknowledged >= 200:
            break
    process.kill()
    for line in process.stdout:
        acknowledged = int(line) if line.endswith("\n") else acknowledged
    process.wait()
    entries = stored(database, pen)
    assert [entry.number for entry in entries[:acknowledged]] == list(range(1, acknowledged + 1))
    assert verify_chain(entries) == []
