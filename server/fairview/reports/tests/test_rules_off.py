"""What was switched off for a person before the talk: nothing of it is counted, report and letter say so, and
a bundle of it holds."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_django.fixtures import Settings
from tests.held import Held
from tests.people import Browser, People

from fairview.evidence.receipts import SigningKey
from fairview.policies.public import DEFAULT, get_policy, without_rules
from fairview.proctoring.public import evaluate
from fairview.proctoring.tests.logs import Log
from fairview.reports.actions import prepare
from fairview.reports.commands import report as report_command
from fairview.reports.engine import decode
from fairview.reports.letter.sentences import sentences
from fairview.reports.letter.text import letter
from fairview.reports.verifier.verify import verify

SWITCHED = without_rules(get_policy(DEFAULT), ["look_away", "eyes_closed"])


def talk(policy: str = DEFAULT) -> Log:
    """With a look to the left for 8 s."""
    return Log(policy=policy).watched(0, 60).saw("gaze", "left", 10, 18).ended(60)


@pytest.fixture
def held(people: People) -> Held:
    held = Held(people)
    held.room.policy = SWITCHED.reference
    held.room.save()
    held.write(talk(SWITCHED.reference)).close_stream()
    prepare(held.id, looks=0)
    return held


def test_the_same_log_takes_nothing_off_once_its_rule_is_switched_off() -> None:
    counted = evaluate(talk().entries, get_policy(DEFAULT))
    switched = evaluate(talk(SWITCHED.reference).entries, SWITCHED)
    assert (counted.score, [one.rule for one in counted.incidents]) == (99, ["look_away"])
    assert (switched.score, list(switched.incidents)) == (100, [])
    assert switched.coverage_pm == counted.coverage_pm


def test_report_and_letter_say_what_was_not_counted(held: Held, as_ada: Browser) -> None:
    answer = as_ada.get(f"/api/reports/{held.id}").json()
    assert answer["outcome"]["score"] == 100
    assert answer["policy"]["without"] == ["look_away", "eyes_closed"]
    frozen = decode(as_ada.get(f"/api/reports/{held.id}/report.json").content)
    told = letter(frozen, sentences("en"), decided=None, digest="", link="https://example.org")
    assert "looks away and eyes closed, as agreed before the talk" in str(told)


def test_a_bundle_of_it_holds(held: Held, tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "talk.zip"
    export = ["export", str(held.id), "--format", "bundle", "--out", str(path)]
    assert CliRunner().invoke(report_command, export).exit_code == 0
    verdict = verify(path, keys=[SigningKey.load_or_create(settings.SIGNING_KEY).fingerprint])
    assert (verdict.problems, verdict.trust, verdict.score) == ([], "key", 100)


def test_an_interviewer_notes_none_of_it(people: People, as_ines: Browser) -> None:
    live = Held(people, state="live")
    live.room.policy = without_rules(get_policy(DEFAULT), ["phone"]).reference
    live.room.save()
    refused = as_ines.post(f"/api/rooms/{live.id}/sightings", {"rule": "phone"})
    assert (refused.status_code, refused.json()["code"]) == (409, "rule_switched_off")
    assert as_ines.post(f"/api/rooms/{live.id}/sightings", {"rule": "book"}).status_code < 300
