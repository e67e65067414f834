"""The chain, as pure functions: canonical bytes, hashes, and the check that any program can repeat.

Shapes and formulas are those of `contracts.py`; nothing here touches a clock, a disk or a random source.
"""

import hashlib
from collections.abc import Iterable
from itertools import count
from typing import Any
from uuid import UUID

import msgspec

from fairview.evidence.contracts import FIRST_HASH, FORMAT, Author, Entry, Header
from fairview.kit.live.contracts import LARGEST

SERVER = "server"
SERVICE = "service"


class NotCanonical(ValueError):
    """The value has no canonical form: a float, or a number too large for a browser."""


class Head(msgspec.Struct, frozen=True, gc=False):
    """Where a stream stands; before its first entry, number 0 and a hash of zeros."""

    number: int = 0
    hash: bytes = FIRST_HASH


class NewEntry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entry that passed every check but its number. `number` None: the log gives the next one."""

    number: int | None = None
    kind: str
    payload: bytes
    epoch: str
    at_us: int
    estimated_us: int
    uncertainty_us: int
    received_us: int


class Problem(msgspec.Struct, frozen=True):
    """Something in a chain that does not hold. `code` is stable, `what` is a sentence for a person."""

    code: str
    where: str
    what: str


def canonical(value: Any) -> bytes:
    """JSON that every program writes alike: UTF-8, sorted keys, no white space, whole numbers only."""
    plain = msgspec.to_builtins(value)
    refuse_unportable(plain)
    return msgspec.json.encode(plain, order="sorted")


def refuse_unportable(value: Any) -> None:
    """Raise `NotCanonical` for numbers that another program would write or read differently."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            if not isinstance(item, str):
                refuse_unportable(item)
    elif isinstance(value, float) or (isinstance(value, int) and not -LARGEST <= value <= LARGEST):
        raise NotCanonical(f"{value!r} has no canonical form")


def hash_payload(salt: bytes, payload: bytes) -> bytes:
    """`payload` is canonical JSON that includes its kind."""
    return hashlib.sha256(salt + payload).digest()


def hash_header(header: Header) -> bytes:
    return hashlib.sha256(msgspec.json.encode(header, order="sorted")).digest()


def header_of(entry: Entry) -> Header:
    """The part of an entry that the chain covers."""
    return Header(
        format=FORMAT,
        session=str(entry.session_id),
        stream=str(entry.stream_id),
        number=entry.number,
        author=str(entry.author_id),
        role=entry.role,
        kind=entry.kind,
        epoch=entry.epoch,
        at_us=entry.at_us,
        estimated_us=entry.estimated_us,
        uncertainty_us=entry.uncertainty_us,
        received_us=entry.received_us,
        payload_hash=entry.payload_hash.hex(),
        previous=entry.previous.hex(),
    )


def link(
    head: Head,
    new: NewEntry,
    *,
    session_id: UUID,
    stream_id: UUID,
    author: Author,
    position: int,
    salt: bytes,
) -> Entry:
    """The stored form of a new entry that follows `head`."""
    payload_hash = hash_payload(salt, new.payload)
    header = Header(
        format=FORMAT,
        session=str(session_id),
        stream=str(stream_id),
        number=head.number + 1,
        author=str(author.participant_id),
        role=author.role,
        kind=new.kind,
        epoch=new.epoch,
        at_us=new.at_us,
        estimated_us=new.estimated_us,
        uncertainty_us=new.uncertainty_us,
        received_us=new.received_us,
        payload_hash=payload_hash.hex(),
        previous=head.hash.hex(),
    )
    return Entry(
        session_id=session_id,
        stream_id=stream_id,
        number=header.number,
        position=position,
        author_id=author.participant_id,
        role=author.role,
        kind=new.kind,
        epoch=new.epoch,
        at_us=new.at_us,
        estimated_us=new.estimated_us,
        uncertainty_us=new.uncertainty_us,
        received_us=new.received_us,
        payload=new.payload,
        salt=salt,
        payload_hash=payload_hash,
        previous=head.hash,
        hash=hash_header(header),
    )


def is_erased(entry: Entry) -> bool:
    return not entry.payload and not entry.salt


def verify_chain(entries: Iterable[Entry]) -> list[Problem]:
    """Every problem of a whole session's entries, given in order of position; none means the chain holds."""
    heads: dict[UUID, Entry] = {}
    problems: list[Problem] = []
    for position, entry in zip(count(1), entries, strict=False):
        where = f"{entry.stream_id}#{entry.number}"
        if entry.position != position:
            problems.append(
                Problem("position", where, f"Position {entry.position} stands where {position} belongs.")
            )
        problems += [Problem(code, where, what) for code, what in faults(entry, heads.get(entry.stream_id))]
        heads[entry.stream_id] = entry
    return problems


def faults(entry: Entry, before: Entry | None) -> Iterable[tuple[str, str]]:
    """What is wrong with one entry, given the one before it in its stream."""
    head = Head(before.number, before.hash) if before else Head()
    if entry.number != head.number + 1:
        yield "number", f"Number {entry.number} follows {head.number}."
    if entry.previous != head.hash:
        yield "link", "It does not refer to the entry before it."
    if entry.hash != hash_header(header_of(entry)):
        yield "hash", "A field of the entry was changed."
    if not is_erased(entry):
        yield from payload_faults(entry)
    if before and before.session_id != entry.session_id:
        yield "session", "It belongs to another session."
    if before and entry.role != SERVER and (entry.author_id, entry.role) != (before.author_id, before.role):
        yield "author", "The stream changed hands."


def payload_faults(entry: Entry) -> Iterable[tuple[str, str]]:
    if entry.payload_hash != hash_payload(entry.salt, entry.payload):
        yield "payload", "What happened was changed."
        return
    try:
        kind = msgspec.json.decode(entry.payload).get("kind")
    except (msgspec.DecodeError, AttributeError):
        kind = None
    if kind != entry.kind:
        yield "kind", f"It says {entry.kind} outside and {kind} inside."
