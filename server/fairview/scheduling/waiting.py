"""What waits for a person, read off the cards of interviews. Pure."""

from datetime import datetime, timedelta

from fairview.scheduling.contracts import InterviewCard, Waiting, WaitingKind

CONSENT_IS_URGENT = timedelta(hours=24)
MOST_PRESSING_FIRST: tuple[WaitingKind, ...] = (
    "candidate_waiting",
    "delivery_failed",
    "consent_missing",
    "not_invited",
    "report_ready",
)
ONE_BY_ONE: set[WaitingKind] = {"candidate_waiting", "delivery_failed"}
"""Kinds that are acted on one at a time; of the others, several are counted in one line."""
FOR_PLANNERS: set[WaitingKind] = {"not_invited", "delivery_failed"}


def gather(cards: list[InterviewCard], now: datetime, *, may_plan: bool) -> list[Waiting]:
    """What waits for this person: only those who plan are told of letters that are theirs to send."""
    waiting: list[Waiting] = []
    for kind in MOST_PRESSING_FIRST:
        if kind in FOR_PLANNERS and not may_plan:
            continue
        found = [card for card in cards if waits_for(card, now) == kind]
        if kind in ONE_BY_ONE or len(found) == 1:
            waiting += [_named(kind, card) for card in found]
        elif found:
            waiting.append(Waiting(kind, len(found)))
    return waiting


def waits_for(card: InterviewCard, now: datetime) -> WaitingKind | None:
    """The one thing that an interview waits for, if any."""
    if card.state == "waiting":
        return "candidate_waiting"
    if card.state == "ended":
        return "report_ready" if card.report and card.report.state == "ready" else None
    if card.invitation and card.invitation.delivery == "failed":
        return "delivery_failed"
    if card.state == "planned":
        return "not_invited"
    if card.state == "invited" and card.starts_at < now + CONSENT_IS_URGENT:
        return "consent_missing"
    return None


def _named(kind: WaitingKind, card: InterviewCard) -> Waiting:
    message_id = card.invitation.message_id if card.invitation else None
    return Waiting(kind, 1, interview_id=card.id, candidate=card.candidate.name, message_id=message_id)
