"""What becomes of a stream that two processes hold, and of the log when disk or database fail it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.postgres import Cluster

from fairview.evidence.engine import verify_chain
from fairview.evidence.errors import LogFull, LogUnavailable, StreamHeldElsewhere
from fairview.evidence.store import open_store
from fairview.evidence.store_sqlite import SqliteStore
from fairview.evidence.tests.builders import Database, Pen, no_more_space, note, stored, writing
from fairview.kit.ids import new_id


def test_a_new_file_is_opened_as_soon_as_another_process_lets_it_go(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("begin immediate")
        leaving = threading.Timer(0.1, other.execute, ["commit"])
        leaving.start()
        SqliteStore(path).close()
        leaving.join()


def test_two_processes_that_write_one_stream_cannot_both_win(database: Database) -> None:
    pen = Pen()
    with writing(open_store(database)) as one, writing(open_store(database)) as other:
        answers = [
            writer.submit(pen.batch(note(1, f"writer {index}"))) for index, writer in enumerate((one, other))
        ]
        refusals = [refusal.code for answer in answers for refusal in answer.result(10).refusals]
    assert refusals == ["stream_conflict"]
    assert len(stored(database, pen)) == 1


def test_a_writer_whose_stream_moved_is_refused_and_then_goes_on_from_where_it_stands(
    database: Database,
) -> None:
    pen = Pen()
    with writing(open_store(database)) as older, writing(open_store(database)) as newer:
        older.submit(pen.notes(1, 3)).result(10)
        newer.submit(pen.notes(4, 5)).result(10)
        with pytest.raises(StreamHeldElsewhere):
            older.submit(pen.notes(4, 6)).result(10)
        again = older.submit(pen.notes(4, 6)).result(10)
        with pytest.raises(StreamHeldElsewhere):
            newer.submit(pen.notes(6, 7)).result(10)
    assert (again.head.number, len(again.stored), again.refusals) == (6, 1, [])
    entries = stored(database, pen)
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert verify_chain(entries) == []


def test_streams_of_one_session_grow_through_several_processes(database: Database) -> None:
    session_id = new_id()
    with writing(open_store(database)) as one, writing(open_store(database)) as other:
        pens = [(writer, Pen(session_id)) for writer in (one, other, one, other)]
        for first in range(1, 60, 3):
            answers = [writer.submit(pen.notes(first, first + 2)) for writer, pen in pens]
            assert all(answer.result(10).head.number == first + 2 for answer in answers)
    entries = stored(database, pens[0][1])
    assert [entry.position for entry in entries] == list(range(1, 4 * 60 + 1))
    assert verify_chain(entries) == []


def test_only_the_batch_that_is_to_blame_is_refused(database: Database) -> None:
    moved, well = Pen(), Pen()
    held, hold = threading.Event(), threading.Event()

    def stand_still(_batches: object) -> None:
        held.set()
        hold.wait(10)

    with writing(open_store(database)) as older, writing(open_store(database)) as newer:
        older.submit(moved.notes(1, 1)).result(10)
        newer.submit(moved.notes(2, 2)).result(10)
        older.on_done = stand_still
        older.submit(Pen().notes(1, 1))
        assert held.wait(10)
        together = [older.submit(moved.notes(2, 3)), older.submit(well.notes(1, 3))]
        hold.set()
        with pytest.raises(StreamHeldElsewhere):
            together[0].result(10)
        assert together[1].result(10).head.number == 3


def test_a_full_disk_refuses_and_the_same_batch_succeeds_later(file: Path) -> None:
    pen, store = Pen(), SqliteStore(file)
    with writing(store) as writer:
        writer.submit(pen.notes(1, 5)).result(5)
        with no_more_space(store), pytest.raises(LogFull):
            writer.submit(pen.notes(6, 900)).result(5)
        assert writer.submit(pen.notes(6, 900)).result(5).head.number == 900
    assert verify_chain(stored(file, pen)) == []


class Faulty(SqliteStore):
    """Its disk fails for as long as `is_broken`."""

    is_broken = False

    def extend(self, *given: object) -> None:
        if self.is_broken:
            raise OSError("input/output error")
        super().extend(*given)  # type: ignore[arg-type]


def test_a_disk_that_fails_and_heals_leaves_the_log_whole(file: Path) -> None:
    pen, store = Pen(), Faulty(file)
    with writing(store) as writer:
        writer.submit(pen.notes(1, 5)).result(5)
        store.is_broken = True
        for _ in range(3):
            with pytest.raises(LogUnavailable):
                writer.submit(pen.notes(6, 9)).result(5)
        store.is_broken = False
        assert writer.submit(pen.notes(6, 9)).result(5).head.number == 9
    assert verify_chain(stored(file, pen)) == []


def test_a_database_that_was_away_is_found_again(postgres: Cluster) -> None:
    pen, address = Pen(), postgres.create_database(f"log_{new_id().hex}")
    with writing(open_store(address)) as writer:
        writer.submit(pen.notes(1, 5)).result(10)
        postgres.stop()
        try:
            for _ in range(2):
                with pytest.raises(LogUnavailable):
                    writer.submit(pen.notes(6, 9)).result(10)
        finally:
            postgres.start()
        assert writer.submit(pen.notes(6, 9)).result(10).head.number == 9
    assert verify_chain(stored(address, pen)) == []
