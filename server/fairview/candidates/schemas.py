from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from fairview.candidates.models import Candidate
from fairview.candidates.queries import interview_counts
from fairview.kit.languages import Locale, chosen_locale

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Email = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]

OwnLocale = Locale | Literal[""]
"""Empty for the organisation's."""


class CandidateIn(Schema):
    name: Name
    email: Email
    zone: str
    locale: OwnLocale = ""
    phone: Phone = ""
    note: Note = ""


class CandidateChange(Schema):
    """What is left out, or null, stays as it is."""

    name: Name | None = None
    email: Email | None = None
    zone: str | None = None
    locale: OwnLocale | None = None
    phone: Phone | None = None
    note: Note | None = None


class CandidateOut(Schema):
    id: UUID
    name: str
    email: str
    zone: str
    locale: OwnLocale
    phone: str
    note: str
    created_at: datetime
    interviews: int


def candidates_out(candidates: Sequence[Candidate]) -> list[CandidateOut]:
    counts = interview_counts.of(candidates)
    return [candidate_out(candidate, counts[candidate.id]) for candidate in candidates]


def candidate_out(candidate: Candidate, interviews: int) -> CandidateOut:
    return CandidateOut(
        id=candidate.id,
        name=candidate.name,
        email=candidate.email,
        zone=candidate.zone,
        locale=chosen_locale(candidate.locale) or "",
        phone=candidate.phone,
        note=candidate.note,
        created_at=candidate.created_at,
        interviews=interviews,
    )
