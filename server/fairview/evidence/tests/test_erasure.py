"""Erased words are in no file any more; everything else stands as it stood."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from pytest_django.fixtures import Settings

from fairview.evidence import packing, store_sqlite
from fairview.evidence.engine import is_erased, verify_chain
from fairview.evidence.erasure import erase_payloads, erased_kinds, wipe_log
from fairview.evidence.errors import ErasedNotWiped, LogUnavailable
from fairview.evidence.packing import pack_session
from fairview.evidence.sealing import seal_session, seals_of
from fairview.evidence.store import open_store
from fairview.evidence.tests.builders import NOON_US, Database, Pen, note, stored, write
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id

ADA = new_id()
GAP, SAID = "evidence.gap_noted", "evidence.payloads_erased"


@pytest.fixture
def cai(database: Database) -> Pen:
    """Said six things; Ines said two, and the server noted one of what Cai did."""
    cai = Pen()
    write(database, cai.notes(1, 6), ines_of(cai).notes(1, 2))
    server = Pen(cai.session_id, "server")
    server.author = msgspec.structs.replace(cai.author, role="server")
    write(database, server.notes(1, 1))
    return cai


def ines_of(cai: Pen) -> Pen:
    ines = Pen(cai.session_id, "interviewer")
    ines.author = msgspec.structs.replace(ines.author, participant_id=UUID(int=7))
    return ines


def erase(pen: Pen, whole: bool = False) -> int:
    author_id = None if whole else pen.author.participant_id
    count = erase_payloads(pen.session_id, reason="request", actor_id=ADA, author_id=author_id)
    wipe_log()
    return count


def leave(pen: Pen) -> None:
    """As rows."""


def pack_all(pen: Pen) -> None:
    pack_session(pen.session_id, now_us() + 1)


def pack_some(pen: Pen) -> None:
    """What was received at first; the rest as rows."""
    pack_session(pen.session_id, NOON_US + 60)


EITHER_WAY = pytest.mark.parametrize("lay_down", [leave, pack_all])
LayDown = Callable[[Pen], None]


@EITHER_WAY
def test_one_participant_is_erased_and_nobody_else(database: Database, cai: Pen, lay_down: LayDown) -> None:
    lay_down(cai)
    before = stored(database, cai)
    assert erase(cai) == 6
    *entries, said = stored(database, cai)
    assert [is_erased(entry) for entry in entries] == [one.role == "candidate" for one in before]
    assert [entry.hash for entry in entries] == [one.hash for one in before]
    assert verify_chain([*entries, said]) == []
    assert erased_kinds(cai.session_id) == {GAP: 6}
    assert (said.kind, said.author_id, said.role) == (SAID, ADA, "server")
    assert msgspec.json.decode(said.payload) == {
        "kind": SAID,
        "author": str(cai.author.participant_id),
        "count": 6,
        "reason": "request",
    }


@EITHER_WAY
def test_erasing_again_finds_nothing(database: Database, cai: Pen, lay_down: LayDown) -> None:
    lay_down(cai)
    assert [erase(cai), erase(cai)] == [6, 0]
    lay_down(cai)
    assert [erase(cai, whole=True), erase(cai, whole=True)] == [3, 0]
    lay_down(cai)
    assert erase(cai, whole=True) == 0
    entries = stored(database, cai)
    assert [entry.kind for entry in entries if not is_erased(entry)] == [SAID, SAID]
    assert verify_chain(entries) == []
    assert erased_kinds(cai.session_id) == {GAP: 9}


@EITHER_WAY
def test_erasing_changes_no_head_and_no_seal(database: Database, cai: Pen, lay_down: LayDown) -> None:
    sealed = seal_session(cai.session_id)
    lay_down(cai)
    erase(cai)
    resealed = seal_session(cai.session_id)
    assert [seal.document for seal in seals_of(cai.session_id)] == [sealed, resealed]
    stood = {one.stream: one for one in resealed.streams}
    assert [stood[one.stream] for one in sealed.streams] == sealed.streams
    assert resealed.positions == sealed.positions + 1


def test_what_comes_after_an_erasure_is_kept_until_the_next(database: Database, cai: Pen) -> None:
    pack_all(cai)
    erase(cai)
    write(database, cai.notes(7, 8))
    pack_all(cai)
    entries = stored(database, cai)
    assert [is_erased(entry) for entry in entries if entry.role == "candidate"] == [True] * 6 + [False] * 2
    assert erase(cai) == 2
    assert all(is_erased(entry) for entry in stored(database, cai) if entry.role == "candidate")


def test_what_was_erased_before_it_was_packed_stays_so(database: Database, cai: Pen) -> None:
    erase(cai)
    before = stored(database, cai)
    pack_all(cai)
    assert stored(database, cai) == before


def test_a_device_that_sends_what_was_erased_again_is_told_it_is_there(database: Database, cai: Pen) -> None:
    pack_all(cai)
    erase(cai)
    (answer,) = write(database, cai.notes(5, 7))
    assert (answer.head.number, len(answer.stored), answer.refusals) == (7, 1, [])


def test_an_erasure_that_fails_is_finished_by_the_next(
    database: Database, cai: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key goes first: from then on nobody reads the words, whatever else happened."""
    pack_all(cai)
    store = open_store(database)
    store.close()

    def fail(*_given: object) -> None:
        raise OSError("input/output error")

    with monkeypatch.context() as broken, pytest.raises(LogUnavailable):
        broken.setattr(type(store), "drop_words", fail)
        erase(cai)
    entries = stored(database, cai)
    assert [is_erased(entry) for entry in entries] == [entry.role == "candidate" for entry in entries]
    assert erased_kinds(cai.session_id) == {}
    assert erase(cai) == 6
    assert erased_kinds(cai.session_id) == {GAP: 6}


def test_an_erasure_reaches_a_backup_of_the_packed_log(file: Path, settings: Settings) -> None:
    """Copied before the erasure and put back after it, with the keys as they are now."""
    settings.EVIDENCE_DATABASE = file
    cai = Pen()
    write(file, cai.notes(1, 6))
    pack_all(cai)
    wipe_log()
    backup = file.read_bytes()
    erase(cai)
    file.write_bytes(backup)
    entries = stored(file, cai)
    assert len(entries) == 6 and all(map(is_erased, entries))
    assert verify_chain(entries) == []


@pytest.mark.parametrize("lay_down", [leave, pack_all, pack_some])
@pytest.mark.parametrize("length", [1, 40, 700])
def test_no_file_holds_the_words_any_more(
    file: Path, settings: Settings, lay_down: LayDown, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words of all lengths: within pages, over pages, and among those of others."""
    settings.EVIDENCE_DATABASE = file
    monkeypatch.setattr(packing, "ENTRIES_PER_PACK", 50)
    cai = Pen()
    ines, zoe = ines_of(cai), Pen()
    live = open_store(file)
    for number in range(1, 120):
        at_us = NOON_US + number
        said = cai.batch(note(number, f"Cai says {number} " * (length * number % 397), at_us))
        other = note(number, f"others say {number} " * length, at_us)
        write(file, said, ines.batch(other), zoe.batch(other))
    lay_down(cai)
    assert contents(file, b"Cai says")
    assert erase(cai) == 119
    assert not contents(file, b"Cai says")
    live.close()
    assert not contents(file, b"Cai says")
    assert contents(file, b"others say")


def contents(file: Path, *words: bytes) -> list[Path]:
    """Which files of the log hold one of these."""
    files = [one for one in file.parent.rglob("*") if one.is_file()]
    return [one for one in files if any(word in one.read_bytes() for word in words)]


def test_a_reader_of_the_log_as_it_was_is_told_of(
    file: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The write-ahead log cannot be emptied while somebody reads in it."""
    settings.EVIDENCE_DATABASE = file
    monkeypatch.setattr(store_sqlite, "BUSY_MS", 10)
    cai = Pen()
    write(file, cai.notes(1, 3))
    reader = open_store(file)
    reader.connection.execute("begin")  # type: ignore[attr-defined]
    reader.last_position(cai.session_id)
    with pytest.raises(ErasedNotWiped):
        erase(cai)
    assert contents(file, b"note 1")
    reader.close()
    assert erase(cai) == 0
    assert not contents(file, b"note 1")
