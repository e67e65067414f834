"""An import and a run whose processes are killed half-way: both come to one end, as if nothing had been."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from e2e.house import House, children
from e2e.logs import stored
from e2e.programs import Desk

ROWS = 6_000
PATIENCE_S = 120


@pytest.mark.timeout(240)
def test_an_import_goes_on_where_its_worker_was_killed(house: House) -> None:
    desk = Desk(house)
    pool = desk.post("/api/pools", {"name": "Many"})["id"]
    lines = [f"Person {number},person{number}@people.example,{number % 100}" for number in range(ROWS)]
    file = "\n".join(["Name,E-mail,Marks", *lines]).encode()
    answer = desk.http.post(f"/api/pools/{pool}/imports", params={"name": "many.csv"}, content=file)
    run = answer.json()["id"]

    read = wait_for(lambda: in_state(desk, run, "read"))
    roles = [column["role"] for column in read["columns"]]
    desk.ask("PUT", f"/api/imports/{run}/columns", {"roles": roles, "header": read["header"], "zone": "UTC"})
    wait_for(lambda: in_state(desk, run, "checked"))
    desk.post(f"/api/imports/{run}/run")
    for part in (0.2, 0.5, 0.8):
        wait_for(partial(has_handled, desk, run, part * ROWS))
        kill(house, "fairview.config.worker")

    done = wait_for(lambda: in_state(desk, run, "done"))
    assert (done["created"], done["merged"], done["bad"]) == (ROWS, 0, 0)
    assert desk.get(f"/api/pools/{pool}")["members"] == ROWS
    assert desk.get("/api/candidates?search=person5999@people.example")["total"] == 1


@pytest.mark.timeout(240)
def test_a_run_is_given_out_again_when_its_runner_was_killed(house: House) -> None:
    desk = Desk(house)
    interview = desk.get("/api/interviews")["items"][0]["id"]
    assignment = desk.post(f"/api/interviews/{interview}/exercises", {"exercise": "tide-window"})["id"]
    room = desk.post(f"/api/interviews/{interview}/room")["room_session_id"]
    wish = {"assignment": assignment, "language": "python", "purpose": "tests"}
    asked = wait_for(lambda: wish_for(desk, room, wish))
    wait_for(lambda: state_of(house, asked["id"]) != "queued")
    kill(house, "runner.worker")

    wait_for(lambda: state_of(house, asked["id"]) == "finished")
    finished = wait_for(lambda: stored(house, room, "coding.run_finished"))
    assert [payload["run"] for payload in finished] == [asked["id"]]
    assert finished[0]["verdict"] in {"WA", "RTE"}, "the starter, judged and not interrupted"


def wish_for(desk: Desk, room: str, wish: dict[str, str]) -> Any:
    """None while the runner has not told the desk of itself."""
    answer = desk.http.post(f"/api/rooms/{room}/runs", json=wish)
    return answer.json() if answer.is_success else None


def in_state(desk: Desk, run: str, state: str) -> Any:
    found = desk.get(f"/api/imports/{run}")
    assert found["state"] != "failed", found
    return found if found["state"] == state else None


def has_handled(desk: Desk, run: str, rows: float) -> bool:
    return bool(desk.get(f"/api/imports/{run}")["handled"] >= rows)


def state_of(house: House, run: str) -> str:
    return str(house.ask_desk("select state from coding_run where id = ?", run.replace("-", ""))[0][0])


def kill(house: House, command: str) -> None:
    """Every process of the house whose command line names it."""
    assert house.process
    named = subprocess.run(["pgrep", "-f", command], capture_output=True, text=True, check=False)
    ours = children(house.process.pid)
    for pid in map(int, named.stdout.split()):
        if pid in ours:
            os.kill(pid, signal.SIGKILL)


def wait_for(ask: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE_S
    while not (answer := ask()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.02)
    return answer
