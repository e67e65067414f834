"""Asking for a run: of the text that the log has, by those in the talk, one at a time."""

import hashlib
from uuid import uuid4

import pytest

from fairview.coding import runs
from fairview.coding.bank import get_exercise
from fairview.coding.models import Run
from fairview.coding.tests.steps import ABLE, EXERCISE, Lesson, finished
from runner.protocol import Capabilities


@pytest.fixture
def early(planned: Lesson) -> Lesson:
    """Both have come to the room, an exercise was given, and a runner is there."""
    planned.scene.both_enter()
    planned.assign()
    planned.runner.ask()
    return planned


@pytest.fixture
def lesson(early: Lesson) -> Lesson:
    """The interview goes on."""
    early.scene.act("admit")
    early.scene.act("start")
    return early


def test_a_run_takes_the_text_that_the_log_has(lesson: Lesson) -> None:
    text = lesson.type("print(6 * 7)\n")
    run = lesson.run("run", stdin="10\n")
    lease = lesson.runner.take()
    assert (lease.run.id, lease.run.language) == (run["id"], "python")
    assert [(file.name, file.text) for file in lease.run.files] == [(lease.run.entry, text)]
    assert [(case.name, case.stdin, case.expected) for case in lease.run.cases] == [("", "10\n", None)]
    (asked,) = lesson.said("run_requested")
    assert asked["source_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert (asked["run"], asked["by"]) == (run["id"], lesson.scene.candidate_id)


def test_examples_and_tests_come_from_the_bank(lesson: Lesson) -> None:
    lesson.run("examples")
    examples = lesson.runner.take()
    assert examples.run.cases == get_exercise(EXERCISE).examples
    lesson.runner.say(examples, finished(examples))
    lesson.run("tests")
    tests = lesson.runner.take()
    assert tests.run.cases == examples.run.cases + get_exercise(EXERCISE).hidden


def test_a_query_runs_on_the_tables_of_the_first_example(lesson: Lesson) -> None:
    lesson.assign("museum-moves")
    lesson.run("run", language="sql")
    lease = lesson.runner.take()
    assert lease.run.entry == "solution.sql"
    assert "create table" in lease.run.cases[0].stdin.lower()


def test_nothing_runs_after_the_end(lesson: Lesson) -> None:
    lesson.scene.act("end")
    answer = lesson.ines.post(lesson.runs, lesson.wish())
    assert (answer.status_code, answer.json()["code"]) == (409, "room_ended")


def test_before_the_start_only_interviewers_run(early: Lesson) -> None:
    early.scene.act("admit")
    assert early.run()["code"] == "not_in_talk"
    assert early.ines.post(early.runs, early.wish()).status_code == 201


def test_who_was_sent_away_runs_nothing(lesson: Lesson) -> None:
    lesson.scene.act("remove")
    assert lesson.run()["code"] == "not_in_talk"


def test_one_run_at_a_time_for_each_person(lesson: Lesson) -> None:
    assert "id" in lesson.run()
    assert lesson.run()["code"] == "run_in_progress"
    assert lesson.ines.post(lesson.runs, lesson.wish()).status_code == 201


def test_so_many_a_minute(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "RUNS_PER_MINUTE", 1)
    lesson.run()
    lease = lesson.runner.take()
    lesson.runner.say(lease, finished(lease))
    answer = lesson.cai.post("/api/visit/runs", lesson.wish())
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_runs")


def test_a_runner_that_lacks_something_runs_nothing(lesson: Lesson) -> None:
    lacking = Capabilities(runner="one", languages=["python"], missing=["no_memory_limit"])
    assert lesson.runner.ask(lacking) is None
    assert lesson.run()["code"] == "no_runner"


def test_a_language_that_no_runner_knows_is_not_queued(lesson: Lesson) -> None:
    lesson.runner.ask(Capabilities(runner="one", languages=["javascript"]))
    assert lesson.run()["code"] == "language_not_offered"


def test_what_was_taken_back_does_not_run(lesson: Lesson) -> None:
    (given,) = lesson.ines.get(lesson.exercises).json()
    lesson.ines.delete(f"{lesson.exercises}/{given['id']}")
    assert lesson.run()["code"] == "exercise_withdrawn"


def test_a_language_that_the_exercise_does_not_have_is_refused(lesson: Lesson) -> None:
    assert lesson.run(language="sql")["code"] == "invalid"


def test_an_exercise_of_nobody_is_not_found(lesson: Lesson) -> None:
    assert lesson.run(assignment=str(uuid4()))["code"] == "not_found"


def test_a_text_that_is_too_long_is_refused(lesson: Lesson) -> None:
    for _ in range(2):
        lesson.type("#" * 26_000 + "\n")
    assert lesson.run()["code"] == "document_too_long"


def test_a_run_that_waits_is_stopped_at_once(lesson: Lesson) -> None:
    run = lesson.run()
    assert lesson.cai.post(f"/api/visit/runs/{run['id']}/stop").status_code == 204
    assert lesson.runner.ask(ABLE) is None
    assert [(one["run"], one["verdict"]) for one in lesson.said("run_finished")] == [(run["id"], "RTE")]
    assert "id" in lesson.run()


def test_a_run_that_goes_on_is_ended_by_its_runner(lesson: Lesson) -> None:
    run = lesson.run()
    lease = lesson.runner.take()
    assert not lesson.runner.is_stopped(lease)
    assert lesson.ines.post(f"{lesson.runs}/{run['id']}/stop").status_code == 204
    assert lesson.runner.is_stopped(lease)
    assert Run.objects.get().state == "running"


def test_a_run_of_another_room_is_not_found(lesson: Lesson) -> None:
    assert lesson.ines.post(f"{lesson.runs}/{uuid4()}/stop").status_code == 404
