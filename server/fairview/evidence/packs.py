"""Entries of a session that has ended, packed: what the chain covers in the open, words under lock and key.

A pack holds entries that follow one another. What the chain covers is compressed (zstd); words, which are
payloads with their salts, are compressed and encrypted (AES-256-GCM), those of each person apart, with that
person's key for the session. So words can be taken out of a pack, or out of every copy of it by
destroying the key, and the chain still verifies.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar
from uuid import UUID

import msgspec
import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fairview.evidence.contracts import Entry, PayloadsErased
from fairview.evidence.engine import SERVER, is_erased
from fairview.evidence.errors import PackDamaged
from fairview.evidence.session_keys import SessionKey

ENTRIES_PER_PACK = 2_000
HOUSE = UUID(int=0)
"""Whose words those of the server are, whoever caused them."""
NOBODY = UUID(int=1)
"""Whose words it is that something was erased: they stay."""

LEVEL = 12
"""Of zstd: beyond it, packing takes much longer and saves next to nothing."""
NONCE_BYTES = 12
ERASED = str(PayloadsErased.__struct_config__.tag)
NOTHING = repeat((b"", b""))

KeyFor = Callable[[UUID], SessionKey]
"""The key with which a person's words are to be locked."""
FindKey = Callable[[UUID], bytes | None]
"""A key by its id; None once it was destroyed."""
Content = TypeVar("Content", bound=msgspec.Struct)


@dataclass(frozen=True)
class Words:
    """What one person said in a pack."""

    owner_id: UUID
    key_id: UUID
    sealed: bytes


@dataclass(frozen=True)
class Pack:
    """Entries `first` to `last` of a session. Of owners without words here, every word was erased."""

    session_id: UUID
    first: int
    last: int
    headers: bytes
    words: list[Words]


class Columns(msgspec.Struct, frozen=True, array_like=True):
    """What the chain covers, field by field, since like packs well with like. `previous` is empty where it is
    the hash of the entry before in the same pack; `has_words` is false for what had been erased by then."""

    stream_id: list[bytes]
    number: list[int]
    author_id: list[bytes]
    role: list[str]
    kind: list[str]
    epoch: list[str]
    at_us: list[int]
    estimated_us: list[int]
    uncertainty_us: list[int]
    received_us: list[int]
    payload_hash: list[bytes]
    previous: list[bytes]
    hash: list[bytes]
    has_words: list[bool]


FIELDS = Columns.__struct_fields__


class Said(msgspec.Struct, frozen=True, array_like=True):
    """The words of one person, in the order of their entries."""

    payload: list[bytes]
    salt: list[bytes]


def owner_of(entry: Entry) -> UUID:
    if entry.role != SERVER:
        return entry.author_id
    return NOBODY if entry.kind == ERASED else HOUSE


def pack(entries: Sequence[Entry], key_for: KeyFor) -> Pack:
    """Pack entries of one session that follow one another."""
    first, last = entries[0], entries[-1]
    packed = Pack(first.session_id, first.position, last.position, _squeeze(_columns(entries)), [])
    for owner_id in sorted({owner_of(entry) for entry in entries if not is_erased(entry)}):
        said = [entry for entry in entries if owner_of(entry) == owner_id and not is_erased(entry)]
        packed.words.append(_lock(packed, owner_id, said, key_for(owner_id)))
    return packed


def unpack(packed: Pack, find_key: FindKey) -> list[Entry]:
    """The entries again, without words where these are gone. Raises `PackDamaged`."""
    said = {words.owner_id: _unlock(packed, words, find_key) for words in packed.words}
    return [
        _with_words(entry, *next(said.get(owner_of(entry), NOTHING))) if has_words else entry
        for entry, has_words in _headers(packed)
    ]


def kinds_with_words(packed: Pack) -> dict[UUID, Counter[str]]:
    """Of which kinds each owner's words are, and how many of each. Needs no key."""
    kinds = {words.owner_id: Counter[str]() for words in packed.words}
    for entry, has_words in _headers(packed):
        if has_words and owner_of(entry) in kinds:
            kinds[owner_of(entry)][entry.kind] += 1
    return kinds


def _columns(entries: Iterable[Entry]) -> Columns:
    heads: dict[UUID, bytes] = {}
    rows = []
    for entry in entries:
        is_known = heads.get(entry.stream_id) == entry.previous
        heads[entry.stream_id] = entry.hash
        fields = msgspec.structs.asdict(entry) | {
            "stream_id": entry.stream_id.bytes,
            "author_id": entry.author_id.bytes,
            "previous": b"" if is_known else entry.previous,
            "has_words": not is_erased(entry),
        }
        rows.append([fields[name] for name in FIELDS])
    return Columns(*map(list, zip(*rows, strict=True)))


def _headers(packed: Pack) -> Iterator[tuple[Entry, bool]]:
    """The entries without words, and whether they had some when they were packed."""
    columns = msgspec.structs.astuple(_loosen(packed, packed.headers, Columns))
    heads: dict[UUID, bytes] = {}
    for position, row in enumerate(zip(*columns, strict=True), start=packed.first):
        fields = dict(zip(FIELDS, row, strict=True))
        has_words: bool = fields.pop("has_words")
        stream_id = UUID(bytes=fields.pop("stream_id"))
        entry = Entry(
            session_id=packed.session_id,
            position=position,
            stream_id=stream_id,
            author_id=UUID(bytes=fields.pop("author_id")),
            previous=fields.pop("previous") or heads[stream_id],
            payload=b"",
            salt=b"",
            **fields,
        )
        heads[stream_id] = entry.hash
        yield entry, has_words


def _with_words(entry: Entry, payload: bytes, salt: bytes) -> Entry:
    return msgspec.structs.replace(entry, payload=payload, salt=salt)


def _lock(packed: Pack, owner_id: UUID, said: Sequence[Entry], key: SessionKey) -> Words:
    content = _squeeze(Said([entry.payload for entry in said], [entry.salt for entry in said]))
    nonce = os.urandom(NONCE_BYTES)
    locked = AESGCM(key.secret).encrypt(nonce, content, _place(packed, owner_id))
    return Words(owner_id, key.id, nonce + locked)


def _unlock(packed: Pack, words: Words, find_key: FindKey) -> Iterator[tuple[bytes, bytes]]:
    """Payloads and salts in order; empty ones without end where the key was destroyed."""
    secret = find_key(words.key_id)
    if secret is None:
        return NOTHING
    nonce, locked = words.sealed[:NONCE_BYTES], words.sealed[NONCE_BYTES:]
    try:
        content = AESGCM(secret).decrypt(nonce, locked, _place(packed, words.owner_id))
    except InvalidTag:
        raise damage(packed) from None
    said = _loosen(packed, content, Said)
    return zip(said.payload, said.salt, strict=True)


def _place(packed: Pack, owner_id: UUID) -> bytes:
    """Bound to the words, so that they open nowhere else."""
    return f"{packed.session_id} {packed.first} {packed.last} {owner_id}".encode()


def _squeeze(content: Columns | Said) -> bytes:
    return zstandard.ZstdCompressor(LEVEL, write_checksum=True).compress(msgspec.msgpack.encode(content))


def _loosen(packed: Pack, content: bytes, shape: type[Content]) -> Content:
    try:
        return msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(content), type=shape)
    except (zstandard.ZstdError, msgspec.DecodeError):
        raise damage(packed) from None


def damage(packed: Pack) -> PackDamaged:
    return PackDamaged(session=str(packed.session_id), first=packed.first, last=packed.last)
