from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True)
class CandidateCard:
    id: UUID
    name: str
    email: str
    zone: str


CountInterviews = Callable[[Sequence[UUID]], Mapping[UUID, int]]
"""How many interviews each of these candidates has; those without may be left out."""


class ImportState(StrEnum):
    """`read` and `checked` wait for a person; `reading`, `checking`, `running` and `undoing` for a worker.
    `failed` is a file that cannot be read, `stopped` one whose writing broke off half-way."""

    READING = "reading"
    READ = "read"
    CHECKING = "checking"
    CHECKED = "checked"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    FAILED = "failed"


class RowState(StrEnum):
    """`new` and `merged` say what writing does or did; `undone` and `kept` what became of it later."""

    WAITING = "waiting"
    NEW = "new"
    MERGED = "merged"
    BAD = "bad"
    UNDONE = "undone"
    KEPT = "kept"
