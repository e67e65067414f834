"""What waits for a person, read off the cards of interviews. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import get_args
from uuid import UUID

from fairview.scheduling.contracts import InterviewCard, InterviewState, Undecided, Waiting, WaitingKind

CONSENT_IS_URGENT = timedelta(hours=24)
ANSWER_IS_LATE = timedelta(days=2)
MOST_PRESSING_FIRST: tuple[WaitingKind, ...] = get_args(WaitingKind)
ONE_BY_ONE: set[WaitingKind] = {"candidate_waiting", "need_open", "delivery_failed", "scorecard_missing"}
"""Kinds that are acted on one at a time; of the others, several are counted in one line."""
NOT_BEGUN: set[InterviewState] = {"planned", "invited", "confirmed"}
FOR_PLANNERS: set[WaitingKind] = {"need_open", "not_invited", "not_answered", "delivery_failed"}


@dataclass(frozen=True)
class Reader:
    id: UUID
    may_plan: bool
    may_decide: bool


def gather(
    cards: list[InterviewCard], undecided: Mapping[UUID, Undecided], now: datetime, reader: Reader
) -> list[Waiting]:
    """What waits for this person: only those who plan are told of letters that are theirs to send."""
    waits = [(card, _waits_for(card, now, reader, undecided.get(card.id))) for card in cards]
    waiting: list[Waiting] = []
    for kind in MOST_PRESSING_FIRST:
        if kind in FOR_PLANNERS and not reader.may_plan:
            continue
        found = [card for card, waits_for in waits if waits_for == kind]
        if kind in ONE_BY_ONE or len(found) == 1:
            waiting += [_named(kind, card) for card in found]
        elif found:
            waiting.append(Waiting(kind, len(found)))
    return waiting


def that_wait(
    kind: WaitingKind,
    cards: list[InterviewCard],
    undecided: Mapping[UUID, Undecided],
    now: datetime,
    reader: Reader,
) -> list[UUID]:
    """The interviews that `gather` counts as this kind."""
    if kind in FOR_PLANNERS and not reader.may_plan:
        return []
    return [card.id for card in cards if _waits_for(card, now, reader, undecided.get(card.id)) == kind]


def _waits_for(
    card: InterviewCard, now: datetime, reader: Reader, left: Undecided | None
) -> WaitingKind | None:
    """The one thing that an interview waits for, if any."""
    if card.state == "waiting":
        return "candidate_waiting"
    if card.state == "ended":
        return _left_of(card, reader, left) if left else None
    return _before_talk(card, now) if card.state in NOT_BEGUN else None


def _before_talk(card: InterviewCard, now: datetime) -> WaitingKind | None:
    if card.open_needs:
        return "need_open"
    if card.invitation and card.invitation.delivery == "failed":
        return "delivery_failed"
    if card.state == "planned":
        return "not_invited"
    if card.state == "invited":
        return _unanswered(card, now)
    return None


def _unanswered(card: InterviewCard, now: datetime) -> WaitingKind | None:
    if card.starts_at < now + CONSENT_IS_URGENT:
        return "consent_missing"
    is_late = card.invitation is not None and card.invitation.sent_at < now - ANSWER_IS_LATE
    return "not_answered" if is_late else None


def _left_of(card: InterviewCard, reader: Reader, left: Undecided) -> WaitingKind:
    """In the order in which it is done: one's own card first, unswayed."""
    if card.is_mine and reader.id not in left.cards_of:
        return "scorecard_missing"
    if card.is_mine and left.open_moments:
        return "moments_open"
    return "decision_due" if reader.may_decide else "report_ready"


def _named(kind: WaitingKind, card: InterviewCard) -> Waiting:
    return Waiting(
        kind,
        1,
        interview_id=card.id,
        candidate=card.candidate.name,
        message_id=card.invitation.message_id if card.invitation else None,
        room_session_id=card.room_session_id,
    )
