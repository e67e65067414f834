"""Interviews for everyone of a lot: proposed as a plan, looked over, and planned and invited in one step."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from fairview.accounts.public import list_people
from fairview.audit.public import Actor, record
from fairview.candidates.public import Lot, get_lot, lot_candidates
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.kit.ids import new_id
from fairview.notifications.public import delivery_states
from fairview.scheduling.cards import cards
from fairview.scheduling.clashes import hold_plans
from fairview.scheduling.contracts import CardExtras, InterviewCard, InterviewPlanned
from fairview.scheduling.errors import LotPlanRefused, NobodyToPlan, PanelUnknown
from fairview.scheduling.invitations import deliver_invitation
from fairview.scheduling.lot_rows import Length, PlannedRow, RowCheck, RowWish, planned_from, refused
from fairview.scheduling.models import Interview, Interviewer, Interviews, Invitation, LotPlanning
from fairview.scheduling.permissions import require_planner
from fairview.scheduling.queries import to_come
from fairview.scheduling.slots import LeftOut, Pattern, in_turn, slots_needed, timetable

AT_ONCE = 500
"""How many are proposed in one plan; the others of a larger lot follow in the next."""
LETTERS_AT_A_TIME = 25
SHOWN = 50


@dataclass(frozen=True)
class Turns:
    """Panels that take turns, or talk side by side, each with its own candidate at the same time."""

    panels: Sequence[Sequence[UUID]]
    side_by_side: bool = False


@dataclass(frozen=True)
class LotPlan:
    """`planned` of the lot have an interview to come already; `left_over` did not fit into this plan."""

    rows: list[PlannedRow]
    left_out: list[LeftOut]
    planned: int
    left_over: int


@dataclass(frozen=True)
class LotWish:
    request_key: UUID
    """Made by the page with the plan: the same request twice plans once."""
    title: str
    length: Length
    rows: Sequence[RowWish]
    invite: bool
    allow_overlap: bool = False


@dataclass(frozen=True)
class LotInterviews:
    """How far a lot has come. `needs_person` are interviews whose letter did not arrive, at most `SHOWN`."""

    lot_id: UUID
    name: str
    candidates: int
    planned: int
    not_invited: int
    queued: int
    sent: int
    outbox: int
    failed: int
    needs_person: list[InterviewCard]


def propose(actor: Actor, lot_id: UUID, pattern: Pattern, turns: Turns) -> LotPlan:
    """Slots for everyone who has no interview to come, in the order of the lot. Writes nothing.

    Raises what `timetable` raises, `PanelUnknown`, and `NobodyToPlan` where everyone has one.
    """
    require_planner(actor)
    lot = get_lot(actor, lot_id)
    _check_panels(lot, turns)
    planned = planned_from(lot)
    waiting = [one for one in lot_candidates(lot) if one.erased_at is None and one.id not in planned]
    chosen = waiting[:AT_ONCE]
    if not chosen:
        raise NobodyToPlan(field="lot")
    needed = slots_needed(len(chosen), len(turns.panels), side_by_side=turns.side_by_side)
    table = timetable(pattern, needed, utc_now())
    wishes = [
        RowWish(
            chosen[place.person].id,
            place.wall.date,
            place.wall.time,
            turns.panels[place.panel],
            place.wall.fold,
        )
        for place in in_turn(table.slots, len(chosen), len(turns.panels), side_by_side=turns.side_by_side)
    ]
    rows = RowCheck(lot, Length(pattern.start.zone, pattern.minutes), wishes).rows()
    return LotPlan(rows, table.left_out, len(planned), len(waiting) - len(chosen))


def look_over(actor: Actor, lot_id: UUID, length: Length, wishes: Sequence[RowWish]) -> LotPlan:
    """The plan as a person changed it, with what is wrong now. Writes nothing."""
    require_planner(actor)
    lot = get_lot(actor, lot_id)
    return LotPlan(RowCheck(lot, length, wishes).rows(), [], len(planned_from(lot)), 0)


def plan_lot(actor: Actor, lot_id: UUID, wish: LotWish) -> None:
    """Plan every row, or none: raises `LotPlanRefused` while any has a problem. Invitations follow, if they
    are wished for; the same request sent again plans nothing and invites whom it has not invited yet."""
    require_planner(actor)
    lot = get_lot(actor, lot_id)
    _plan_once(actor, lot, wish)
    if wish.invite:
        _invite(actor, _open_to_invite(lot).filter(candidate_id__in=[row.candidate_id for row in wish.rows]))


def invite_lot(actor: Actor, lot_id: UUID) -> None:
    """Send the first invitation to everyone of the lot who is planned and has none."""
    require_planner(actor)
    _invite(actor, _open_to_invite(get_lot(actor, lot_id)))


def lot_interviews(actor: Actor, lot_id: UUID, extras: CardExtras) -> LotInterviews:
    """What became of the lot's interviews and their letters; the cancelled are left out."""
    lot = get_lot(actor, lot_id)
    standing = Interview.objects.visible_to(actor).filter(lot=lot, cancelled_at=None)
    invitations = {one.id: one.live_invitation for one in standing.prefetch_related("invitations")}
    states = delivery_states(one.reference for one in invitations.values() if one)
    by_interview = {
        interview_id: states[one.reference].state if one else "not_invited"
        for interview_id, one in invitations.items()
    }
    counts = Counter(by_interview.values())
    failed = [interview_id for interview_id, state in by_interview.items() if state == "failed"]
    troubled = standing.filter(id__in=failed[:SHOWN]).for_card().order_by("starts_at", "id")
    return LotInterviews(
        lot_id=lot.id,
        name=lot.name,
        candidates=len(lot_candidates(lot)),
        planned=len(by_interview),
        not_invited=counts["not_invited"],
        queued=counts["queued"],
        sent=counts["sent"],
        outbox=counts["outbox"],
        failed=counts["failed"],
        needs_person=cards(actor, troubled, extras),
    )


def _check_panels(lot: Lot, turns: Turns) -> None:
    people = {person.id for person in list_people(lot.organisation_id)}
    if not turns.panels or not all(panel and set(panel) <= people for panel in turns.panels):
        raise PanelUnknown(field="panels")


@transaction.atomic
def _plan_once(actor: Actor, lot: Lot, wish: LotWish) -> None:
    hold_plans(lot.organisation_id)
    _, is_new = LotPlanning.objects.get_or_create(
        lot=lot, request_key=wish.request_key, defaults={"created_by_id": actor.person}
    )
    if not is_new:
        return
    rows = RowCheck(lot, wish.length, wish.rows).rows()
    if count := refused(rows, allow_overlap=wish.allow_overlap):
        raise LotPlanRefused(count=count)
    for interview in _create(actor, lot, wish, rows):
        record(actor, "scheduling.interview_planned", "interview", interview.id, lot=str(lot.id))
        publish(InterviewPlanned(interview.id))


def _create(actor: Actor, lot: Lot, wish: LotWish, rows: Sequence[PlannedRow]) -> list[Interview]:
    """Rows that nothing speaks against, so each has its time; all of them in two statements."""
    interviews = [
        Interview(
            id=new_id(),
            organisation_id=lot.organisation_id,
            candidate_id=row.candidate.id,
            title=wish.title,
            starts_at=at,
            zone=wish.length.zone,
            minutes=wish.length.minutes,
            lot=lot,
            created_by_id=actor.person,
        )
        for row in rows
        if (at := row.starts_at)
    ]
    Interview.objects.bulk_create(interviews)
    Interviewer.objects.bulk_create(
        Interviewer(interview=interview, user_id=person.id)
        for interview, row in zip(interviews, rows, strict=True)
        for person in row.interviewers
    )
    return interviews


def _open_to_invite(lot: Lot) -> Interviews:
    return Interview.objects.filter(to_come(), lot=lot, started_at=None, starts_at__gt=utc_now())


def _invite(actor: Actor, interviews: Interviews) -> None:
    """A few at a time, so that others can write in between. Whom a second click finds invited stays so."""
    live = Invitation.objects.filter(interview=OuterRef("id"), replaced_at=None)
    waiting = interviews.filter(~Exists(live)).order_by("starts_at", "id")
    ids = list(waiting.values_list("id", flat=True))
    for start in range(0, len(ids), LETTERS_AT_A_TIME):
        with transaction.atomic():
            chunk = interviews.filter(id__in=ids[start : start + LETTERS_AT_A_TIME])
            locked = chunk.for_card().prefetch_related("reminders").select_for_update(of=("self",))
            for interview in locked.order_by("starts_at", "id"):
                if interview.live_invitation is None:
                    deliver_invitation(actor, interview, "first")
