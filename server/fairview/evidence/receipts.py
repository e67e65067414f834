"""Signed heads: what the server gives an author so that they can show later what it had acknowledged."""

import hashlib
import os
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from fairview.evidence.contracts import EntriesAcknowledged
from fairview.evidence.engine import Head, canonical
from fairview.kit.ids import new_id

FORMAT = "fairview.receipt.1"


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

    def receipt(self, session_id: UUID, stream_id: UUID, head: Head, signed_us: int) -> EntriesAcknowledged:
        """The acknowledgement of everything in a stream up to its head."""
        session, stream = str(session_id), str(stream_id)
        signed = statement(session, stream, head.number, head.hash.hex(), signed_us)
        return EntriesAcknowledged(
            stream=stream,
            through=head.number,
            head=head.hash.hex(),
            signed_us=signed_us,
            signature=self.private.sign(signed).hex(),
            key=self.fingerprint,
        )


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


def statement(session: str, stream: str, through: int, head: str, signed_us: int) -> bytes:
    return canonical(
        {
            "format": FORMAT,
            "head": head,
            "session": session,
            "signed_us": signed_us,
            "stream": stream,
            "through": through,
        }
    )


def is_genuine(receipt: EntriesAcknowledged, session_id: UUID, public_key: bytes) -> bool:
    """Whether the holder of the key signed this receipt. Needs nothing but the public key."""
    signed = statement(str(session_id), receipt.stream, receipt.through, receipt.head, receipt.signed_us)
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(bytes.fromhex(receipt.signature), signed)
    except (InvalidSignature, ValueError):
        return False
    return True
