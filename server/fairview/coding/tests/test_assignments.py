"""Giving an exercise before or during the interview, and taking it back."""

import pytest
from tests.people import Browser

from fairview.coding import entries
from fairview.coding.bank import get_exercise
from fairview.coding.entries import note_code
from fairview.coding.models import Assignment
from fairview.coding.tests.steps import EXERCISE, Lesson
from fairview.evidence.public import LogUnavailable, append_from_server

BEGINNING = ["coding.document_started"] * 2 + ["coding.exercise_assigned"]


def begun(planned: Lesson) -> list[str]:
    return [one["kind"] for one in planned.said("document_started", "exercise_assigned")]


def test_what_is_given_before_the_interview_lies_in_the_room_when_it_opens(planned: Lesson) -> None:
    given = planned.assign()
    planned.scene.both_enter()
    assert begun(planned) == BEGINNING
    (word,) = planned.said("exercise_assigned")
    assert (word["assignment"], word["exercise"], word["version"]) == (given["id"], EXERCISE, 1)


def test_what_is_given_during_the_interview_is_there_at_once(planned: Lesson) -> None:
    planned.begin().assign()
    assert begun(planned) == BEGINNING
    exercise = get_exercise(EXERCISE)
    texts = {name.split(":")[1]: one.text.text for name, one in planned.workspace().documents.items()}
    assert texts == {language: code.starter for language, code in exercise.code.items()}


def test_the_list_says_what_was_given_by_whom(planned: Lesson, as_rhea: Browser) -> None:
    planned.assign()
    (listed,) = as_rhea.get(planned.exercises).json()
    assert (listed["exercise"], listed["title"]) == (EXERCISE, "The longest tide window")
    assert (listed["by"], listed["is_begun"]) == ("Ines", False)


def test_the_same_exercise_is_given_once(planned: Lesson) -> None:
    planned.assign()
    answer = planned.ines.post(planned.exercises, {"exercise": EXERCISE})
    assert (answer.status_code, answer.json()["code"]) == (409, "exercise_assigned")


def test_an_exercise_that_the_bank_does_not_have_is_refused(planned: Lesson) -> None:
    answer = planned.ines.post(planned.exercises, {"exercise": "sudoku"})
    assert (answer.status_code, answer.json()["code"]) == (404, "exercise_unknown")


def test_nothing_is_given_after_the_end(planned: Lesson) -> None:
    planned.scene.hold()
    answer = planned.ines.post(planned.exercises, {"exercise": EXERCISE})
    assert answer.json()["code"] == "interview_over"


def test_what_nobody_has_begun_can_be_taken_back_and_given_again(planned: Lesson) -> None:
    given = planned.begin().assign()
    assert planned.ines.delete(f"{planned.exercises}/{given['id']}").status_code == 204
    assert planned.ines.get(planned.exercises).json() == []
    assert [one["assignment"] for one in planned.said("exercise_withdrawn")] == [given["id"]]
    assert planned.workspace().given() == []
    planned.assign()


def test_what_was_taken_back_before_the_room_never_reaches_it(planned: Lesson) -> None:
    given = planned.assign()
    planned.ines.delete(f"{planned.exercises}/{given['id']}")
    planned.begin()
    assert planned.said("exercise_assigned", "document_started", "exercise_withdrawn") == []


def test_what_somebody_has_worked_on_stays(planned: Lesson) -> None:
    given = planned.begin().assign()
    planned.type("# mine\n")
    answer = planned.ines.delete(f"{planned.exercises}/{given['id']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "exercise_begun")
    assert planned.ines.get(planned.exercises).json()[0]["is_begun"] is True


def test_an_assignment_of_another_interview_is_not_found(planned: Lesson, as_ada: Browser) -> None:
    given = planned.assign()
    elsewhere = planned.exercises.replace(planned.scene.interview_id, given["id"])
    assert as_ada.delete(f"{elsewhere}/{given['id']}").status_code == 404


def test_a_log_that_is_down_is_caught_up_and_nothing_is_written_twice(
    planned: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned.begin()
    written: list[object] = []

    def fail_on_the_second(*args: object, **named: object) -> None:
        written.append(args)
        if len(written) > 1:
            raise LogUnavailable
        append_from_server(*args, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(entries, "append_from_server", fail_on_the_second)
        planned.assign()
    assert begun(planned) == BEGINNING[:1]
    planned.cai.post("/api/visit/room")
    note_code(planned.room)
    Assignment.objects.update(noted_at=None)
    note_code(planned.room)
    assert sorted(begun(planned)) == sorted(BEGINNING)
