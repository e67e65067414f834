"""A runner that is killed while it starts a program: that never runs, and the next runner clears up."""

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from runner.machine import this_machine
from runner.sandbox.processes import lives
from runner.tests.conditions import contained

ROOT = Path(__file__).parents[2]
PROGRAM = [b"/bin/sleep", b"61"]
KILLED = """
import os, signal, time
from runner.machine import this_machine
from runner.protocol import Limits
from runner.sandbox.launch import Program, launched

containment = this_machine().containment

def start(notice):
    os.write(notice, b".")
    with launched(containment, Program(argv=["/bin/sleep", "61"]), Limits()):
        time.sleep(60)

for moment in range(80):
    heard, notice = os.pipe()
    runner = os.fork()
    if runner == 0:
        start(notice)
    os.read(heard, 1)
    time.sleep(moment / 10_000)
    os.kill(runner, signal.SIGKILL)
    os.waitpid(runner, 0)
"""
"""At every moment of the first eight milliseconds, which is what a start takes."""
LONG_AFTER_A_START_S = 0.5
"""What has not begun by then was held back for good: that nothing happens can only be waited for."""


@contained
def test_what_a_killed_runner_was_starting_never_runs_and_is_ended_by_the_next() -> None:
    subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, check=True, timeout=60)
    time.sleep(LONG_AFTER_A_START_S)
    assert PROGRAM not in command_lines()

    containment = this_machine().containment
    assert containment
    containment.place.sweep()

    deadline = time.monotonic() + 10
    while sandboxed() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert sandboxed() == []


def sandboxed() -> list[list[bytes]]:
    return [words for words in command_lines() if words[-2:] == PROGRAM]


def command_lines() -> list[list[bytes]]:
    """Of all that lives."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if lives(int(folder.name)):
                found.append((folder / "cmdline").read_bytes().rstrip(b"\0").split(b"\0"))
    return found
