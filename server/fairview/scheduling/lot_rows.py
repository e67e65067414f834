"""The rows of a plan for a lot: each is looked at before anything is written, with what is wrong in words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from fairview.accounts.public import list_people
from fairview.candidates.public import Candidate, Lot, lot_candidates
from fairview.kit.clock import utc_now
from fairview.kit.errors import FairviewError, Invalid, NotFound
from fairview.kit.zones import check_zone
from fairview.scheduling.bookings import Booking, Clash, Diary, PersonBooked
from fairview.scheduling.clashes import in_words, standing_bookings
from fairview.scheduling.contracts import CandidateOnCard, InterviewerOnCard
from fairview.scheduling.engine import Fold, WallTime, resolve
from fairview.scheduling.errors import (
    AlreadyPlanned,
    AlreadyPlannedFromLot,
    CandidateNotInLot,
    PanelUnknown,
)
from fairview.scheduling.models import Interview
from fairview.scheduling.queries import to_come


@dataclass(frozen=True)
class RowWish:
    """One talk as the planner wants it, on the clock of the whole plan."""

    candidate_id: UUID
    date: str
    time: str
    interviewer_ids: Sequence[UUID]
    fold: Fold | None = None


@dataclass(frozen=True)
class RowProblem:
    """`code` and `params` are those of the error. A problem that blocks has to be changed; others are of
    people who are taken, and may be passed over."""

    code: str
    params: dict[str, str | int]
    blocks: bool


@dataclass(frozen=True)
class PlannedRow:
    candidate: CandidateOnCard
    date: str
    time: str
    fold: Fold | None
    starts_at: datetime | None
    interviewers: list[InterviewerOnCard]
    problems: list[RowProblem]


@dataclass(frozen=True)
class Length:
    """What all rows of a plan have in common."""

    zone: str
    minutes: int


class RowCheck:
    """Looks at the rows of one plan, all together, since they can also clash among themselves.

    Raises `UnknownZone`, and `NotFound` for a person who was never in the lot.
    """

    def __init__(self, lot: Lot, length: Length, wishes: Sequence[RowWish]) -> None:
        check_zone(length.zone)
        self.length, self.wishes, self.now = length, wishes, utc_now()
        self.members = {
            place.candidate_id: place.candidate for place in lot.members.select_related("candidate")
        }
        if not {wish.candidate_id for wish in wishes} <= set(self.members):
            raise NotFound
        self.people = {person.id: person.name for person in list_people(lot.organisation_id)}
        self.invited = {one.id for one in lot_candidates(lot) if one.erased_at is None}
        self.planned = planned_from(lot)
        self.times = [self._resolve(wish) for wish in wishes]
        self.bookings = [self._booking(wish, at) for wish, at in zip(wishes, self.times, strict=True)]
        wanted = [booking for booking in self.bookings if booking]
        self.diary = Diary([*wanted, *standing_bookings(lot.organisation_id, wanted)])

    def rows(self) -> list[PlannedRow]:
        return [self._row(number) for number in range(len(self.wishes))]

    def _row(self, number: int) -> PlannedRow:
        wish, at = self.wishes[number], self.times[number]
        return PlannedRow(
            candidate=candidate_on_card(self.members[wish.candidate_id]),
            date=wish.date,
            time=wish.time,
            fold=wish.fold,
            starts_at=at if isinstance(at, datetime) else None,
            interviewers=[
                InterviewerOnCard(one, self.people[one]) for one in wish.interviewer_ids if one in self.people
            ],
            problems=[
                *(as_problem(error, blocks=True) for error in self._blocking(number)),
                *(as_problem(error, blocks=False) for error in self._overlaps(number)),
            ],
        )

    def _blocking(self, number: int) -> Iterator[FairviewError]:
        wish, at = self.wishes[number], self.times[number]
        if wish.candidate_id not in self.invited:
            yield CandidateNotInLot()
        if isinstance(at, FairviewError):
            yield at
        if not wish.interviewer_ids or not set(wish.interviewer_ids) <= set(self.people):
            yield PanelUnknown(field="interviewer_ids")
        if earlier := self.planned.get(wish.candidate_id) or self._earlier_row(number):
            yield self._planned_already(wish, earlier)
        if any(_is_same_start(clash, at) for clash in self._clashes(number)):
            yield AlreadyPlanned(candidate=self.members[wish.candidate_id].name)

    def _overlaps(self, number: int) -> Iterator[FairviewError]:
        for clash in self._clashes(number):
            if not _is_same_start(clash, self.times[number]):
                yield in_words(clash, self.length.zone)

    def _clashes(self, number: int) -> list[Clash]:
        booking = self.bookings[number]
        return self.diary.clashes(booking) if booking else []

    def _earlier_row(self, number: int) -> datetime | None:
        candidate_id = self.wishes[number].candidate_id
        earlier = zip(self.wishes[:number], self.times[:number], strict=True)
        return next(
            (at for wish, at in earlier if wish.candidate_id == candidate_id and isinstance(at, datetime)),
            None,
        )

    def _planned_already(self, wish: RowWish, at: datetime) -> AlreadyPlannedFromLot:
        local = at.astimezone(ZoneInfo(self.length.zone))
        return AlreadyPlannedFromLot(
            candidate=self.members[wish.candidate_id].name,
            date=f"{local:%Y-%m-%d}",
            time=f"{local:%H:%M}",
            zone=self.length.zone,
        )

    def _resolve(self, wish: RowWish) -> datetime | Invalid:
        try:
            return resolve(WallTime(wish.date, wish.time, self.length.zone, wish.fold), self.now)
        except Invalid as refusal:
            return refusal

    def _booking(self, wish: RowWish, at: datetime | Invalid) -> Booking | None:
        if not isinstance(at, datetime):
            return None
        return Booking(
            starts_at=at,
            ends_at=at + timedelta(minutes=self.length.minutes),
            candidate=PersonBooked(wish.candidate_id, self.members[wish.candidate_id].name),
            interviewers=tuple(
                PersonBooked(one, self.people[one])
                for one in dict.fromkeys(wish.interviewer_ids)
                if one in self.people
            ),
        )


def planned_from(lot: Lot) -> dict[UUID, datetime]:
    """Who of the lot has an interview from it that is still to come, and when."""
    return dict(Interview.objects.filter(to_come(), lot=lot).values_list("candidate_id", "starts_at"))


def candidate_on_card(candidate: Candidate) -> CandidateOnCard:
    return CandidateOnCard(candidate.id, candidate.name, candidate.email, candidate.zone)


def as_problem(error: FairviewError, *, blocks: bool) -> RowProblem:
    return RowProblem(error.code, error.params, blocks)


def refused(rows: Collection[PlannedRow], *, allow_overlap: bool) -> int:
    """How many rows cannot be planned as they stand."""
    return sum(any(one.blocks or not allow_overlap for one in row.problems) for row in rows)


def _is_same_start(clash: Clash, at: datetime | Invalid) -> bool:
    return clash.role == "candidate" and clash.other.interview_id is not None and clash.other.starts_at == at
