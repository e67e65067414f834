"""The exported log: one JSON object a line, a header first, then every entry in order of position.

A line is what the chain covers, with the position, payload (null once erased, or withheld from this reader),
salt and hash beside it, so that a stranger can repeat every hash from the file alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO
from uuid import UUID

import msgspec

from fairview.evidence.contracts import FORMAT as ENTRY_FORMAT
from fairview.evidence.contracts import Entry, Header
from fairview.evidence.engine import NotCanonical, canonical, header_of, is_erased
from fairview.evidence.errors import DamagedLog

FORMAT = "fairview.log.1"
NOTHING = msgspec.Raw(b"null")


class FileHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The first line. `key` is the fingerprint of `public_key` (hex), which signed the receipts. `withheld`:
    the positions of entries whose words this reader does not get, and `withheld_because` why."""

    format: str = FORMAT
    session: str
    policy: dict[str, Any]
    exported_us: int
    entries: int
    key: str
    public_key: str
    withheld: list[int] = []
    withheld_because: str = ""


class Line(Header, frozen=True, kw_only=True):
    """One entry as JSON, here and in the cursor read."""

    position: int
    payload: msgspec.Raw
    salt: str
    hash: str


@dataclass(frozen=True)
class Withheld:
    """The kinds of entries whose words a reader does not get, and why (a stable code)."""

    kinds: frozenset[str] = frozenset()
    because: str = ""

    def covers(self, entry: Entry) -> bool:
        return entry.kind in self.kinds and not is_erased(entry)

    def shown(self, entry: Entry) -> Entry:
        """Without its words as after erasure: the chain can still be followed."""
        return msgspec.structs.replace(entry, payload=b"", salt=b"") if self.covers(entry) else entry


WHOLE = Withheld()


@dataclass(frozen=True)
class Log:
    """A log that was read back."""

    session_id: UUID
    policy: dict[str, Any]
    exported_us: int
    key: str
    public_key: bytes
    entries: list[Entry]
    withheld: list[int]
    withheld_because: str


def as_line(entry: Entry) -> Line:
    return Line(
        **msgspec.structs.asdict(header_of(entry)),
        position=entry.position,
        payload=NOTHING if is_erased(entry) else msgspec.Raw(entry.payload),
        salt=entry.salt.hex(),
        hash=entry.hash.hex(),
    )


def as_entry(line: Line) -> Entry:
    """Raises `ValueError` for hex, ids or numbers that are not what they should be."""
    if line.format != ENTRY_FORMAT:
        raise ValueError(f"the format {line.format!r} is not known")
    payload = msgspec.json.decode(line.payload)
    return Entry(
        session_id=UUID(line.session),
        stream_id=UUID(line.stream),
        number=line.number,
        position=line.position,
        author_id=UUID(line.author),
        role=line.role,
        kind=line.kind,
        epoch=line.epoch,
        at_us=line.at_us,
        estimated_us=line.estimated_us,
        uncertainty_us=line.uncertainty_us,
        received_us=line.received_us,
        payload=b"" if payload is None else canonical(payload),
        salt=bytes.fromhex(line.salt),
        payload_hash=bytes.fromhex(line.payload_hash),
        previous=bytes.fromhex(line.previous),
        hash=bytes.fromhex(line.hash),
    )


def write_lines(header: FileHeader, entries: Iterable[Entry], file: TextIO) -> None:
    file.write(msgspec.json.encode(header).decode() + "\n")
    for entry in entries:
        file.write(msgspec.json.encode(as_line(entry)).decode() + "\n")


def read_log(file: Iterable[str]) -> Log:
    """The log in an open text file. Raises `DamagedLog` with the line and what is wrong with it.

    It reads; whether the chain holds is for `verify_chain` to say.
    """
    lines = enumerate(file, start=1)
    header = read_header(lines)
    entries = [read_entry(number, text, header) for number, text in lines if text.strip()]
    if len(entries) != header.entries:
        raise DamagedLog(
            line=len(entries) + 2, problem=f"{header.entries} entries were exported, {len(entries)} are here."
        )
    return Log(
        session_id=UUID(header.session),
        policy=header.policy,
        exported_us=header.exported_us,
        key=header.key,
        public_key=bytes.fromhex(header.public_key),
        entries=entries,
        withheld=header.withheld,
        withheld_because=header.withheld_because,
    )


def read_header(lines: Iterator[tuple[int, str]]) -> FileHeader:
    _, text = next(lines, (1, ""))
    try:
        header = msgspec.json.decode(text, type=FileHeader)
        UUID(header.session), bytes.fromhex(header.public_key)
    except ValueError as error:
        raise DamagedLog(line=1, problem=f"this is not the header of a Fairview log ({error}).") from None
    if header.format != FORMAT:
        raise DamagedLog(line=1, problem=f"the format {header.format!r} is not known.")
    return header


def read_entry(number: int, text: str, header: FileHeader) -> Entry:
    try:
        entry = as_entry(msgspec.json.decode(text, type=Line))
    except (ValueError, NotCanonical) as error:
        raise DamagedLog(line=number, problem=f"this is not an entry ({error}).") from None
    if str(entry.session_id) != header.session:
        raise DamagedLog(line=number, problem="the entry belongs to another session.")
    return entry
