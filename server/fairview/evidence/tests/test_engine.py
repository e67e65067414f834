import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.evidence.contracts import FORMAT, Author, Entry, Header
from fairview.evidence.engine import (
    Head,
    NewEntry,
    NotCanonical,
    canonical,
    hash_header,
    header_of,
    link,
    verify_chain,
)
from fairview.kit.ids import new_id
from fairview.kit.live.contracts import LARGEST

whole = st.integers(-LARGEST, LARGEST)
values = st.recursive(
    st.none() | st.booleans() | whole | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
notes = st.builds(
    NewEntry,
    number=st.none(),
    kind=st.just("evidence.gap_noted"),
    payload=st.builds(
        lambda reason: canonical({"kind": "evidence.gap_noted", "lost": 1, "reason": reason}), st.text()
    ),
    epoch=st.text(min_size=1, max_size=8),
    at_us=whole,
    estimated_us=whole,
    uncertainty_us=whole,
    received_us=whole,
)


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """A session in which two people write in turns."""
    session_id = new_id()
    pens = [(new_id(), Author(new_id(), role)) for role in ("candidate", "interviewer")]
    heads = [Head(), Head()]
    entries: list[Entry] = []
    for position, new in enumerate(draw(st.lists(notes, min_size=1, max_size=8)), start=1):
        turn = draw(st.integers(0, 1))
        stream_id, author = pens[turn]
        entry = link(
            heads[turn],
            new,
            session_id=session_id,
            stream_id=stream_id,
            author=author,
            position=position,
            salt=draw(st.binary(min_size=16, max_size=16)),
        )
        heads[turn] = Head(entry.number, entry.hash)
        entries.append(entry)
    return entries


@given(values)
def test_canonical_bytes_are_what_any_json_library_can_repeat(value: object) -> None:
    repeated = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert canonical(value) == repeated


@pytest.mark.parametrize("value", [0.5, 1.0, LARGEST + 1, -LARGEST - 1, {"a": [2**70]}])
def test_numbers_that_a_browser_would_write_differently_have_no_canonical_form(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)


@given(logs())
def test_a_chain_as_written_holds(entries: list[Entry]) -> None:
    assert verify_chain(entries) == []


@given(logs(), st.data())
def test_a_change_of_any_field_is_found(entries: list[Entry], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(Entry.__struct_fields__))
    changed = msgspec.structs.replace(entries[index], **{field: altered(getattr(entries[index], field))})
    assert verify_chain([*entries[:index], changed, *entries[index + 1 :]])


def altered(value: object) -> object:
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return value + "!"
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    return new_id()


@given(logs(), st.data())
def test_a_missing_or_moved_entry_is_found(entries: list[Entry], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(entries) - 1))
    rest = entries[:index] + entries[index + 1 :]
    if index < len(entries) - 1:
        assert verify_chain(rest)
        assert verify_chain([*rest, entries[index]])


@given(logs())
def test_erased_payloads_leave_the_chain_verifiable(entries: list[Entry]) -> None:
    erased = [msgspec.structs.replace(entry, payload=b"", salt=b"") for entry in entries]
    assert verify_chain(erased) == []


@given(logs())
def test_the_chain_covers_every_field_of_the_header(entries: list[Entry]) -> None:
    header = header_of(entries[0])
    assert header.format == FORMAT
    for field in Header.__struct_fields__:
        changed = msgspec.structs.replace(header, **{field: altered(getattr(header, field))})
        assert hash_header(changed) != entries[0].hash
