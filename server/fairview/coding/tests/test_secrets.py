"""Solutions and hidden tests never reach a candidate: not by a route, not by a message, not by the log."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import msgspec
import pytest
from tests.live import LiveServer, live_server
from tests.permission_matrix import BODIES, read_table
from tests.world import fill_in

from fairview.coding.bank import Exercise, get_exercise
from fairview.coding.events import RunMoved, RunPrinted
from fairview.coding.tests.steps import EXERCISE, Lesson, finished
from fairview.kit import events
from runner.protocol import Finished, Output, Started

SECRET = get_exercise(EXERCISE)
ROWS = [row for row in read_table() if row.route != "POST /api/visit/leave"]


def secrets(exercise: Exercise) -> Iterator[str]:
    """What would give an exercise away: anything of hidden tests and solutions that is not seen anyway."""
    seen = "\n".join([exercise.statement, *(case.stdin + str(case.expected) for case in exercise.examples)])
    hidden = [part for case in exercise.hidden for part in (case.name, case.stdin)]
    lines = [line for code in exercise.code.values() for line in code.solution.splitlines()]
    starters = "".join(code.starter for code in exercise.code.values())
    longer = (part.strip() for part in [*hidden, *lines])
    yield from {part for part in longer if len(part) > 8 and part not in seen and part not in starters}


SECRETS = sorted(secrets(SECRET))


def given_away(content: object) -> list[str]:
    text = str(content)
    return [secret for secret in SECRETS if secret in text or repr(secret)[1:-1] in text]


@pytest.fixture
def lesson(planned: Lesson) -> Lesson:
    planned.begin().assign()
    planned.runner.ask()
    return planned


def test_there_is_something_to_give_away() -> None:
    assert len(SECRETS) > 10


def run_the_tests(lesson: Lesson) -> Finished:
    """Cai runs the tests; one that is hidden fails, and the program prints what it was given."""
    lesson.run("tests")
    lease = lesson.runner.take()
    told = lease.run.cases[-1].stdin
    lesson.runner.say(lease, Started(), Output(stream="stdout", text=told, at_ms=1))
    verdicts = ["AC"] * (len(lease.run.cases) - 1)
    last = finished(lease, *verdicts, "WA", stdout=told)  # type: ignore[arg-type]
    assert lesson.runner.say(lease, last).status_code == 200
    return last


def test_no_route_tells_a_candidate(lesson: Lesson) -> None:
    run_the_tests(lesson)
    ids = {
        "interview_id": lesson.scene.interview_id,
        "room_session_id": lesson.scene.room_id,
        "participant_id": lesson.scene.candidate_id,
        "exercise": EXERCISE,
        "assignment_id": str(lesson.wish()["assignment"]),
    }
    for row in ROWS:
        path = row.path.replace("{held.", "{")
        for name, value in ids.items():
            path = path.replace(f"{{{name}}}", value)
        body = msgspec.json.encode(fill_in(BODIES.get(row.route, {}), ids))
        answer = lesson.cai.generic(row.method, path, body, "application/json")
        assert given_away(answer.content.decode()) == [], path


@contextmanager
def telling(live: LiveServer) -> Iterator[None]:
    """The news of the desk reach this live plane."""
    heard: dict[type, events.Handler] = {
        RunMoved: live.plane.workspaces.move_run,
        RunPrinted: live.plane.workspaces.print_output,
    }
    with ExitStack() as stack:
        for kind, handler in heard.items():
            events._handlers[kind].append(handler)
            stack.callback(events._handlers[kind].remove, handler)
        yield


async def listen(live: LiveServer, lesson: Lesson) -> list[Any]:
    """All that Cai's page hears from before the run until its end, and what it can read back."""
    entrance = await asyncio.to_thread(lambda: lesson.cai.post("/api/visit/room").json())
    async with live.socket(lesson.room) as cai:
        await cai.say("live.hello", ticket=entrance["ticket"])
        await cai.hear("coding.workspace_state")
        (document, *_) = lesson.workspace().documents
        await cai.say("coding.open_document", document=document)
        await cai.hear("coding.document_state")
        await asyncio.to_thread(run_the_tests, lesson)
        while not any(run["state"] == "finished" for run in await runs_told(cai)):
            pass
        headers = {"Authorization": f"Ticket {entrance['ticket']}"}
        async with live.http as http:
            read = await http.get(f"/live/{lesson.room}/entries", headers=headers)
        return [*cai.heard, read.text]


async def runs_told(cai: Any) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = (await cai.hear("coding.workspace_state"))["runs"]
    return told


async def test_no_message_tells_a_candidate_and_neither_does_the_log(lesson: Lesson) -> None:
    async with live_server() as live:
        with telling(live):
            heard = await listen(live, lesson)
    assert given_away(heard) == []
    (run,) = next(one["runs"] for one in reversed(heard) if isinstance(one, dict) and one.get("runs"))
    assert (run["verdict"], run["stdout"]) == ("WA", "")
    assert [case["verdict"] for case in run["cases"]][-1] == "WA"
    assert {case["name"] for case in run["cases"][len(SECRET.examples) :]} == {""}


def test_an_interviewer_is_told(lesson: Lesson) -> None:
    """So that the silence above means something."""
    run_the_tests(lesson)
    (result,) = lesson.said("run_finished")
    assert given_away(result)
    assert given_away(lesson.ines.get(f"/api/exercises/{EXERCISE}").json())
