"""Runs and runners: a lease lives by its heartbeat, and a run ends once."""

from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import patch
from uuid import UUID

import pytest

from fairview.coding.entries import note_code
from fairview.coding.models import Run, Runner
from fairview.coding.runners import languages_offered
from fairview.coding.tests.steps import ABLE, Lesson, RunnerClient, finished
from fairview.kit.clock import utc_now
from runner.protocol import LEASE_LASTS_S, Capabilities, Output, Started


class Clock:
    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> object:
        return utc_now() + self.ahead

    def pass_s(self, seconds: float) -> None:
        self.ahead += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Iterator[Clock]:
    clock = Clock()
    with patch("fairview.coding.leases.utc_now", clock), patch("fairview.coding.runners.utc_now", clock):
        yield clock


@pytest.fixture
def lesson(planned: Lesson) -> Lesson:
    planned.begin().assign()
    planned.runner.ask()
    return planned


def ends(lesson: Lesson) -> list[tuple[str, str]]:
    return [(one["verdict"], one["reason"]) for one in lesson.said("run_finished")]


def test_a_run_is_leased_once(lesson: Lesson) -> None:
    lesson.run()
    assert lesson.runner.ask()
    assert lesson.runner.ask() is None


def test_the_one_who_asked_first_is_first(lesson: Lesson) -> None:
    first = lesson.run()
    lesson.ines.post(lesson.runs, lesson.wish())
    assert lesson.runner.take().run.id == first["id"]


def test_a_runner_gets_only_what_it_knows(lesson: Lesson) -> None:
    lesson.run(language="javascript")
    assert lesson.runner.ask(Capabilities(runner="two", languages=["python"])) is None
    assert lesson.runner.ask(ABLE)


def test_the_result_stands_in_the_row_and_in_the_log_once(lesson: Lesson) -> None:
    run = lesson.run("tests")
    lease = lesson.runner.take()
    lesson.runner.say(lease, Started(), Output(stream="stdout", text="hi", at_ms=1))
    result = finished(lease, "AC", "WA", stdout="x" * 9_000)
    assert lesson.runner.say(lease, result).status_code == 200
    assert lesson.runner.say(lease, result).status_code == 409
    (one,) = lesson.said("run_finished")
    assert (one["run"], one["verdict"], one["total"] - one["passed"]) == (run["id"], "WA", 1)
    assert len(one["stdout"]) == 4_000
    assert Run.objects.get().state == "finished"


def test_a_heartbeat_keeps_a_lease(lesson: Lesson, clock: Clock) -> None:
    lesson.run()
    lease = lesson.runner.take()
    for _ in range(3):
        clock.pass_s(LEASE_LASTS_S - 1)
        assert lesson.runner.say(lease).status_code == 200
    assert lesson.runner.ask() is None


def test_a_lease_that_dies_is_given_out_once_more_and_late_words_are_refused(
    lesson: Lesson, clock: Clock
) -> None:
    lesson.run()
    dead = lesson.runner.take()
    clock.pass_s(LEASE_LASTS_S + 1)
    late = lesson.runner.say(dead, finished(dead))
    assert (late.status_code, late.json()["code"]) == (409, "lease_void")
    again = lesson.runner.take()
    assert again.run == dead.run
    assert lesson.runner.say(dead, finished(dead, "WA")).status_code == 409
    assert lesson.runner.say(again, finished(again)).status_code == 200
    assert ends(lesson) == [("AC", "")]


def test_a_run_whose_runners_die_twice_ends_as_interrupted(lesson: Lesson, clock: Clock) -> None:
    lesson.run()
    for _ in range(2):
        lease = lesson.runner.take()
        clock.pass_s(LEASE_LASTS_S + 1)
    assert lesson.runner.ask() is None
    assert ends(lesson) == [("IE", "The code runner stopped answering.")]
    assert lesson.runner.say(lease, finished(lease)).status_code == 409
    assert len(ends(lesson)) == 1


def test_a_runner_at_work_sees_to_what_a_dead_one_held(lesson: Lesson, clock: Clock) -> None:
    held = lesson.run()
    lesson.runner.take()
    lesson.ines.post(lesson.runs, lesson.wish())
    mine = lesson.runner.take()
    clock.pass_s(LEASE_LASTS_S - 1)
    lesson.runner.say(mine)
    clock.pass_s(2)
    lesson.runner.say(mine)
    assert Run.objects.get(state="queued").id == UUID(held["id"])


def test_asking_again_frees_whoever_waits_for_a_dead_runner(lesson: Lesson, clock: Clock) -> None:
    run = lesson.run()
    lesson.runner.take()
    clock.pass_s(LEASE_LASTS_S + 1)
    assert lesson.run()["code"] == "run_in_progress"
    lesson.cai.post(f"/api/visit/runs/{run['id']}/stop")
    lesson.runner.ask()
    assert "id" in lesson.run()


def test_a_runner_that_is_not_heard_is_gone(lesson: Lesson, clock: Clock) -> None:
    clock.pass_s(11)
    assert lesson.run()["code"] == "no_runner"


def test_without_the_token_nothing_is_leased_or_heard(lesson: Lesson) -> None:
    lesson.run()
    stranger = RunnerClient("wrong")
    assert stranger.ask() is None
    lease = lesson.runner.take()
    refused = stranger.say(lease, finished(lease))
    assert (refused.status_code, refused.json()["code"]) == (401, "runner_token_invalid")
    assert Run.objects.get().state == "running"


def test_the_token_of_a_lease_is_not_kept(lesson: Lesson) -> None:
    lesson.run()
    lease = lesson.runner.take()
    assert lease.token not in str(Run.objects.values().get())


def test_words_of_another_lease_are_refused(lesson: Lesson) -> None:
    lesson.run()
    lesson.runner.take()
    lesson.ines.post(lesson.runs, lesson.wish())
    other = lesson.runner.take()
    first = Run.objects.order_by("requested_at")[0]
    answer = lesson.runner.browser.post(f"/api/runner/runs/{first.id}/events", {"token": other.token})
    assert answer.status_code == 409


def test_what_is_no_word_of_a_runner_is_refused(lesson: Lesson) -> None:
    answer = lesson.runner.browser.post("/api/runner/lease", {"runner": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


def test_a_process_that_dies_before_the_log_has_the_result_is_caught_up(lesson: Lesson) -> None:
    lesson.run()
    lease = lesson.runner.take()
    with patch("fairview.coding.leases.note_after_commit"):
        lesson.runner.say(lease, finished(lease))
    assert ends(lesson) == []
    lesson.run()
    assert ends(lesson) == [("AC", "")]
    Run.objects.update(finish_noted_at=None)
    note_code(lesson.room)
    assert ends(lesson) == [("AC", "")]


def test_what_was_begun_twice_is_said_to_have_been(lesson: Lesson, clock: Clock) -> None:
    lesson.run()
    lesson.runner.take()
    clock.pass_s(LEASE_LASTS_S + 1)
    again = lesson.runner.take()
    lesson.runner.say(again, finished(again))
    (end,) = lesson.said("run_finished")
    assert end["attempts"] == 2


def test_runners_of_one_machine_offer_what_each_of_them_can(lesson: Lesson) -> None:
    lesson.runner.ask(Capabilities(runner="box-1", languages=["go"]))
    lesson.runner.ask(Capabilities(runner="box-2", languages=["ruby"], slots=3))
    assert languages_offered() == {"go", "ruby", *ABLE.languages}
    assert Runner.objects.get(name="box-2").slots == 3


def test_runners_that_are_gone_are_forgotten(lesson: Lesson, clock: Clock) -> None:
    clock.pass_s(601)
    lesson.runner.ask(Capabilities(runner="two", languages=["python"]))
    assert [runner.name for runner in Runner.objects.all()] == ["two"]
