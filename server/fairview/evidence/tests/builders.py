"""Small logs for tests: a session with one candidate, Cai, whose client writes notes."""

from pathlib import Path
from uuid import UUID

from fairview.evidence.contracts import Author, GapNoted
from fairview.evidence.engine import NewEntry, canonical
from fairview.evidence.store import open_store
from fairview.evidence.writer import Appended, Batch, commit
from fairview.kit.ids import new_id

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


def write(path: Path, *batches: Batch) -> list[Appended]:
    store = open_store(path)
    try:
        return commit(store, list(batches))
    finally:
        store.close()
