"""What the API takes in. What it gives out is in `contracts`."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field, StringConstraints

from fairview.kit.languages import Locale
from fairview.policies.public import RuleName
from fairview.scheduling.actions import Change, Plan
from fairview.scheduling.contracts import Further, NeedKind
from fairview.scheduling.engine import Fold, WallTime
from fairview.scheduling.queries import When

Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\r\n]*$")
]
Minutes = Annotated[int, Field(ge=5, le=480)]
Short = Annotated[str, StringConstraints(max_length=80)]
Panel = Annotated[list[UUID], Field(max_length=20)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Token = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class PlanIn(Schema):
    candidate_id: UUID
    title: Title
    date: Short
    time: Short
    zone: Short
    fold: Fold | None = None
    minutes: Minutes
    interviewer_ids: Panel
    allow_overlap: bool = False

    def as_plan(self) -> Plan:
        at = WallTime(self.date, self.time, self.zone, self.fold)
        return Plan(self.candidate_id, self.title, at, self.minutes, self.interviewer_ids, self.allow_overlap)


class InterviewsWanted(Schema):
    when: When = "upcoming"
    candidate_id: UUID | None = None
    lot_id: UUID | None = None
    search: str = ""


class BoardWanted(Schema):
    start: AwareDatetime
    end: AwareDatetime


class ChangeIn(Schema):
    """What is left out, or null, stays as it is."""

    title: Title | None = None
    date: Short | None = None
    time: Short | None = None
    zone: Short | None = None
    fold: Fold | None = None
    minutes: Minutes | None = None
    interviewer_ids: Panel | None = None
    allow_overlap: bool = False

    def as_change(self) -> Change:
        return Change(**self.dict())


class TokenIn(Schema):
    token: Token


class RulesOffIn(Schema):
    rules: Annotated[list[RuleName], Field(max_length=20)]


class NeedIn(Schema):
    kind: NeedKind
    text: Words


class NeedByLinkIn(NeedIn):
    token: Token


class AnswerIn(Schema):
    text: Words


class ConsentIn(Schema):
    call: bool
    observation: bool
    further: Annotated[list[Further], Field(max_length=8)] = []
    """What may be noted beside attention; nothing of it without `observation`."""
    text_version: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    policy: Annotated[str, StringConstraints(max_length=200)] = ""
    """The one that the page told of: it is not agreed to another."""


class LocaleIn(Schema):
    locale: Locale
