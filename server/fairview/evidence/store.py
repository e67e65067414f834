"""Where the log is kept, and what such a store must do.

Every commit is on the disk before it returns. Any number of processes may share a store.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path
from typing import Protocol
from uuid import UUID

import psycopg
from psycopg.errors import DiskFull

from fairview.evidence.contracts import Author, Entry, Seal
from fairview.evidence.engine import Head
from fairview.evidence.packs import Pack
from fairview.evidence.session_keys import SessionKeys

AWAY = (sqlite3.OperationalError, psycopg.OperationalError, psycopg.InterfaceError, OSError)
"""What is raised where the disk or the database is to blame, and not what should be stored."""

FAILURES = (sqlite3.Error, psycopg.Error, OSError)


class StreamMoved(Exception):
    """Another writer extended the stream first."""


@dataclass(frozen=True)
class Extension:
    """Entries of one stream that follow `before`."""

    before: Head
    entries: list[Entry]


class Store(Protocol):
    """Opened once by the writer for good, by a reader for as long as it reads."""

    keys: SessionKeys

    def close(self) -> None: ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing, and on the disk when it ends."""

    def claim(self, sessions: Set[UUID]) -> dict[UUID, int]:
        """The last position of each session, which nobody else extends until this transaction ends."""

    def extend(self, extensions: Sequence[Extension]) -> None:
        """Store entries of claimed sessions, within a transaction. Raises `StreamMoved` where the head of a
        stream is not what `before` says."""

    def stream(self, session_id: UUID, stream_id: UUID) -> tuple[Author, Head] | None:
        """Who owns a stream and where it stands."""

    def stored_payload(self, session_id: UUID, stream_id: UUID, number: int) -> tuple[bytes, bytes]:
        """Salt and payload hash of one entry."""

    def last_position(self, session_id: UUID) -> int: ...

    def read(
        self, session_id: UUID, after: int = 0, limit: int | None = None, author_id: UUID | None = None
    ) -> Iterator[Entry]:
        """Entries in order of position; `author_id` leaves only what that person wrote."""

    def heads(self, session_id: UUID) -> dict[UUID, Head]:
        """Where every stream of a session stands."""

    def seals(self, session_id: UUID) -> list[Seal]:
        """The seals of a session, the first one first."""

    def add_seal(self, session_id: UUID, seal: Seal) -> None: ...

    def add_stamp(self, session_id: UUID, sequence: int, stamp: bytes) -> None:
        """The first stamp stays."""

    def rows(self, session_id: UUID, after: int, count: int, author_id: UUID | None = None) -> list[Entry]:
        """The next entries that are not packed."""

    def packs(self, session_id: UUID) -> Iterator[Pack]: ...

    def pack(self, packed: Pack) -> None:
        """Put a pack in the place of its rows, within a transaction."""

    def blank(self, session_id: UUID, author_id: UUID | None, spared: str) -> dict[str, int]:
        """Take their words from rows: of one author, or all but those of the server's kind `spared`. How many
        of each kind had some."""

    def drop_words(self, packed: Pack, owner_id: UUID) -> None:
        """Take one owner's words from a pack."""

    def erased(self, session_id: UUID) -> dict[str, int]:
        """How many entries lost their words, by kind."""

    def add_erased(self, session_id: UUID, kinds: Mapping[str, int]) -> None: ...

    def wipe(self) -> None:
        """Leave nothing in the store's files of what was deleted or overwritten, as far as a store can."""


def open_store(database: Path | str) -> Store:
    """A file, or the address of a PostgreSQL database (`postgresql://…`)."""
    from fairview.evidence.store_postgres import PostgresStore
    from fairview.evidence.store_sqlite import SqliteStore

    if isinstance(database, str) and database.startswith(("postgresql://", "postgres://")):
        return PostgresStore(database)
    return SqliteStore(Path(database))


def is_full(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return isinstance(error, DiskFull) or (isinstance(error, OSError) and error.errno == ENOSPC)
