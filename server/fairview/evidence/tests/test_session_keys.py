from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fairview.evidence.errors import SessionKeysMissing
from fairview.evidence.session_keys import SessionKey, SessionKeys
from fairview.kit.ids import new_id


@pytest.fixture
def keys(tmp_path: Path) -> SessionKeys:
    return SessionKeys(tmp_path / "keys" / "sessions.sqlite3")


def test_each_person_has_one_key_for_a_session_until_it_is_destroyed(keys: SessionKeys) -> None:
    talk, cai, ines = new_id(), new_id(), new_id()
    first = keys.make(talk, cai)
    assert keys.make(talk, cai) == first
    assert len({first.secret, keys.make(talk, ines).secret, keys.make(new_id(), cai).secret}) == 3
    keys.destroy(first.id)
    second = keys.make(talk, cai)
    assert second.secret != first.secret
    assert (keys.find(first.id), keys.find(second.id)) == (None, second.secret)


def test_a_destroyed_key_is_in_no_file(keys: SessionKeys) -> None:
    made = [keys.make(new_id(), new_id()) for _ in range(300)]
    for key in made[::2]:
        keys.destroy(key.id)
    content = b"".join(one.read_bytes() for one in keys.path.parent.iterdir())
    assert [key.secret in content for key in made] == [False, True] * 150


def test_a_key_that_was_never_there_is_missed(keys: SessionKeys) -> None:
    with pytest.raises(SessionKeysMissing):
        keys.find(new_id())


def test_those_who_ask_at_once_get_the_same_key(keys: SessionKeys) -> None:
    talk, cai = new_id(), new_id()

    def ask(_number: int) -> SessionKey:
        own = SessionKeys(keys.path)
        key = own.make(talk, cai)
        own.close()
        return key

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(ask, range(32)))
    assert made == [made[0]] * 32


def test_keys_are_for_the_program_alone(keys: SessionKeys) -> None:
    key = keys.make(new_id(), new_id())
    assert keys.path.stat().st_mode & 0o077 == 0
    assert key.secret.hex() not in repr(key) and repr(key.secret) not in repr(key)
