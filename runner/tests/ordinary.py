"""Runs programs of the suite as whoever starts it, and prints what came of each as JSON: the names on the
command line, after the folder that is the canary."""

import sys
from pathlib import Path

import msgspec

from runner.engine import run
from runner.machine import this_machine
from runner.protocol import Finished
from runner.tests import probes, suite


class Outcome(msgspec.Struct, frozen=True):
    finished: Finished
    complaints: list[str]
    """Of the probes; the next run's too."""


class Outcomes(msgspec.Struct, frozen=True):
    missing: dict[str, str]
    """What the machine lacks to contain programs of this user."""
    version: int
    """Of control groups; 0 where there is no place for one."""
    by_name: dict[str, Outcome]


def outcomes(canary: Path, names: list[str]) -> Outcomes:
    machine = this_machine()
    version = machine.containment.place.version if machine.containment else 0
    with probes.host(canary) as host:
        by_name = {name: outcome(host, suite.program(name, canary)) for name in names}
    return Outcomes(dict(machine.lacking), version, by_name)


def outcome(host: probes.Host, program: suite.Program) -> Outcome:
    if this_machine().missing:
        return Outcome(run(program.request, host.watch), [])
    before = host.look()
    finished = run(program.request, host.watch)
    complaints = host.complaints(before, finished)
    if (printed := probes.next_run_prints()) != "Hello, world\n":
        complaints.append(f"the next run printed {printed!r}")
    return Outcome(finished, complaints)


if __name__ == "__main__":
    canary, *names = sys.argv[1:]
    sys.stdout.buffer.write(msgspec.json.encode(outcomes(Path(canary), names)))
