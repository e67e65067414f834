"""The log in a PostgreSQL database, whose commits are durable unless its operator turned that off.

Entries lie in a partition for each month in which sessions were made, which their UUIDv7 tells: what has been
kept long enough is dropped by the month, not deleted by the row. A lost connection is made again by whoever
needs it next.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, LiteralString
from uuid import UUID

import msgspec
import psycopg
from psycopg import sql

from fairview.evidence.contracts import Author, Entry, Seal, SealDocument
from fairview.evidence.engine import SERVER, Head, canonical
from fairview.evidence.months import Month
from fairview.evidence.store import Extension, StreamMoved
from fairview.kit.clock import utc_now

CONNECT_WITHIN_S = 5
READ_AT_ONCE = 500
SCHEMA_LOCK = 0x4661697276696577

SCHEMA: list[LiteralString] = [
    """
    create table entries (
        session_id uuid not null, position integer not null,
        stream_id uuid not null, number bigint not null,
        author_id uuid not null, role text not null, kind text not null,
        epoch bytea not null, at_us bigint not null,
        estimated_us bigint not null, uncertainty_us bigint not null, received_us bigint not null,
        payload bytea not null, salt bytea not null,
        payload_hash bytea not null, previous bytea not null, hash bytea not null,
        primary key (session_id, position),
        unique (session_id, stream_id, number)
    ) partition by range (session_id);
    create table entries_of_no_month partition of entries default;
    create table streams (
        session_id uuid not null, stream_id uuid not null,
        author_id uuid not null, role text not null,
        number bigint not null, head bytea not null,
        primary key (session_id, stream_id)
    );
    create table sessions (session_id uuid primary key, position integer not null);
    create table seals (
        session_id uuid not null, sequence integer not null,
        document bytea not null, signature bytea not null, public_key bytea not null, stamp bytea not null,
        primary key (session_id, sequence)
    );
    """,
]
"""One script for each version of the database; a new version is added at the end."""

FIELDS = Entry.__struct_fields__
COLUMNS = sql.SQL(", ").join(map(sql.Identifier, FIELDS))
COPY = sql.SQL("copy entries ({}) from stdin (format binary)").format(COLUMNS)
TYPES = [
    *("uuid", "uuid", "int8", "int4", "uuid", "text", "text", "bytea", "int8"),
    *("int8", "int8", "int8", "bytea", "bytea", "bytea", "bytea", "bytea"),
]
OPEN = """
    insert into streams select * from unnest(
        %s::uuid[], %s::uuid[], %s::uuid[], %s::text[], %s::bigint[], %s::bytea[]
    ) on conflict do nothing
"""
MOVE = """
    update streams set number = moved.number, head = moved.head
    from unnest(%s::uuid[], %s::uuid[], %s::bytea[], %s::bigint[], %s::bytea[])
        as moved (session_id, stream_id, before, number, head)
    where streams.session_id = moved.session_id and streams.stream_id = moved.stream_id
        and streams.head = moved.before
"""
ADVANCE = """
    update sessions set position = advanced.position
    from unnest(%s::uuid[], %s::integer[]) as advanced (session_id, position)
    where sessions.session_id = advanced.session_id
"""


class PostgresStore:
    def __init__(self, address: str) -> None:
        self.address = address
        self.opened: psycopg.Connection[Any] | None = None
        self.months: set[Month] = set()

    @property
    def connection(self) -> psycopg.Connection[Any]:
        if self.opened is None or self.opened.closed:
            connection = psycopg.connect(self.address, autocommit=True, connect_timeout=CONNECT_WITHIN_S)
            migrate(connection)
            self.opened = connection
            this_month = Month.of(utc_now())
            self.prepare({this_month, this_month.next})
        return self.opened

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.connection.transaction():
            yield

    def prepare(self, months: Collection[Month]) -> None:
        """Partitions for sessions of these months, unless they are there."""
        for month in sorted(set(months) - self.months):
            with self.connection.transaction():
                self.connection.execute("select pg_advisory_xact_lock(%s)", (SCHEMA_LOCK,))
                self.connection.execute(partition(month))
            self.months.add(month)

    def claim(self, sessions: Collection[UUID]) -> dict[UUID, int]:
        self.prepare({month for month in map(Month.of_id, sessions) if month})
        asked = (sorted(sessions),)
        self.connection.execute(
            "insert into sessions select unnest(%s::uuid[]), 0 on conflict do nothing", asked
        )
        return dict(
            self.connection.execute(
                """
                select session_id, position from sessions
                where session_id = any(%s) order by session_id for update
                """,
                asked,
            ).fetchall()
        )

    def extend(self, extensions: Sequence[Extension]) -> None:
        opened = [as_opened(one) for one in extensions if one.before.number == 0]
        moved = [as_moved(one) for one in extensions if one.before.number > 0]
        if self.execute_many(OPEN, opened) + self.execute_many(MOVE, moved) != len(extensions):
            raise StreamMoved
        positions: dict[UUID, int] = {}
        with self.connection.cursor().copy(COPY) as copy:
            copy.set_types(TYPES)
            for entry in (entry for one in extensions for entry in one.entries):
                copy.write_row(as_row(entry))
                positions[entry.session_id] = max(entry.position, positions.get(entry.session_id, 0))
        self.execute_many(ADVANCE, list(positions.items()))

    def execute_many(self, statement: LiteralString, rows: Sequence[Sequence[Any]]) -> int:
        """Run it once for all rows; how many rows it wrote."""
        if not rows:
            return 0
        columns = [list(column) for column in zip(*rows, strict=True)]
        return self.connection.execute(statement, columns).rowcount

    def stream(self, session_id: UUID, stream_id: UUID) -> tuple[Author, Head] | None:
        row = self.connection.execute(
            "select author_id, role, number, head from streams where session_id = %s and stream_id = %s",
            (session_id, stream_id),
        ).fetchone()
        return (Author(row[0], row[1]), Head(row[2], row[3])) if row else None

    def stored_payload(self, session_id: UUID, stream_id: UUID, number: int) -> tuple[bytes, bytes]:
        row = self.connection.execute(
            """
            select salt, payload_hash from entries
            where session_id = %s and stream_id = %s and number = %s
            """,
            (session_id, stream_id, number),
        ).fetchone()
        assert row, "a number that is not above the head is stored"
        return row[0], row[1]

    def last_position(self, session_id: UUID) -> int:
        row = self.connection.execute(
            "select position from sessions where session_id = %s", (session_id,)
        ).fetchone()
        return row[0] if row else 0

    def heads(self, session_id: UUID) -> dict[UUID, Head]:
        rows = self.connection.execute(
            "select stream_id, number, head from streams where session_id = %s", (session_id,)
        )
        return {stream_id: Head(number, head) for stream_id, number, head in rows}

    def seals(self, session_id: UUID) -> list[Seal]:
        rows = self.connection.execute(
            """
            select document, signature, public_key, stamp from seals
            where session_id = %s order by sequence
            """,
            (session_id,),
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
            "insert into seals values (%s, %s, %s, %s, %s, %s)",
            (session_id, seal.document.sequence, canonical(seal.document), *given),
        )

    def add_stamp(self, session_id: UUID, sequence: int, stamp: bytes) -> None:
        self.connection.execute(
            "update seals set stamp = %s where session_id = %s and sequence = %s and stamp = ''",
            (stamp, session_id, sequence),
        )

    def read(
        self, session_id: UUID, after: int = 0, limit: int | None = None, author_id: UUID | None = None
    ) -> Iterator[Entry]:
        by_author = sql.SQL("and author_id = %(author)s and role != %(server)s") if author_id else sql.SQL("")
        query = sql.SQL(
            """
            select {} from entries where session_id = %(session)s and position > %(after)s {}
            order by position limit %(limit)s
            """
        ).format(COLUMNS, by_author)
        values = {
            "session": session_id,
            "after": after,
            "limit": limit,
            "author": author_id,
            "server": SERVER,
        }
        with self.connection.transaction(), self.connection.cursor("entries") as cursor:
            cursor.itersize = READ_AT_ONCE
            cursor.execute(query, values, binary=True)
            yield from map(as_entry, cursor)


def migrate(connection: psycopg.Connection[Any]) -> None:
    """Bring the database to the newest version. Safe when several processes start at once."""
    with connection.transaction():
        connection.execute("select pg_advisory_xact_lock(%s)", (SCHEMA_LOCK,))
        connection.execute("create table if not exists evidence_version (version integer not null)")
        row = connection.execute("select version from evidence_version").fetchone()
        version = row[0] if row else 0
        if version > len(SCHEMA):
            raise NewerDatabase(
                f"The evidence database has version {version}; this Fairview knows {len(SCHEMA)}."
            )
        for script in SCHEMA[version:]:
            connection.execute(script)
        connection.execute("delete from evidence_version")
        connection.execute("insert into evidence_version values (%s)", (len(SCHEMA),))


class NewerDatabase(Exception):
    """The database was written by a newer Fairview."""


def partition(month: Month) -> sql.Composed:
    return sql.SQL("create table if not exists {} partition of entries for values from ({}) to ({})").format(
        sql.Identifier(f"entries_{month}"), sql.Literal(month.first_id), sql.Literal(month.next.first_id)
    )


def as_row(entry: Entry) -> list[Any]:
    row = list(msgspec.structs.astuple(entry))
    row[EPOCH] = entry.epoch.encode()
    return row


EPOCH = FIELDS.index("epoch")
"""A client's own word, with any character; PostgreSQL's text knows no NUL."""


def as_entry(row: Sequence[Any]) -> Entry:
    values = dict(zip(FIELDS, row, strict=True))
    return Entry(**values | {"epoch": values["epoch"].decode()})


def as_opened(extension: Extension) -> tuple[Any, ...]:
    last = extension.entries[-1]
    return last.session_id, last.stream_id, last.author_id, last.role, last.number, last.hash


def as_moved(extension: Extension) -> tuple[Any, ...]:
    last = extension.entries[-1]
    return last.session_id, last.stream_id, extension.before.hash, last.number, last.hash
