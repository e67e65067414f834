"""What is said between those who want a program run and those who run it. The same types in-process and over
HTTP (JSON by msgspec; bytes travel as base64).

    POST {origin}/api/runner/lease             `Capabilities` → 200 `Lease` or 204: nothing to run
    POST {origin}/api/runner/runs/{id}/events  `Events` → `Heard`; empty events are the heartbeat

Both carry `Authorization: Runner <token>`. A runner that is willing to wait says so (`Prefer: wait=20`,
RFC 7240): it hears of a run as soon as one is queued, and that there is none only after so many seconds.

A lease whose heartbeat stops for `LEASE_LASTS_S` is void: the run is given out once more, and what the first
runner still says of it is refused with 409.
"""

from typing import Literal

import msgspec

LEASE_LASTS_S = 10
HEARTBEAT_EVERY_S = 2
MAX_OUTPUT_BYTES = 65_536
"""Of each of stdout and stderr; more ends the program with OLE."""

Verdict = Literal["AC", "WA", "TLE", "MLE", "RTE", "OLE", "CE", "IE"]
"""AC: ended well and, where something was expected, printed that · WA wrong answer · TLE time · MLE memory ·
RTE ended with an error · OLE printed too much · CE did not compile · IE the sandbox failed, not the
program."""

Language = Literal["python", "javascript", "sql"]
Stream = Literal["stdout", "stderr"]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """For one case. Wall time is three times the CPU time, and at least a second more."""

    cpu_ms: int = 4_000
    memory_kb: int = 262_144
    processes: int = 32
    output_bytes: int = MAX_OUTPUT_BYTES


class File(msgspec.Struct, frozen=True):
    name: str
    text: str


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """`stdin` goes in through the program's pipe; `expected` never enters the sandbox. For `sql`, `stdin` is
    the script that sets the tables up. Without `expected` there is nothing to compare."""

    name: str
    stdin: str = ""
    expected: str | None = None


class RunRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One program and the cases to run it on, in order; all are run. One case without a name is a plain run,
    whose output is streamed; of several cases only the results are told."""

    id: str
    language: Language
    files: list[File]
    entry: str
    cases: list[Case]
    limits: Limits = Limits()


class Started(msgspec.Struct, frozen=True, kw_only=True, tag="started"):
    """The sandbox is up and the (first) program runs."""


class Output(msgspec.Struct, frozen=True, kw_only=True, tag="output"):
    stream: Stream
    text: str
    at_ms: int
    """Since `Started`."""


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    verdict: Verdict
    time_ms: int
    memory_kb: int


class Finished(msgspec.Struct, frozen=True, kw_only=True, tag="finished"):
    """`verdict` is AC when every case is, else that of the first that is not. `stdout` and `stderr` are those
    of that case, cut to the limit; time is the longest, memory the largest of all cases. `reason` says in a
    sentence what failed when the verdict is IE."""

    verdict: Verdict
    cases: list[CaseResult]
    time_ms: int
    memory_kb: int
    stdout: str
    stderr: str
    exit: int | None = None
    signal: int | None = None
    truncated: bool = False
    reason: str = ""


Event = Started | Output | Finished


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    run: RunRequest
    token: str
    """Names this lease; said with every event."""


class Events(msgspec.Struct, frozen=True, kw_only=True):
    token: str
    events: list[Event] = []


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    stop: bool = False
    """Nobody wants this run any more: end it and say `Finished` with RTE."""


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a runner can do, said with every ask for a lease (the body of `lease`). Without containment
    (`missing` is not empty) it asks for nothing, and says so."""

    runner: str
    languages: list[Language]
    missing: list[str] = []
    """Codes of what the machine lacks: no_bubblewrap, no_seccomp, no_memory_limit, no_process_limit."""
