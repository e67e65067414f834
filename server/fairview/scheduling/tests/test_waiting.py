from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from fairview.scheduling.contracts import (
    CandidateOnCard,
    Delivery,
    InterviewCard,
    InvitationOnCard,
    ReportOnCard,
    Waiting,
)
from fairview.scheduling.waiting import gather

NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
CARD = InterviewCard(
    id=uuid4(),
    title="Ward nurse",
    state="planned",
    starts_at=NOW + timedelta(days=3),
    zone="Europe/Berlin",
    minutes=45,
    candidate=CandidateOnCard(uuid4(), "Cai", "cai@example.org", "Europe/Lisbon"),
    interviewers=[],
    invitation=None,
    consent=None,
    room_session_id=None,
    report=None,
    is_mine=True,
)


def invited(delivery: Delivery = "sent", **in_time: int) -> InterviewCard:
    sent = InvitationOnCard(NOW, None, delivery, None, uuid4())
    return replace(CARD, state="invited", invitation=sent, starts_at=NOW + timedelta(**in_time))


def kinds(*cards: InterviewCard) -> list[tuple[str, int]]:
    return [(one.kind, one.count) for one in gather(list(cards), NOW, may_plan=True)]


def test_the_most_pressing_comes_first_and_many_of_a_kind_are_counted() -> None:
    waiting = replace(CARD, state="waiting")
    assert kinds(CARD, CARD, waiting, waiting) == [
        ("candidate_waiting", 1),
        ("candidate_waiting", 1),
        ("not_invited", 2),
    ]


def test_a_letter_that_came_back_is_named_with_its_message() -> None:
    card = invited("failed", days=3)
    assert card.invitation
    assert gather([card], NOW, may_plan=True) == [
        Waiting("delivery_failed", 1, card.id, "Cai", card.invitation.message_id)
    ]


def test_who_only_interviews_is_not_asked_to_send_letters() -> None:
    assert gather([CARD, invited("failed", days=3)], NOW, may_plan=False) == []


def test_missing_consent_waits_only_when_the_day_is_near() -> None:
    assert kinds(invited(days=3)) == []
    assert kinds(invited(hours=5)) == [("consent_missing", 1)]


def test_a_report_waits_once_it_is_ready() -> None:
    ended = replace(CARD, state="ended")
    assert kinds(replace(ended, report=ReportOnCard("preparing", None))) == []
    assert kinds(replace(ended, report=ReportOnCard("ready", 92))) == [("report_ready", 1)]
