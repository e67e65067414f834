import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from pytest_django.fixtures import Settings

from fairview.evidence.public import DamagedLog, append_from_server, read_entries, write_log
from fairview.policies.public import PolicyInvalid, get_policy, policy_document
from fairview.proctoring.commands import proctor
from fairview.proctoring.public import as_replay_json, evaluate
from fairview.proctoring.tests.logs import SERVER, SESSION
from fairview.rooms.contracts import SessionEnded, SessionStarted

STANDARD = get_policy("standard@1")


@pytest.fixture
def log(tmp_path: Path, settings: Settings) -> Path:
    """The exported log of a session in which nothing was observed."""
    settings.EVIDENCE_DATABASE = tmp_path / "evidence.sqlite3"
    settings.SIGNING_KEY = tmp_path / "signing.pem"
    append_from_server(SESSION, SessionStarted(by="ines", policy="standard@1"), actor_id=SERVER)
    append_from_server(SESSION, SessionEnded(by="ines"), actor_id=SERVER)
    path = tmp_path / "log.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write_log(SESSION, policy_document(STANDARD), file)
    return path


def replay(*arguments: object) -> Any:
    return CliRunner().invoke(proctor, ["replay", *map(str, arguments)])


def test_replay_prints_what_the_product_computes(log: Path) -> None:
    result = replay(log, "--json")
    assert result.exit_code == 0
    expected = as_replay_json(evaluate(read_entries(SESSION), STANDARD))
    assert json.loads(result.output) == {**expected, "erased": [], "withheld": [], "problems": []}
    assert {"incidents", "score", "coverage", "deductions"} <= expected.keys()


def test_replay_tells_a_person_why_there_is_no_score(log: Path) -> None:
    assert replay(log).output.splitlines() == [
        "Policy standard@1",
        "No incidents.",
        "Observed for 0.0% of the session.",
        "No score: not_observed.",
        "The chain of entries is whole.",
    ]


def test_replay_says_which_entry_was_changed(log: Path) -> None:
    log.write_text(log.read_text().replace('"by":"ines"', '"by":"omar"'))
    result = replay(log, "--json")
    assert result.exit_code == 1
    assert json.loads(result.output)["problems"][0]["what"]
    assert "The log was changed:" in replay(log).output


def test_replay_judges_by_another_policy_when_asked(log: Path, tmp_path: Path) -> None:
    lenient = policy_document(msgspec.structs.replace(STANDARD, name="lenient"))
    policy = tmp_path / "lenient.yaml"
    policy.write_text(json.dumps(lenient))
    assert json.loads(replay(log, "--policy", policy, "--json").output)["policy"] == "lenient@1"
    policy.write_text(json.dumps(lenient | {"version": 0}))
    assert isinstance(replay(log, "--policy", policy).exception, PolicyInvalid)


def test_replay_refuses_what_is_no_log(tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"hello": 1}\n')
    assert isinstance(replay(other).exception, DamagedLog)
    assert replay(tmp_path / "nowhere.jsonl").exit_code == 2
