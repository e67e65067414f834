"""Starting, stopping and falling: the process tree that `fairview serve` is."""

import os
import signal
import subprocess
import time
from collections.abc import Callable

import pytest

from e2e.house import FAIRVIEW, ROOT, House, children, end

LIMIT_S = 30


def within_limit(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + LIMIT_S
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def tree(house: House) -> list[int]:
    assert house.process
    return [house.process.pid, *children(house.process.pid)]


def test_a_second_start_on_the_same_port_says_what_to_do(house: House) -> None:
    second = subprocess.run(
        [str(FAIRVIEW), "serve"],
        cwd=ROOT,
        env=house.environment,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert second.returncode == 1
    assert f"Port {house.port} is in use." in second.stderr


def test_a_process_that_falls_is_started_again(house: House, tree: list[int]) -> None:
    supervisor, *fallen = tree
    for pid in fallen:
        end(pid)
    assert within_limit(lambda: len(set(children(supervisor)) - set(fallen)) >= 2)


def test_ctrl_c_ends_every_process_that_was_started(house: House, tree: list[int]) -> None:
    assert house.process
    house.process.send_signal(signal.SIGINT)
    assert house.process.wait(LIMIT_S) == 0
    assert within_limit(lambda: not any(map(is_running, tree)))
