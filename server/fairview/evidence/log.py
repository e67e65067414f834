"""The running log of a web process: checks, writes, answers with receipts, and tells the consumers."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import UUID, uuid5

import msgspec

from fairview.evidence.append import Checks, Kinds, Wire, server_entry
from fairview.evidence.clock import Clocks
from fairview.evidence.contracts import (
    AppendEntries,
    Author,
    Consumer,
    EntriesAcknowledged,
    EntriesRefused,
    Entry,
    EntryRefusal,
    Payload,
)
from fairview.evidence.engine import SERVER, SERVICE
from fairview.evidence.receipts import SigningKey, signed_head
from fairview.evidence.store import open_store
from fairview.evidence.writer import Appended, Batch, Writer
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id

logger = logging.getLogger(__name__)

PROCESS_STREAM = new_id()
"""The stream of what this process itself writes."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a client hears about its batch."""

    acknowledged: EntriesAcknowledged | None = None
    refused: EntriesRefused | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Asked(Batch):
    """A client's batch, with what the checks refused of it and who waits to hear."""

    answer: asyncio.Future[Answer]
    refusals: list[EntryRefusal]


def of_server(session_id: UUID, payload: Payload, actor_id: UUID, at_us: int | None = None) -> Batch:
    """An entry in this process's own stream. `actor_id` is who caused it; without `at_us` it happens now."""
    received_us = now_us()
    entry = server_entry(payload, received_us if at_us is None else at_us, received_us)
    return Batch(session_id, PROCESS_STREAM, Author(actor_id, SERVER), [entry])


def of_service(session_id: UUID, said: Sequence[tuple[Payload, int]], service_id: UUID) -> Batch:
    """What another program reports, each with its time, in a stream of its own beside this process's."""
    received_us = now_us()
    entries = [server_entry(payload, at_us, received_us) for payload, at_us in said]
    stream_id = uuid5(PROCESS_STREAM, str(service_id))
    return Batch(session_id, stream_id, Author(service_id, SERVICE), entries)


class EvidenceLog:
    """`kinds` is the union of all payloads with who may write each; `consumers` hear what was committed."""

    def __init__(self, kinds: Kinds, consumers: Sequence[Consumer]) -> None:
        self.checks = Checks(kinds)
        self.clocks = Clocks()
        self.consumers = consumers

    @asynccontextmanager
    async def running(self, database: Path | str, signing_key: Path) -> AsyncIterator[None]:
        """Open while the block runs; what was taken in is written before it ends."""
        self.loop = asyncio.get_running_loop()
        self.key = SigningKey.load_or_create(signing_key)
        store = open_store(database)
        self.writer = Writer(store, self.on_done)
        self.writer.start()
        try:
            yield
        finally:
            await asyncio.to_thread(self.writer.close)
            store.close()

    def append(
        self,
        session_id: UUID,
        author: Author,
        standing: frozenset[str],
        batch: AppendEntries,
        *,
        wire: Wire,
        received_us: int,
    ) -> asyncio.Future[Answer]:
        """A client's batch, taken in on the loop; the answer comes after the commit. `standing` is what the
        author counts as in the table of kinds. Raises `LogBusy`, or `LogUnavailable` as the answer."""
        answer: asyncio.Future[Answer] = self.loop.create_future()
        clock = self.clocks.of(str(author.participant_id))
        good, refusals = self.checks.batch(batch, standing, wire, clock, received_us)
        if good:
            asked = Asked(session_id, batch.stream, author, good, answer=answer, refusals=refusals)
            self.writer.submit(asked)
        else:
            answer.set_result(Answer(refused=refused(batch.stream, refusals)))
        return answer

    def record(
        self, session_id: UUID, payload: Payload, actor_id: UUID, at_us: int | None = None
    ) -> Future[Appended]:
        """An entry of the server itself. Does not wait."""
        return self.writer.submit(of_server(session_id, payload, actor_id, at_us))

    def record_reports(
        self, session_id: UUID, said: Sequence[tuple[Payload, int]], service_id: UUID
    ) -> Future[Appended]:
        """Reports of another program. Does not wait; raises `LogBusy`."""
        return self.writer.submit(of_service(session_id, said, service_id))

    def on_done(self, batches: Sequence[Batch]) -> None:
        """On the writer's thread."""
        with suppress(RuntimeError):  # the loop ended first; the entries are in the store
            self.loop.call_soon_threadsafe(self.settle, batches)

    def settle(self, batches: Sequence[Batch]) -> None:
        """Answer whoever still waits, then tell the consumers."""
        stored: list[Entry] = []
        asked: list[tuple[Asked, Appended]] = []
        for batch in batches:
            if error := batch.done.exception():
                if isinstance(batch, Asked) and not batch.answer.cancelled():
                    batch.answer.set_exception(error)
                continue
            appended = batch.done.result()
            stored += appended.stored
            if isinstance(batch, Asked) and not batch.answer.cancelled():
                asked.append((batch, appended))
        self.answer(asked)
        self.tell(stored)

    def answer(self, asked: Sequence[tuple[Asked, Appended]]) -> None:
        signed_us = now_us()
        heads = [
            signed_head(batch.session_id, batch.stream_id, done.head, signed_us)
            for batch, done in asked
            if done.head.number
        ]
        receipts = iter(self.key.receipts(heads))
        for batch, done in asked:
            receipt = next(receipts) if done.head.number else None
            refusals = batch.refusals + done.refusals
            answer = Answer(acknowledged=receipt, refused=refused(batch.stream_id, refusals))
            batch.answer.set_result(answer)

    def tell(self, entries: Iterable[Entry]) -> None:
        """Hand the consumers what was committed. One consumer's failure does not keep it from the others."""
        for session_id, of_session in groupby(entries, key=lambda entry: entry.session_id):
            committed = list(of_session)
            for consumer in self.consumers:
                try:
                    consumer(session_id, committed)
                except Exception:
                    logger.exception("a consumer failed on committed entries")


def refused(stream_id: UUID, refusals: list[EntryRefusal]) -> EntriesRefused | None:
    if not refusals:
        return None
    in_order = sorted(refusals, key=lambda refusal: refusal.number)
    return EntriesRefused(stream=str(stream_id), refusals=in_order)
