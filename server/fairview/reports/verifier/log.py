"""The log: every entry's hashes, its place in its stream, and where each stream stood at each position."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from fairview.reports.verifier.canonical import NotJson, canonical, fingerprint, read_json, sha256
from fairview.reports.verifier.findings import Problem

FORMAT = "fairview.log.1"
ENTRY_FORMAT = "fairview.entry.1"
NO_HASH = "0" * 64
TEXTS = {"format", "session", "stream", "author", "role", "kind", "epoch", "payload_hash", "previous"}
NUMBERS = {"number", "at_us", "estimated_us", "uncertainty_us", "received_us"}
CHAINED = TEXTS | NUMBERS
"""What the hash of an entry covers; `position`, `payload`, `salt` and `hash` stand beside it."""

Entry = dict[str, Any]


@dataclass
class Log:
    """`entries` are those that could be read. `wordless`: positions without payload and salt; `withheld`:
    those of them that the header says were kept from whoever fetched the file."""

    entries: list[Entry] = field(default_factory=list)
    wordless: list[int] = field(default_factory=list)
    withheld: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def heads_at(self, positions: int) -> dict[str, tuple[int, str]]:
        """Where each stream stood when the log had so many entries: number and hash."""
        covered = [entry for entry in self.entries if entry["position"] <= positions]
        return {entry["stream"]: (entry["number"], entry["hash"]) for entry in covered}


def read_log(header: dict[str, Any], lines: list[bytes]) -> Log:
    """What can be read of a log, with everything that does not hold in it."""
    log = Log()
    newest: dict[str, Entry] = {}
    last = 0
    for line in lines:
        try:
            entry = _entry(line)
        except NotJson as error:
            last += 1
            log.problems.append(Problem(f"position {last}", f"This is not an entry: {error}."))
            continue
        log.problems += _order_problems(entry["position"], last)
        faults = [*_faults(entry, newest.get(entry["stream"])), *_payload_faults(entry)]
        if entry["session"] != header.get("session"):
            faults.append("The entry belongs to another session.")
        log.problems += [Problem(f"position {entry['position']}", fault) for fault in faults]
        log.entries.append(entry)
        if not entry["salt"] and entry["payload"] is None:
            log.wordless.append(entry["position"])
        newest[entry["stream"]] = entry
        last = entry["position"]
    log.withheld, faults = _withheld(header, log)
    faults += _header_faults(header, len(lines))
    log.problems += [Problem("log.jsonl, line 1", fault) for fault in faults]
    return log


def _entry(line: bytes) -> Entry:
    entry = read_json(line)
    if not isinstance(entry, dict) or entry.keys() != CHAINED | {"position", "payload", "salt", "hash"}:
        raise NotJson("its fields are not those of an entry")
    for name in TEXTS | {"salt", "hash"}:
        if not isinstance(entry[name], str):
            raise NotJson(f"{name} is not a text")
    for name in NUMBERS | {"position"}:
        if type(entry[name]) is not int:
            raise NotJson(f"{name} is not a whole number")
    return entry


def _order_problems(position: int, last: int) -> Iterator[Problem]:
    if position > last + 1:
        yield Problem(f"position {last + 1}", f"The entry is missing: position {position} follows.")
    elif position < last + 1:
        yield Problem(f"position {last + 1}", f"Position {position} stands here: moved, or there twice.")


def _faults(entry: Entry, before: Entry | None) -> Iterator[str]:
    if entry["format"] != ENTRY_FORMAT:
        yield f"The format {entry['format']!r} is not known."
    number, head = (before["number"], before["hash"]) if before else (0, NO_HASH)
    if entry["number"] != number + 1:
        yield f"Number {entry['number']} follows number {number} of its stream."
    if entry["previous"] != head:
        yield "It does not refer to the entry before it in its stream."
    if before and entry["role"] != "server" and _author(entry) != _author(before):
        yield "The stream changed hands."
    if entry["hash"] != sha256(canonical({name: entry[name] for name in CHAINED})):
        yield "Its hash does not fit: a field was changed."


def _author(entry: Entry) -> tuple[str, str]:
    return entry["author"], entry["role"]


def _payload_faults(entry: Entry) -> Iterator[str]:
    payload = entry["payload"]
    if payload is None and not entry["salt"]:
        return
    try:
        salt = bytes.fromhex(entry["salt"])
    except ValueError:
        salt = b""
    if salt.hex() != entry["salt"]:
        yield "Its salt is not lower-case hexadecimal."
    elif entry["payload_hash"] != sha256(salt + canonical(payload)):
        yield "What happened was changed: it does not fit the hash of the payload."
    elif not isinstance(payload, dict) or payload.get("kind") != entry["kind"]:
        yield "It says another kind outside than inside."


def _header_faults(header: dict[str, Any], count: int) -> Iterator[str]:
    if header.get("format") != FORMAT:
        yield f"The format {header.get('format')!r} is not known."
    if header.get("key") != fingerprint(header.get("public_key")):
        yield "It names another key than it brings."
    if header.get("entries") != count:
        yield f"{header.get('entries')} entries were exported, {count} are here."


def _withheld(header: dict[str, Any], log: Log) -> tuple[list[int], list[str]]:
    stated = header.get("withheld")
    if not isinstance(stated, list) or not all(type(one) is int for one in stated):
        return [], ["It does not say which entries are withheld."]
    strangers = sorted(set(stated) - set(log.wordless))
    faults = [f"It calls entries withheld that are not: {strangers[:10]}."] if strangers else []
    return [one for one in stated if one in log.wordless], faults
