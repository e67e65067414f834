"""The log on the live socket: clock exchanges, batches of entries, and tokens for sending them over HTTP."""

import asyncio
from collections.abc import Callable, Iterable
from uuid import UUID
from weakref import WeakKeyDictionary

import msgspec

from fairview.evidence.contracts import AppendEntries, Author, SlowDown, StreamToken
from fairview.evidence.errors import LogBusy
from fairview.evidence.log import Answer, EvidenceLog
from fairview.kit.clock import now_us
from fairview.kit.live.contracts import ClockPing
from fairview.kit.live.hub import Connection
from fairview.kit.tickets import seal

TOKEN_PURPOSE = "evidence.stream"  # noqa: S105 - a name, not a secret
TOKEN_LASTS_S = 24 * 3_600
TOKEN_RENEWED_AFTER_US = 3_600 * 1_000_000
RETRY_AFTER_MS = 1_000

Standing = Callable[[Connection], frozenset[str]]
"""What a participant counts as in the table of kinds, at this moment."""


class StreamClaims(msgspec.Struct, frozen=True, kw_only=True):
    """What a stream token proves: who may extend one stream of one session."""

    session: UUID
    stream: UUID
    author: Author
    standing: list[str]


class LiveEvidence:
    """Handlers of one live plane."""

    def __init__(self, log: EvidenceLog, standing: Standing) -> None:
        self.log = log
        self.standing = standing
        self.tokens: WeakKeyDictionary[Connection, dict[UUID, int]] = WeakKeyDictionary()

    def ping(self, connection: Connection, ping: ClockPing, received_us: int) -> None:
        connection.send(self.log.clocks.of(connection.participant).ping(ping, received_us, now_us()))

    def append(self, connection: Connection, batch: AppendEntries, received_us: int) -> None:
        """Hand the batch to the log; the answer follows after the commit."""
        try:
            answer = self.log.append(
                connection.room,
                author_of(connection),
                self.standing(connection),
                batch,
                wire="msgpack",
                received_us=received_us,
            )
        except LogBusy:
            connection.send(SlowDown(retry_after_ms=RETRY_AFTER_MS))
            return
        answer.add_done_callback(lambda done: reply(connection, done))
        if received_us - self.tokens.get(connection, {}).get(batch.stream, 0) > TOKEN_RENEWED_AFTER_US:
            self.give_token(connection, batch.stream)

    def give_token(self, connection: Connection, stream: UUID) -> None:
        self.tokens.setdefault(connection, {})[stream] = now_us()
        claims = StreamClaims(
            session=connection.room,
            stream=stream,
            author=author_of(connection),
            standing=sorted(self.standing(connection)),
        )
        connection.send(StreamToken(stream=str(stream), token=seal(claims, TOKEN_PURPOSE)))

    def renew_tokens(self, connections: Iterable[Connection]) -> None:
        """At the end of a room: a full day to send what is left."""
        for connection in connections:
            for stream in list(self.tokens.get(connection, {})):
                self.give_token(connection, stream)


def author_of(connection: Connection) -> Author:
    return Author(UUID(connection.participant), connection.role)


def reply(connection: Connection, done: asyncio.Future[Answer]) -> None:
    """A batch that could not be stored is asked for again.

    Refusals come first: whoever is told `stream_conflict` must not take the acknowledgement of what the
    stream holds for one of their own entries.
    """
    if done.exception():
        connection.send(SlowDown(retry_after_ms=RETRY_AFTER_MS))
        return
    answer = done.result()
    if answer.refused:
        connection.send(answer.refused)
    if answer.acknowledged:
        connection.send(answer.acknowledged)
