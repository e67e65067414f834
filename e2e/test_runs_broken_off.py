"""Candidates' programs whose runner or server was killed while they ran: each ends in a verdict, none is
begun twice without a word of it, and nothing of them is left on the machine."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from e2e.house import ROOT, House, children
from e2e.logs import stored
from e2e.programs import Desk
from e2e.test_broken_off import kill, wait_for
from runner.machine import this_machine
from runner.tests.conditions import contained

ROOMS = 3
JUDGED = {"WA", "RTE"}
"""How the starter of the exercise ends."""


@dataclass(frozen=True)
class Row:
    id: str
    state: str
    runner: str
    attempts: int
    verdict: str


class Exam:
    """Several rooms, in which Ada asks for a run at once."""

    def __init__(self, house: House) -> None:
        self.house, self.desk = house, Desk(house)
        interviews = self.desk.get("/api/interviews")["items"][:ROOMS]
        self.rooms = [self.open(interview["id"]) for interview in interviews]

    def open(self, interview: str) -> tuple[str, str]:
        """A room, and what is to be solved in it."""
        given = self.desk.get(f"/api/interviews/{interview}/exercises")
        exercise = given[0] if given else self.give(interview)
        return self.desk.post(f"/api/interviews/{interview}/room")["room_session_id"], exercise["id"]

    def give(self, interview: str) -> Any:
        return self.desk.post(f"/api/interviews/{interview}/exercises", {"exercise": "tide-window"})

    def ask_everywhere(self) -> dict[str, str]:
        """The runs, and their rooms."""
        return {wait_for(partial(self.ask, room, of)): room for room, of in self.rooms}

    def ask(self, room: str, assignment: str) -> str:
        """Empty while no runner has told the desk of itself."""
        wish = {"assignment": assignment, "language": "python", "purpose": "tests"}
        answer = self.desk.http.post(f"/api/rooms/{room}/runs", json=wish)
        return str(answer.json()["id"]) if answer.is_success else ""

    def runners(self) -> set[str]:
        return {one["name"] for one in self.desk.get("/api/runs")["runners"] if "python" in one["languages"]}

    def rows(self, runs: dict[str, str]) -> list[Row]:
        marks = ", ".join("?" * len(runs))
        asked = [run.replace("-", "") for run in runs]
        question = f"select id, state, runner, attempts, verdict from coding_run where id in ({marks})"
        return [Row(*row) for row in self.house.ask_desk(question, *asked)]  # type: ignore[arg-type]

    def until_one_runs(self, runs: dict[str, str], runner: str = "") -> None:
        wait_for(lambda: [one for one in self.rows(runs) if one.state == "running" and runner in one.runner])

    def ends(self, runs: dict[str, str]) -> dict[str, int]:
        """How often each was begun, once all have ended: as the desk has it, and as each log says once."""
        wait_for(lambda: all(one.state == "finished" for one in self.rows(runs)))
        rows = self.rows(runs)
        assert {one.verdict for one in rows} <= JUDGED
        begun = {one.id: one.attempts for one in rows}
        for run, room in runs.items():
            (said,) = wait_for(partial(self.said, room, run))
            assert said["attempts"] == begun[run.replace("-", "")]
        return begun

    def said(self, room: str, run: str) -> list[dict[str, Any]]:
        return [end for end in stored(self.house, room, "coding.run_finished") if end["run"] == run]


@pytest.fixture(scope="module")
def exam(house: House) -> Exam:
    return Exam(house)


@contextmanager
def another_runner(house: House) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "runner.worker", "--server", f"http://127.0.0.1:{house.port}"]
    command += ["--origin", house.address, "--token-file", str(house.data / "keys" / "runner_token")]
    process = subprocess.Popen([*command, "--language", "python"], cwd=ROOT, start_new_session=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def groups_of(pid: int) -> list[Path]:
    containment = this_machine().containment
    assert containment
    return list(containment.place.pids.glob(f"fairview-{pid}-*"))


def runner_of(house: House) -> int:
    assert house.process
    named = subprocess.run(["pgrep", "-f", "runner.worker"], capture_output=True, text=True, check=False)
    ours = children(house.process.pid)
    return next(pid for pid in map(int, named.stdout.split()) if pid in ours)


@contained
@pytest.mark.timeout(240)
def test_one_of_two_runners_is_killed(exam: Exam) -> None:
    wait_for(exam.runners)
    before = exam.runners()
    with another_runner(exam.house) as process:
        (victim,) = wait_for(lambda: exam.runners() - before)
        runs = exam.ask_everywhere()
        exam.until_one_runs(runs, victim)
        programs = children(process.pid)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        held = {one.id for one in exam.rows(runs) if one.state == "running" and one.runner == victim}

    begun = exam.ends(runs)
    assert begun == {run: 2 if run in held else 1 for run in begun}
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in programs))


@contained
@pytest.mark.timeout(240)
def test_the_runner_is_killed_and_the_next_one_clears_up(exam: Exam) -> None:
    wait_for(exam.runners)
    runs = exam.ask_everywhere()
    exam.until_one_runs(runs)
    dead = runner_of(exam.house)
    kill(exam.house, "runner.worker")

    assert sum(exam.ends(runs).values()) in {ROOMS, ROOMS + 1}, "at most the one that ran was begun twice"
    assert not groups_of(dead)


@contained
@pytest.mark.timeout(240)
def test_the_server_is_killed(exam: Exam) -> None:
    wait_for(exam.runners)
    runs = exam.ask_everywhere()
    exam.until_one_runs(runs)
    kill(exam.house, "fairview.config.web")

    exam.ends(runs)
    wait_for(lambda: not groups_of(runner_of(exam.house)))


@contained
@pytest.mark.timeout(240)
def test_everything_is_killed_at_once(exam: Exam) -> None:
    wait_for(exam.runners)
    runs = exam.ask_everywhere()
    exam.until_one_runs(runs)
    dead = runner_of(exam.house)
    exam.house.kill()
    exam.house.start()

    exam.ends(runs)
    assert not groups_of(dead)
