"""Signed heads: what the server gives an author so that they can show later what it had acknowledged."""

import hashlib
import os
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fairview.evidence.contracts import EntriesAcknowledged
from fairview.evidence.engine import Head, canonical
from fairview.kit.ids import new_id

FORMAT = "fairview.receipt.1"

Subtree = tuple[bytes, list[int]]
"""Its root, and which leaves it holds."""


class SignedHead(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a receipt says: a leaf of its tree is SHA-256(0x00 ‖ canonical(this))."""

    session: str
    stream: str
    through: int
    head: str
    signed_us: int


def signed_head(session_id: UUID, stream_id: UUID, head: Head, signed_us: int) -> SignedHead:
    return SignedHead(
        session=str(session_id),
        stream=str(stream_id),
        through=head.number,
        head=head.hash.hex(),
        signed_us=signed_us,
    )


class SigningKey:
    """The deployment's Ed25519 key. `fingerprint` is the first 32 hex digits of the public key's SHA-256."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self.private = private
        self.public = private.public_key().public_bytes_raw()
        self.fingerprint = hashlib.sha256(self.public).hexdigest()[:32]

    @classmethod
    def load_or_create(cls, path: Path) -> "SigningKey":
        """The key in `path`; made with 0600 if there is none. Safe when several ask at once."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            create(path)
        private = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(private, Ed25519PrivateKey):
            raise SystemExit(f"{path} must hold an Ed25519 key.")
        return cls(private)

    def receipts(self, heads: Sequence[SignedHead]) -> list[EntriesAcknowledged]:
        """An acknowledgement for each head, of everything in its stream up to there. One signature holds for
        all of them, since it takes longer than anything else that becomes of an entry."""
        if not heads:
            return []
        root, paths = tree([leaf(head) for head in heads])
        signature = self.private.sign(statement(root)).hex()
        return [
            EntriesAcknowledged(
                stream=head.stream,
                through=head.through,
                head=head.head,
                signed_us=head.signed_us,
                path=[sibling.hex() for sibling in path],
                signature=signature,
                key=self.fingerprint,
            )
            for head, path in zip(heads, paths, strict=True)
        ]


def create(path: Path) -> None:
    """Write a new key beside `path` and move it there, unless somebody else was first."""
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    draft = path.with_suffix(f".{new_id()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def leaf(head: SignedHead) -> bytes:
    return hashlib.sha256(b"\x00" + msgspec.json.encode(head, order="sorted")).digest()


def node(one: bytes, other: bytes) -> bytes:
    """Of two hashes in their own order, so that a path need not say on which side each stood."""
    return hashlib.sha256(b"\x01" + min(one, other) + max(one, other)).digest()


def tree(leaves: Sequence[bytes]) -> tuple[bytes, list[list[bytes]]]:
    """The root over the leaves, and for each leaf the hashes that lead from it to the root."""
    paths: list[list[bytes]] = [[] for _ in leaves]
    level = [(hash_, [place]) for place, hash_ in enumerate(leaves)]
    while len(level) > 1:
        pairs = [level[first : first + 2] for first in range(0, len(level), 2)]
        level = [joined(pair[0], pair[1], paths) if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0][0], paths


def joined(one: Subtree, other: Subtree, paths: list[list[bytes]]) -> Subtree:
    for (_, places), (sibling, _) in ((one, other), (other, one)):
        for place in places:
            paths[place].append(sibling)
    return node(one[0], other[0]), one[1] + other[1]


def statement(root: bytes) -> bytes:
    return canonical({"format": FORMAT, "root": root.hex()})


def is_genuine(receipt: EntriesAcknowledged, session_id: UUID, public_key: bytes) -> bool:
    """Whether the holder of the key signed this receipt. Needs nothing but the public key."""
    head = SignedHead(
        session=str(session_id),
        stream=receipt.stream,
        through=receipt.through,
        head=receipt.head,
        signed_us=receipt.signed_us,
    )
    try:
        root = reduce(node, map(bytes.fromhex, receipt.path), leaf(head))
        signature = bytes.fromhex(receipt.signature)
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, statement(root))
    except (InvalidSignature, ValueError):
        return False
    return True
