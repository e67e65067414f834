"""Small logs for tests: a session with one candidate, Cai, whose client writes notes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from fairview.evidence.contracts import Author, Entry, GapNoted
from fairview.evidence.engine import NewEntry, canonical
from fairview.evidence.store import Store, open_store
from fairview.evidence.store_sqlite import SqliteStore
from fairview.evidence.writer import Appended, Batch, OnDone, Writer, commit
from fairview.kit.ids import new_id

Database = Path | str

NOON_US = 1_795_000_000_000_000


def note(number: int | None, text: str = "note", at_us: int = NOON_US) -> NewEntry:
    return NewEntry(
        number=number,
        kind="evidence.gap_noted",
        payload=canonical(GapNoted(lost=1, reason=text)),
        epoch="page",
        at_us=at_us,
        estimated_us=at_us,
        uncertainty_us=5,
        received_us=at_us,
    )


class Pen:
    """Somebody who writes one stream."""

    def __init__(self, session_id: UUID | None = None, role: str = "candidate") -> None:
        self.session_id = session_id or new_id()
        self.stream_id = new_id()
        self.author = Author(new_id(), role)

    def batch(self, *entries: NewEntry) -> Batch:
        return Batch(self.session_id, self.stream_id, self.author, list(entries))

    def notes(self, first: int, last: int) -> Batch:
        return self.batch(*(note(number, f"note {number}") for number in range(first, last + 1)))


def write(database: Database, *batches: Batch) -> list[Appended]:
    store = open_store(database)
    try:
        return commit(store, list(batches))
    finally:
        store.close()


def stored(database: Database, pen: Pen) -> list[Entry]:
    store = open_store(database)
    try:
        return list(store.read(pen.session_id))
    finally:
        store.close()


@contextmanager
def writing(
    store: Store, on_done: OnDone = lambda batches: None, max_waiting: int = 1_000
) -> Iterator[Writer]:
    """A writer for as long as the block runs."""
    writer = Writer(store, on_done, max_waiting)
    writer.start()
    try:
        yield writer
    finally:
        writer.close()
        store.close()


@contextmanager
def no_more_space(store: SqliteStore) -> Iterator[None]:
    pages = store.connection.execute("pragma page_count").fetchone()[0]
    store.connection.execute(f"pragma max_page_count = {pages}")
    try:
        yield
    finally:
        store.connection.execute("pragma max_page_count = 100000")
