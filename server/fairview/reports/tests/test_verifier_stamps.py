"""Stamps of a real authority, read by a second program."""

import copy
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairview.evidence.engine import canonical
from fairview.evidence.stamp import ask
from fairview.evidence.tests.authority import KEYS, NEEDS_OPENSSL, Authority, open_to_all
from fairview.reports.tests.sealed import Sealed
from fairview.reports.verifier.stamps import StampFault, read_stamp
from fairview.reports.verifier.verify import verify

pytestmark = NEEDS_OPENSSL


@pytest.fixture(scope="module", params=sorted(KEYS))
def authority(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("stamps") / "authority", request.param)


@pytest.fixture(scope="module")
def stamped(authority: Authority) -> Sealed:
    sealed = Sealed()
    with open_to_all(authority) as address:
        for seal in sealed.seals:
            seal["stamp"] = ask(address, canonical(seal["document"])).hex()
    return sealed


def test_a_stamp_is_shown_and_trusted_only_by_whom_one_names(
    stamped: Sealed, authority: Authority, tmp_path: Path
) -> None:
    path = stamped.write(tmp_path)
    shown = [seal.stamp for seal in verify(path).seals]
    assert [(one.by, one.trusted) for one in shown if one] == [("CN=Clock", False)] * 2
    trusted = verify(path, stamp_ca=authority.root)
    assert (trusted.problems, [seal.stamp and seal.stamp.trusted for seal in trusted.seals]) == (
        [],
        [True, True],
    )
    another = Authority(tmp_path / "another")
    assert [problem.where for problem in verify(path, stamp_ca=another.root).problems] == ["seal 1", "seal 2"]


def test_a_stamp_on_another_seal_is_found(stamped: Sealed, tmp_path: Path) -> None:
    sealed = copy.deepcopy(stamped)
    sealed.seals[0]["stamp"] = sealed.seals[1]["stamp"]
    (problem,) = verify(sealed.write(tmp_path)).problems
    assert (problem.where, "about something else" in problem.what) == ("seal 1", True)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_stamp_that_was_turned_anywhere_says_nothing_else(stamped: Sealed, data: st.DataObject) -> None:
    """Where it still holds, what it says is the same: some bytes of an answer mean nothing."""
    seal = stamped.seals[0]
    honest = read_stamp(seal["stamp"], canonical(seal["document"]), [])
    turned = bytearray.fromhex(seal["stamp"])
    turned[data.draw(st.integers(0, len(turned) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(StampFault):
        assert read_stamp(turned.hex(), canonical(seal["document"]), []).at == honest.at
