"""How long rooms wait for their runs when many ask at once, with the real server and one real runner.

    python -m bench.coding.fairness

A hundred runs of twenty rooms are queued at the same moment: once five of each room, and once twenty-four of
one room before everybody else. `by age` is what the same starts would have been to each room, had the
oldest run always been next. `bench/coding/README.md` keeps the table.
"""

import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import django

from e2e.house import House, free_port

ROOMS, RUNS = 20, 100
GREEDY = 24
PROGRAM = "print('hello')\n"
LOOKS_EVERY_S = 0.5
SERVER = Path(__file__).resolve().parents[2] / "server"
EVEN = [number % ROOMS for number in range(RUNS)]
ONE_FIRST = [0] * GREEDY + [1 + number % (ROOMS - 1) for number in range(RUNS - GREEDY)]


@dataclass(frozen=True)
class Wait:
    room: UUID
    seconds: float


def main() -> None:
    random.seed(7)
    with TemporaryDirectory() as folder, served(Path(folder)):
        print(
            "| queued at once | given out | wait, s p50 / p95 | mean, s | longest mean of a room, s | ratio |"
        )
        print("|---|---|---|---|---|---|")
        for name, order in (("5 of each room", shuffled(EVEN)), (f"{GREEDY} of one room first", ONE_FIRST)):
            waits, by_age = measure(order)
            print(f"| {name} | in turn | {in_words(waits)} |")
            print(f"| | by age | {in_words(by_age)} |")
        print(f"| the other {ROOMS - 1} of those | in turn | {in_words(but_first(waits))} |")
        print(f"| | by age | {in_words(but_first(by_age))} |")


def but_first(waits: list[Wait]) -> list[Wait]:
    """Without the room that asked first."""
    return [wait for wait in waits if wait.room != waits[0].room]


def shuffled(order: list[int]) -> list[int]:
    return random.sample(order, len(order))


@contextmanager
def served(data: Path) -> Iterator[None]:
    """A house with a runner, and this process at its database."""
    house = House(data, free_port())
    house.start()
    os.environ |= {"FAIRVIEW_DATA": str(data), "DJANGO_SETTINGS_MODULE": "fairview.config.settings"}
    sys.path.append(str(SERVER))
    django.setup()
    try:
        yield
    finally:
        house.stop()


def measure(order: list[int]) -> tuple[list[Wait], list[Wait]]:
    """How long each run waited, and how long each would have by age."""
    from fairview.coding.models import Run

    asked = queue(order)
    while Run.objects.filter(id__in=asked).exclude(state="finished").exists():
        time.sleep(LOOKS_EVERY_S)
    done = list(Run.objects.filter(id__in=asked).order_by("requested_at", "id"))
    assert {run.verdict for run in done} == {"AC"}
    assert {run.attempts for run in done} == {1}
    starts = sorted(began(run) for run in done)
    return (
        [waited(run, began(run)) for run in done],
        [waited(run, start) for run, start in zip(done, starts, strict=True)],
    )


def began(run: Any) -> float:
    return float(run.started_at.timestamp())


def waited(run: Any, start: float) -> Wait:
    return Wait(run.room_session_id, start - run.requested_at.timestamp())


def queue(order: list[int]) -> list[UUID]:
    """A run for each, of the room with that number, by people of their own: nobody runs two at a time."""
    from django.contrib.auth import get_user_model
    from fairview.coding.models import Assignment, Run
    from fairview.kit.clock import utc_now
    from fairview.rooms.public import Participant, RoomSession
    from fairview.scheduling.public import Interview

    interview, users = Interview.objects.all()[0], get_user_model().objects
    given = Assignment.objects.filter(interview=interview).first() or Assignment.objects.create(
        interview=interview, exercise="tide-window", version=1, by_id=interview.created_by_id
    )
    now = utc_now()
    rooms = RoomSession.objects.bulk_create(
        RoomSession(
            organisation_id=interview.organisation_id,
            interview=interview,
            policy=interview.policy,
            state="ended",
            ended_at=now,
        )
        for _ in range(ROOMS)
    )
    mark = rooms[0].id.hex
    people = users.bulk_create(
        get_user_model()(email=f"{mark}{number}@people.example", name=f"{number}")
        for number in range(len(order))
    )
    participants = Participant.objects.bulk_create(
        Participant(room_session=rooms[room], role="interviewer", user=person, name="", admission="admitted")
        for room, person in zip(order, people, strict=True)
    )
    runs = Run.objects.bulk_create(
        Run(
            room_session=one.room_session,
            assignment=given,
            language="python",
            purpose="run",
            source=PROGRAM,
            position=0,
            requested_by=one,
            requested_at=now,
        )
        for one in participants
    )
    return [run.id for run in runs]


def in_words(waits: Iterable[Wait]) -> str:
    rooms: dict[UUID, list[float]] = defaultdict(list)
    for wait in waits:
        rooms[wait.room].append(wait.seconds)
    seconds = [second for each in rooms.values() for second in each]
    longest = max(map(mean, rooms.values()))
    spread = f"{median(seconds):.1f} / {quantiles(seconds, n=20)[18]:.1f}"
    return f"{spread} | {mean(seconds):.1f} | {longest:.1f} | {longest / mean(seconds):.2f}"


if __name__ == "__main__":
    main()
