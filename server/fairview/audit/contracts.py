"""Actors as plain values, and what a check of a chain finds."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

ActorKind = Literal["staff", "candidate", "service", "system"]
ProblemCode = Literal["entry_changed", "link_broken", "entry_missing", "end_missing"]


@dataclass(frozen=True)
class Actor:
    """Who acts: a person, the product itself, or a service: another program with a token of the
    organisation. `role` is that of the membership for staff, and the kind itself for others."""

    kind: ActorKind
    id: UUID | None
    organisation_id: UUID | None
    role: str
    name: str = ""

    @property
    def organisation(self) -> UUID:
        """Where staff and candidates belong; only the system belongs nowhere."""
        if self.organisation_id is None:
            raise LookupError(f"{self.kind} acts for no organisation")
        return self.organisation_id

    @property
    def person(self) -> UUID:
        """Who it is; only the system is nobody."""
        if self.id is None:
            raise LookupError(f"{self.kind} is no person")
        return self.id


SYSTEM = Actor(kind="system", id=None, organisation_id=None, role="system")


@dataclass(frozen=True)
class ChainProblem:
    number: int
    code: ProblemCode


@dataclass(frozen=True)
class ChainCheck:
    organisation_id: UUID
    entries: int
    problems: tuple[ChainProblem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems
