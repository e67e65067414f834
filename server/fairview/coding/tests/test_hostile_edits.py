"""Edits that somebody made by hand. The library below would end the process over many of these, so a text
that comes through here in one piece is the proof that it never saw them."""

from base64 import b64encode
from collections.abc import Iterator
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairview.coding.public import document_text
from fairview.coding.tests.logs import DOCUMENT, STARTER, Log, Page
from fairview.coding.text import SharedText, starter_update
from fairview.coding.updates import BadUpdate, read_update

CAI = UUID(int=7)
INES = UUID(int=8)
BEGINNING = starter_update(DOCUMENT, STARTER)
CLIENTS = [41, 42, 43]

numbers = st.integers(0, 12) | st.sampled_from([2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**53, 2**64])
lengths = st.integers(0, 5) | st.sampled_from([2**30, 2**31 - 1, 2**32 - 1])
clients = st.sampled_from(CLIENTS)


def number(value: int) -> bytes:
    groups = bytearray()
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*groups, value])


def text(value: str) -> bytes:
    return number(len(value.encode())) + value.encode()


@st.composite
def structs(draw: st.DrawFn) -> bytes:
    """A struct of any kind, put between any characters, known or not."""
    content = draw(st.sampled_from([4, 4, 4, 4, 0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11]))
    left, right, key = (draw(st.booleans()) for _ in range(3))
    data = bytes([content | left * 0x80 | right * 0x40 | (key and draw(st.booleans())) * 0x20])
    for has in (left, right):
        data += number(draw(clients)) + number(draw(numbers)) if has else b""
    if not left and not right:
        data += number(1) + text(draw(st.sampled_from(["code", "code", "other"])))
    if content in {4, 5, 6, 7, 9}:
        return data + text(draw(st.sampled_from(["", "a", "hello", "é😀z", "😀"])))
    return data + number(draw(lengths)) + draw(st.binary(max_size=4))


@st.composite
def updates(draw: st.DrawFn) -> bytes:
    """Well-formed at first sight, with sections and deletions of anything."""
    sections = draw(st.lists(st.tuples(clients, numbers, st.lists(structs(), max_size=3)), max_size=2))
    data = number(len(sections))
    for client, clock, made in sections:
        data += number(len(made)) + number(client) + number(clock) + b"".join(made)
    deletes = draw(st.lists(st.tuples(clients, numbers, lengths), max_size=2))
    data += number(len(deletes))
    for client, clock, length in deletes:
        data += number(client) + number(1) + number(clock) + number(length)
    return data


@given(st.lists(updates() | st.binary(max_size=40), max_size=30))
@settings(max_examples=400, deadline=None)
def test_nothing_made_by_hand_breaks_the_text(made: list[bytes]) -> None:
    shared = SharedText()
    shared.take("server", BEGINNING)
    ines = Page(INES, "interviewer", 99, BEGINNING)
    for update in made:
        if taken := shared.take("cai", b64encode(update).decode()):
            ines.hear(taken)
    assert shared.take("ines", ines.type(0, "# still here\n"))
    assert "# still here\n" in shared.text
    assert Page(INES, "interviewer", 98, shared.state).text


@given(st.text(max_size=50))
@settings(deadline=None)
def test_what_is_not_base64_is_no_edit(update: str) -> None:
    shared = SharedText()
    shared.take("server", BEGINNING)
    shared.take("cai", update)
    assert shared.text == STARTER


@given(st.data())
@settings(deadline=None)
def test_an_edit_that_was_cut_or_changed_never_breaks_the_fold(data: st.DataObject) -> None:
    log = Log()
    cai = Page(CAI, "candidate", 41, BEGINNING)
    good = cai.type(3, "print(1)")
    log.edit(cai, good[: data.draw(st.integers(0, len(good) - 1))]).edit(cai, good)
    assert document_text(log.entries, DOCUMENT) == cai.text


def test_nobody_writes_in_the_name_of_anothers_page() -> None:
    shared = SharedText()
    shared.take("server", BEGINNING)
    ines = Page(INES, "interviewer", 99, BEGINNING)
    forger = Page(CAI, "candidate", 99, BEGINNING)
    first = ines.type(0, "# by Ines\n")
    assert shared.take("ines", first)
    forger.hear(first)
    assert shared.take("cai", forger.type(0, "# also by Ines\n")) is None
    assert shared.take("ines", ines.type(0, "# more\n"))
    assert shared.text == ines.text


def test_what_builds_on_something_unknown_is_left_out() -> None:
    shared = SharedText()
    shared.take("server", BEGINNING)
    cai = Page(CAI, "candidate", 41, BEGINNING)
    cai.type(0, "lost")
    assert shared.take("cai", cai.type(2, "on it")) is None
    assert shared.text == STARTER


def test_an_edit_resent_with_more_counts_for_what_is_new() -> None:
    shared = SharedText()
    shared.take("server", BEGINNING)
    cai = Page(CAI, "candidate", 41, BEGINNING)
    lost = cai.type(0, "a")
    assert shared.take("cai", cai.type(1, "b")) is None
    assert shared.take("cai", lost)
    assert shared.take("cai", lost) is None
    assert shared.text == "a" + STARTER


def bad() -> Iterator[bytes]:
    whole = b"\x01\x01" + number(41) + b"\x00\x04\x01" + text("code") + text("a") + b"\x00"
    yield from (whole[:end] for end in range(len(whole)))
    yield whole + b"\x00"
    yield whole.replace(b"code", b"card")
    yield b"\x01\x00" + number(41) + b"\x00\x00"
    yield b"\xff" * 12
    yield b"\x01\x01" + number(41) + b"\x00\x84" + number(41) + b"\x00" + text("a") + b"\x00"
    yield b"\x01\x01" + number(41) + b"\x00\x04\x01" + text("code") + b"\x01\xff" + b"\x00"


@pytest.mark.parametrize("data", list(bad()))
def test_what_is_no_edit_of_a_plain_text_is_refused(data: bytes) -> None:
    with pytest.raises(BadUpdate):
        read_update(data)


def test_nobody_can_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fairview.coding.text.MAX_WRITTEN", len(STARTER) + 10)
    shared = SharedText()
    shared.take("server", BEGINNING)
    cai = Page(CAI, "candidate", 41, BEGINNING)
    assert shared.take("cai", cai.type(0, "x" * 10))
    assert shared.take("cai", cai.type(0, "y")) is None
