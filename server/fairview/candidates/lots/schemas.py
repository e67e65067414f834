from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal, cast
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from fairview.candidates.lots.actions import Recheck
from fairview.candidates.lots.choices import Way, Wish
from fairview.candidates.lots.making import Preview, Seen
from fairview.candidates.lots.places import waiting
from fairview.candidates.models import Candidate, Lot, LotMember, Replacement
from fairview.candidates.pools.members import MemberFilter
from fairview.candidates.pools.schemas import Order

MOST_BY_HAND = 1_000
MOST_PROBLEMS = 100
SeedOrigin = Literal["", "given", "made"]
Text = Annotated[str, StringConstraints(max_length=300)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class WishIn(Schema):
    """`order` as the list of members has it; `strategy` as the command line."""

    pool_id: UUID
    way: Way
    search: Text = ""
    column: Text = ""
    value: Text = ""
    order: Order = "name"
    strategy: Text = "random"

    def as_wish(self) -> Wish:
        wanted = MemberFilter(self.search, self.column, self.value, self.order)
        return Wish(self.pool_id, self.way, wanted, strategy=self.strategy)


class LotIn(WishIn):
    """`size` counts for order and lot, `member_ids` by hand. `request_key` is made once by whoever asks, so
    that asking twice makes one lot. `seen_hash` and `seen_lots` are from the preview: what has changed since
    is refused."""

    request_key: UUID
    name: Name = ""
    size: int = 0
    seed: Text = ""
    member_ids: Annotated[list[UUID], Field(max_length=MOST_BY_HAND)] = []
    seen_hash: str | None = None
    seen_lots: int | None = None

    def as_wish(self) -> Wish:
        wanted = MemberFilter(self.search, self.column, self.value, self.order)
        return Wish(self.pool_id, self.way, wanted, self.size, self.strategy, self.seed, self.member_ids)

    @property
    def seen(self) -> Seen:
        return Seen(self.seen_hash, self.seen_lots)


class LotGroupOut(Schema):
    value: str
    members: int


class LotPreviewOut(Schema):
    members: int
    pool_hash: str
    lots: int
    groups: list[LotGroupOut]
    group_count: int


class LotPoolOut(Schema):
    id: UUID
    name: str


class LotLine(Schema):
    id: UUID
    number: int
    name: str
    pool: LotPoolOut
    way: Way
    strategy: str
    size: int
    pool_size: int
    pool_hash: str
    created_at: datetime
    created_by: str


class LotRuleOut(Schema):
    search: str
    column: str
    value: str
    order: str


class LotOut(LotLine):
    """`of_pool`: how many lots the pool has by now. `replaced`: how many places an alternate took, `waiting`:
    how many alternates can still be called up, of whom the last `unlisted` have no row yet."""

    rule: LotRuleOut
    seed: str
    seed_origin: SeedOrigin
    of_pool: int
    replaced: int
    waiting: int
    unlisted: int


class CandidateOfPlace(Schema):
    id: UUID
    name: str
    email: str


class PlaceLeft(Schema):
    """`same_group`: of a lot drawn by groups, whether who came instead is of the same; otherwise null."""

    reason: str
    at: datetime
    by: str
    called_rank: int
    called_name: str
    same_group: bool | None


class PlaceOut(Schema):
    """`key` is what named the candidate in the draw, empty when they were erased. `left`: dropped out, and
    who came instead; `called_for`: whose place the alternate took."""

    rank: int
    key: str
    candidate: CandidateOfPlace
    left: PlaceLeft | None
    called_for: int | None


class ReplacementIn(Schema):
    rank: int
    reason: Reason


class PersonAtRank(Schema):
    """`name` is empty when they were erased."""

    rank: int
    name: str


class CallOut(Schema):
    """One alternate called up, as it happened. `same_group` as in `PlaceLeft`."""

    left: PersonAtRank
    called: PersonAtRank
    reason: str
    at: datetime
    by: str
    same_group: bool | None


class LotReplacementOut(Schema):
    left_rank: int
    called_rank: int
    called: CandidateOfPlace
    same_group: bool | None


class DifferenceOut(Schema):
    where: str
    code: str
    params: dict[str, str | int]


class RecheckOut(Schema):
    state: Literal["same", "differs", "incomplete"]
    problems: list[DifferenceOut]
    erased: int


def preview_out(preview: Preview) -> LotPreviewOut:
    return LotPreviewOut(
        members=preview.members,
        pool_hash=preview.pool_hash,
        lots=preview.lots,
        groups=[LotGroupOut(value=value, members=members) for value, members in preview.groups],
        group_count=preview.group_count,
    )


def lot_line(lot: Lot) -> LotLine:
    return LotLine(
        id=lot.id,
        number=lot.number,
        name=lot.name,
        pool=LotPoolOut(id=lot.pool.id, name=lot.pool.name),
        way=cast(Way, lot.way),
        strategy=lot.strategy,
        size=lot.size,
        pool_size=lot.pool_size,
        pool_hash=lot.pool_hash,
        created_at=lot.created_at,
        created_by=lot.created_by.name,
    )


def lot_out(lot: Lot) -> LotOut:
    unlisted = 0 if lot.way == "hand" else lot.pool_size - lot.members.count()
    return LotOut(
        **lot_line(lot).dict(),
        rule=LotRuleOut(**(asdict(MemberFilter()) | lot.rule)),
        seed=lot.seed,
        seed_origin=cast(SeedOrigin, lot.seed_origin),
        of_pool=lot.pool.lots.count(),
        replaced=lot.replacements.count(),
        waiting=waiting(lot).count() + unlisted,
        unlisted=unlisted,
    )


def place_out(place: LotMember) -> PlaceOut:
    left: Replacement | None = getattr(place, "left", None)
    called: Replacement | None = getattr(place, "called", None)
    return PlaceOut(
        rank=place.rank,
        key=place.key,
        candidate=candidate_of_place(place.candidate),
        left=left_out(left) if left else None,
        called_for=called.left.rank if called else None,
    )


def left_out(made: Replacement) -> PlaceLeft:
    return PlaceLeft(
        reason=made.reason,
        at=made.created_at,
        by=made.created_by.name,
        called_rank=made.called.rank,
        called_name=made.called.candidate.name,
        same_group=made.same_group,
    )


def call_out(made: Replacement) -> CallOut:
    return CallOut(
        left=PersonAtRank(rank=made.left.rank, name=made.left.candidate.name),
        called=PersonAtRank(rank=made.called.rank, name=made.called.candidate.name),
        reason=made.reason,
        at=made.created_at,
        by=made.created_by.name,
        same_group=made.same_group,
    )


def candidate_of_place(candidate: Candidate) -> CandidateOfPlace:
    return CandidateOfPlace(id=candidate.id, name=candidate.name, email=candidate.email)


def replacement_out(made: Replacement) -> LotReplacementOut:
    called = candidate_of_place(made.called.candidate)
    return LotReplacementOut(
        left_rank=made.left.rank, called_rank=made.called.rank, called=called, same_group=made.same_group
    )


def recheck_out(found: Recheck) -> RecheckOut:
    problems = [
        DifferenceOut(where=problem.where, code=problem.code, params=problem.params)
        for problem in found.problems[:MOST_PROBLEMS]
    ]
    return RecheckOut(state=found.state, problems=problems, erased=found.erased)
