"""What is said of an interview once words were erased: the number that was frozen stays, with a remark."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.held import Held
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.evidence.public import erase_words, pack_session, seals_of
from fairview.evidence.receipts import SigningKey
from fairview.evidence.tests.builders import Pen, write
from fairview.kit.clock import now_us, utc_now
from fairview.policies.public import DEFAULT
from fairview.proctoring.commands import proctor
from fairview.proctoring.tests.logs import CANDIDATE, Log
from fairview.reports.actions import LOOKS, prepare
from fairview.reports.commands import report as report_command
from fairview.reports.models import Report
from fairview.reports.public import freeze_report
from fairview.reports.verifier.command import in_words
from fairview.reports.verifier.verify import Verdict, verify


@pytest.fixture
def held(people: People) -> Held:
    """99 of 100: one look to the left."""
    talk = Log(policy=DEFAULT).watched(0, 60).saw("gaze", "left", 10, 18).ended(60)
    return Held(people).write(talk).close_stream()


def erase(held: Held) -> int:
    """Everything that the candidate's device wrote: 60 of presence, 8 of gaze, the end of the stream."""
    return erase_words(actor_of(held.people.ada), held.id, "request", CANDIDATE)


def export(held: Held, kind: str, folder: Path) -> Path:
    out = folder / f"report.{kind}"
    done = CliRunner().invoke(report_command, ["export", str(held.id), "--format", kind, "--out", str(out)])
    assert done.exit_code == 0, done.output
    return out


def checked(held: Held, folder: Path, settings: Settings) -> Verdict:
    key = SigningKey.load_or_create(settings.SIGNING_KEY).fingerprint
    return verify(export(held, "bundle", folder), keys=[key])


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_bundle_still_holds_and_says_how_much_was_erased(
    held: Held, tmp_path: Path, settings: Settings, is_packed: bool
) -> None:
    prepare(held.id, looks=0)
    (sealed,) = seals_of(held.id)
    if is_packed:
        pack_session(held.id, now_us() + 1)
    assert erase(held) == 69
    verdict = checked(held, tmp_path, settings)
    assert (verdict.problems, verdict.trust) == ([], "key")
    assert (verdict.score, verdict.recomputable, len(verdict.erased)) == (None, False, 69)
    assert seals_of(held.id)[0] == sealed
    said = in_words(verdict)
    assert "69 payloads erased: 2–69, 71\n" in said
    assert "Score not recomputable: what it rests on was erased." in said


def test_the_frozen_number_stays_with_a_remark(held: Held, as_ada: Browser, tmp_path: Path) -> None:
    frozen = freeze_report(held.id)
    assert as_ada.get(f"/api/reports/{held.id}").content == frozen.document.encode()
    erase(held)
    prepare(held.id, looks=LOOKS)
    assert Report.objects.filter(room_session=held.room).count() == 1
    read = as_ada.get(f"/api/reports/{held.id}").json()
    assert (read["outcome"]["score"], read["version"]) == (99, 1)
    assert read["erasure"] == {"payloads": 69, "recomputable": False}
    assert json.loads(export(held, "json", tmp_path).read_bytes()) == read
    table = export(held, "csv", tmp_path).read_text(encoding="utf-8-sig")
    assert "summary,payloads_erased,,,69," in table
    assert "summary,score_recomputable,,,no," in table
    assert export(held, "pdf", tmp_path).read_bytes().startswith(b"%PDF")
    assert Report.objects.get(room_session=held.room).document == frozen.document


def test_the_log_of_a_report_is_packed_once_nothing_comes_any_more(held: Held) -> None:
    freeze_report(held.id)
    (task,) = DBTaskResult.objects.filter(task_path="fairview.evidence.tasks.pack_log")
    assert task.args_kwargs == {"args": [str(held.id)], "kwargs": {}}
    assert timedelta(hours=24) < task.run_after - utc_now() <= timedelta(hours=25)


def test_what_no_rule_reads_leaves_the_score_recomputable(
    held: Held, as_ada: Browser, tmp_path: Path, settings: Settings
) -> None:
    ines = Pen(held.id, "interviewer")
    write(settings.EVIDENCE_DATABASE, ines.notes(1, 2))
    freeze_report(held.id)
    erase_words(actor_of(held.people.ada), held.id, "mistake", ines.author.participant_id)
    read = as_ada.get(f"/api/reports/{held.id}").json()
    assert read["erasure"] == {"payloads": 2, "recomputable": True}
    verdict = checked(held, tmp_path, settings)
    assert (verdict.ok, verdict.score, verdict.recomputable, len(verdict.erased)) == (True, 99, True, 2)


def test_a_report_made_after_the_erasure_has_no_number(held: Held) -> None:
    erase(held)
    outcome = freeze_report(held.id).content.outcome
    assert (outcome.score, outcome.reason) == (None, "not_recomputable")


def test_replay_says_so_too(held: Held, tmp_path: Path) -> None:
    freeze_report(held.id)
    erase(held)
    log = str(export(held, "log", tmp_path))
    told = CliRunner().invoke(proctor, ["replay", log, "--json"])
    outcome = json.loads(told.output)
    assert told.exit_code == 0
    assert (outcome["score"], outcome["reason"]) == (None, "not_recomputable")
    assert (len(outcome["erased"]), outcome["problems"]) == (69, [])
    said = CliRunner().invoke(proctor, ["replay", log]).output
    assert "Payloads erased: 69." in said
    assert "Score not recomputable: what it rests on was erased." in said
