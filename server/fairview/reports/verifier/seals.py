"""The seals: each says where every stream stood, under one Merkle root (RFC 6962), signed with Ed25519."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from fairview.reports.verifier.canonical import canonical, fingerprint, sha256
from fairview.reports.verifier.findings import Problem
from fairview.reports.verifier.log import NO_HASH, Log

FORMAT = "fairview.seal.1"
DOCUMENT = {
    "format": str,
    "session": str,
    "sequence": int,
    "previous": str,
    "positions": int,
    "streams": list,
    "root": str,
    "sealed_us": int,
    "key": str,
}
STREAM = {"stream": str, "number": int, "head": str}
ENVELOPE = {"document": dict, "signature": str, "public_key": str, "stamp": str}


@dataclass(frozen=True)
class Seal:
    """One seal of the right shape. `signed` are the bytes that were signed, and stamped."""

    document: dict[str, Any]
    signature: str
    public_key: str
    stamp: str

    @property
    def where(self) -> str:
        return f"seal {self.document['sequence']}"

    @property
    def signed(self) -> bytes:
        return canonical(self.document)


def read_seals(values: Sequence[Any], where: str = "seal") -> tuple[list[Seal], list[Problem]]:
    """Those of the right shape, and the others as problems."""
    seals: list[Seal] = []
    problems: list[Problem] = []
    for number, value in enumerate(values, start=1):
        if fits(value, ENVELOPE) and _is_document(value["document"]):
            seals.append(Seal(**value))
        else:
            problems.append(Problem(f"{where} {number}", "This is not a seal: its fields are others."))
    return seals, problems


def check_seals(seals: Sequence[Seal], log: Log, session: Any) -> Iterator[Problem]:
    """Whether the seals follow each other and say what the log says."""
    if not seals:
        yield Problem("seals.json", "There is no seal.")
        return
    before: Seal | None = None
    for sequence, seal in enumerate(seals, start=1):
        faults = [*_sequence_faults(seal, sequence, before), *_content_faults(seal, log, session)]
        yield from (Problem(f"seal {sequence}", fault) for fault in [*faults, *signature_faults(seal)])
        before = seal
    sealed = max(seal.document["positions"] for seal in seals)
    last = max((entry["position"] for entry in log.entries), default=0)
    if last > sealed:
        yield Problem(f"position {sealed + 1}", "From here on, the entries are under no seal.")
    elif last < sealed:
        yield Problem(f"position {last + 1}", f"The entry is missing: {sealed} were sealed.")


def _sequence_faults(seal: Seal, sequence: int, before: Seal | None) -> Iterator[str]:
    document = seal.document
    if document["sequence"] != sequence:
        yield f"It says that it is seal {document['sequence']}."
    if document["previous"] != (sha256(before.signed) if before else NO_HASH):
        yield "It does not refer to the seal before it."
    if before and document["positions"] <= before.document["positions"]:
        yield "It covers nothing that the seal before it does not."
    if before and document["sealed_us"] < before.document["sealed_us"]:
        yield "It says that it is older than the seal before it."


def _content_faults(seal: Seal, log: Log, session: Any) -> Iterator[str]:
    document = seal.document
    if document["format"] != FORMAT:
        yield f"The format {document['format']!r} is not known."
    if document["session"] != session:
        yield "It belongs to another session."
    stated = [(one["stream"], one["number"], one["head"]) for one in document["streams"]]
    stood = sorted((stream, *head) for stream, head in log.heads_at(document["positions"]).items())
    if stated != stood:
        yield "The streams did not stand in the log where it says."
    if document["root"] != merkle_root(document["streams"]):
        yield "Its root is not that of its streams."


def signature_faults(seal: Seal) -> Iterator[str]:
    """Whether the holder of the key that it names signed it."""
    if seal.document["key"] != fingerprint(seal.public_key):
        yield "It names another key than it brings."
    if not is_signed(seal.public_key, seal.signature, seal.signed):
        yield "Its signature does not fit: it was changed, or signed with another key."


def is_signed(public_key: str, signature: str, signed: bytes) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def merkle_root(streams: Sequence[dict[str, Any]]) -> str:
    """RFC 6962 §2.1, each leaf the canonical JSON of a stream."""
    return _root([b"\x00" + canonical(one) for one in streams]).hex()


def _root(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) < 2:
        return hashlib.sha256(b"".join(leaves)).digest()
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return hashlib.sha256(b"\x01" + _root(leaves[:left]) + _root(leaves[left:])).digest()


def _is_document(value: dict[str, Any]) -> bool:
    return fits(value, DOCUMENT) and all(fits(one, STREAM) for one in value["streams"])


def fits(value: Any, shape: Mapping[str, type]) -> bool:
    """Whether it is an object with exactly these fields; `True` is no number here."""
    if not isinstance(value, dict) or value.keys() != shape.keys():
        return False
    return all(type(value[name]) is kind for name, kind in shape.items())
