"""The one writer of a process: everything that waits goes into one transaction, and the next starts when
that one ends. What it acknowledges is on the disk."""

import logging
import os
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from fairview.evidence.contracts import Author, Entry, EntryRefusal
from fairview.evidence.engine import SERVER, Head, NewEntry, hash_payload, link
from fairview.evidence.errors import LogBusy, LogFull, LogUnavailable, StreamHeldElsewhere
from fairview.evidence.store import AWAY, FAILURES, Extension, Store, StreamMoved, is_full

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


@dataclass(frozen=True, eq=False)
class Batch:
    """Entries of one stream by one author, in order, and the promise of an answer after the commit."""

    session_id: UUID
    stream_id: UUID
    author: Author
    entries: list[NewEntry]
    done: Future[Appended] = field(default_factory=Future)

    @cached_property
    def key(self) -> bytes:
        """Of the stream, in the shape that dictionaries find soonest."""
        return self.session_id.bytes + self.stream_id.bytes


OnDone = Callable[[Sequence[Batch]], None]
"""Called on the writer's thread after each transaction with its batches, of which each is done now. Once for
all of them: to wake another thread costs more than to write an entry."""


class Writer:
    def __init__(self, store: Store, on_done: OnDone, max_waiting: int = MAX_WAITING) -> None:
        self.store = store
        self.on_done = on_done
        self.max_waiting = max_waiting
        self.heads = Heads()
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
        """One transaction for all. If one of them is to blame, one for each, so that nobody suffers for
        another's entry."""
        try:
            appended = commit(self.store, batches, self.heads)
        except Exception as error:
            if len(batches) == 1 or isinstance(error, AWAY):
                self.refuse(batches, error)
                return
            for batch in batches:
                self.write_together([batch])
            return
        for batch, answer in zip(batches, appended, strict=True):
            batch.done.set_result(answer)
        self.on_done(batches)

    def refuse(self, batches: list[Batch], error: Exception) -> None:
        """Nothing of these was stored, or nobody knows: what comes again is compared with what is there."""
        log.error("entries could not be stored", exc_info=error)
        self.heads.forget(batches)
        for batch in batches:
            batch.done.set_exception(as_expected(error))
        self.on_done(batches)


def as_expected(error: Exception) -> Exception:
    if isinstance(error, StreamMoved):
        return StreamHeldElsewhere()
    if is_full(error):
        return LogFull()
    return LogUnavailable() if isinstance(error, FAILURES) else error


def commit(store: Store, batches: Sequence[Batch], known: "Heads | None" = None) -> list[Appended]:
    """Judge, link and store the batches in one transaction. `known` spares reading what this writer wrote."""
    heads = Heads() if known is None else known
    with store.transaction():
        positions = store.claim({batch.session_id for batch in batches})
        transaction = Transaction(
            store, heads, positions, salts(sum(len(batch.entries) for batch in batches))
        )
        appended = [transaction.take(batch) for batch in batches]
        store.extend([stream.extension for stream in transaction.streams.values() if stream.stored])
    heads.learn(transaction.streams)
    return appended


def salts(count: int) -> Iterator[bytes]:
    """Drawn all at once: each call to the system lets another thread go first."""
    drawn = os.urandom(SALT_BYTES * count)
    return (drawn[first : first + SALT_BYTES] for first in range(0, len(drawn), SALT_BYTES))


class Heads:
    """Where the streams stand that were written last. Other processes may have moved them: each commit
    compares, so that what is wrong here is refused and forgotten."""

    def __init__(self, kept: int = 10_000) -> None:
        self.kept = kept
        self.streams: OrderedDict[bytes, tuple[Author, Head]] = OrderedDict()

    def of(self, store: Store, batch: Batch) -> tuple[Author, Head]:
        known = self.streams.get(batch.key) or store.stream(batch.session_id, batch.stream_id)
        return known or (batch.author, Head())

    def learn(self, streams: "Mapping[bytes, GrowingStream]") -> None:
        for key, stream in streams.items():
            if stream.head.number:
                self.streams[key] = (stream.owner, stream.head)
                self.streams.move_to_end(key)
        while len(self.streams) > self.kept:
            self.streams.popitem(last=False)

    def forget(self, batches: Iterable[Batch]) -> None:
        for batch in batches:
            self.streams.pop(batch.key, None)


class Transaction:
    """What one transaction makes of its batches. Everything it knows is thrown away if it fails."""

    def __init__(
        self, store: Store, known: Heads, positions: dict[UUID, int], salts: Iterator[bytes]
    ) -> None:
        self.store = store
        self.known = known
        self.positions = positions
        self.salts = salts
        self.streams: dict[bytes, GrowingStream] = {}

    def take(self, batch: Batch) -> Appended:
        """What of a batch fits its stream; the rest is refused."""
        stream = self.stream_of(batch)
        if batch.author.role != SERVER and stream.owner != batch.author:
            foreign = [EntryRefusal(number=new.number or 0, code="stream_conflict") for new in batch.entries]
            return Appended(Head(), [], foreign)
        stored_before = len(stream.stored)
        refusals = []
        for new in batch.entries:
            number = new.number or stream.head.number + 1
            if number == stream.head.number + 1:
                stream.link(new, batch.author, self.next_position(batch.session_id), next(self.salts))
            elif number > stream.head.number:
                refusals.append(EntryRefusal(number=number, code="out_of_order"))
            elif not self.is_repeat(stream, number, new.payload):
                refusals.append(EntryRefusal(number=number, code="stream_conflict"))
        return Appended(stream.head, stream.stored[stored_before:], refusals)

    def stream_of(self, batch: Batch) -> "GrowingStream":
        stream = self.streams.get(batch.key)
        if stream is None or stream.head.number == 0:  # nobody owns a stream in which nothing stands
            owner, head = self.known.of(self.store, batch)
            stream = self.streams[batch.key] = GrowingStream(batch.session_id, batch.stream_id, owner, head)
        return stream

    def next_position(self, session_id: UUID) -> int:
        self.positions[session_id] += 1
        return self.positions[session_id]

    def is_repeat(self, stream: "GrowingStream", number: int, payload: bytes) -> bool:
        """Whether this is what was stored under the number. An erased entry can no longer be compared."""
        if number > stream.before.number:
            twin = stream.stored[number - stream.before.number - 1]
            salt, payload_hash = twin.salt, twin.payload_hash
        else:
            salt, payload_hash = self.store.stored_payload(stream.session_id, stream.stream_id, number)
        return not salt or hash_payload(salt, payload) == payload_hash


class GrowingStream:
    """A stream while one transaction extends it."""

    def __init__(self, session_id: UUID, stream_id: UUID, owner: Author, head: Head) -> None:
        self.session_id = session_id
        self.stream_id = stream_id
        self.owner = owner
        self.before = head
        self.head = head
        self.stored: list[Entry] = []

    def link(self, new: NewEntry, author: Author, position: int, salt: bytes) -> None:
        entry = link(
            self.head,
            new,
            session_id=self.session_id,
            stream_id=self.stream_id,
            author=author,
            position=position,
            salt=salt,
        )
        self.head = Head(entry.number, entry.hash)
        self.stored.append(entry)

    @property
    def extension(self) -> Extension:
        return Extension(self.before, self.stored)
