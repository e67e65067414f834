"""The process `fairview-runner` against a server that speaks the protocol, over real sockets."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from runner.machine import this_machine
from runner.protocol import Case, Event, File, Finished, Heard, Limits, Output, RunRequest, Started
from runner.sandbox.cgroups import members
from runner.tests.conditions import contained
from runner.tests.desk import TOKEN, Desk
from runner.tests.piston_server import PistonServer, installed

ROOT = Path(__file__).parents[2]


def plain(text: str, **limits: int) -> RunRequest:
    return RunRequest(
        id="r1",
        language="python",
        files=[File("main.py", text)],
        entry="main.py",
        cases=[Case(name="")],
        limits=Limits(**limits),
    )


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    return file


@contextmanager
def worker(desk: Desk, token_file: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "runner.worker", "--server", desk.url, "--token-file", str(token_file)]
    command += ["--language", "python"]
    process = subprocess.Popen([*command, *options], cwd=ROOT, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def events_until_finished(desk: Desk) -> list[Event]:
    events = [desk.told.get(timeout=20)]
    while not isinstance(events[-1], Finished):
        events.append(desk.told.get(timeout=20))
    return events


def groups_of(process: subprocess.Popen[bytes]) -> list[Path]:
    containment = this_machine().containment
    assert containment
    return list(containment.place.pids.glob(f"fairview-{process.pid}-*"))


def end_of(events: list[Event]) -> Finished:
    assert isinstance(events[-1], Finished)
    return events[-1]


@contained
def test_a_run_is_leased_told_and_finished(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file):
        desk.queued.put(plain("print('hello')"))
        started, *printed, finished = events_until_finished(desk)

    assert isinstance(started, Started)
    assert "".join(event.text for event in printed if isinstance(event, Output)) == "hello\n"
    assert isinstance(finished, Finished)
    assert finished.verdict == "AC"


@contained
def test_it_waits_for_a_run_at_the_server(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file):
        assert desk.asked.get(timeout=20)
        desk.queued.put(plain("print('hello')"))
        finished = end_of(events_until_finished(desk))
        assert desk.asked.get(timeout=20)
        assert desk.asked.empty()

    assert finished.verdict == "AC"


@contained
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_while_it_waits_it_ends(token_file: Path, number: signal.Signals) -> None:
    with Desk() as desk, worker(desk, token_file) as process:
        assert desk.asked.get(timeout=20)
        process.send_signal(number)
        assert process.wait(10) == 0


@contained
def test_a_server_that_goes_while_it_waits_is_asked_again(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file):
        assert desk.asked.get(timeout=20)
        desk.__exit__()
        with Desk(desk.port) as again:
            again.queued.put(plain("print('hello')"))
            finished = end_of(events_until_finished(again))

    assert finished.stdout == "hello\n"


@contained
def test_the_server_hears_of_it_while_it_runs(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file):
        desk.queued.put(plain("import time\ntime.sleep(4)\nprint('done')"))
        finished = end_of(events_until_finished(desk))

    assert finished.verdict == "AC"
    assert desk.heartbeats >= 1


@contained
def test_the_server_can_end_it(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file):
        desk.heard = Heard(stop=True)
        desk.queued.put(plain("import time\ntime.sleep(60)", cpu_ms=60_000))
        finished = end_of(events_until_finished(desk))

    assert finished.verdict == "RTE"


@contained
def test_a_run_that_was_given_to_somebody_else_is_dropped(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file):
        desk.answer = 409
        desk.queued.put(plain("import time\ntime.sleep(60)", cpu_ms=60_000))
        assert desk.refused.get(timeout=20)
        desk.answer = 200
        desk.queued.put(plain("print('the next')"))
        finished = end_of(events_until_finished(desk))

    assert finished.stdout == "the next\n"


@contained
def test_a_server_that_comes_back_hears_the_end(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file) as process:
        desk.queued.put(plain("import time\nprint(1)\ntime.sleep(1)\nprint(2)"))
        before = [desk.told.get(timeout=20), desk.told.get(timeout=20)]
        desk.__exit__()
        while groups_of(process):
            pass
        with Desk(desk.port) as again:
            finished = end_of(events_until_finished(again))

    assert isinstance(before[0], Started)
    assert finished.stdout == "1\n2\n"


@contained
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_ends_the_program_and_says_nothing(token_file: Path, number: signal.Signals) -> None:
    with Desk() as desk, worker(desk, token_file) as process:
        desk.queued.put(plain("import time\nprint(1)\ntime.sleep(60)", cpu_ms=60_000))
        desk.told.get(timeout=20)
        desk.told.get(timeout=20)
        process.send_signal(number)
        assert process.wait(5) == 0
        assert desk.told.empty()

    assert not groups_of(process)


@contained
def test_killed_it_takes_the_program_along_and_the_next_one_clears_up(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file) as process:
        desk.queued.put(plain("import time\nprint(1)\ntime.sleep(60)", cpu_ms=60_000))
        desk.told.get(timeout=20)
        desk.told.get(timeout=20)
        (group,) = groups_of(process)
        process.kill()
        deadline = time.monotonic() + 5
        while members(group) and time.monotonic() < deadline:
            pass

        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        this_machine.cache_clear()
        assert this_machine().containment

        assert not group.exists()


@contained
def test_two_runners_of_one_machine_are_two(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file, "--slots", "2"), worker(desk, token_file):
        asked = {desk.asked.get(timeout=20).runner: 0}
        while len(asked) < 2:
            able = desk.asked.get(timeout=20)
            asked[able.runner] = able.slots
    assert len({name.rpartition("-")[0] for name in asked}) == 1


@contained
def test_a_runner_sweeps_up_after_others_while_it_lives(token_file: Path) -> None:
    containment = this_machine().containment
    assert containment
    with subprocess.Popen(["true"]) as gone:
        gone.wait()
    with Desk() as desk, worker(desk, token_file):
        assert desk.asked.get(timeout=20)
        (left := containment.place.pids / f"fairview-{gone.pid}-1").mkdir()
        deadline = time.monotonic() + 20
        while left.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not left.exists()


@contained
def test_several_slots_run_at_once(token_file: Path) -> None:
    with Desk() as desk, worker(desk, token_file, "--slots", "2"):
        slow = plain("import time\ntime.sleep(3)")
        desk.queued.put(slow)
        desk.queued.put(slow)
        desk.told.get(timeout=20)
        began = time.monotonic()
        ends = [end_of(events_until_finished(desk)), end_of(events_until_finished(desk))]

    assert [each.verdict for each in ends] == ["AC", "AC"]
    assert time.monotonic() - began < 5


@contained
def test_a_piston_server_may_run_them_instead(token_file: Path) -> None:
    with (
        PistonServer(installed("python")) as piston,
        Desk() as desk,
        worker(desk, token_file, "--piston", piston.url),
    ):
        assert desk.asked.get(timeout=20).languages == ["python"]
        desk.queued.put(plain("print('hello')"))
        finished = end_of(events_until_finished(desk))

    assert (finished.verdict, finished.stdout) == ("AC", "hello\n")
    assert len(piston.bodies) == 1


def test_a_piston_server_that_is_away_is_said_to_be(token_file: Path) -> None:
    with PistonServer([]) as piston:
        pass
    with Desk() as desk, worker(desk, token_file, "--piston", piston.url) as process:
        assert desk.asked.get(timeout=20).missing == ["no_piston"]
        assert process.stderr
        assert b"cannot be reached" in process.stderr.readline()


def test_a_wrong_token_is_said_and_tried_again(token_file: Path) -> None:
    token_file.write_text("another")
    with Desk() as desk, worker(desk, token_file) as process:
        assert process.stderr
        assert b"refuses the token" in process.stderr.readline()
        token_file.write_text(TOKEN)
        assert desk.asked.get(timeout=20)


def test_a_machine_that_cannot_contain_says_so_and_asks_for_nothing(token_file: Path, tmp_path: Path) -> None:
    if not this_machine().missing:
        pytest.skip("this machine contains programs")
    with Desk() as desk, worker(desk, token_file):
        desk.queued.put(plain("print()"))
        assert desk.asked.get(timeout=20).missing
        assert desk.asked.get(timeout=20).missing
        assert not desk.queued.empty()
