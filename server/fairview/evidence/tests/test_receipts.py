import stat
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from fairview.evidence.engine import Head
from fairview.evidence.receipts import SignedHead, SigningKey, is_genuine, signed_head
from fairview.kit.ids import new_id


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "signing.pem"
    first, again = SigningKey.load_or_create(path), SigningKey.load_or_create(path)
    assert first.fingerprint == again.fingerprint
    assert len(first.fingerprint) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_receipt_proves_itself_with_the_public_key_alone(tmp_path: Path) -> None:
    key = SigningKey.load_or_create(tmp_path / "signing.pem")
    session_id = new_id()
    (receipt,) = key.receipts([head_of(session_id)])
    assert is_genuine(receipt, session_id, key.public)
    assert not is_genuine(receipt, new_id(), key.public)
    assert not is_genuine(msgspec.structs.replace(receipt, through=8), session_id, key.public)
    assert not is_genuine(msgspec.structs.replace(receipt, signature="zz"), session_id, key.public)
    other = SigningKey.load_or_create(tmp_path / "other.pem")
    assert not is_genuine(receipt, session_id, other.public)


@pytest.mark.parametrize("together", [1, 2, 3, 8, 13, 50])
def test_receipts_of_one_signature_prove_themselves_each(tmp_path: Path, together: int) -> None:
    key = SigningKey.load_or_create(tmp_path / "signing.pem")
    sessions = [new_id() for _ in range(together)]
    receipts = key.receipts([head_of(session_id) for session_id in sessions])
    assert len({receipt.signature for receipt in receipts}) == 1
    for session_id, receipt in zip(sessions, receipts, strict=True):
        assert is_genuine(receipt, session_id, key.public)
        assert len(receipt.path) <= (together - 1).bit_length()
        for path in ([*receipt.path, "00" * 32], receipt.path[:-1]):
            if path != receipt.path:
                assert not is_genuine(msgspec.structs.replace(receipt, path=path), session_id, key.public)


def test_who_has_nothing_to_acknowledge_signs_nothing(tmp_path: Path) -> None:
    assert SigningKey.load_or_create(tmp_path / "signing.pem").receipts([]) == []


def head_of(session_id: UUID) -> SignedHead:
    return signed_head(session_id, new_id(), Head(7, bytes(range(32))), 1_795_000_000_000_000)
