"""What the API takes in and gives out of coding."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from fairview.coding.contracts import Purpose
from runner.protocol import Language

Level = Literal["warm-up", "easy", "medium"]


class ExampleOut(Schema):
    name: str
    stdin: str
    expected: str | None


class ExerciseOut(Schema):
    """An exercise of the bank, as the candidate will see it."""

    slug: str
    version: int
    title: str
    level: Level
    minutes: int
    statement: str
    languages: list[Language]
    examples: list[ExampleOut]
    hidden_tests: int

    @staticmethod
    def resolve_hidden_tests(exercise: object) -> int:
        return len(exercise.hidden)  # type: ignore[attr-defined]


class CodeOut(Schema):
    starter: str
    solution: str


class ExerciseInsideOut(ExerciseOut):
    """All of it. Never for a candidate."""

    code: dict[Language, CodeOut]
    hidden: list[ExampleOut]


class AssignmentIn(Schema):
    exercise: str = Field(max_length=40)


class AssignmentOut(Schema):
    id: UUID
    exercise: str
    version: int
    title: str
    level: Level
    minutes: int
    by: str
    created_at: datetime
    is_begun: bool
    """Somebody has worked on it, so it cannot be taken back."""


class RunIn(Schema):
    assignment: UUID
    language: Language
    purpose: Purpose
    stdin: str = Field("", max_length=10_000)
    """Of a plain run."""


class RunOut(Schema):
    id: UUID


class RunnerOut(Schema):
    name: str
    since: datetime
    seen_at: datetime
    is_there: bool
    languages: list[str]
    slots: int
    busy: int
    missing: list[str]
    """What its machine lacks to run anything: codes as in `runner.protocol.Capabilities`."""


class RunInterviewOut(Schema):
    id: UUID
    title: str
    candidate: str


class LiveRunOut(Schema):
    """`interview` is null for one of another organisation. `attempt` is 2 after a runner fell silent."""

    id: UUID
    interview: RunInterviewOut | None
    language: Language
    purpose: Purpose
    since: datetime
    attempt: int


class RunningOut(LiveRunOut):
    runner: str
    is_silent: bool
    """Its runner was not heard for too long: the run is given out again, or ends."""


class VerdictCount(Schema):
    verdict: str
    count: int


class FaultOut(Schema):
    """A run that failed through no fault of its program. `incident` names it in the log of the runner."""

    id: UUID
    interview: RunInterviewOut | None
    at: datetime
    incident: str
    reason: str


class EndedOut(Schema):
    """Within the last hour. Milliseconds from the wish to the runner; null where nothing ended."""

    verdicts: list[VerdictCount]
    wait_ms_median: int | None
    wait_ms_p95: int | None
    begun_twice: int
    faults: list[FaultOut]


class RunsOut(Schema):
    """`waiting` is the front of the line, in the order in which it is given out; `waiting_in_all` counts
    it."""

    now: datetime
    runners: list[RunnerOut]
    running: list[RunningOut]
    waiting: list[LiveRunOut]
    waiting_in_all: int
    ended: EndedOut
