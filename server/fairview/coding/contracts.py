"""Shapes of coding: entries of the log, messages of the live plane, and what a report says of it."""

from typing import Annotated, Literal

import msgspec

from fairview.evidence.contracts import Payload
from fairview.kit.live.contracts import Downward, Upward, Whole
from runner.protocol import CaseResult, Language, Message, Stream, Verdict

Purpose = Literal["run", "examples", "tests"]
"""run: once, with a stdin of one's own · examples: the visible ones · tests: examples and hidden ones."""
RunState = Literal["queued", "running", "finished"]

MAX_UPDATE_CHARS = 48_000
"""Of one edit in base64; the editor refuses to paste more than 10,000 characters at once."""
MAX_DOCUMENT_CHARS = 50_000
MAX_CURSOR_CHARS = 4_000
MAX_KEPT_CHARS = 4_000
"""Of what a program printed."""
MAX_KEPT_MESSAGES = 20
RUNNER_SEEN_WITHIN_S = 10
"""A runner asks for work again and again, or waits for it; one that was not there for so long is gone."""
NO_RUNNER = "no_runner"

DocumentId = Annotated[str, msgspec.Meta(max_length=80)]
"""`<assignment>:<language>`: an assigned exercise has one document in each of its languages."""
Id = Annotated[str, msgspec.Meta(max_length=40)]


# Entries of the log


class ExerciseAssigned(Payload, frozen=True, tag="coding.exercise_assigned"):
    """An interviewer gave this exercise of the bank, in this version."""

    assignment: Id
    exercise: Id
    version: int
    by: str


class ExerciseWithdrawn(Payload, frozen=True, tag="coding.exercise_withdrawn"):
    assignment: Id
    by: str


class DocumentStarted(Payload, frozen=True, tag="coding.document_started"):
    """The document begins with the starter code, which is itself a Yjs update (base64)."""

    document: DocumentId
    assignment: Id
    language: Language
    update: str


class DocumentEdited(Payload, frozen=True, tag="coding.document_edited"):
    """One Yjs update (v1, base64) of the shared text named `code` in the document."""

    document: DocumentId
    update: Annotated[str, msgspec.Meta(max_length=MAX_UPDATE_CHARS)]


class LanguageChosen(Payload, frozen=True, tag="coding.language_chosen"):
    assignment: Id
    language: Language


class RunRequested(Payload, frozen=True, tag="coding.run_requested"):
    """`source_sha256` is of the text (UTF-8) that the entries up to `position` make of the document."""

    run: Id
    assignment: Id
    document: DocumentId
    language: Language
    purpose: Purpose
    source_sha256: str
    position: int
    by: str


class RunFinished(Payload, frozen=True, tag="coding.run_finished"):
    """`stdout` and `stderr` are cut to `MAX_KEPT_CHARS` each, `messages` of the compiler to the first
    `MAX_KEPT_MESSAGES`. `reason` says why the sandbox failed (IE), `incident` names that in the log of the
    runner. `attempts` is 2 where the first runner fell silent."""

    run: Id
    verdict: Verdict
    time_ms: int
    memory_kb: int
    passed: int
    total: int
    cases: list[CaseResult]
    stdout: str
    stderr: str
    exit: int | None
    signal: int | None
    truncated: bool
    reason: str
    messages: list[Message] = []
    incident: str = ""
    attempts: int = 1


# Upward messages


class OpenDocument(Upward, frozen=True, tag="coding.open_document"):
    """Asks for the whole document; answered with `DocumentState`. Repeat after every reconnect."""

    document: DocumentId


class SetCursor(Upward, frozen=True, tag="coding.set_cursor"):
    """The sender's awareness state (y-protocols update, base64). Passed on and never stored."""

    document: DocumentId
    state: Annotated[str, msgspec.Meta(max_length=MAX_CURSOR_CHARS)]


# Downward messages


class DocumentState(Downward, frozen=True, tag="coding.document_state"):
    """The document as one Yjs update (base64) that holds everything committed so far."""

    document: DocumentId
    update: str


class DocumentUpdated(Downward, frozen=True, tag="coding.document_update_state"):
    """One committed edit, told to everyone in the talk, its author included."""

    document: DocumentId
    author: str
    update: str


class CursorState(Downward, frozen=True, tag="coding.cursor_state"):
    document: DocumentId
    participant: str
    state: str


class Example(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    stdin: str
    expected: str


class AssignmentState(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise as both sides see it. `statement` is Markdown; hidden tests are only counted."""

    id: str
    exercise: str
    title: str
    level: Literal["warm-up", "easy", "medium"]
    minutes: int
    statement: str
    languages: list[Language]
    language: Language
    """The one on which both look; each side can change it for both."""
    examples: list[Example]
    hidden_tests: int


class RunSummary(msgspec.Struct, frozen=True, kw_only=True):
    """`position` is the place in the queue while queued, 1 for the next. Hidden cases show their verdict and
    nothing else."""

    id: str
    assignment: str
    language: Language
    purpose: Purpose
    by: str
    state: RunState
    position: int = 0
    requested_us: Whole = 0
    verdict: Verdict | None = None
    time_ms: int = 0
    memory_kb: int = 0
    passed: int = 0
    total: int = 0
    cases: list[CaseResult] = []
    stdout: str = ""
    stderr: str = ""
    truncated: bool = False
    reason: str = ""
    messages: list[Message] = []
    incident: str = ""
    attempts: int = 1


class WorkspaceState(Downward, frozen=True, tag="coding.workspace_state"):
    """Everything but the texts: a snapshot, sent on entry and on each change."""

    assignments: list[AssignmentState]
    runs: list[RunSummary]
    """The newest 30, newest first."""
    can_run: bool
    cannot_run: list[str] = []
    """Why not: codes of `runner.protocol.Capabilities.missing`, or no_runner."""


class RunOutput(Downward, frozen=True, tag="coding.run_output_state"):
    """What a running program printed just now."""

    run: str
    stream: Stream
    text: str


# What a report says


class CodeRun(msgspec.Struct, frozen=True, kw_only=True):
    """`by` is the role of who asked: candidate or interviewer."""

    run: str
    at_us: int
    language: Language
    purpose: Purpose
    by: str
    verdict: Verdict | None
    """None while nothing came back."""
    time_ms: int
    memory_kb: int
    passed: int
    total: int
    attempts: int = 1
    """2 where the first runner fell silent."""


class CodeDocument(msgspec.Struct, frozen=True, kw_only=True):
    document: str
    language: Language
    text: str
    """As it stood at the end."""
    edits: int
    by_candidate: int
    """How many of the edits were the candidate's."""
    first_edit_us: int | None
    last_edit_us: int | None


class CodeRecord(msgspec.Struct, frozen=True, kw_only=True):
    """All that the log holds of one assigned exercise. Times are Unix microseconds. Documents that nobody
    edited are left out."""

    assignment: str
    exercise: str
    version: int
    title: str
    assigned_us: int
    documents: list[CodeDocument]
    runs: list[CodeRun]


class CodeStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a replay: apply `update` (base64). `role` is server, candidate or interviewer."""

    at_us: int
    role: str
    update: str
