from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.conf import settings
from ninja import Schema
from pydantic import Field, StringConstraints

from fairview.candidates.imports.validation import MAX_VALUE
from fairview.candidates.models import Pool, PoolMember, Removal
from fairview.candidates.pools.members import MemberFilter, Selection

MOST_CHOSEN = 1000
"""By hand; who means more says it by a filter."""

PoolName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Value = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_VALUE)]
Order = Annotated[str, StringConstraints(pattern=r"^-?(name|email|zone|added|value:.+)$", max_length=200)]
Ids = Annotated[list[UUID], Field(max_length=MOST_CHOSEN)]


class PoolIn(Schema):
    name: PoolName


class PoolChange(Schema):
    """What is left out, or null, stays as it is."""

    name: PoolName | None = None
    archived: bool | None = None


class PoolOut(Schema):
    id: UUID
    name: str
    columns: list[str]
    members: int
    created_at: datetime
    archived_at: datetime | None
    upload_limit_mb: int


class MemberFilterIn(Schema):
    """Everyone of the pool, as far as nothing is said."""

    search: str = ""
    column: str = ""
    value: str = ""
    order: Order = "name"

    def as_filter(self) -> MemberFilter:
        return MemberFilter(self.search, self.column, self.value, self.order)


class SomeMembers(Schema):
    mode: Literal["some"]
    ids: Ids


class AllMembers(Schema):
    mode: Literal["all"]
    filter: MemberFilterIn = MemberFilterIn()


class SelectionIn(Schema):
    selection: Annotated[SomeMembers | AllMembers, Field(discriminator="mode")]

    def as_selection(self) -> Selection:
        if isinstance(self.selection, SomeMembers):
            return Selection(ids=tuple(self.selection.ids))
        return Selection(filter=self.selection.filter.as_filter())


class MembersFileIn(MemberFilterIn):
    """`without` names extra columns to leave out."""

    without: list[str] = []


class ChosenFileIn(SelectionIn):
    without: list[str] = []


class MembersIn(Schema):
    candidate_ids: Ids


class MemberChange(Schema):
    """By column; an empty text takes the value out, and columns that are left out stay."""

    values: dict[str, Value]


class MemberOut(Schema):
    id: UUID
    candidate_id: UUID
    name: str
    email: str
    zone: str
    phone: str
    values: dict[str, str]
    added_at: datetime


class RemovalOut(Schema):
    id: UUID
    count: int


class CountOut(Schema):
    count: int


def pool_out(pool: Pool, members: int) -> PoolOut:
    return PoolOut(
        id=pool.id,
        name=pool.name,
        columns=pool.columns,
        members=members,
        created_at=pool.created_at,
        archived_at=pool.archived_at,
        upload_limit_mb=settings.UPLOAD_LIMIT_MB,
    )


def members_out(members: Sequence[PoolMember]) -> list[MemberOut]:
    return [member_out(member) for member in members]


def member_out(member: PoolMember) -> MemberOut:
    candidate = member.candidate
    return MemberOut(
        id=member.id,
        candidate_id=candidate.id,
        name=candidate.name,
        email=candidate.email,
        zone=candidate.zone,
        phone=candidate.phone,
        values=member.values,
        added_at=member.added_at,
    )


def removal_out(removal: Removal) -> RemovalOut:
    return RemovalOut(id=removal.id, count=removal.count)
