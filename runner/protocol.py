"""What is said between those who want a program run and those who run it. The same types in-process and over
HTTP (JSON by msgspec).

    POST {origin}/api/runner/lease               `Capabilities` → 200 `Lease` or 204: nothing to run
    POST {origin}/api/runner/runs/{id}/events    `Events` → `Heard`; empty events are the heartbeat

Both carry `Authorization: Runner <token>`. A runner that is willing to wait says so (`Prefer: wait=20`,
RFC 7240): it hears of a run as soon as one is queued, and that there is none only after so many seconds.

A lease whose heartbeat stops for `LEASE_LASTS_S` is void: the run is given out once more, and what the first
runner still says of it is refused with 409.
"""

from typing import Literal

import msgspec

LEASE_LASTS_S = 10
HEARTBEAT_EVERY_S = 2
INTERACTIVE_MS = 300_000
MAX_OUTPUT_BYTES = 65_536
"""Of each of stdout and stderr; more ends the program with OLE."""

Verdict = Literal["AC", "WA", "TLE", "MLE", "RTE", "OLE", "CE", "IE"]
"""AC: ended well and, where something was expected, printed that · WA wrong answer · TLE time · MLE memory ·
RTE ended with an error · OLE printed too much · CE did not compile · IE the sandbox failed, not the
program."""

Language = Literal[
    "python",
    "javascript",
    "typescript",
    "java",
    "c",
    "cpp",
    "csharp",
    "go",
    "rust",
    "kotlin",
    "ruby",
    "php",
    "bash",
    "sql",
]
Stream = Literal["stdout", "stderr"]


# What is asked for


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """For one case. Wall time is three times the CPU time, and at least a second more. A language adds what
    it needs for itself, a virtual machine say."""

    cpu_ms: int = 4_000
    memory_kb: int = 262_144
    processes: int = 32
    output_bytes: int = MAX_OUTPUT_BYTES
    wall_ms: int | None = None
    """Time that may pass, where it is not to follow from the processor time."""


class File(msgspec.Struct, frozen=True):
    name: str
    text: str


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """`stdin` goes in through the program's pipe; `expected` never enters its sandbox. For `sql`, `stdin` is
    the script that sets the tables up. Without `expected` there is nothing to compare.

    Where a function is called (`Calls`), `stdin` is a JSON list of its arguments and `expected` the JSON of
    what it returns."""

    name: str
    stdin: str = ""
    expected: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A program of the operator's, that judges one of somebody else's."""

    language: Language
    files: list[File]
    entry: str


class Lines(msgspec.Struct, frozen=True, tag="lines"):
    """White space at the end of a line and empty lines at the end do not count."""


class Exact(msgspec.Struct, frozen=True, tag="exact"):
    """Every byte counts."""


class Tokens(msgspec.Struct, frozen=True, tag="tokens"):
    """Words count, and not what is between them."""


class Floats(msgspec.Struct, frozen=True, kw_only=True, tag="floats"):
    """Words that are numbers on both sides may differ by either tolerance; the others may not."""

    absolute: float = 1e-6
    relative: float = 1e-6


class Checker(msgspec.Struct, frozen=True, tag="checker"):
    """Another program decides, in a sandbox of its own, where it finds `input`, `expected` and `output`. It
    leaves with 0 for a right answer and 1 for a wrong one; what it prints says why. Any other end is IE."""

    source: Source


class Interactor(msgspec.Struct, frozen=True, tag="interactor"):
    """Another program talks with it: each reads what the other prints. It finds the case's `stdin` as `input`
    and what is `expected`, in a sandbox of its own, and leaves as a checker does."""

    source: Source


class Calls(msgspec.Struct, frozen=True, kw_only=True, tag="calls"):
    """The program is a function, which is called once a case. Types: `int`, `float`, `bool`, `str`, and lists
    of those: `list[list[int]]`. What the program prints is for whoever looks on, and counts for nothing."""

    function: str
    parameters: dict[str, str]
    returns: str
    absolute: float = 1e-6
    """How far a returned `float` may be off, or, of large ones, by what share."""


Judge = Lines | Exact | Tokens | Floats | Checker | Interactor | Calls


class Terminal(msgspec.Struct, frozen=True, kw_only=True):
    """The program has a pseudo-terminal for stdin, stdout and stderr, of so many characters."""

    columns: int = 80
    rows: int = 24


class RunRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One program and the cases to run it on, in order; all are run. One case without a name is a plain run,
    whose output is streamed; of several cases only the results are told."""

    id: str
    language: Language
    files: list[File]
    entry: str
    cases: list[Case]
    limits: Limits = Limits()
    judge: Judge = Lines()
    interactive: bool = False
    """Of a plain run: its stdin stays open after the case's, for `Stdin`, until somebody closes it, and
    unless the limits say otherwise it may go on for `INTERACTIVE_MS`, most of which it waits."""
    terminal: Terminal | None = None
    """Of an interactive run: its own."""


# What is said to a run that goes on


class Stdin(msgspec.Struct, frozen=True, kw_only=True, tag="stdin"):
    text: str = ""
    ends: bool = False
    """Nothing follows: the program reads the end of its input."""


class Resize(msgspec.Struct, frozen=True, kw_only=True, tag="resize"):
    columns: int
    rows: int


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """Nobody wants this run any more: it ends at once, with RTE."""


Word = Stdin | Resize | Stop


# What a run says


class Started(msgspec.Struct, frozen=True, kw_only=True, tag="started"):
    """The sandbox is up and the (first) program runs; it has compiled, where it had to."""


class Output(msgspec.Struct, frozen=True, kw_only=True, tag="output"):
    """Of a terminal everything is stdout. Bytes that are no UTF-8 are U+FFFD; a character is never cut."""

    stream: Stream
    text: str
    at_ms: int
    """Since `Started`."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """The first line that is not as expected, counted from 1, cut to `MAX_LINE_CHARS`. None: there is no such
    line."""

    line: int
    expected: str | None
    printed: str | None


MAX_LINE_CHARS = 200


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    """`time_ms` is processor time, or the time that passed where it was that which ran out."""

    name: str
    verdict: Verdict
    time_ms: int
    memory_kb: int
    wall_ms: int = 0
    differs: Difference | None = None
    note: str = ""
    """What a checker or interactor said of it."""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """What a compiler says of a place in the program; `line` and `column` from 1, 0 where it names none."""

    file: str
    line: int
    column: int
    is_error: bool
    text: str


class Finished(msgspec.Struct, frozen=True, kw_only=True, tag="finished"):
    """`verdict` is AC when every case is, else that of the first that is not. `stdout` and `stderr` are those
    of that case, cut to the limit; time is the longest, memory the largest of all cases. `reason` says in a
    sentence what failed when the verdict is IE, and `incident` names it in the runner's own log."""

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
    wall_ms: int = 0
    messages: list[Message] = []
    incident: str = ""


Event = Started | Output | Finished


# Leases


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    run: RunRequest
    token: str
    """Names this lease; said with every event."""


class Events(msgspec.Struct, frozen=True, kw_only=True):
    token: str
    events: list[Event] = []


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """`words` came for the run since the last time. `stop`: nobody wants this run any more."""

    stop: bool = False
    words: list[Stdin | Resize] = []


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """A language that this runner has: it was tried with a program of its own."""

    language: Language
    title: str
    version: str


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a runner can do, said with every ask for a lease (the body of `lease`). Without containment
    (`missing` is not empty) it asks for nothing, and says so."""

    runner: str
    languages: list[Language]
    missing: list[str] = []
    """Codes of what the machine lacks: no_bubblewrap, no_seccomp, no_memory_limit, no_process_limit;
    no_piston where the server that runs programs for it does not answer."""
    slots: int = 1
    """Runs that it does at a time."""
