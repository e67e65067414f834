"""Edits as an editor of plain text writes them: Yjs updates (v1), read strictly before anything is done.

The library that keeps the text is fast native code that trusts its input: a crafted update can end the
process. So nothing reaches it that this reader does not know, and nothing whose ground is missing
(`text.SharedText`). Read are strings, deletions and collected garbage in the one text named `code`;
formats, embedded objects and every other kind of shared type are not of a plain text.

    update  = sections deletes
    section = count client clock struct*          one for each client that inserts
    struct  = info [left id] [right id] [root name] content
    deletes = count (client count (clock length)*)*
"""

from collections.abc import Iterator
from dataclasses import dataclass

ROOT = b"code"
MAX_CLOCK = 2**31 - 1
MAX_CLIENT = 2**53 - 1

HAS_LEFT = 0x80
HAS_RIGHT = 0x40
GARBAGE, DELETED, STRING = 0, 1, 4


class BadUpdate(ValueError):
    """These bytes are not an edit of a plain text."""


@dataclass(frozen=True)
class Reference:
    """A stretch of characters: UTF-16 units of one client from `clock` up to `end`."""

    client: int
    clock: int
    end: int


@dataclass(frozen=True)
class Section:
    """What one client inserts, from `clock` up to `end`. `grounds` are the characters it is put between."""

    client: int
    clock: int
    end: int
    grounds: list[Reference]
    data: bytes
    """The section as it stood in the update."""


@dataclass(frozen=True)
class Update:
    sections: list[Section]
    deletes: list[Reference]
    delete_data: bytes

    def only(self, section: Section | None) -> bytes:
        """The bytes of an update with this section alone, or none, and all that is deleted."""
        return (b"\x01" + section.data if section else b"\x00") + self.delete_data


def read_update(data: bytes) -> Update:
    """Raises `BadUpdate`."""
    reader = _Reader(data)
    sections = [_section(reader) for _ in reader.times(MAX_CLIENT)]
    start = reader.at
    deletes = [reference for _ in reader.times(MAX_CLIENT) for reference in _deletes(reader)]
    if reader.at != len(data):
        raise BadUpdate
    if len({section.client for section in sections}) != len(sections):
        raise BadUpdate
    return Update(sections, deletes, data[start:])


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def byte(self) -> int:
        if self.at >= len(self.data):
            raise BadUpdate
        self.at += 1
        return self.data[self.at - 1]

    def number(self, largest: int) -> int:
        """A whole number in groups of seven bits, the lowest first."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
            if shift > 49:
                raise BadUpdate
        if value > largest:
            raise BadUpdate
        return value

    def times(self, largest: int) -> Iterator[int]:
        """As often as the next number says. Each round must read something, so bytes bound it."""
        return iter(range(self.number(largest)))

    def text(self) -> bytes:
        length = self.number(MAX_CLOCK)
        self.at += length
        if self.at > len(self.data):
            raise BadUpdate
        return self.data[self.at - length : self.at]

    def stretch(self, client: int, clock: int, length: int) -> Reference:
        if length < 1 or clock + length > MAX_CLOCK:
            raise BadUpdate
        return Reference(client, clock, clock + length)


def _section(reader: _Reader) -> Section:
    start = reader.at
    count = reader.number(MAX_CLOCK)
    client, clock = reader.number(MAX_CLIENT), reader.number(MAX_CLOCK)
    if not count:
        raise BadUpdate
    grounds: list[Reference] = []
    end = clock
    for _ in range(count):
        end = _struct(reader, client, end, grounds).end
    return Section(client, clock, end, grounds, reader.data[start : reader.at])


def _struct(reader: _Reader, client: int, clock: int, grounds: list[Reference]) -> Reference:
    """The stretch that one struct fills."""
    info = reader.byte()
    if info == GARBAGE:
        return reader.stretch(client, clock, reader.number(MAX_CLOCK))
    for flag in (HAS_LEFT, HAS_RIGHT):
        if info & flag:
            ground = reader.stretch(reader.number(MAX_CLIENT), reader.number(MAX_CLOCK), 1)
            if ground.client == client and ground.clock >= clock:
                raise BadUpdate
            grounds.append(ground)
    if not info & (HAS_LEFT | HAS_RIGHT) and (reader.byte() != 1 or reader.text() != ROOT):
        raise BadUpdate
    return reader.stretch(client, clock, _length(reader, info & ~(HAS_LEFT | HAS_RIGHT)))


def _length(reader: _Reader, content: int) -> int:
    """Of the content, in UTF-16 units."""
    if content == DELETED:
        return reader.number(MAX_CLOCK)
    if content != STRING:
        raise BadUpdate
    try:
        return len(reader.text().decode().encode("utf-16-le")) // 2
    except UnicodeDecodeError:
        raise BadUpdate from None


def _deletes(reader: _Reader) -> Iterator[Reference]:
    client = reader.number(MAX_CLIENT)
    for _ in reader.times(MAX_CLOCK):
        yield reader.stretch(client, reader.number(MAX_CLOCK), reader.number(MAX_CLOCK))
