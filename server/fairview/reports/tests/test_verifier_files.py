"""Files that are no bundles, or are made to harm: a clear sentence, never a traceback."""

import json
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairview.reports.tests.sealed import Sealed
from fairview.reports.verifier.bundle import MEBIBYTE, MOST_SEALS
from fairview.reports.verifier.command import verify as command
from fairview.reports.verifier.findings import Unusable
from fairview.reports.verifier.verify import verify

SEALED = Sealed()


def refusal(path: Path, **given: Any) -> str:
    with pytest.raises(Unusable) as caught:
        verify(path, **given)
    return caught.value.problem.where


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"a": 1.5}',
        b'{"a": NaN}',
        b'{"a": 1e3}',
        b'{"a": 9007199254740992}',
        b'{"a": ' + b"9" * 100_000 + b"}",
        b'{"a": 1, "a": 2}',
        b'{"a": "\\ud800"}',
        b"\xff\xfe{}",
        b"[" * 100_000,
    ],
)
@pytest.mark.parametrize("part", ["report", "policy", "log"])
def test_what_is_not_portable_json_is_refused(tmp_path: Path, part: str, text: bytes) -> None:
    assert refusal(SEALED.write(tmp_path, **{part: text})).startswith(part)


def test_parts_that_are_missing_too_large_or_too_many_are_named(tmp_path: Path) -> None:
    assert refusal(SEALED.write(tmp_path, seals=None)) == "seals.json"
    assert refusal(SEALED.write(tmp_path, seals=b"{}")) == "seals.json"
    assert refusal(SEALED.write(tmp_path, seals=json.dumps([0] * (MOST_SEALS + 1)).encode())) == "seals.json"
    assert refusal(SEALED.write(tmp_path, README=b"x" * (MEBIBYTE + 1))) == "README.txt"


def test_a_bomb_is_not_unpacked_further_than_a_part_may_be_large(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr("policy.json", b" " * (100 * MEBIBYTE))
    assert path.stat().st_size < MEBIBYTE
    assert refusal(path) == "policy.json"


def test_names_that_stand_twice_or_do_not_belong_are_told(tmp_path: Path) -> None:
    path = SEALED.write(tmp_path)
    with ZipFile(path, "a") as file:
        file.writestr("../escape.txt", "x")
    assert [problem.where for problem in verify(path).problems] == ["../escape.txt"]
    with warnings.catch_warnings(), ZipFile(path, "a") as file:
        warnings.simplefilter("ignore")
        file.writestr("report.json", "{}")
    assert refusal(path) == "report.json"


def test_a_part_packed_otherwise_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    with ZipFile(path, "w", ZIP_BZIP2) as file:
        file.writestr("report.json", "{}")
    assert refusal(path) == "report.json"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_bytes_turned_at_random_never_crash_it(tmp_path: Path, data: st.DataObject) -> None:
    path = SEALED.write(tmp_path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    told = CliRunner().invoke(command, [str(path), "--json"])
    assert told.exit_code in {0, 1, 2}
    assert set(json.loads(told.output)) >= {"ok", "trust", "score", "problems"}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_parts_of_any_shape_never_crash_it(tmp_path: Path, data: st.DataObject) -> None:
    sealed = Sealed()
    name = data.draw(st.sampled_from(["header", "report", "policy", "seals", "lines"]))
    holder: Any = getattr(sealed, name)
    while isinstance(holder, dict | list) and holder:
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if data.draw(st.booleans()) or not isinstance(holder[key], dict | list):
            holder[key] = data.draw(ANYTHING)
            break
        holder = holder[key]
    told = CliRunner().invoke(command, [str(sealed.write(tmp_path)), "--json"])
    assert told.exit_code in {0, 1, 2}
    assert isinstance(json.loads(told.output)["problems"], list)


@pytest.mark.parametrize("text", ["", "{}", '{"format": "fairview.receipts.1", "seals": 1, "receipts": []}'])
def test_what_is_no_receipt_is_refused(tmp_path: Path, text: str) -> None:
    receipt = tmp_path / "receipt.json"
    receipt.write_text(text)
    assert refusal(SEALED.write(tmp_path), receipt=receipt) == "receipt.json"


def test_the_command_says_it_in_words_and_by_its_exit(tmp_path: Path) -> None:
    path, run = SEALED.write(tmp_path), CliRunner()
    good = run.invoke(command, [str(path), "--key", SEALED.key.fingerprint])
    assert (good.exit_code, "signed with the key that you named" in good.output) == (0, True)
    bad = run.invoke(command, [str(path), "--key", "0" * 32])
    assert (bad.exit_code, "not with the one that you named" in bad.output) == (1, True)
    assert "self-consistent only" in run.invoke(command, [str(path)]).output
    assert run.invoke(command, [str(path), "--key", "short"]).exit_code == 2
    path.write_bytes(b"no zip")
    assert run.invoke(command, [str(path)]).exit_code == 2


def test_it_runs_without_django_and_without_data(tmp_path: Path) -> None:
    path = SEALED.write(tmp_path)
    environment = {**os.environ, "FAIRVIEW_DATA": str(path / "not a folder")}
    fairview = Path(sys.executable).with_name("fairview")
    for program in ([str(fairview), "report", "verify"], [sys.executable, "-m", "fairview.reports.verifier"]):
        done = subprocess.run(
            [*program, str(path), "--json"], env=environment, capture_output=True, timeout=60, check=False
        )
        assert (done.returncode, json.loads(done.stdout)["score"]) == (0, 100), done.stderr
