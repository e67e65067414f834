from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CandidateCard:
    id: UUID
    name: str
    email: str
    zone: str


CountInterviews = Callable[[Sequence[UUID]], Mapping[UUID, int]]
"""How many interviews each of these candidates has; those without may be left out."""
