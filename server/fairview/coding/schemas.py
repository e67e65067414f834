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
