import stat
from pathlib import Path

import msgspec

from fairview.evidence.engine import Head
from fairview.evidence.receipts import SigningKey, is_genuine
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
    receipt = key.receipt(session_id, new_id(), Head(7, bytes(range(32))), 1_795_000_000_000_000)
    assert is_genuine(receipt, session_id, key.public)
    assert not is_genuine(receipt, new_id(), key.public)
    assert not is_genuine(msgspec.structs.replace(receipt, through=8), session_id, key.public)
    assert not is_genuine(msgspec.structs.replace(receipt, signature="zz"), session_id, key.public)
    other = SigningKey.load_or_create(tmp_path / "other.pem")
    assert not is_genuine(receipt, session_id, other.public)
