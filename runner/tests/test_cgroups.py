"""What groups of either version count and end, where this machine has that version at all."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from runner.machine import this_machine
from runner.sandbox.cgroups import Group, GroupV2
from runner.sandbox.places import own_folders
from runner.tests.conditions import contained

BURNS_IN_A_CHILD = """
read go
(n=0; while [ $n -lt 100000 ]; do n=$((n + 1)); done) &
wait
"""
"""Once it is in its group."""
LEAVES_CHILDREN = "read go; sleep 60 & sleep 60 & wait"


@contextmanager
def group_of(version: int) -> Iterator[Group]:
    containment = this_machine().containment
    assert containment
    if containment.place.version == version:
        group: Group | None = containment.place.make(262_144, 16)
    else:
        group = of_version_2() if version == 2 else None
    if group is None:
        pytest.skip(f"this machine has no control groups of version {version} that can be made")
    try:
        yield group
    finally:
        assert group.end()


def of_version_2() -> Group | None:
    """Without limits, which a hierarchy beside that of version 1 does not have."""
    for folder in own_folders(""):
        try:
            return GroupV2(folder / f"fairview-{os.getpid()}-0")
        except OSError:
            continue
    return None


def started_in(group: Group, script: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(["/bin/sh", "-c", script], stdin=subprocess.PIPE)
    group.add(process.pid)
    return process


@contained
@pytest.mark.parametrize("version", [1, 2])
def test_it_counts_the_work_of_those_that_are_gone(version: int) -> None:
    with group_of(version) as group:
        assert group.cpu_ms() == 0
        started_in(group, BURNS_IN_A_CHILD).communicate(b"\n")
        assert group.pids() == []
        assert group.cpu_ms() > 0


@contained
@pytest.mark.parametrize("version", [1, 2])
def test_it_ends_all_that_is_in_it(version: int) -> None:
    with group_of(version) as group:
        process = started_in(group, LEAVES_CHILDREN)
        assert process.stdin
        process.stdin.write(b"\n")
        process.stdin.close()
        while len(group.pids()) < 3:
            assert process.poll() is None
        assert group.empty()
        assert process.wait() == -9
