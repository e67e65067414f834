"""What an operator sees of the runners and the line."""

from typing import Any

import pytest
from msgspec import structs
from tests.people import Browser

from fairview.coding.models import Run
from fairview.coding.tests.steps import Lesson, finished
from runner.protocol import Capabilities, Lease


@pytest.fixture
def lesson(planned: Lesson) -> Lesson:
    planned.begin().assign()
    planned.runner.ask()
    return planned


def watch(browser: Browser) -> dict[str, Any]:
    seen: dict[str, Any] = browser.get("/api/runs").json()
    return seen


def broken(lease: Lease) -> Any:
    return structs.replace(finished(lease, "IE"), reason="no space left", incident="c0ffee00")


def test_runners_are_seen_with_what_they_can_and_lack(lesson: Lesson, as_ada: Browser) -> None:
    lesson.runner.ask(Capabilities(runner="bare", languages=[], missing=["no_seccomp"]))
    bare, one = watch(as_ada)["runners"]
    assert (bare["name"], bare["missing"], bare["languages"]) == ("bare", ["no_seccomp"], [])
    assert (one["name"], one["languages"], one["slots"], one["busy"]) == (
        "one",
        ["python", "javascript", "sql"],
        1,
        0,
    )
    assert one["is_there"]


def test_what_runs_and_what_waits_is_seen_in_order(lesson: Lesson, as_ada: Browser) -> None:
    lesson.run()
    taken = lesson.runner.take()
    waiting = lesson.ines.post(lesson.runs, lesson.wish("tests")).json()
    seen = watch(as_ada)
    (runs,), (waits,) = seen["running"], seen["waiting"]
    assert (runs["id"], runs["language"], runs["runner"], runs["attempt"]) == (
        taken.run.id,
        "python",
        "one",
        1,
    )
    assert (waits["id"], waits["purpose"], seen["waiting_in_all"]) == (waiting["id"], "tests", 1)
    assert runs["interview"] == waits["interview"]
    assert runs["interview"]["id"] == lesson.scene.interview_id
    assert [one["busy"] for one in seen["runners"]] == [1]


def test_a_run_whose_runner_is_silent_is_seen_to_be(lesson: Lesson, as_ada: Browser) -> None:
    lesson.run()
    lesson.runner.take()
    assert not watch(as_ada)["running"][0]["is_silent"]
    row = Run.objects.get()
    Run.objects.update(leased_until=row.requested_at)
    assert watch(as_ada)["running"][0]["is_silent"]


def test_how_the_last_hour_went(lesson: Lesson, as_ada: Browser) -> None:
    assert watch(as_ada)["ended"]["wait_ms_median"] is None
    for say in (finished, broken):
        lesson.run()
        lease = lesson.runner.take()
        lesson.runner.say(lease, say(lease))
    ended = watch(as_ada)["ended"]
    assert {one["verdict"]: one["count"] for one in ended["verdicts"]} == {"AC": 1, "IE": 1}
    assert 0 <= ended["wait_ms_median"] <= ended["wait_ms_p95"]
    (fault,) = ended["faults"]
    assert (fault["incident"], fault["reason"]) == ("c0ffee00", "no space left")


def test_whose_run_it_is_stays_with_their_organisation(lesson: Lesson, as_zoe: Browser) -> None:
    lesson.run()
    lease = lesson.runner.take()
    lesson.runner.say(lease, broken(lease))
    lesson.run()
    lesson.runner.take()
    lesson.ines.post(lesson.runs, lesson.wish())
    seen = watch(as_zoe)
    assert [one["interview"] for one in seen["running"] + seen["waiting"] + seen["ended"]["faults"]] == [
        None,
        None,
        None,
    ]
    assert seen["ended"]["faults"][0]["reason"] == ""
