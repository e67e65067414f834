"""What both stores share: a session is read alike, whether its entries lie as rows or in packs."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from django.conf import settings

from fairview.evidence.contracts import Entry
from fairview.evidence.engine import SERVER
from fairview.evidence.packs import Pack, unpack
from fairview.evidence.session_keys import SessionKeys

READ_AT_ONCE = 500


class ReadsPacks(ABC):
    def __init__(self) -> None:
        self.keys = SessionKeys(settings.SESSION_KEYS)

    @abstractmethod
    def rows(
        self, session_id: UUID, after: int, count: int, author_id: UUID | None = None
    ) -> list[Entry]: ...

    @abstractmethod
    def pack_after(self, session_id: UUID, after: int) -> Pack | None:
        """The first pack that does not end at this position or before."""

    def read(
        self, session_id: UUID, after: int = 0, limit: int | None = None, author_id: UUID | None = None
    ) -> Iterator[Entry]:
        return islice(self.read_on(session_id, after, author_id), limit)

    def read_on(self, session_id: UUID, after: int, author_id: UUID | None) -> Iterator[Entry]:
        """Rows are looked for before packs: what is packed meanwhile is found twice, and never not at all."""
        while True:
            rows = self.rows(session_id, after, READ_AT_ONCE, author_id)
            packed = self.pack_after(session_id, after)
            if packed:
                found = unpack(packed, self.keys.find)
                yield from (one for one in found if one.position > after and is_by(one, author_id))
                after = packed.last
            elif rows:
                yield from rows
                after = rows[-1].position
            if not packed and len(rows) < READ_AT_ONCE:
                return

    def packs(self, session_id: UUID) -> Iterator[Pack]:
        after = 0
        while packed := self.pack_after(session_id, after):
            yield packed
            after = packed.last

    def packed_payload(self, session_id: UUID, stream_id: UUID, number: int) -> tuple[bytes, bytes]:
        """Salt and payload hash. Asked only for what a device sends again a day after it was stored."""
        entries = (one for packed in self.packs(session_id) for one in unpack(packed, self.keys.find))
        found = next(one for one in entries if (one.stream_id, one.number) == (stream_id, number))
        return found.salt, found.payload_hash


def is_by(entry: Entry, author_id: UUID | None) -> bool:
    return author_id is None or (entry.author_id == author_id and entry.role != SERVER)
