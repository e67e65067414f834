"""From the end of a talk to a bundle that a stranger checks: sealed, and again for what comes later."""

import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.held import Held
from tests.people import Browser, People

from fairview.evidence.public import seals_of
from fairview.evidence.receipts import SigningKey
from fairview.evidence.tests.authority import NEEDS_OPENSSL, Authority, open_to_all
from fairview.policies.public import DEFAULT
from fairview.proctoring.tests.logs import Log
from fairview.reports.actions import LOOKS, prepare
from fairview.reports.commands import report as report_command
from fairview.reports.models import Report
from fairview.reports.public import freeze_report
from fairview.reports.sealing import ASK_AGAIN, stamp
from fairview.reports.tests.test_scorecards import hand_in
from fairview.reports.verifier.verify import Verdict, verify
from fairview.scheduling.models import Interviewer


@pytest.fixture
def held(people: People) -> Held:
    talk = Log(policy=DEFAULT).watched(0, 60).saw("gaze", "left", 10, 18).ended(60)
    return Held(people).write(talk).close_stream()


def bundle(held: Held, folder: Path) -> Path:
    path = folder / "talk.zip"
    options = [str(held.id), "--format", "bundle", "--out", str(path)]
    assert CliRunner().invoke(report_command, ["export", *options]).exit_code == 0
    return path


def checked(held: Held, folder: Path, settings: Settings) -> Verdict:
    key = SigningKey.load_or_create(settings.SIGNING_KEY).fingerprint
    verdict = verify(bundle(held, folder), keys=[key])
    assert (verdict.problems, verdict.trust) == ([], "key")
    return verdict


def test_a_talk_that_goes_on_is_not_sealed(people: People) -> None:
    going_on = Held(people, state="live").write(Log().watched(0, 10))
    prepare(going_on.id, looks=LOOKS)
    assert seals_of(going_on.id) == []


def test_the_end_seals_and_the_bundle_says_so(held: Held, tmp_path: Path, settings: Settings) -> None:
    prepare(held.id, looks=0)
    (seal,) = seals_of(held.id)
    assert seal.document.positions == Report.objects.get(room_session=held.room).log_position
    verdict = checked(held, tmp_path, settings)
    assert (verdict.score, [one.root for one in verdict.seals]) == (99, [seal.document.root])
    prepare(held.id, looks=LOOKS)
    assert seals_of(held.id) == [seal]


def test_what_comes_late_goes_under_the_next_seal(held: Held, tmp_path: Path, settings: Settings) -> None:
    prepare(held.id, looks=0)
    held.write(Log(started=None).saw("faces", "2", 30, 33))
    prepare(held.id, looks=LOOKS)
    verdict = checked(held, tmp_path, settings)
    assert (verdict.score, [one.positions for one in verdict.seals]) == (96, [71, 74])


def test_what_changes_nothing_is_sealed_too(held: Held) -> None:
    prepare(held.id, looks=0)
    prepare(held.close_stream(300).id, looks=LOOKS)
    assert [seal.document.sequence for seal in seals_of(held.id)] == [1, 2]
    assert Report.objects.filter(room_session=held.room).count() == 1


def test_a_review_makes_a_version_and_a_seal(
    held: Held, as_ines: Browser, tmp_path: Path, settings: Settings
) -> None:
    incident = freeze_report(held.id).content.outcome.incidents[0].id
    as_ines.post(f"/api/rooms/{held.id}/incidents/{incident}/review", {"review": "dismissed"})
    prepare(held.id, looks=0)
    verdict = checked(held, tmp_path, settings)
    assert (verdict.score, [one.sequence for one in verdict.seals]) == (100, [1, 2])


def test_the_page_gives_the_bundle_to_those_who_answer_for_it(
    held: Held, as_tess: Browser, as_ines: Browser, as_rhea: Browser, tmp_path: Path
) -> None:
    freeze_report(held.id)
    address = f"/api/reports/{held.id}/bundle.zip"
    assert [one.get(address).status_code for one in (as_ines, as_rhea)] == [403, 403]
    answer = as_tess.get(address)
    assert answer["Content-Disposition"] == f'attachment; filename="fairview-{held.id}.zip"'
    path = tmp_path / "page.zip"
    path.write_bytes(answer.content)
    assert verify(path).ok
    readme = ZipFile(path).read("README.txt").decode()
    assert seals_of(held.id)[0].document.key in readme


def test_the_bundle_withholds_what_the_log_withholds(
    held: Held, people: People, as_ada: Browser, as_omar: Browser, tmp_path: Path
) -> None:
    for user in (people.omar, people.ada):
        Interviewer.objects.create(interview=held.room.interview, user=user)
    hand_in(as_omar, held, closing="Left early.")
    freeze_report(held.id)
    path = tmp_path / "page.zip"
    path.write_bytes(as_ada.get(f"/api/reports/{held.id}/bundle.zip").content)
    parts = ZipFile(path)
    assert not any(b"Left early." in parts.read(name) for name in parts.namelist())
    verdict = verify(path)
    assert (verdict.problems, verdict.score, len(verdict.withheld), verdict.erased) == ([], 99, 1, [])
    hand_in(as_ada, held)
    whole = ZipFile(io.BytesIO(as_ada.get(f"/api/reports/{held.id}/bundle.zip").content))
    assert b"Left early." in whole.read("report.json")


def seals_on_page(browser: Browser, held: Held) -> list[dict[str, Any]]:
    seals: list[dict[str, Any]] = browser.get(f"/api/reports/{held.id}/seals").json()
    return seals


def test_the_page_shows_the_seals(held: Held, as_ines: Browser, as_omar: Browser) -> None:
    freeze_report(held.id)
    (shown,) = seals_on_page(as_ines, held)
    (seal,) = seals_of(held.id)
    assert (shown["root"], shown["key"], shown["stamp"]) == (seal.document.root, seal.document.key, None)
    assert as_omar.get(f"/api/reports/{held.id}/seals").status_code == 404


def stamps_to_come() -> list[list[Any]]:
    found = DBTaskResult.objects.filter(task_path__endswith="get_stamps").order_by("enqueued_at")
    return [one.args_kwargs["args"] for one in found]


@NEEDS_OPENSSL
def test_an_authority_that_was_away_stamps_later(
    held: Held, as_ines: Browser, settings: Settings, tmp_path: Path
) -> None:
    settings.TIMESTAMP_URL = "http://127.0.0.1:9"
    prepare(held.id, looks=0)
    assert stamps_to_come() == [[str(held.id)]]
    stamp(held.id, tries=0)
    assert stamps_to_come() == [[str(held.id)], [str(held.id), 1]]
    assert [seal.stamp for seal in seals_of(held.id)] == [""]
    authority = Authority(tmp_path / "authority")
    with open_to_all(authority) as settings.TIMESTAMP_URL:
        stamp(held.id, tries=len(ASK_AGAIN))
    (shown,) = seals_on_page(as_ines, held)
    assert shown["stamp"]["by"] == "CN=Clock"
    verdict = verify(bundle(held, tmp_path), stamp_ca=authority.root)
    assert (verdict.problems, [bool(seal.stamp) for seal in verdict.seals]) == ([], [True])


def test_nobody_is_asked_for_stamps_unless_the_operator_names_one(held: Held) -> None:
    prepare(held.id, looks=0)
    assert stamps_to_come() == []


def test_the_command_tells_about_the_file(held: Held, tmp_path: Path) -> None:
    path = bundle(held, tmp_path)
    told = CliRunner().invoke(report_command, ["verify", str(path), "--json"])
    verdict = json.loads(told.output)
    assert (told.exit_code, verdict["ok"], verdict["trust"], verdict["score"]) == (
        0,
        True,
        "self-consistent only",
        99,
    )
