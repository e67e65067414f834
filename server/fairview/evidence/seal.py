"""The seal: where every stream of a session stands, under one Merkle root (RFC 6962 §2.1). Pure.

docs/evidence-format.md says it byte for byte; `reports/verifier` is a second program that follows it.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from fairview.evidence.contracts import FIRST_HASH, SealDocument, SealedStream
from fairview.evidence.engine import Head, canonical


def next_seal(
    session_id: UUID,
    heads: Mapping[UUID, Head],
    positions: int,
    before: SealDocument | None,
    *,
    sealed_us: int,
    key: str,
) -> SealDocument:
    """The seal that follows `before` over everything up to `positions`. `key` is the signer's fingerprint."""
    streams = sealed_streams(heads)
    return SealDocument(
        session=str(session_id),
        sequence=before.sequence + 1 if before else 1,
        previous=hash_seal(before).hex() if before else FIRST_HASH.hex(),
        positions=positions,
        streams=streams,
        root=merkle_root(map(leaf, streams)).hex(),
        sealed_us=sealed_us,
        key=key,
    )


def covers(document: SealDocument | None, heads: Mapping[UUID, Head]) -> bool:
    """Whether nothing came since."""
    return document is not None and document.streams == sealed_streams(heads)


def sealed_streams(heads: Mapping[UUID, Head]) -> list[SealedStream]:
    streams = [
        SealedStream(stream=str(stream), number=head.number, head=head.hash.hex())
        for stream, head in heads.items()
    ]
    return sorted(streams, key=lambda one: one.stream)


def hash_seal(document: SealDocument) -> bytes:
    return hashlib.sha256(canonical(document)).digest()


def leaf(stream: SealedStream) -> bytes:
    return hashlib.sha256(b"\x00" + canonical(stream)).digest()


def merkle_root(leaves: Iterable[bytes]) -> bytes:
    """Of nothing: the hash of nothing."""
    hashes = list(leaves)
    return _root(hashes) if hashes else hashlib.sha256().digest()


def _root(hashes: Sequence[bytes]) -> bytes:
    if len(hashes) == 1:
        return hashes[0]
    left = 1 << ((len(hashes) - 1).bit_length() - 1)  # the largest power of two below their number
    return hashlib.sha256(b"\x01" + _root(hashes[:left]) + _root(hashes[left:])).digest()
