"""The log on disk: one SQLite file of its own, without an ORM.

Every commit is on the disk before it returns (synchronous=FULL). Any number of processes may share the file:
a write transaction takes the lock at once, so heads and positions read within it are the newest.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from fairview.evidence.contracts import Author, Entry, Seal, SealDocument
from fairview.evidence.engine import SERVER, Head, canonical

BUSY_MS = 10_000
READ_AT_ONCE = 500

SCHEMA = [
    """
    create table entries (
        session_id blob not null, position integer not null,
        stream_id blob not null, number integer not null,
        author_id blob not null, role text not null, kind text not null,
        epoch text not null, at_us integer not null,
        estimated_us integer not null, uncertainty_us integer not null, received_us integer not null,
        payload blob not null, salt blob not null,
        payload_hash blob not null, previous blob not null, hash blob not null,
        primary key (session_id, position)
    ) without rowid, strict;
    create unique index entries_by_number on entries (session_id, stream_id, number);
    create table streams (
        session_id blob not null, stream_id blob not null,
        author_id blob not null, role text not null,
        number integer not null, head blob not null,
        primary key (session_id, stream_id)
    ) without rowid, strict;
    """,
    """
    create table seals (
        session_id blob not null, sequence integer not null,
        document blob not null, signature blob not null, public_key blob not null, stamp blob not null,
        primary key (session_id, sequence)
    ) without rowid, strict
    """,
]
"""One script for each version of the file; a new version is added at the end."""

FIELDS = Entry.__struct_fields__
IDS = ("session_id", "stream_id", "author_id")
COLUMNS = ", ".join(FIELDS)
INSERT = f"insert into entries ({COLUMNS}) values ({', '.join('?' * len(FIELDS))})"  # noqa: S608 - all ours
SELECT = f"select {COLUMNS} from entries"  # noqa: S608


class StreamMoved(Exception):
    """Another writer extended the stream first."""


class NewerFile(Exception):
    """The file was written by a newer Fairview."""


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    return connection


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest version. Safe when two processes start at once."""
    if version_of(connection) == len(SCHEMA):
        return
    with transaction(connection):
        version = version_of(connection)
        if version > len(SCHEMA):
            raise NewerFile(f"The evidence file has version {version}; this Fairview knows {len(SCHEMA)}.")
        for script in SCHEMA[version:]:
            for statement in script.split(";"):
                connection.execute(statement)
        connection.execute(f"pragma user_version = {len(SCHEMA)}")


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; takes the write lock at once, and is on the disk when it ends."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


class Store:
    """The file, opened once: by the writer for good, by a reader for as long as it reads."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = connect(path)
        migrate(self.connection)

    def close(self) -> None:
        self.connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        return transaction(self.connection)

    def stream(self, session_id: UUID, stream_id: UUID) -> tuple[Author, Head] | None:
        """Who owns a stream and where it stands."""
        row = self.connection.execute(
            "select author_id, role, number, head from streams where session_id = ? and stream_id = ?",
            (session_id.bytes, stream_id.bytes),
        ).fetchone()
        return row and (Author(UUID(bytes=row[0]), row[1]), Head(row[2], row[3]))

    def stored_payload(self, session_id: UUID, stream_id: UUID, number: int) -> tuple[bytes, bytes]:
        """Salt and payload hash of one entry."""
        salt, payload_hash = self.connection.execute(
            "select salt, payload_hash from entries where session_id = ? and stream_id = ? and number = ?",
            (session_id.bytes, stream_id.bytes, number),
        ).fetchone()
        return salt, payload_hash

    def last_position(self, session_id: UUID) -> int:
        row = self.connection.execute(
            "select max(position) from entries where session_id = ?", (session_id.bytes,)
        ).fetchone()
        return row[0] or 0

    def heads(self, session_id: UUID) -> dict[UUID, Head]:
        """Where every stream of a session stands."""
        rows = self.connection.execute(
            "select stream_id, number, head from streams where session_id = ?", (session_id.bytes,)
        )
        return {UUID(bytes=stream_id): Head(number, head) for stream_id, number, head in rows}

    def seals(self, session_id: UUID) -> list[Seal]:
        """The seals of a session, the first one first."""
        rows = self.connection.execute(
            "select document, signature, public_key, stamp from seals where session_id = ? order by sequence",
            (session_id.bytes,),
        )
        return [
            Seal(
                document=msgspec.json.decode(document, type=SealDocument),
                signature=signature.hex(),
                public_key=public_key.hex(),
                stamp=stamp.hex(),
            )
            for document, signature, public_key, stamp in rows
        ]

    def add_seal(self, session_id: UUID, seal: Seal) -> None:
        given = (bytes.fromhex(seal.signature), bytes.fromhex(seal.public_key), bytes.fromhex(seal.stamp))
        self.connection.execute(
            "insert into seals values (?, ?, ?, ?, ?, ?)",
            (session_id.bytes, seal.document.sequence, canonical(seal.document), *given),
        )

    def add_stamp(self, session_id: UUID, sequence: int, stamp: bytes) -> None:
        """The first stamp stays."""
        self.connection.execute(
            "update seals set stamp = ? where session_id = ? and sequence = ? and stamp = x''",
            (stamp, session_id.bytes, sequence),
        )

    def extend(self, before: Head, entries: list[Entry]) -> None:
        """Store entries of one stream that follow `before`. Call it within a transaction."""
        self.connection.executemany(INSERT, map(as_row, entries))
        first, last = entries[0], entries[-1]
        stream = (first.session_id.bytes, first.stream_id.bytes)
        if before.number == 0:
            self.connection.execute(
                "insert into streams values (?, ?, ?, ?, ?, ?)",
                (*stream, first.author_id.bytes, first.role, last.number, last.hash),
            )
            return
        moved = self.connection.execute(
            "update streams set number = ?, head = ? where session_id = ? and stream_id = ? and head = ?",
            (last.number, last.hash, *stream, before.hash),
        )
        if moved.rowcount != 1:
            raise StreamMoved

    def read(
        self, session_id: UUID, after: int = 0, limit: int = -1, author_id: UUID | None = None
    ) -> Iterator[Entry]:
        """Entries in order of position; `author_id` leaves only what that person wrote."""
        query = f"{SELECT} where session_id = ? and position > ?"
        values: list[bytes | int] = [session_id.bytes, after]
        if author_id:
            query += f" and author_id = ? and role != '{SERVER}'"
            values.append(author_id.bytes)
        cursor = self.connection.execute(f"{query} order by position limit ?", (*values, limit))
        while rows := cursor.fetchmany(READ_AT_ONCE):
            yield from map(as_entry, rows)


def as_row(entry: Entry) -> list[bytes | int | str]:
    return [value.bytes if isinstance(value, UUID) else value for value in msgspec.structs.astuple(entry)]


def as_entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(FIELDS, row, strict=True))
    for name in IDS:
        values[name] = UUID(bytes=values[name])
    return Entry(**values)
