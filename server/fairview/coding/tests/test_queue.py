"""The line of runs: rooms take turns, each hears its honest place, and it does not grow without end."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from fairview.coding.events import RunMoved
from fairview.coding.models import Assignment, Run
from fairview.coding.queue import LONG_AGO, Waiting, in_turn, line
from fairview.coding.tests.steps import Lesson, finished
from fairview.kit import events
from fairview.kit.clock import utc_now
from fairview.rooms.public import Participant, RoomSession

ROOMS = [UUID(int=number) for number in range(5)]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TURNS = st.dictionaries(
    st.sampled_from(ROOMS), st.integers(0, 59).map(lambda seconds: NOON + timedelta(seconds=seconds))
)


def waiting(*rooms: UUID) -> list[Waiting]:
    return [Waiting(UUID(int=100 + age), room, "python") for age, room in enumerate(rooms)]


@given(st.lists(st.sampled_from(ROOMS), max_size=30), TURNS)
def test_the_order_is_that_in_which_they_are_served_one_by_one(
    rooms: list[UUID], served: dict[UUID, datetime]
) -> None:
    left, turns, now = waiting(*rooms), dict(served), NOON + timedelta(minutes=1)
    order = []
    while left:
        next_one = min(
            left, key=lambda one: (turns.get(one.room, LONG_AGO), [w.room for w in left].index(one.room))
        )
        left.remove(next_one)
        order.append(next_one)
        now += timedelta(seconds=1)
        turns[next_one.room] = now
    assert [one.room for one in in_turn(waiting(*rooms), served)] == [one.room for one in order]
    assert {*in_turn(waiting(*rooms), served)} == {*order}


@given(st.lists(st.sampled_from(ROOMS), max_size=30), TURNS)
def test_nobody_waits_for_two_runs_of_another_room_in_a_row(
    rooms: list[UUID], served: dict[UUID, datetime]
) -> None:
    order = [one.room for one in in_turn(waiting(*rooms), served)]
    for place in range(1, len(order)):
        if order[place] == order[place - 1]:
            assert {*order[place:]} == {order[place]}, "only who is alone takes two turns"


@given(st.lists(st.sampled_from(ROOMS), max_size=30))
def test_within_a_room_the_oldest_is_first(rooms: list[UUID]) -> None:
    order = in_turn(waiting(*rooms), {})
    for room in ROOMS:
        mine = [one.run for one in order if one.room == room]
        assert mine == sorted(mine)


# With the desk


@pytest.fixture
def lesson(planned: Lesson) -> Lesson:
    planned.begin().assign()
    planned.runner.ask()
    return planned


@pytest.fixture
def told() -> Iterator[list[tuple[str, int]]]:
    """The places that were told, newest last."""
    places: list[tuple[str, int]] = []

    def hear(event: RunMoved) -> None:
        places.append((event.run, event.position))

    events._handlers[RunMoved].append(hear)
    yield places
    events._handlers[RunMoved].remove(hear)


def crowd(lesson: Lesson, rooms: int, each: int) -> None:
    """So many rooms more, whose people have all asked for a run, room after room."""
    given_to, first = Assignment.objects.get(), RoomSession.objects.get(id=lesson.room)
    others = RoomSession.objects.bulk_create(
        RoomSession(
            organisation_id=first.organisation_id,
            interview_id=first.interview_id,
            policy=first.policy,
            state="ended",
            ended_at=utc_now(),
        )
        for _ in range(rooms)
    )
    users = get_user_model().objects.bulk_create(
        get_user_model()(email=f"{number}@example.org", name=f"{number}") for number in range(each)
    )
    people = Participant.objects.bulk_create(
        Participant(
            room_session=room,
            role="interviewer",
            user_id=user.id,
            name=user.name,
            admission="admitted",
            device="",
        )
        for room in others
        for user in users
    )
    Run.objects.bulk_create(
        Run(
            room_session_id=one.room_session_id,
            assignment=given_to,
            language="python",
            purpose="run",
            position=0,
            requested_by=one,
        )
        for one in people
    )


def test_a_room_that_was_just_served_comes_after_the_others(lesson: Lesson) -> None:
    lesson.run()
    lease = lesson.runner.take()
    lesson.ines.post(lesson.runs, lesson.wish())
    crowd(lesson, rooms=2, each=1)
    served = [lesson.runner.take().run.id for _ in range(3)]
    lesson.runner.say(lease, finished(lease))
    rooms = [Run.objects.get(id=run).room_session_id for run in served]
    assert rooms[2] == lesson.room
    assert len({*rooms}) == 3


def test_a_turn_is_forgotten_after_a_while(lesson: Lesson) -> None:
    lesson.run()
    lesson.runner.take()
    lesson.ines.post(lesson.runs, lesson.wish())
    crowd(lesson, rooms=1, each=1)
    Run.objects.filter(state="running").update(started_at=utc_now() - timedelta(minutes=2))
    assert line()[0].room == lesson.room


def test_everybody_hears_the_place_at_which_they_are_given_out(
    lesson: Lesson, told: list[tuple[str, int]]
) -> None:
    crowd(lesson, rooms=3, each=2)
    lesson.run()
    places = dict(told)
    order = sorted(places, key=places.__getitem__)
    assert [lesson.runner.take().run.id for _ in order] == order


def test_a_run_whose_runner_died_costs_its_room_no_turn(lesson: Lesson) -> None:
    lesson.run()
    dead = lesson.runner.take()
    crowd(lesson, rooms=2, each=1)
    Run.objects.filter(id=dead.run.id).update(leased_until=utc_now())
    assert lesson.runner.take().run.id == dead.run.id


def test_a_long_line_does_not_slow_a_lease(
    lesson: Lesson, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    crowd(lesson, rooms=200, each=5)
    with django_assert_num_queries(2):
        assert len(line()) == 1_000


def test_one_room_may_have_so_many_in_line(lesson: Lesson, settings: Settings) -> None:
    settings.RUN_BACKLOG_OF_ROOM = 1
    lesson.run()
    answer = lesson.ines.post(lesson.runs, lesson.wish())
    assert (answer.status_code, answer.json()["code"]) == (429, "room_queue_full")
    assert answer.json()["params"] == {"limit": 1}
    lesson.runner.take()
    assert lesson.ines.post(lesson.runs, lesson.wish()).status_code == 201


def test_and_all_rooms_together(lesson: Lesson, settings: Settings) -> None:
    settings.RUN_BACKLOG = 2
    crowd(lesson, rooms=2, each=1)
    assert lesson.ines.post(lesson.runs, lesson.wish()).json()["code"] == "queue_full"
    assert Run.objects.filter(room_session_id=lesson.room).count() == 0
