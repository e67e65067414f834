"""What staff read of interviews: one through its door, lists of them, and what waits for a person."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from fairview.accounts.public import User, may
from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.scheduling.bookings import LONGEST_TALK
from fairview.scheduling.cards import cards
from fairview.scheduling.contracts import CardExtras, InterviewCard, Today
from fairview.scheduling.models import Interview, Interviews
from fairview.scheduling.waiting import gather

When = Literal["upcoming", "past", "all"]

REPORT_IS_NEWS = timedelta(days=3)


def get_interview(actor: Actor, interview_id: UUID) -> Interview:
    """The tested door. Raises `NotFound` for what does not exist and for what is not the actor's to see."""
    interview = Interview.objects.visible_to(actor).for_card().filter(id=interview_id).first()
    if interview is None:
        raise NotFound
    return interview


def get_card(actor: Actor, interview_id: UUID, extras: CardExtras) -> InterviewCard:
    return cards(actor, [get_interview(actor, interview_id)], extras)[0]


def list_interviews(
    actor: Actor, when: When, candidate_id: UUID | None = None, lot_id: UUID | None = None
) -> Interviews:
    """Upcoming: soonest first, until it ended or its day is over. Past: latest first."""
    interviews = Interview.objects.visible_to(actor).for_card()
    if candidate_id:
        interviews = interviews.filter(candidate_id=candidate_id)
    if lot_id:
        interviews = interviews.filter(lot_id=lot_id)
    if when == "upcoming":
        return interviews.filter(to_come()).order_by("starts_at", "id")
    if when == "past":
        return interviews.exclude(to_come()).order_by("-starts_at", "-id")
    return interviews.order_by("-starts_at", "-id")


def count_interviews(candidate_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many interviews each of these candidates has; those without are left out."""
    planned = Interview.objects.filter(candidate_id__in=candidate_ids)
    return dict(planned.values_list("candidate_id").annotate(Count("id")).order_by())


def today(actor: Actor, extras: CardExtras) -> Today:
    """The actor's day by their own clock, and what waits for a person."""
    now = utc_now()
    start, end = _day_of(actor, now)
    seen = Interview.objects.visible_to(actor).for_card()
    of_today = seen.filter(_is_live() | Q(starts_at__range=(start, end), cancelled_at=None))
    open_ones = seen.filter(to_come() | Q(ended_at__gt=now - REPORT_IS_NEWS)).order_by("starts_at", "id")
    return Today(
        waiting=gather(cards(actor, open_ones, extras), now, may_plan=may(actor, "interviews.plan")),
        interviews=cards(actor, of_today.order_by("starts_at", "id"), extras),
    )


def _is_live() -> Q:
    return Q(started_at__isnull=False, ended_at=None)


def to_come() -> Q:
    """Planned, under way, or so recently due that it may still begin."""
    recent = Q(starts_at__gt=utc_now() - LONGEST_TALK)
    return Q(cancelled_at=None, ended_at=None) & (recent | _is_live())


def _day_of(actor: Actor, now: datetime) -> tuple[datetime, datetime]:
    zone = ZoneInfo(User.objects.get(id=actor.person).zone)
    day = now.astimezone(zone).date()
    start, next_start = (datetime.combine(date, time(), zone) for date in (day, day + timedelta(days=1)))
    return start, next_start - timedelta(microseconds=1)
