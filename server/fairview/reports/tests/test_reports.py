"""From an ended interview to a frozen document that anyone can recompute."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.evidence.contracts import StreamClosed
from fairview.evidence.public import read_entries
from fairview.proctoring.commands import proctor
from fairview.proctoring.public import as_replay_json, evaluate
from fairview.proctoring.tests.logs import SESSION, Log, us
from fairview.reports import actions, reactions
from fairview.reports.actions import LATER_LOOKS, LOOKS, prepare
from fairview.reports.commands import report as report_command
from fairview.reports.errors import InterviewNotEnded, RoomSessionUnknown
from fairview.reports.models import Report
from fairview.reports.public import (
    follow_closed_streams,
    freeze_report,
    on_room_ended,
    reports_on_cards,
    undecided,
)
from fairview.reports.tests.test_scorecards import hand_in
from fairview.rooms.public import RoomEnded
from fairview.rooms.tests.steps import set_scene
from fairview.scheduling.contracts import Undecided


@pytest.fixture
def held(people: People) -> Held:
    return Held(people).write(minute())


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets the clock to a second of the session."""

    def set_clock(second: float) -> None:
        monkeypatch.setattr(actions, "now_us", lambda: us(second))

    set_clock(70)
    return set_clock


def versions(held: Held) -> list[tuple[int, str]]:
    found = Report.objects.filter(room_session=held.room).order_by("version")
    return [(one.version, one.reason) for one in found]


def looks_to_come() -> list[tuple[Any, ...]]:
    looks = DBTaskResult.objects.filter(task_path__endswith=".prepare_report").order_by("enqueued_at")
    return [tuple(one.args_kwargs["args"]) for one in looks]


def page(browser: Browser, held: Held, **query: Any) -> Any:
    return browser.get(f"/api/reports/{held.id}", query)


def test_the_document_says_what_happened_and_how_the_score_comes_about(held: Held) -> None:
    document = freeze_report(held.close_stream().id).content
    assert document.facts.candidate.name == "Cai"
    assert [person.name for person in document.facts.interviewers] == ["Ines"]
    assert (document.duration_ms, document.outcome.score, document.outcome.coverage_pm) == (60_000, 99, 1_000)
    (incident,) = document.outcome.incidents
    assert (incident.rule, incident.started_ms, incident.ended_ms) == ("look_away", 10_000, 18_000)
    look_away = document.outcome.rules[0]
    assert (look_away.found, look_away.weight, look_away.points) == (1, 1, 1)
    assert [(stream.role, stream.through) for stream in document.log.streams] == [
        ("candidate", 69),
        ("server", 2),
    ]
    assert document.log.entries == document.log.position == 71


def test_a_report_is_made_at_once_when_the_devices_have_said_everything(
    held: Held, at: Callable[[float], None]
) -> None:
    at(60.5)
    on_room_ended(RoomEnded(held.id))
    assert looks_to_come() == [(str(held.id),)]
    prepare(held.id, looks=0)
    assert versions(held) == []
    prepare(held.close_stream(60.4).id, looks=1)
    assert versions(held) == [(1, "ended")]


def test_whoever_ends_or_judges_asks_for_the_report_in_the_same_transaction(
    people: People, as_ines: Browser, as_rhea: Browser
) -> None:
    """What waits for a commit never runs in this test, as if the process were killed right after it."""
    held = Held(people, email="noor@example.org").write(minute())
    scene = set_scene(as_rhea, as_ines, people)
    scene.hold()
    (incident,) = freeze_report(held.id).content.outcome.incidents
    review = {"review": "confirmed", "note": ""}
    as_ines.post(f"/api/rooms/{held.id}/incidents/{incident.id}/review", review)
    hand_in(as_ines, held)
    first_looks = [look for look in looks_to_come() if len(look) == 1]
    assert first_looks == [(scene.room_id,), (str(held.id),), (str(held.id),)]


def test_a_silent_device_is_waited_for_but_not_for_ever(held: Held, at: Callable[[float], None]) -> None:
    at(64)
    prepare(held.id, looks=0)
    assert (versions(held), looks_to_come()) == ([], [(str(held.id), 1)])
    at(66)
    prepare(held.id, looks=1)
    assert versions(held) == [(1, "ended")]


def test_a_device_that_goes_on_talking_does_not_hold_the_report_up(
    held: Held, at: Callable[[float], None]
) -> None:
    at(60.5)
    prepare(held.id, looks=LOOKS)
    assert versions(held) == [(1, "ended")]


def test_a_finished_report_is_compared_with_the_log_later(held: Held, at: Callable[[float], None]) -> None:
    prepare(held.id, looks=0)
    assert looks_to_come() == [(str(held.id), LOOKS)] * len(LATER_LOOKS)
    due = DBTaskResult.objects.order_by("run_after").last()
    assert due and due.run_after and due.run_after - due.enqueued_at > timedelta(hours=23)
    prepare(held.id, looks=LOOKS)
    assert versions(held) == [(1, "ended")]


def test_late_entries_make_a_new_version_and_the_old_one_stays(held: Held) -> None:
    first = freeze_report(held.id)
    held.write(Log(started=None).saw("faces", "2", 30, 33))
    second = freeze_report(held.id)
    assert versions(held) == [(1, "ended"), (2, "late_entries")]
    assert (first.score, second.score) == (99, 96)
    assert Report.objects.get(id=first.id).document == first.document


def test_a_late_entry_that_changes_nothing_makes_no_version(held: Held) -> None:
    first = freeze_report(held.id)
    assert freeze_report(held.close_stream(300).id).id == first.id


def test_there_is_no_report_before_the_end(people: People, as_ada: Browser) -> None:
    going_on = Held(people, state="live").write(Log().watched(0, 10))
    prepare(going_on.id, looks=LOOKS)
    assert page(as_ada, going_on).status_code == 404
    with pytest.raises(InterviewNotEnded):
        freeze_report(going_on.id)
    with pytest.raises(RoomSessionUnknown):
        freeze_report(UUID(int=1))


def test_the_page_waits_and_then_gives_the_frozen_bytes(held: Held, as_ines: Browser) -> None:
    waiting = page(as_ines, held)
    assert (waiting.status_code, waiting.json()) == (202, {"state": "preparing"})
    frozen = freeze_report(held.id)
    answer = page(as_ines, held)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer.content == frozen.document.encode()
    download = as_ines.get(f"/api/reports/{held.id}/report.json")
    assert download.content == answer.content
    assert download["Content-Disposition"] == f'attachment; filename="fairview-{held.id}.json"'


def test_an_older_version_can_be_read(held: Held, as_ada: Browser) -> None:
    first = freeze_report(held.id)
    held.write(Log(started=None).saw("faces", "2", 30, 33))
    freeze_report(held.id)
    assert page(as_ada, held).json()["version"] == 2
    assert page(as_ada, held, version=1).content == first.document.encode()
    assert page(as_ada, held, version=3).status_code == 404


def test_each_sees_only_their_own(
    held: Held, as_omar: Browser, as_zoe: Browser, as_nobody: Browser, as_rhea: Browser, as_tess: Browser
) -> None:
    freeze_report(held.id)
    assert [page(one, held).status_code for one in (as_omar, as_zoe, as_nobody)] == [404, 404, 401]
    assert [len(one.get("/api/reports").json()["items"]) for one in (as_omar, as_zoe)] == [0, 0]
    assert [page(one, held).status_code for one in (as_rhea, as_tess)] == [200, 200]


def test_the_list_shows_the_newest_version_once(held: Held, as_ines: Browser) -> None:
    freeze_report(held.id)
    held.write(Log(started=None).saw("faces", "2", 30, 33))
    freeze_report(held.id)
    (line,) = as_ines.get("/api/reports").json()["items"]
    assert (line["candidate"], line["version"], line["score"], line["incidents"]) == ("Cai", 2, 96, 2)


def test_cards_tell_whether_a_report_is_ready(held: Held, people: People) -> None:
    going_on = Held(people, state="live", email="dov@example.org")
    interviews = [held.room.interview_id, going_on.room.interview_id]
    assert {one.state for one in reports_on_cards(interviews).values()} == {"preparing"}
    freeze_report(held.id)
    ready = reports_on_cards(interviews)
    assert list(ready) == [held.room.interview_id]
    assert (ready[held.room.interview_id].state, ready[held.room.interview_id].score) == ("ready", 99)


def test_what_is_left_to_do_is_told_from_the_report_until_somebody_decides(
    held: Held, as_ines: Browser, as_rhea: Browser
) -> None:
    interviews = [held.room.interview_id]
    assert undecided(interviews) == {}
    incident = freeze_report(held.id).content.outcome.incidents[0].id
    with CaptureQueriesContext(connection) as asked:
        assert undecided(interviews) == {interviews[0]: Undecided(open_moments=1, cards_of=frozenset())}
    assert not any('"document"' in query["sql"] for query in asked), "Today asks every 20 seconds"
    as_ines.post(f"/api/rooms/{held.id}/incidents/{incident}/review", {"review": "dismissed"})
    freeze_report(held.id)
    assert undecided(interviews)[interviews[0]].open_moments == 0
    decision = {"decision": "advance", "reason": "She explained it well."}
    assert as_rhea.post(f"/api/interviews/{interviews[0]}/decisions", decision).status_code == 201
    assert undecided(interviews) == {}


def test_the_log_is_for_those_who_answer_for_it(
    held: Held, as_ada: Browser, as_tess: Browser, as_ines: Browser, as_rhea: Browser
) -> None:
    freeze_report(held.id)
    path = f"/api/reports/{held.id}/log.jsonl"
    assert [one.get(path).status_code for one in (as_ada, as_tess)] == [200, 200]
    assert [one.get(path).status_code for one in (as_ines, as_rhea)] == [403, 403]


def export(held: Held, *options: object) -> Any:
    return CliRunner().invoke(report_command, ["export", str(held.id), *map(str, options)])


def test_the_command_line_gives_the_bytes_of_the_page(held: Held, as_ada: Browser, tmp_path: Path) -> None:
    freeze_report(held.id)
    assert export(held).stdout_bytes == page(as_ada, held).content
    out = tmp_path / "report.json"
    told = export(held, "--out", out, "--json")
    assert json.loads(told.output) == {
        "session": str(held.id),
        "version": 1,
        "format": "json",
        "out": str(out),
    }
    assert out.read_bytes() == page(as_ada, held).content


def test_a_stranger_recomputes_the_score_from_the_exported_log(held: Held, tmp_path: Path) -> None:
    held.write(Log(started=None).saw("faces", "2", 30, 33)).close_stream()
    frozen = freeze_report(held.id).content
    out = tmp_path / "log.jsonl"
    assert export(held, "--format", "log", "--out", out).exit_code == 0
    replayed = json.loads(CliRunner().invoke(proctor, ["replay", str(out), "--json"]).output)
    assert replayed["score"] == frozen.outcome.score == 96
    assert [one["started_ms"] for one in replayed["incidents"]] == [10_000, 30_000]


def test_a_review_changes_the_score_and_makes_a_new_version(
    held: Held, as_ines: Browser, as_rhea: Browser
) -> None:
    incident = freeze_report(held.id).content.outcome.incidents[0].id
    path = f"/api/rooms/{held.id}/incidents/{incident}/review"
    dismissal = {"review": "dismissed", "note": "She read the task aloud."}
    assert as_rhea.post(path, dismissal).status_code == 403
    assert as_ines.post(path, {"review": "deleted"}).status_code == 422
    assert as_ines.post(path.replace("look_away", "absence"), dismissal).status_code == 404
    assert as_ines.post(path, dismissal).status_code == 204
    newest = freeze_report(held.id)
    assert versions(held) == [(1, "ended"), (2, "review")]
    assert newest.score == 100
    assert newest.content.outcome.incidents[0].note == "She read the task aloud."


def test_a_review_asks_for_a_new_version(
    held: Held, as_ines: Browser, django_capture_on_commit_callbacks: Any
) -> None:
    incident = freeze_report(held.id).content.outcome.incidents[0].id
    DBTaskResult.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        as_ines.post(f"/api/rooms/{held.id}/incidents/{incident}/review", {"review": "confirmed"})
    assert looks_to_come() == [(str(held.id),)]


async def test_the_last_entry_of_a_late_device_asks_for_a_new_version(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loop, asked = asyncio.get_running_loop(), asyncio.Queue[UUID]()
    monkeypatch.setattr(
        reactions,
        "_ask_for_report",
        lambda session_id: loop.call_soon_threadsafe(asked.put_nowait, session_id),
    )
    closing = Log(started=None).add(300, StreamClosed(reason="ended"), "candidate").entries
    follow_closed_streams(SESSION, Log().watched(0, 3).entries)
    follow_closed_streams(SESSION, closing)
    assert await asyncio.wait_for(asked.get(), 5) == SESSION
    assert asked.empty()


def test_the_report_says_what_the_rules_say(held: Held) -> None:
    document = freeze_report(held.id).content
    replayed = as_replay_json(evaluate(read_entries(held.id), document.policy))
    assert replayed["score"] == document.outcome.score
    assert [one["id"] for one in replayed["incidents"]] == [one.id for one in document.outcome.incidents]
