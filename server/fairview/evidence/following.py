"""What was committed reaches the consumers of every process, whichever one wrote it.

A process says of each commit only which positions it wrote. The others read them from the log, in a thread,
if somebody of the session is connected to them, and hand their consumers what they had not handed them yet:
in order and without a hole, as if they had written it themselves.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from fairview.evidence.contracts import Consumer, Entry
from fairview.kit.live.bus import Note
from fairview.kit.live.hub import Hub

logger = logging.getLogger(__name__)

ReadEntries = Callable[[UUID, int], Iterable[Entry]]


class Committed(Note, frozen=True, tag="evidence.committed"):
    """A process wrote these positions of a session."""

    session: UUID
    first: int
    last: int


class Follower:
    """A consumer of the log that stands before others. On the live plane's event loop."""

    def __init__(self, hub: Hub, read_entries: ReadEntries, consumers: Sequence[Consumer]) -> None:
        self.hub = hub
        self.read_entries = read_entries
        self.consumers = consumers
        self.told: dict[UUID, int] = {}
        """The position up to which the consumers were told of a session."""
        self.known: dict[UUID, int] = {}
        """The position up to which there is something to tell; more than was told while it is read."""
        self.reading: dict[UUID, asyncio.Task[None]] = {}
        hub.bus.listen(Committed, self.hear)
        hub.bus.when_joined.append(self.look_again)
        hub.bus.when_gone.append(lambda _process: self.look_again())

    def __call__(self, session_id: UUID, entries: list[Entry]) -> None:
        """This process committed these."""
        first, last = entries[0].position, entries[-1].position
        self.hub.tell(Committed(session=session_id, first=first, last=last))
        if session_id in self.reading or first > self.told.get(session_id, first - 1) + 1:
            self.read_up_to(session_id, first, last)
            return
        self.tell(session_id, entries)
        if not self.hub.has_anyone(session_id):
            del self.told[session_id]

    def hear(self, committed: Committed, _sender: UUID) -> None:
        """Another process committed these. Where nobody is, whoever comes is told from the log."""
        session_id = committed.session
        if self.hub.has_anyone(session_id):
            self.read_up_to(session_id, committed.first, committed.last)
        elif session_id not in self.reading:
            self.told.pop(session_id, None)

    def look_again(self) -> None:
        """News may have been missed: read on in every session that somebody is in."""
        for session_id in self.hub.rooms:
            if session_id in self.told:
                self.read_up_to(session_id, 0, self.told[session_id] + 1)

    async def stop(self) -> None:
        for task in self.reading.values():
            task.cancel()
        await asyncio.gather(*self.reading.values(), return_exceptions=True)

    def read_up_to(self, session_id: UUID, first: int, last: int) -> None:
        self.told.setdefault(session_id, first - 1)
        self.known[session_id] = max(last, self.known.get(session_id, 0))
        if session_id not in self.reading:
            self.reading[session_id] = asyncio.create_task(self.read(session_id))

    async def read(self, session_id: UUID) -> None:
        try:
            while self.told[session_id] < self.known[session_id]:
                entries = await asyncio.to_thread(self.untold, session_id)
                if not entries:
                    break
                self.tell(session_id, entries)
        except Exception:
            logger.exception("what was committed to %s could not be read", session_id)
        finally:
            del self.reading[session_id], self.known[session_id]

    def untold(self, session_id: UUID) -> list[Entry]:
        return list(self.read_entries(session_id, self.told[session_id]))

    def tell(self, session_id: UUID, entries: list[Entry]) -> None:
        self.told[session_id] = entries[-1].position
        for consumer in self.consumers:
            try:
                consumer(session_id, entries)
            except Exception:
                logger.exception("a consumer failed on committed entries")
