"""The log in a PostgreSQL database, whose commits are durable unless its operator turned that off.

Entries, and packs of them, lie in a partition for each month in which sessions were made, which their UUIDv7
tells: what has been kept long enough is dropped by the month, not deleted by the row. A lost connection is
made again by whoever needs it next.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from typing import Any, LiteralString
from uuid import UUID

import msgspec
import psycopg
from psycopg import sql

from fairview.evidence.contracts import Author, Entry, Seal, SealDocument
from fairview.evidence.engine import SERVER, Head, canonical
from fairview.evidence.months import Month
from fairview.evidence.packed import ReadsPacks
from fairview.evidence.packs import Pack, Words
from fairview.evidence.store import Extension, StreamMoved
from fairview.kit.clock import utc_now

CONNECT_WITHIN_S = 5
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
    """
    create table packs (
        session_id uuid not null, first integer not null, last integer not null, headers bytea not null,
        primary key (session_id, last)
    ) partition by range (session_id);
    create table packs_of_no_month partition of packs default;
    create table pack_words (
        session_id uuid not null, last integer not null, owner_id uuid not null,
        key_id uuid not null, sealed bytea not null,
        primary key (session_id, last, owner_id)
    ) partition by range (session_id);
    create table pack_words_of_no_month partition of pack_words default;
    create table erasures (
        session_id uuid not null, kind text not null, entries integer not null,
        primary key (session_id, kind)
    );
    """,
]
"""One script for each version of the database; a new version is added at the end."""

PARTITIONED = ("entries", "packs", "pack_words")
NOTHING = sql.SQL("")
BY_AUTHOR = sql.SQL("and author_id = %(author)s and role != {}").format(sql.Literal(SERVER))
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


class PostgresStore(ReadsPacks):
    def __init__(self, address: str) -> None:
        super().__init__()
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
        self.keys.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.connection.transaction():
            yield

    def prepare(self, months: Collection[Month]) -> None:
        """Partitions for sessions of these months, unless they are there."""
        for month in sorted(set(months) - self.months):
            with self.connection.transaction():
                self.connection.execute("select pg_advisory_xact_lock(%s)", (SCHEMA_LOCK,))
                for table in PARTITIONED:
                    self.connection.execute(partition(table, month))
            self.months.add(month)

    def claim(self, sessions: Set[UUID]) -> dict[UUID, int]:
        self.prepare({month for month in map(Month.of_id, sessions) if month})
        positions = self.locked(sessions)
        if new := sessions - positions.keys():
            self.connection.execute(
                "insert into sessions select unnest(%s::uuid[]), 0 on conflict do nothing", (sorted(new),)
            )
            positions |= self.locked(new)
        return positions

    def locked(self, sessions: Collection[UUID]) -> dict[UUID, int]:
        """The last position of those that are known, in one order for all who lock several."""
        return dict(
            self.connection.execute(
                """
                select session_id, position from sessions
                where session_id = any(%s) order by session_id for update
                """,
                (list(sessions),),
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
        return (row[0], row[1]) if row else self.packed_payload(session_id, stream_id, number)

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

    def rows(self, session_id: UUID, after: int, count: int, author_id: UUID | None = None) -> list[Entry]:
        query = sql.SQL(
            """
            select {} from entries where session_id = %(session)s and position > %(after)s {}
            order by position limit %(count)s
            """
        ).format(COLUMNS, BY_AUTHOR if author_id else NOTHING)
        values = {"session": session_id, "after": after, "count": count, "author": author_id}
        return list(map(as_entry, self.connection.execute(query, values, binary=True)))

    def pack_after(self, session_id: UUID, after: int) -> Pack | None:
        row = self.connection.execute(
            """
            select first, last, headers from packs where session_id = %s and last > %s
            order by last limit 1
            """,
            (session_id, after),
        ).fetchone()
        if row is None:
            return None
        words = self.connection.execute(
            "select owner_id, key_id, sealed from pack_words where session_id = %s and last = %s",
            (session_id, row[1]),
        )
        first, last, headers = row
        return Pack(session_id, first, last, headers, [Words(*one) for one in words])

    def pack(self, packed: Pack) -> None:
        id_ = packed.session_id
        self.connection.execute(
            "insert into packs values (%s, %s, %s, %s)", (id_, packed.first, packed.last, packed.headers)
        )
        words = [(id_, packed.last, one.owner_id, one.key_id, one.sealed) for one in packed.words]
        self.connection.cursor().executemany("insert into pack_words values (%s, %s, %s, %s, %s)", words)
        self.connection.execute(
            "delete from entries where session_id = %s and position between %s and %s",
            (id_, packed.first, packed.last),
        )

    def blank(self, session_id: UUID, author_id: UUID | None, spared: str) -> dict[str, int]:
        query = sql.SQL(
            """
            with blanked as (
                update entries set payload = '', salt = ''
                where session_id = %(session)s and payload != '' and kind != %(spared)s {} returning kind
            ) select kind, count(*) from blanked group by kind
            """
        ).format(BY_AUTHOR if author_id else NOTHING)
        values = {"session": session_id, "spared": spared, "author": author_id}
        return dict(self.connection.execute(query, values).fetchall())

    def drop_words(self, packed: Pack, owner_id: UUID) -> None:
        self.connection.execute(
            "delete from pack_words where session_id = %s and last = %s and owner_id = %s",
            (packed.session_id, packed.last, owner_id),
        )

    def erased(self, session_id: UUID) -> dict[str, int]:
        return dict(
            self.connection.execute(
                "select kind, entries from erasures where session_id = %s", (session_id,)
            ).fetchall()
        )

    def add_erased(self, session_id: UUID, kinds: Mapping[str, int]) -> None:
        self.connection.cursor().executemany(
            """
            insert into erasures values (%s, %s, %s) on conflict (session_id, kind)
            do update set entries = erasures.entries + excluded.entries
            """,
            [(session_id, kind, entries) for kind, entries in kinds.items()],
        )

    def wipe(self) -> None:
        """Old pages and write-ahead logs of PostgreSQL are for its operator to clear: docs/operations."""


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


def partition(table: str, month: Month) -> sql.Composed:
    return sql.SQL("create table if not exists {} partition of {} for values from ({}) to ({})").format(
        sql.Identifier(f"{table}_{month}"),
        sql.Identifier(table),
        sql.Literal(month.first_id),
        sql.Literal(month.next.first_id),
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
