"""What staff read of interviews: one through its door, lists of them, and what waits for a person."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from fairview.accounts.public import User, may
from fairview.audit.public import Actor
from fairview.candidates.public import Candidate
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.kit.searching import every_word
from fairview.scheduling.bookings import LONGEST_TALK
from fairview.scheduling.cards import cards
from fairview.scheduling.contracts import CardExtras, InterviewCard, Today, Undecided, WaitingKind
from fairview.scheduling.models import Interview, Interviews, Need
from fairview.scheduling.waiting import Reader, gather, that_wait

When = Literal["upcoming", "past", "all"]

LONGEST_BOARD = timedelta(days=31)
TALK_IS_RECENT = timedelta(days=14)
"""So long after it a talk is still said to wait for a card, a look or a decision."""


def get_interview(actor: Actor, interview_id: UUID) -> Interview:
    """The tested door. Raises `NotFound` for what does not exist and for what is not the actor's to see."""
    interview = Interview.objects.visible_to(actor).for_card().filter(id=interview_id).first()
    if interview is None:
        raise NotFound
    return interview


def get_card(actor: Actor, interview_id: UUID, extras: CardExtras) -> InterviewCard:
    return cards(actor, [get_interview(actor, interview_id)], extras)[0]


def list_interviews(
    actor: Actor,
    when: When,
    candidate_id: UUID | None = None,
    lot_id: UUID | None = None,
    search: str = "",
) -> Interviews:
    """Upcoming: soonest first, until it ended or its day is over. Past: latest first. Those in whose title or
    candidate's name every word of the search occurs."""
    interviews = Interview.objects.visible_to(actor).for_card()
    if candidate_id:
        interviews = interviews.filter(candidate_id=candidate_id)
    if lot_id:
        interviews = interviews.filter(lot_id=lot_id)
    interviews = interviews.filter(every_word(search, "title", "candidate__name"))
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
    return Today(
        waiting=gather(*_open_cards(actor, extras, now), now, _reader(actor)),
        interviews=cards(actor, of_today.order_by("starts_at", "id"), extras),
        has_candidates=Candidate.objects.visible_to(actor).exists(),
    )


def list_waiting(actor: Actor, kind: WaitingKind, extras: CardExtras) -> Interviews:
    """Those that today's list counts as this kind, soonest first."""
    now = utc_now()
    ids = that_wait(kind, *_open_cards(actor, extras, now), now, _reader(actor))
    return Interview.objects.visible_to(actor).for_card().filter(id__in=ids).order_by("starts_at", "id")


def list_board(actor: Actor, start: datetime, end: datetime) -> Interviews:
    """What takes anybody's time between the two, of the first `LONGEST_BOARD`; the cancelled are left out."""
    standing = Interview.objects.visible_to(actor).for_card().filter(cancelled_at=None)
    end = min(end, start + LONGEST_BOARD)
    return standing.filter(starts_at__gt=start - LONGEST_TALK, starts_at__lt=end).order_by("starts_at", "id")


def _open_cards(
    actor: Actor, extras: CardExtras, now: datetime
) -> tuple[list[InterviewCard], Mapping[UUID, Undecided]]:
    """The interviews that can wait for something, and what is left to do on those that are over."""
    open_ones = Interview.objects.visible_to(actor).for_card()
    waiting = to_come() | Q(ended_at__gt=now - TALK_IS_RECENT) | asked_about()
    open_ones = open_ones.filter(waiting).order_by("starts_at", "id")
    undecided = extras.undecided([one.id for one in open_ones if one.ended_at])
    return cards(actor, open_ones, extras), undecided


def _reader(actor: Actor) -> Reader:
    return Reader(actor.person, may(actor, "interviews.plan"), may(actor, "decisions.write"))


def _is_live() -> Q:
    return Q(started_at__isnull=False, ended_at=None)


def to_come() -> Q:
    """Planned, under way, or so recently due that it may still begin."""
    recent = Q(starts_at__gt=utc_now() - LONGEST_TALK)
    return Q(cancelled_at=None, ended_at=None) & (recent | _is_live())


def asked_about() -> Q:
    """The candidate asked something, perhaps once its time had passed: nobody has answered yet."""
    asked = Need.objects.filter(answered_at=None).values("interview_id")
    return Q(cancelled_at=None, ended_at=None, id__in=asked)


def _day_of(actor: Actor, now: datetime) -> tuple[datetime, datetime]:
    zone = ZoneInfo(User.objects.get(id=actor.person).zone)
    day = now.astimezone(zone).date()
    start, next_start = (datetime.combine(date, time(), zone) for date in (day, day + timedelta(days=1)))
    return start, next_start - timedelta(microseconds=1)
