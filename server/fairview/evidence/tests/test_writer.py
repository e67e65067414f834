import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from fairview.evidence.engine import verify_chain
from fairview.evidence.errors import LogBusy
from fairview.evidence.store import open_store
from fairview.evidence.tests.builders import Database, Pen, note, stored, write, writing
from fairview.evidence.writer import Batch, Writer


class Commits(list[Sequence[Batch]]):
    """What the writer says after each transaction."""


@pytest.fixture
def commits() -> Commits:
    return Commits()


@pytest.fixture
def writer(database: Database, commits: Commits) -> Iterator[Writer]:
    with writing(open_store(database), commits.append) as writer:
        yield writer


def codes(database: Database, pen: Pen, *numbers: int, text: str | None = None) -> list[str]:
    batch = pen.batch(*(note(number, text or f"note {number}") for number in numbers))
    return [refusal.code for refusal in write(database, batch)[0].refusals]


def test_concurrent_writers_share_commits_and_every_chain_holds(
    writer: Writer, commits: Commits, database: Database
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
    done = [entry for commit in commits for batch in commit for entry in batch.done.result().stored]
    assert [entry.position for entry in done] == list(range(1, 801))


def test_a_repeat_is_acknowledged_again_and_stored_once(database: Database) -> None:
    pen = Pen()
    first = write(database, pen.notes(1, 3))[0]
    again = write(database, pen.notes(1, 3))[0]
    assert (again.head, again.stored, again.refusals) == (first.head, [], [])
    assert len(stored(database, pen)) == 3


def test_another_payload_under_a_used_number_is_a_conflict(database: Database) -> None:
    pen = Pen()
    write(database, pen.notes(1, 3))
    assert codes(database, pen, 2, text="something else") == ["stream_conflict"]


def test_numbers_leave_no_gap(database: Database) -> None:
    pen = Pen()
    assert codes(database, pen, 1, 3, 4) == ["out_of_order", "out_of_order"]
    assert codes(database, pen, 2, 3, 4) == []
    assert [entry.number for entry in stored(database, pen)] == [1, 2, 3, 4]


def test_a_repeat_within_one_batch_is_compared_with_its_twin(database: Database) -> None:
    pen = Pen()
    answer = write(database, pen.batch(note(1, "one"), note(1, "one"), note(1, "two")))[0]
    assert len(answer.stored) == 1
    assert [refusal.code for refusal in answer.refusals] == ["stream_conflict"]


def test_a_stream_belongs_to_whoever_opened_it(database: Database) -> None:
    cai, ines = Pen(), Pen(role="interviewer")
    write(database, cai.notes(1, 2))
    ines.session_id, ines.stream_id = cai.session_id, cai.stream_id
    answer = write(database, ines.notes(3, 3))[0]
    assert [refusal.code for refusal in answer.refusals] == ["stream_conflict"]
    assert answer.head.number == 0, "the stream of another is not acknowledged either"


def test_too_much_waiting_is_refused_and_nothing_of_it_lost(writer: Writer, database: Database) -> None:
    pen = Pen()
    held, hold = threading.Event(), threading.Event()

    def stand_still(_batches: object) -> None:
        held.set()
        hold.wait(5)

    writer.on_done = stand_still
    writer.submit(Pen().notes(1, 1))
    assert held.wait(5)
    taken = writer.submit(pen.notes(1, 600))
    with pytest.raises(LogBusy):
        writer.submit(pen.notes(601, 1_200))
    hold.set()
    taken.result(5)
    assert writer.submit(pen.notes(601, 1_200)).result(5).head.number == 1_200
