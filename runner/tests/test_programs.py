"""Every program of the suite ends as it should; a hostile one leaves the host as it was."""

import time

import pytest

from runner.engine import run
from runner.languages.found import Found
from runner.machine import found
from runner.tests import suite
from runner.tests.conditions import contained
from runner.tests.probes import Host, next_run_prints


@contained
@pytest.mark.parametrize("name", suite.NAMES)
def test_it_ends_as_expected(name: str, host: Host) -> None:
    program = suite.program(name, host.canary)
    tool = found(program.request.language)
    if isinstance(tool, str):
        pytest.skip(f"{program.request.language} was not exercised: {tool}")
    before = host.look()
    began = time.monotonic()

    finished = run(program.request, host.watch)

    took_ms = (time.monotonic() - began) * 1000
    suite.assert_as_expected(finished, program.expectation)
    assert took_ms < program.expectation.within_ms
    assert finished.memory_kb <= most_memory_kb(tool, program)
    if program.expectation.attacks:
        assert host.complaints(before, finished) == []
        assert next_run_prints() == "Hello, world\n"


def most_memory_kb(tool: Found, program: suite.Program) -> int:
    compiling = tool.toolchain.compiling
    granted = program.request.limits.memory_kb + tool.toolchain.grants.memory_kb
    return max(granted, compiling.memory_kb if compiling else 0)


def test_the_suite_is_hostile_in_many_languages() -> None:
    hostile = [each for each in map(suite.program, suite.NAMES) if each.expectation.attacks]

    assert len(hostile) >= 80
    assert len({each.request.language for each in hostile}) >= 6
