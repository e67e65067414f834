"""Sessions that were packed read as they did before, whatever comes in between."""

import os
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from fairview.evidence import packed as packed_reader
from fairview.evidence import packing
from fairview.evidence.contracts import Entry
from fairview.evidence.engine import Head, is_erased, link, verify_chain
from fairview.evidence.erasure import wipe_log
from fairview.evidence.errors import PackDamaged, SessionKeysMissing
from fairview.evidence.packing import SETTLED_US, pack_session
from fairview.evidence.packs import pack, unpack
from fairview.evidence.session_keys import SessionKey, SessionKeys
from fairview.evidence.store import open_store
from fairview.evidence.tests.builders import NOON_US, Database, Pen, note, stored, write
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id

KEY = SessionKey(new_id(), os.urandom(32))
LATER_US = NOON_US + 1


@pytest.fixture(autouse=True)
def small_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "ENTRIES_PER_PACK", 4)
    monkeypatch.setattr(packed_reader, "READ_AT_ONCE", 3)


@pytest.fixture
def pens(database: Database) -> list[Pen]:
    """Cai and Ines, who took turns, and the server."""
    cai = Pen()
    ines, server = Pen(cai.session_id, "interviewer"), Pen(cai.session_id, "server")
    write(database, cai.notes(1, 3), ines.notes(1, 2), server.notes(1, 1), cai.notes(4, 7))
    return [cai, ines, server]


def heads(database: Database, session_id: UUID) -> dict[UUID, Head]:
    store = open_store(database)
    try:
        return store.heads(session_id)
    finally:
        store.close()


def test_a_packed_session_reads_as_before(database: Database, pens: list[Pen]) -> None:
    cai = pens[0]
    before, heads_before = stored(database, cai), heads(database, cai.session_id)
    assert pack_session(cai.session_id, LATER_US) == 10
    assert pack_session(cai.session_id, LATER_US) == 0
    store = open_store(database)
    assert store.rows(cai.session_id, 0, 10) == []
    assert list(store.read(cai.session_id)) == before
    assert verify_chain(before) == []
    assert store.last_position(cai.session_id) == 10
    assert store.heads(cai.session_id) == heads_before
    for after in range(11):
        assert list(store.read(cai.session_id, after)) == before[after:]
        assert list(store.read(cai.session_id, after, limit=3)) == before[after : after + 3]
    for pen in pens:
        author_id = pen.author.participant_id
        own = [one for one in before if one.author_id == author_id and one.role != "server"]
        assert list(store.read(cai.session_id, author_id=author_id)) == own
    store.close()


def test_what_comes_late_follows_and_is_packed_in_its_turn(database: Database, pens: list[Pen]) -> None:
    cai = pens[0]
    pack_session(cai.session_id, LATER_US)
    (answer,) = write(database, cai.notes(8, 9))
    assert answer.head.number == 9
    for _ in range(2):
        entries = stored(database, cai)
        assert [entry.position for entry in entries] == list(range(1, 13))
        assert verify_chain(entries) == []
        pack_session(cai.session_id, LATER_US)
    assert stored(database, cai) == entries


def test_what_is_sent_again_is_compared_with_what_was_packed(database: Database, pens: list[Pen]) -> None:
    cai = pens[0]
    pack_session(cai.session_id, LATER_US)
    (same,) = write(database, cai.notes(1, 7))
    assert (same.head.number, same.refusals) == (7, [])
    ines = pens[1]
    other = Pen(cai.session_id)
    other.stream_id, other.author = ines.stream_id, ines.author
    (conflict,) = write(database, other.batch(*cai.notes(6, 6).entries, *ines.notes(1, 2).entries))
    assert [(one.number, one.code) for one in conflict.refusals] == [(6, "out_of_order")]


def test_only_what_was_received_a_day_ago_is_packed(database: Database, pens: list[Pen]) -> None:
    """The builders' noon is in the past; an entry of now keeps everything behind it from being packed."""
    cai = pens[0]
    assert pack_session(cai.session_id, NOON_US) == 0
    assert now_us() - SETTLED_US > NOON_US
    assert pack_session(cai.session_id) == 10


class Stumble(Exception):
    pass


class Stumbling:
    """Lets a store and its keys fail at one of their steps, the first, the second and so on: before it, or
    once it was done."""

    def __init__(self, step: int, done: bool) -> None:
        self.steps_left = step
        self.done = done

    def into(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        store = open_store(database)
        store.close()
        for owner, name in [(type(store), "rows"), (type(store), "claim"), (type(store), "pack")]:
            monkeypatch.setattr(owner, name, self.wrapped(getattr(owner, name)))
        monkeypatch.setattr(SessionKeys, "make", self.wrapped(SessionKeys.make))

    def wrapped(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def stumbles(*given: Any, **named: Any) -> Any:
            self.steps_left -= 1
            if self.steps_left == 0 and not self.done:
                raise Stumble
            result = step(*given, **named)
            if self.steps_left == 0:
                raise Stumble
            return result

        return stumbles


@pytest.mark.parametrize("done", [False, True])
def test_a_packing_that_fails_at_any_step_loses_nothing(
    database: Database, pens: list[Pen], done: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    cai = pens[0]
    before = stored(database, cai)
    for step in count(1):
        with monkeypatch.context() as broken:
            Stumbling(step, done).into(database, broken)
            try:
                pack_session(cai.session_id, LATER_US)
            except Stumble:
                failed = True
            else:
                failed = False
        assert stored(database, cai) == before
        if not failed:
            break
    assert step > 3
    store = open_store(database)
    assert store.rows(cai.session_id, 0, 1) == []
    store.close()


@pytest.mark.parametrize("looks", range(4))
@pytest.mark.parametrize("is_found", [False, True])
def test_whoever_reads_while_it_is_packed_misses_nothing(
    database: Database, pens: list[Pen], looks: int, is_found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is packed just before the reader looks for rows, or just after; the first time, or later."""
    cai = pens[0]
    before = stored(database, cai)
    store = open_store(database)
    look_for_rows, looked = store.rows, count()

    def rows(*given: Any) -> list[Entry]:
        found = look_for_rows(*given)
        if next(looked) == looks:
            pack_session(cai.session_id, LATER_US)
        return found if is_found else look_for_rows(*given)

    monkeypatch.setattr(store, "rows", rows)
    assert list(store.read(cai.session_id)) == before
    assert next(looked) > looks
    store.close()


def numbered(words: list[str], own: list[bool]) -> list[Entry]:
    """Entries of two people, the first of whom wrote those that are `own`."""
    cai = Pen()
    ines = Pen(cai.session_id, "interviewer")
    positions = zip(count(1), words, own, strict=False)
    heads = {pen.stream_id: Head() for pen in (cai, ines)}
    entries = []
    for position, text, is_own in positions:
        pen = cai if is_own else ines
        entries.append(
            link(
                heads[pen.stream_id],
                note(None, text, NOON_US + position),
                session_id=pen.session_id,
                stream_id=pen.stream_id,
                author=pen.author,
                position=position,
                salt=os.urandom(16),
            )
        )
        heads[pen.stream_id] = Head(entries[-1].number, entries[-1].hash)
    return entries


@given(st.lists(st.tuples(st.text(), st.booleans()), min_size=1, max_size=20), st.data())
def test_a_pack_holds_exactly_what_was_packed(said: list[tuple[str, bool]], data: st.DataObject) -> None:
    entries = numbered(*map(list, zip(*said, strict=True)))
    first = data.draw(st.integers(0, len(entries) - 1))
    packed = pack(entries[first:], lambda owner: KEY)
    assert unpack(packed, lambda key: KEY.secret) == entries[first:]


def test_words_open_with_their_own_key_and_in_their_own_place_only() -> None:
    entries = numbered(["one", "two", "three"], [True, True, True])
    packed = pack(entries[1:], lambda owner: KEY)
    other = replace(packed, first=1, last=2)
    for one, secret in [(packed, os.urandom(32)), (other, KEY.secret)]:
        with pytest.raises(PackDamaged):
            unpack(one, {KEY.id: secret}.get)


def test_a_pack_with_a_turned_bit_is_found_or_says_the_same() -> None:
    """Some bits of a zstd frame stand for nothing."""
    entries = numbered(["one", "two"], [True, False])
    packed = pack(entries, lambda owner: KEY)
    found = 0
    for at in range(len(packed.headers) * 8):
        damaged = bytearray(packed.headers)
        damaged[at // 8] ^= 1 << at % 8
        try:
            assert unpack(replace(packed, headers=bytes(damaged)), lambda key: KEY.secret) == entries
        except PackDamaged:
            found += 1
    assert found > len(packed.headers) * 7


def test_without_its_key_a_pack_has_no_words_and_still_its_chain() -> None:
    entries = numbered(["one", "two", "three"], [True, False, True])
    kept, lost = SessionKey(new_id(), os.urandom(32)), SessionKey(new_id(), os.urandom(32))
    packed = pack(entries, lambda owner: lost if owner == entries[0].author_id else kept)
    found = unpack(packed, {kept.id: kept.secret, lost.id: None}.__getitem__)
    assert [is_erased(entry) for entry in found] == [True, False, True]
    assert verify_chain(found) == []


def test_a_lost_keys_file_is_not_taken_for_an_erasure(
    database: Database, pens: list[Pen], settings: Settings
) -> None:
    pack_session(pens[0].session_id, LATER_US)
    settings.SESSION_KEYS.unlink()
    with pytest.raises(SessionKeysMissing):
        stored(database, pens[0])


def test_packed_words_lie_nowhere_in_the_open(file: Path, settings: Settings) -> None:
    settings.EVIDENCE_DATABASE = file
    pen = Pen()
    write(file, pen.batch(*(note(number, f"plain words {number}") for number in range(1, 9))))
    pack_session(pen.session_id, LATER_US)
    wipe_log()
    files = [found for found in file.parent.rglob("*") if found.is_file()]
    assert file in files and not any(b"plain words" in found.read_bytes() for found in files)
