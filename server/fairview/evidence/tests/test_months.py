from contextlib import closing
from datetime import UTC, datetime
from uuid import UUID, uuid4

from pytest_django.fixtures import Settings
from tests.postgres import Cluster

from fairview.evidence.months import Month
from fairview.evidence.packing import pack_session
from fairview.evidence.store_postgres import PostgresStore
from fairview.evidence.tests.builders import Pen, stored, write
from fairview.kit.clock import as_us, now_us, utc_now
from fairview.kit.ids import new_id


def id_of(at: datetime) -> UUID:
    """A UUIDv7 as it would have been made then."""
    rest = new_id().int & ((1 << 80) - 1)
    return UUID(int=(as_us(at) // 1_000 << 80) | rest)


def test_an_id_lies_in_the_range_of_its_month() -> None:
    for at in (datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)):
        month = Month.of_id(id_of(at))
        assert month == Month.of(at)
        assert month.first_id <= id_of(at) < month.next.first_id
    assert str(Month(2026, 12).next) == "2027_01"
    assert Month.of_id(uuid4()) is None


def test_a_month_can_be_dropped_and_leaves_the_others(postgres: Cluster) -> None:
    address = postgres.create_database(f"log_{new_id().hex}")
    old, new, odd = Pen(id_of(datetime(2024, 2, 29, tzinfo=UTC))), Pen(), Pen(uuid4())
    write(address, old.notes(1, 3), new.notes(1, 3), odd.notes(1, 3))
    with closing(PostgresStore(address)) as store:
        store.connection.execute("drop table entries_2024_02")
    assert [len(stored(address, pen)) for pen in (old, new, odd)] == [0, 3, 3]


def test_a_month_of_packs_is_dropped_alike(postgres: Cluster, settings: Settings) -> None:
    settings.EVIDENCE_DATABASE = address = postgres.create_database(f"log_{new_id().hex}")
    pens = [Pen(id_of(datetime(2024, 2, 29, tzinfo=UTC))), Pen(), Pen(uuid4())]
    for pen in pens:
        write(address, pen.notes(1, 3))
        assert pack_session(pen.session_id, now_us()) == 3
    with closing(PostgresStore(address)) as store:
        store.connection.execute("drop table packs_2024_02, pack_words_2024_02")
    assert [len(stored(address, pen)) for pen in pens] == [0, 3, 3]


def test_this_month_and_the_next_are_ready_before_anybody_writes(postgres: Cluster) -> None:
    address = postgres.create_database(f"log_{new_id().hex}")
    month = Month.of(utc_now())
    with closing(PostgresStore(address)) as store:
        rows = store.connection.execute("select tablename from pg_tables where tablename like 'entries_2%'")
        assert {name for (name,) in rows} >= {f"entries_{month}", f"entries_{month.next}"}
