"""A small sealed session, made without a database, and the parts of its bundle to tamper with."""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from fairview.evidence.contracts import Author, Entry, Seal, SealDocument, StreamClosed
from fairview.evidence.engine import Head, NewEntry, canonical, link
from fairview.evidence.log_file import FileHeader, write_lines
from fairview.evidence.receipts import SigningKey, signed_head
from fairview.evidence.seal import next_seal
from fairview.policies.public import DEFAULT, get_policy, policy_document
from fairview.proctoring.tests.logs import SESSION, Log, us
from fairview.reports.engine import compute, document, encode
from fairview.reports.tests.test_engine import FACTS

POLICY = get_policy(DEFAULT)
NEIGHBOUR = signed_head(UUID(int=7), UUID(int=8), Head(3, bytes(32)), us(22))
"""Of another talk, acknowledged in the same moment."""


def talk() -> list[Entry]:
    """Twenty seconds with one look away; then the device closes its stream, and a person dismisses it."""
    log = Log(policy=DEFAULT).watched(0, 20).saw("gaze", "left", 4, 10).ended(20)
    log.add(21, StreamClosed(reason="ended"), "candidate")
    return log.reviewed(90, f"look_away-{us(4)}", "dismissed").entries


def chained(entries: Sequence[Entry]) -> list[Entry]:
    """The same entries, in this order, as the log would have stored them."""
    heads: dict[UUID, Head] = {}
    stored = []
    for position, entry in enumerate(entries, start=1):
        linked = link(
            heads.get(entry.stream_id, Head()),
            NewEntry(
                kind=entry.kind,
                payload=canonical(msgspec.json.decode(entry.payload)),
                epoch=entry.epoch,
                at_us=entry.at_us,
                estimated_us=entry.estimated_us,
                uncertainty_us=entry.uncertainty_us,
                received_us=entry.received_us,
            ),
            session_id=SESSION,
            stream_id=entry.stream_id,
            author=Author(entry.author_id, entry.role),
            position=position,
            salt=bytes([position]) * 16,
        )
        heads[entry.stream_id] = Head(linked.number, linked.hash)
        stored.append(linked)
    return stored


@dataclass
class Sealed:
    """A bundle's parts, readable: change them, then `write` the file. Sealed by `key` twice, before and after
    the last entry. `reported`: what the report is made of, if not of the entries."""

    entries: list[Entry] = field(default_factory=lambda: chained(talk()), repr=False)
    key: SigningKey = field(default_factory=lambda: SigningKey(Ed25519PrivateKey.generate()))
    reported: list[Entry] | None = field(default=None, repr=False)
    header: dict[str, Any] = field(init=False, repr=False)
    lines: list[dict[str, Any]] = field(init=False, repr=False)
    seals: list[dict[str, Any]] = field(init=False, repr=False)
    report: dict[str, Any] = field(init=False, repr=False)
    policy: dict[str, Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.header, *self.lines = map(json.loads, self._log().splitlines())
        self.policy = policy_document(POLICY)
        self.report = self._report()
        self.seals = []
        newest: SealDocument | None = None
        for positions in (len(self.entries) - 1, len(self.entries)):
            newest = self._seal(positions, newest)

    def heads(self, positions: int) -> dict[UUID, Head]:
        return {one.stream_id: Head(one.number, one.hash) for one in self.entries[:positions]}

    def receipts(self) -> dict[str, Any]:
        """What a candidate would have saved, of a server that had others to answer as well."""
        streams = {one.stream_id: one for one in self.entries if one.role == "candidate"}
        heads = [signed_head(SESSION, *self._head(one), us(22)) for one in streams.values()]
        return {
            "format": "fairview.receipts.1",
            "session": str(SESSION),
            "seals": self.seals[:1],
            "receipts": [msgspec.structs.asdict(one) for one in self.key.receipts([*heads, NEIGHBOUR])[:-1]],
        }

    def write(self, folder: Path, **parts: bytes | None) -> Path:
        """The bundle; `parts` (by name without ending) instead of its own, None for none."""
        log = "\n".join(json.dumps(line) for line in [self.header, *self.lines])
        own: dict[str, bytes | None] = {
            "README.txt": b"How to check",
            "report.json": json.dumps(self.report).encode(),
            "policy.json": json.dumps(self.policy).encode(),
            "seals.json": json.dumps(self.seals).encode(),
            "log.jsonl": log.encode(),
        }
        path = folder / "bundle.zip"
        with ZipFile(path, "w") as file:
            for name, content in own.items():
                chosen = parts.get(name.split(".")[0], content)
                if chosen is not None:
                    file.writestr(name, chosen)
        return path

    def _head(self, entry: Entry) -> tuple[UUID, Head]:
        return entry.stream_id, Head(entry.number, entry.hash)

    def _log(self) -> str:
        header = FileHeader(
            session=str(SESSION),
            policy=policy_document(POLICY),
            exported_us=us(100),
            entries=len(self.entries),
            key=self.key.fingerprint,
            public_key=self.key.public.hex(),
        )
        text = io.StringIO()
        write_lines(header, self.entries, text)
        return text.getvalue()

    def _report(self) -> dict[str, Any]:
        facts = msgspec.structs.replace(FACTS, room_session=str(SESSION))
        findings = compute(facts, self.reported or self.entries, POLICY)
        frozen = document(findings, self.entries, 2, "review", us(91))
        report: dict[str, Any] = json.loads(encode(frozen))
        return report

    def _seal(self, positions: int, before: SealDocument | None) -> SealDocument:
        made = next_seal(
            SESSION,
            self.heads(positions),
            positions,
            before,
            sealed_us=us(22 + positions),
            key=self.key.fingerprint,
        )
        signature = self.key.private.sign(canonical(made)).hex()
        seal = Seal(document=made, signature=signature, public_key=self.key.public.hex())
        self.seals.append(msgspec.to_builtins(seal))
        return made
