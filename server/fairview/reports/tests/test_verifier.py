"""Whoever changes a sealed session is found, and told where."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairview.evidence.engine import canonical as written_by_product
from fairview.evidence.receipts import SigningKey
from fairview.reports.tests.sealed import Sealed, chained, talk
from fairview.reports.verifier.canonical import canonical, read_json
from fairview.reports.verifier.verify import Verdict, verify

SEALED = Sealed()
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FIELDS = sorted(SEALED.lines[0])


def judged(sealed: Sealed, folder: Path, **given: Any) -> Verdict:
    return verify(sealed.write(folder), **given)


def places(verdict: Verdict) -> set[str]:
    return {problem.where for problem in verdict.problems}


def kept(sealed: Sealed, folder: Path) -> Path:
    path = folder / "receipt.json"
    path.write_text(json.dumps(sealed.receipts()))
    return path


def test_a_bundle_that_nobody_touched_holds(tmp_path: Path) -> None:
    verdict = judged(SEALED, tmp_path)
    assert (verdict.problems, verdict.trust, verdict.score) == ([], "self-consistent only", 100)
    assert [seal.positions for seal in verdict.seals] == [len(SEALED.entries) - 1, len(SEALED.entries)]
    assert judged(SEALED, tmp_path, keys=[SEALED.key.fingerprint]).trust == "key"
    assert judged(SEALED, tmp_path, keys=["0" * 32, SEALED.key.fingerprint.upper()]).ok
    with_receipt = judged(SEALED, tmp_path, receipt=kept(SEALED, tmp_path))
    assert (with_receipt.problems, with_receipt.trust) == ([], "receipt")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_both_programs_write_the_same_bytes(value: Any) -> None:
    assert canonical(value) == written_by_product(value)
    assert read_json(canonical(value)) == value


def changed(value: Any, data: st.DataObject) -> Any:
    """Something else in its place."""
    if isinstance(value, bool) or value is None:
        return data.draw(st.sampled_from([1, "other", []]))
    if isinstance(value, int):
        return value + data.draw(st.integers(-3, 3).filter(bool))
    if isinstance(value, str):
        return data.draw(
            st.sampled_from([value[1:], value + "0", value[::-1]]).filter(lambda new: new != value)
        )
    if isinstance(value, list):
        return [*value, "other"]
    name = data.draw(st.sampled_from(sorted(value)))
    return value | {name: changed(value[name], data)}


Tampering = Callable[[list[Any], int, st.DataObject], set[int]]
"""Changes one of the records, given its index, and says which indices are to be named."""


def edit(records: list[Any], index: int, data: st.DataObject) -> set[int]:
    records[index] = changed(records[index], data)
    return {index}


def delete(records: list[Any], index: int, _data: st.DataObject) -> set[int]:
    del records[index]
    return {index}


def duplicate(records: list[Any], index: int, data: st.DataObject) -> set[int]:
    at = data.draw(st.integers(0, len(records)))
    records.insert(at, records[index])
    return {at, at + 1}


def swap(records: list[Any], index: int, data: st.DataObject) -> set[int]:
    other = data.draw(st.integers(0, len(records) - 1).filter(lambda at: at != index))
    records[index], records[other] = records[other], records[index]
    return {index, other}


def truncate(records: list[Any], index: int, _data: st.DataObject) -> set[int]:
    records[index] = {name: records[index][name] for name in list(records[index])[:-1]}
    return {index}


TAMPERINGS = [edit, delete, duplicate, swap, truncate]


@MANY
@given(st.sampled_from(TAMPERINGS), st.data())
def test_a_changed_entry_is_found_and_named(tmp_path: Path, tamper: Tampering, data: st.DataObject) -> None:
    sealed = copy.deepcopy(SEALED)
    index = data.draw(st.integers(0, len(sealed.lines) - 1))
    expected = {f"position {at + 1}" for at in tamper(sealed.lines, index, data)}
    assert places(judged(sealed, tmp_path)) & expected
    sealed.header["entries"] = len(sealed.lines)
    assert places(judged(sealed, tmp_path)) & expected


@MANY
@given(st.sampled_from(TAMPERINGS), st.data())
def test_a_changed_seal_is_found_and_named(tmp_path: Path, tamper: Tampering, data: st.DataObject) -> None:
    sealed = copy.deepcopy(SEALED)
    index = data.draw(st.integers(0, len(sealed.seals) - 1))
    expected = {f"seal {at + 1}" for at in tamper(sealed.seals, index, data)}
    if len(sealed.seals) <= index:
        expected = {f"position {SEALED.seals[index - 1]['document']['positions'] + 1}"}
    assert places(judged(sealed, tmp_path)) & expected


def test_words_that_were_erased_are_named_and_the_score_goes_with_them(tmp_path: Path) -> None:
    sealed = copy.deepcopy(SEALED)
    sealed.lines[4] |= {"payload": None, "salt": ""}
    verdict = judged(sealed, tmp_path)
    assert (verdict.problems, verdict.erased, verdict.score) == ([], [5], None)
    assert not verdict.recomputable
    sealed.header["withheld"] = [5, 6]
    assert places(judged(sealed, tmp_path)) == {"log.jsonl, line 1"}


def forged() -> Sealed:
    """Another story, whole in itself: the look away never was, and all is chained and sealed anew."""
    honest = [
        one for one in talk() if b"left" not in one.payload and one.kind != "proctoring.incident_reviewed"
    ]
    return Sealed(chained(honest), SigningKey(Ed25519PrivateKey.generate()))


def test_who_signs_another_story_with_another_key_is_found_by_key_or_receipt(tmp_path: Path) -> None:
    forgery, receipt = forged(), kept(SEALED, tmp_path)
    alone = judged(forgery, tmp_path)
    assert (alone.ok, alone.trust) == (True, "self-consistent only")
    by_key = judged(forgery, tmp_path, keys=[SEALED.key.fingerprint])
    assert (places(by_key), by_key.trust) == ({"seal 1", "seal 2"}, "self-consistent only")
    by_receipt = judged(forgery, tmp_path, receipt=receipt)
    assert places(by_receipt) == {"receipt, seal 1", "receipt, head 1"}
    assert by_receipt.trust == "self-consistent only"


def test_who_signs_another_story_with_the_same_key_is_found_by_the_receipt(tmp_path: Path) -> None:
    forgery = Sealed(forged().entries, SEALED.key)
    assert judged(forgery, tmp_path, keys=[SEALED.key.fingerprint]).ok
    by_receipt = judged(forgery, tmp_path, receipt=kept(SEALED, tmp_path))
    assert places(by_receipt) == {"receipt, seal 1", "receipt, head 1"}


@MANY
@given(st.data())
def test_a_receipt_that_was_changed_is_found(tmp_path: Path, data: st.DataObject) -> None:
    """All but a stamp, which the seal does not need."""
    receipts = SEALED.receipts()
    (seal,), (head,) = receipts["seals"], receipts["receipts"]
    signed = {name: value for name, value in seal.items() if name != "stamp"}
    match data.draw(st.sampled_from(["session", "seals", "receipts"])):
        case "session":
            receipts["session"] = changed(receipts["session"], data)
        case "seals":
            receipts["seals"] = [seal | changed(signed, data)]
        case "receipts":
            receipts["receipts"] = [changed(head, data)]
    path = tmp_path / "receipt.json"
    path.write_text(json.dumps(receipts))
    assert not judged(SEALED, tmp_path, receipt=path).ok


def edited(*names: str, to: Any) -> Callable[[Sealed], None]:
    def edit(sealed: Sealed) -> None:
        value: Any = getattr(sealed, names[0])
        for name in names[1:-1]:
            value = value[name]
        value[names[-1]] = to

    return edit


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (edited("report", "outcome", "score", to=12), "report.json"),
        (edited("report", "outcome", "coverage_pm", to=12), "report.json"),
        (edited("report", "outcome", "incidents", to=[]), "report.json"),
        (edited("report", "outcome", to=None), "report.json"),
        (edited("report", "policy", "title", to="Another"), "report.json"),
        (edited("report", "facts", "room_session", to="another"), "report.json"),
        (edited("report", "log", "position", to=3), "report.json"),
        (edited("report", "format", to="fairview.report.9"), "report.json"),
        (edited("policy", "rules", "look_away", "weight", to=9), "policy.json"),
        (edited("policy", "rules", to=[]), "policy.json"),
        (edited("policy", "name", to="another"), "position 1"),
        (edited("header", "policy", to={}), "log.jsonl, line 1"),
        (edited("header", "format", to="fairview.log.9"), "log.jsonl, line 1"),
        (edited("header", "key", to="0" * 32), "log.jsonl, line 1"),
        (edited("header", "session", to="another"), "position 1"),
    ],
)
def test_what_stands_around_the_log_has_to_agree_with_it(
    tmp_path: Path, edit: Callable[[Sealed], None], where: str
) -> None:
    sealed = copy.deepcopy(SEALED)
    edit(sealed)
    assert where in places(judged(sealed, tmp_path))


def test_a_payload_that_the_rules_cannot_read_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    entries = talk()
    entries[2] = msgspec.structs.replace(entries[2], payload=b'{"kind":"proctoring.observation","value":7}')
    verdict = judged(Sealed(chained(entries), reported=talk()), tmp_path)
    assert (places(verdict), verdict.score) == ({"policy.json"}, None)
