"""The log in one SQLite file of its own, without an ORM.

Every commit is on the disk before it returns (synchronous=FULL). Any number of processes may share the file:
a write transaction takes the lock at once, so heads and positions read within it are the newest.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from fairview.evidence.contracts import Author, Entry, Seal, SealDocument
from fairview.evidence.engine import SERVER, Head, canonical
from fairview.evidence.errors import ErasedNotWiped
from fairview.evidence.packed import ReadsPacks
from fairview.evidence.packs import Pack, Words
from fairview.evidence.store import Extension, StreamMoved

BUSY_MS = 10_000
TURN_S = 0.01

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
    """
    alter table entries rename to entries_by_session;
    create table entries (
        session_id blob not null, position integer not null,
        stream_id blob not null, number integer not null,
        author_id blob not null, role text not null, kind text not null,
        epoch text not null, at_us integer not null,
        estimated_us integer not null, uncertainty_us integer not null, received_us integer not null,
        payload blob not null, salt blob not null,
        payload_hash blob not null, previous blob not null, hash blob not null
    ) strict;
    insert into entries (
        session_id, position, stream_id, number, author_id, role, kind, epoch, at_us,
        estimated_us, uncertainty_us, received_us, payload, salt, payload_hash, previous, hash
    ) select
        session_id, position, stream_id, number, author_id, role, kind, epoch, at_us,
        estimated_us, uncertainty_us, received_us, payload, salt, payload_hash, previous, hash
    from entries_by_session;
    drop table entries_by_session;
    create unique index entries_by_position on entries (session_id, position);
    create unique index entries_by_number on entries (session_id, stream_id, number)
    """,
    """
    create table packs (
        session_id blob not null, first integer not null, last integer not null, headers blob not null,
        primary key (session_id, last)
    ) strict;
    create table pack_words (
        session_id blob not null, last integer not null, owner_id blob not null,
        key_id blob not null, sealed blob not null,
        primary key (session_id, last, owner_id)
    ) strict;
    create table erasures (
        session_id blob not null, kind text not null, entries integer not null,
        primary key (session_id, kind)
    ) without rowid, strict
    """,
]
"""One script for each version of the file; a new version is added at the end.

The third lays entries down in the order of commit, so that those of one commit lie in few pages: rows in the
order of their session cost a page, and its copy in the write-ahead log, for every session of a commit."""

BY_AUTHOR = f" and author_id = ? and role != '{SERVER}'"
FIELDS = Entry.__struct_fields__
IDS = ("session_id", "stream_id", "author_id")
IDS_AT = [FIELDS.index(name) for name in IDS]
COLUMNS = ", ".join(FIELDS)
SELECT = f"select {COLUMNS} from entries"  # noqa: S608 - all ours
INSERT = f"insert into entries ({COLUMNS}) values {{}}"  # noqa: S608
OPEN = "insert into streams values {}"
MOVE = """
    update streams set number = column4, head = column5 from (values {})
    where session_id = column1 and stream_id = column2 and head = column3
"""

ROWS_AT_ONCE = 64
"""Rows of one statement. Between two of them other threads run, for as long as they like."""

KEPT_POSITIONS = 10_000

Row = list[bytes | int | str]
T = TypeVar("T")


class NewerFile(Exception):
    """The file was written by a newer Fairview."""


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    write_ahead(connection)
    connection.execute("pragma synchronous = full")
    connection.execute("pragma secure_delete = on")
    return connection


def write_ahead(connection: sqlite3.Connection) -> None:
    """Turn a new file's journal. SQLite itself does not wait for another process that turns it too."""
    until = monotonic() + BUSY_MS / 1000
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(TURN_S)
        else:
            return


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


class SqliteStore(ReadsPacks):
    def __init__(self, path: Path) -> None:
        super().__init__()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = connect(path)
        self.version = 0
        """SQLite's count of what others wrote; while it stays, what this connection knows is the newest."""
        self.positions: dict[UUID, int] = {}
        migrate(self.connection)

    def close(self) -> None:
        self.connection.close()
        self.keys.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        try:
            with transaction(self.connection):
                yield
        except BaseException:
            self.positions.clear()
            raise

    def stream(self, session_id: UUID, stream_id: UUID) -> tuple[Author, Head] | None:
        row = self.connection.execute(
            "select author_id, role, number, head from streams where session_id = ? and stream_id = ?",
            (session_id.bytes, stream_id.bytes),
        ).fetchone()
        return row and (Author(UUID(bytes=row[0]), row[1]), Head(row[2], row[3]))

    def stored_payload(self, session_id: UUID, stream_id: UUID, number: int) -> tuple[bytes, bytes]:
        row = self.connection.execute(
            "select salt, payload_hash from entries where session_id = ? and stream_id = ? and number = ?",
            (session_id.bytes, stream_id.bytes, number),
        ).fetchone()
        return (row[0], row[1]) if row else self.packed_payload(session_id, stream_id, number)

    def last_position(self, session_id: UUID) -> int:
        row = self.connection.execute(
            """
            select max(coalesce((select max(position) from entries where session_id = ?1), 0),
                       coalesce((select max(last) from packs where session_id = ?1), 0))
            """,
            (session_id.bytes,),
        ).fetchone()
        return int(row[0])

    def heads(self, session_id: UUID) -> dict[UUID, Head]:
        rows = self.connection.execute(
            "select stream_id, number, head from streams where session_id = ?", (session_id.bytes,)
        )
        return {UUID(bytes=stream_id): Head(number, head) for stream_id, number, head in rows}

    def seals(self, session_id: UUID) -> list[Seal]:
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
        self.connection.execute(
            "update seals set stamp = ? where session_id = ? and sequence = ? and stamp = x''",
            (stamp, session_id.bytes, sequence),
        )

    def claim(self, sessions: Set[UUID]) -> dict[UUID, int]:
        version = self.connection.execute("pragma data_version").fetchone()[0]
        if version != self.version or len(self.positions) > KEPT_POSITIONS:
            self.version = version
            self.positions.clear()
        return {session_id: self.claimed(session_id) for session_id in sessions}

    def claimed(self, session_id: UUID) -> int:
        position = self.positions.get(session_id)
        return self.last_position(session_id) if position is None else position

    def extend(self, extensions: Sequence[Extension]) -> None:
        opened = [one for one in extensions if one.before.number == 0]
        moved = [one for one in extensions if one.before.number > 0]
        try:
            self.execute_many(OPEN, opened, as_opened)
        except sqlite3.IntegrityError as error:
            raise StreamMoved from error
        if self.execute_many(MOVE, moved, as_moved) != len(moved):
            raise StreamMoved
        self.execute_many(INSERT, [entry for one in extensions for entry in one.entries], as_row)
        for last in (one.entries[-1] for one in extensions):
            self.positions[last.session_id] = max(last.position, self.positions.get(last.session_id, 0))

    def execute_many(self, statement: str, given: Sequence[T], row_of: Callable[[T], Row]) -> int:
        """Run it with a row for each, many at a time; how many rows it wrote."""
        written = 0
        for first in range(0, len(given), ROWS_AT_ONCE):
            some = [row_of(one) for one in given[first : first + ROWS_AT_ONCE]]
            places = ", ".join([f"({', '.join('?' * len(some[0]))})"] * len(some))
            values = list(chain.from_iterable(some))
            written += self.connection.execute(statement.format(places), values).rowcount
        return written

    def rows(self, session_id: UUID, after: int, count: int, author_id: UUID | None = None) -> list[Entry]:
        query = f"{SELECT} where session_id = ? and position > ?"
        values: list[bytes | int] = [session_id.bytes, after]
        if author_id:
            query += BY_AUTHOR
            values.append(author_id.bytes)
        found = self.connection.execute(f"{query} order by position limit ?", [*values, count])
        return list(map(as_entry, found))

    def pack_after(self, session_id: UUID, after: int) -> Pack | None:
        row = self.connection.execute(
            """
            select first, last, headers from packs where session_id = ? and last > ? order by last limit 1
            """,
            (session_id.bytes, after),
        ).fetchone()
        if row is None:
            return None
        words = self.connection.execute(
            "select owner_id, key_id, sealed from pack_words where session_id = ? and last = ?",
            (session_id.bytes, row[1]),
        )
        first, last, headers = row
        locked = [Words(UUID(bytes=owner), UUID(bytes=key), sealed) for owner, key, sealed in words]
        return Pack(session_id, first, last, headers, locked)

    def pack(self, packed: Pack) -> None:
        id_ = packed.session_id.bytes
        self.connection.execute(
            "insert into packs values (?, ?, ?, ?)", (id_, packed.first, packed.last, packed.headers)
        )
        self.connection.executemany(
            "insert into pack_words values (?, ?, ?, ?, ?)",
            [(id_, packed.last, one.owner_id.bytes, one.key_id.bytes, one.sealed) for one in packed.words],
        )
        self.connection.execute(
            "delete from entries where session_id = ? and position between ? and ?",
            (id_, packed.first, packed.last),
        )

    def blank(self, session_id: UUID, author_id: UUID | None, spared: str) -> dict[str, int]:
        which = "where session_id = ? and payload != x'' and kind != ?"
        values = [session_id.bytes, spared]
        if author_id:
            which += BY_AUTHOR
            values.append(author_id.bytes)
        kinds = self.connection.execute(
            f"select kind, count(*) from entries {which} group by kind",  # noqa: S608
            values,
        ).fetchall()
        self.connection.execute(f"update entries set payload = x'', salt = x'' {which}", values)  # noqa: S608
        return dict(kinds)

    def drop_words(self, packed: Pack, owner_id: UUID) -> None:
        self.connection.execute(
            "delete from pack_words where session_id = ? and last = ? and owner_id = ?",
            (packed.session_id.bytes, packed.last, owner_id.bytes),
        )

    def erased(self, session_id: UUID) -> dict[str, int]:
        return dict(
            self.connection.execute(
                "select kind, entries from erasures where session_id = ?", (session_id.bytes,)
            ).fetchall()
        )

    def add_erased(self, session_id: UUID, kinds: Mapping[str, int]) -> None:
        self.connection.executemany(
            """
            insert into erasures values (?, ?, ?)
            on conflict do update set entries = entries + excluded.entries
            """,
            [(session_id.bytes, kind, entries) for kind, entries in kinds.items()],
        )

    def wipe(self) -> None:
        """The file holds nothing of it any more (`secure_delete`); this empties the write-ahead log."""
        is_busy, *_ = self.connection.execute("pragma wal_checkpoint(truncate)").fetchone()
        if is_busy:
            raise ErasedNotWiped


def as_row(entry: Entry) -> Row:
    """In the order of `FIELDS`."""
    row: list[Any] = list(msgspec.structs.astuple(entry))
    for index in IDS_AT:
        row[index] = row[index].bytes
    return row


def as_opened(extension: Extension) -> Row:
    last = extension.entries[-1]
    ids = (last.session_id.bytes, last.stream_id.bytes, last.author_id.bytes)
    return [*ids, last.role, last.number, last.hash]


def as_moved(extension: Extension) -> Row:
    last = extension.entries[-1]
    return [last.session_id.bytes, last.stream_id.bytes, extension.before.hash, last.number, last.hash]


def as_entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(FIELDS, row, strict=True))
    for name in IDS:
        values[name] = UUID(bytes=values[name])
    return Entry(**values)
