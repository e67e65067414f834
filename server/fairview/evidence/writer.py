"""The one writer of a process: everything that waits goes into one transaction, and the next starts when
that one ends. What it acknowledges is on the disk."""

import logging
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from uuid import UUID

from fairview.evidence.contracts import Author, Entry, EntryRefusal
from fairview.evidence.engine import SERVER, Head, NewEntry, hash_payload, link
from fairview.evidence.errors import LogBusy, LogUnavailable
from fairview.evidence.store import Store, StreamMoved

log = logging.getLogger(__name__)

MAX_WAITING = 20_000
"""Entries that may wait for the disk before the log asks clients to slow down."""

SALT_BYTES = 16


@dataclass(frozen=True)
class Appended:
    """What became of a batch. `head` is where the stream stands now; `refusals` were not stored."""

    head: Head
    stored: list[Entry]
    refusals: list[EntryRefusal]


@dataclass(frozen=True)
class Batch:
    """Entries of one stream by one author, in order, and the promise of an answer after the commit."""

    session_id: UUID
    stream_id: UUID
    author: Author
    entries: list[NewEntry]
    done: Future[Appended] = field(default_factory=Future)


OnCommit = Callable[[list[Entry]], None]
"""Called on the writer's thread after each commit with its new entries, in order of commit."""


class Writer:
    def __init__(self, store: Store, on_commit: OnCommit, max_waiting: int = MAX_WAITING) -> None:
        self.store = store
        self.on_commit = on_commit
        self.max_waiting = max_waiting
        self.waiting: deque[Batch] = deque()
        self.waiting_entries = 0
        self.changed = threading.Condition()
        self.closing = False
        self.thread = threading.Thread(target=self.run, name="evidence-writer", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def close(self) -> None:
        """Write what waits, then end."""
        with self.changed:
            self.closing = True
            self.changed.notify()
        self.thread.join()

    def submit(self, batch: Batch) -> Future[Appended]:
        """Any thread. Raises `LogBusy` when too much waits; the server's own entries always get in."""
        with self.changed:
            is_full = self.waiting_entries + len(batch.entries) > self.max_waiting
            if self.closing or (is_full and batch.author.role != SERVER):
                raise LogBusy
            self.waiting.append(batch)
            self.waiting_entries += len(batch.entries)
            self.changed.notify()
        return batch.done

    def run(self) -> None:
        while batches := self.take_all():
            self.write_together(batches)

    def take_all(self) -> list[Batch]:
        """Everything that waits; empty only when the log is closing."""
        with self.changed:
            self.changed.wait_for(lambda: self.waiting or self.closing)
            batches = list(self.waiting)
            self.waiting.clear()
            self.waiting_entries = 0
        return batches

    def write_together(self, batches: list[Batch]) -> None:
        """One transaction for all; if it fails, one for each, so that nobody suffers for another's entry."""
        try:
            appended = commit(self.store, batches)
        except Exception as error:
            if len(batches) > 1:
                for batch in batches:
                    self.write_together([batch])
                return
            log.exception("entries could not be stored")
            batches[0].done.set_exception(as_expected(error))
            return
        for batch, answer in zip(batches, appended, strict=True):
            batch.done.set_result(answer)
        if stored := [entry for answer in appended for entry in answer.stored]:
            self.on_commit(stored)


def as_expected(error: Exception) -> Exception:
    return LogUnavailable() if isinstance(error, sqlite3.Error | StreamMoved | OSError) else error


def commit(store: Store, batches: list[Batch]) -> list[Appended]:
    """Judge, link and store the batches in one transaction."""
    with store.transaction():
        return [append(store, batch) for batch in batches]


def append(store: Store, batch: Batch) -> Appended:
    """Store what fits of one batch, within a transaction."""
    owner, head = store.stream(batch.session_id, batch.stream_id) or (batch.author, Head())
    if batch.author.role != SERVER and owner != batch.author:
        foreign = [EntryRefusal(number=new.number or 0, code="stream_conflict") for new in batch.entries]
        return Appended(Head(), [], foreign)
    extension = Extension(store, batch, head)
    for new in batch.entries:
        extension.take(new)
    if extension.stored:
        store.extend(head, extension.stored)
    return Appended(extension.head, extension.stored, extension.refusals)


class Extension:
    """A stream while one batch extends it."""

    def __init__(self, store: Store, batch: Batch, head: Head) -> None:
        self.store = store
        self.batch = batch
        self.before = head
        self.head = head
        self.position = store.last_position(batch.session_id)
        self.stored: list[Entry] = []
        self.refusals: list[EntryRefusal] = []

    def take(self, new: NewEntry) -> None:
        """Link the next entry; pass over a true repeat; refuse anything else."""
        number = new.number or self.head.number + 1
        if number == self.head.number + 1:
            self.link(new)
        elif number > self.head.number:
            self.refusals.append(EntryRefusal(number=number, code="out_of_order"))
        elif not self.is_repeat(number, new.payload):
            self.refusals.append(EntryRefusal(number=number, code="stream_conflict"))

    def link(self, new: NewEntry) -> None:
        self.position += 1
        batch = self.batch
        entry = link(
            self.head,
            new,
            session_id=batch.session_id,
            stream_id=batch.stream_id,
            author=batch.author,
            position=self.position,
            salt=os.urandom(SALT_BYTES),
        )
        self.head = Head(entry.number, entry.hash)
        self.stored.append(entry)

    def is_repeat(self, number: int, payload: bytes) -> bool:
        """Whether this is what was stored under the number. An erased entry can no longer be compared."""
        if number > self.before.number:
            stored = self.stored[number - self.before.number - 1]
            salt, payload_hash = stored.salt, stored.payload_hash
        else:
            salt, payload_hash = self.store.stored_payload(
                self.batch.session_id, self.batch.stream_id, number
            )
        return not salt or hash_payload(salt, payload) == payload_hash
