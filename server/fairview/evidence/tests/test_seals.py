import hashlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from fairview.evidence.contracts import Seal
from fairview.evidence.engine import canonical
from fairview.evidence.public import StampUnavailable, read_stamp, seal_session, seals_of, stamp_seals
from fairview.evidence.seal import hash_seal, merkle_root
from fairview.evidence.store import open_store
from fairview.evidence.store_sqlite import SCHEMA, connect
from fairview.evidence.tests.authority import NEEDS_OPENSSL, Authority, open_to_all
from fairview.evidence.tests.builders import Pen, write
from fairview.kit.ids import new_id


@pytest.fixture
def pen(settings: Settings) -> Pen:
    pen = Pen()
    write(settings.EVIDENCE_DATABASE, pen.notes(1, 3))
    return pen


def node(*hashes: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + b"".join(hashes)).digest()


def test_the_tree_is_that_of_rfc_6962() -> None:
    a, b, c, d, e = (hashlib.sha256(b"\x00" + letter).digest() for letter in (b"a", b"b", b"c", b"d", b"e"))
    assert merkle_root([]) == hashlib.sha256().digest()
    assert merkle_root([a]) == a
    assert merkle_root([a, b, c]) == node(node(a, b), c)
    assert merkle_root([a, b, c, d, e]) == node(node(node(a, b), node(c, d)), e)


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=40, unique=True), st.data())
def test_the_root_depends_on_every_leaf_and_on_their_order(leaves: list[bytes], data: st.DataObject) -> None:
    other = data.draw(st.permutations(leaves))
    assert (merkle_root(other) == merkle_root(leaves)) == (other == leaves)
    assert merkle_root(leaves[1:]) != merkle_root(leaves) != merkle_root(leaves[:-1])


def test_a_seal_says_where_every_stream_stands_and_is_signed(pen: Pen, settings: Settings) -> None:
    other = Pen(pen.session_id, "interviewer")
    (appended,) = write(settings.EVIDENCE_DATABASE, other.notes(1, 2))
    document = seal_session(pen.session_id)
    assert (document.sequence, document.previous, document.positions) == (1, "0" * 64, 5)
    assert [one.stream for one in document.streams] == sorted([str(pen.stream_id), str(other.stream_id)])
    stands = {one.stream: (one.number, one.head) for one in document.streams}
    assert stands[str(other.stream_id)] == (2, appended.head.hash.hex())
    (seal,) = seals_of(pen.session_id)
    assert seal.document == document
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(seal.public_key))
    public.verify(bytes.fromhex(seal.signature), canonical(document))


def test_sealing_again_makes_another_only_of_what_came_since(pen: Pen, settings: Settings) -> None:
    first = seal_session(pen.session_id)
    assert seal_session(pen.session_id) == first
    write(settings.EVIDENCE_DATABASE, pen.notes(4, 4))
    second = seal_session(pen.session_id)
    assert (second.sequence, second.positions) == (2, 4)
    assert second.previous == hash_seal(first).hex()
    assert [seal.document for seal in seals_of(pen.session_id)] == [first, second]
    assert seals_of(new_id()) == []


def test_those_who_seal_at_once_agree(pen: Pen) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(seal_session, [pen.session_id] * 16))
    assert made == [made[0]] * 16


def test_a_file_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite3"
    old = connect(path)
    old.executescript(f"{SCHEMA[0]} pragma user_version = 1")
    old.close()
    store = open_store(path)
    assert store.seals(new_id()) == []
    store.close()
    assert sqlite3.connect(path).execute("pragma user_version").fetchone() == (len(SCHEMA),)


@NEEDS_OPENSSL
def test_an_authority_stamps_each_seal_once(pen: Pen, tmp_path: Path) -> None:
    seal_session(pen.session_id)
    with open_to_all(Authority(tmp_path / "authority")) as address:
        stamp_seals(pen.session_id, address)
        stamped: Seal = seals_of(pen.session_id)[0]
        stamp_seals(pen.session_id, address)
    assert seals_of(pen.session_id) == [stamped]
    stamp = read_stamp(stamped.stamp)
    assert stamp.by == "CN=Clock"
    assert abs(stamp.at.timestamp() - stamped.document.sealed_us / 1_000_000) < 60


def test_an_authority_that_is_away_leaves_the_seal_as_it_is(pen: Pen) -> None:
    seal_session(pen.session_id)
    with pytest.raises(StampUnavailable):
        stamp_seals(pen.session_id, "http://127.0.0.1:9")
    assert [seal.stamp for seal in seals_of(pen.session_id)] == [""]


@NEEDS_OPENSSL
def test_a_stamp_on_something_else_is_not_taken(pen: Pen, tmp_path: Path) -> None:
    seal_session(pen.session_id)
    authority = Authority(tmp_path / "authority")
    queries: list[bytes] = []

    class Forgetful(Authority):
        def __init__(self) -> None:
            pass

        def stamp(self, query: bytes) -> bytes:
            queries.append(query)
            return authority.stamp(queries[0])

    other = Pen()
    seal_session(other.session_id)
    with open_to_all(Forgetful()) as address:
        stamp_seals(other.session_id, address)
        with pytest.raises(StampUnavailable):
            stamp_seals(pen.session_id, address)
    assert [seal.stamp for seal in seals_of(pen.session_id)] == [""]
