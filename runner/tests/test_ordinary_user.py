"""All hostile programs once more, run by an ordinary user, to whom root has given a control group."""

import os
import site
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from runner.machine import this_machine
from runner.sandbox.cgroups import remove
from runner.sandbox.places import LEAF, Place
from runner.sandbox.processes import lives
from runner.tests import ordinary, suite
from runner.tests.conditions import contained
from runner.tests.ordinary import Outcomes

ORDINARY = 199_999
"""A user that no machine has."""
REPOSITORY = Path(__file__).parents[2]
PROGRAMS = [each.name for each in map(suite.program, suite.NAMES) if each.expectation.attacks]
JOIN = """
while [ "$1" != -- ]; do
  echo $$ >"$1/cgroup.procs" || exit
  shift
done
shift
exec "$@"
"""
"""Enters each group named before `--`, and becomes what is named after it."""
GIVEN = ("", "cgroup.procs", "cgroup.threads", "cgroup.subtree_control", "tasks")
"""What of a group belongs to whoever it is delegated to."""


@contained
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start something as somebody else")
@pytest.mark.timeout(600)
def test_programs_of_an_ordinary_user_are_held_as_well() -> None:
    with delegated() as groups, TemporaryDirectory() as folder:
        canary = Path(folder, "canary")
        told = outcomes(groups, canary)
        assert processes_of(ORDINARY) == []
        assert left_in(groups) == []
        if told.missing:
            assert {each.finished.verdict for each in told.by_name.values()} == {"IE"}
            pytest.skip(f"containment of an ordinary user was not exercised, and refused: {told.missing}")
        assert told.version == place().version
        assert {name: wrong for name in PROGRAMS if (wrong := wrongs(name, told, canary))} == {}


def wrongs(name: str, told: Outcomes, canary: Path) -> list[str]:
    outcome = told.by_name[name]
    try:
        suite.assert_as_expected(outcome.finished, suite.program(name, canary).expectation)
    except AssertionError as error:
        return [*outcome.complaints, str(error)[:2000]]
    return outcome.complaints


# Somebody else


def outcomes(groups: list[Path], canary: Path) -> Outcomes:
    canary.mkdir()
    for each in (canary.parent, canary):
        os.chown(each, ORDINARY, ORDINARY)
    joining = ["/bin/sh", "-c", JOIN, "sh", *map(str, groups), "--"]
    command = [*joining, *as_ordinary(python()), "-m", ordinary.__name__, str(canary), *PROGRAMS]
    done = subprocess.run(command, env=environment(canary.parent), cwd="/", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return msgspec.json.decode(done.stdout, type=Outcomes)


def as_ordinary(*words: str) -> list[str]:
    user = str(ORDINARY)
    return ["/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--", *words]


def python() -> str:
    """One that the user may start, with what the runner needs."""
    for candidate in (sys.executable, "/usr/bin/python3"):
        trial = as_ordinary(candidate, "-c", f"import {ordinary.__name__}")
        done = subprocess.run(trial, env=environment(), cwd="/", capture_output=True, check=False)
        if done.returncode == 0:
            return candidate
    pytest.skip("an ordinary user can start no Python here that has what the runner needs")


def environment(home: Path = Path("/")) -> dict[str, str]:
    path = ":".join([str(REPOSITORY), *site.getsitepackages()])
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "PYTHONPATH": path,
        "PYTHONDONTWRITEBYTECODE": "1",
    }


# A group of its own


def place() -> Place:
    containment = this_machine().containment
    assert containment
    return containment.place


@contextmanager
def delegated() -> Iterator[list[Path]]:
    """One for each hierarchy, given away as `Delegate=yes` does."""
    here = place()
    groups = [
        folder / f"ordinary-{os.getpid()}"
        for folder in dict.fromkeys([here.memory, here.pids, here.cpuacct])
        if folder
    ]
    try:
        for group in groups:
            group.mkdir()
            for name in GIVEN:
                with suppress(FileNotFoundError):
                    os.chown(group / name, ORDINARY, ORDINARY)
        yield groups
    finally:
        for group in groups:
            for folder in (group / LEAF, group):
                assert remove(folder)


def left_in(groups: list[Path]) -> list[Path]:
    return [folder for group in groups for folder in group.glob("fairview-*") if folder.name != LEAF]


def processes_of(user: int) -> list[Path]:
    """That live: what has ended may wait for whoever inherited it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if process.stat().st_uid == user and lives(int(process.name)):
                found.append(process)
    return found
