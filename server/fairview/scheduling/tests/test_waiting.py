from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from fairview.scheduling.contracts import (
    CandidateOnCard,
    Delivery,
    InterviewCard,
    InvitationOnCard,
    ReportOnCard,
    Undecided,
    Waiting,
)
from fairview.scheduling.waiting import Reader, gather

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
    open_needs=0,
    rules_off=[],
    switchable=[],
    is_mine=True,
)


def invited(delivery: Delivery = "sent", **in_time: int) -> InterviewCard:
    sent = InvitationOnCard(NOW, None, delivery, None, uuid4())
    return replace(CARD, state="invited", invitation=sent, starts_at=NOW + timedelta(**in_time))


PLANNER = Reader(uuid4(), may_plan=True, may_decide=True)
INTERVIEWER = replace(PLANNER, may_plan=False, may_decide=False)
HELD = replace(CARD, state="ended", report=ReportOnCard("ready", 92))


def kinds(*cards: InterviewCard) -> list[tuple[str, int]]:
    return [(one.kind, one.count) for one in gather(list(cards), {}, NOW, PLANNER)]


def left(open_moments: int = 0, *cards_of: UUID, reader: Reader = INTERVIEWER) -> list[str]:
    """What one held talk waits for, of which that much is left."""
    undecided = {HELD.id: Undecided(open_moments, frozenset(cards_of))}
    return [one.kind for one in gather([HELD], undecided, NOW, reader)]


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
    assert gather([card], {}, NOW, PLANNER) == [
        Waiting("delivery_failed", 1, card.id, "Cai", card.invitation.message_id)
    ]


def test_who_only_interviews_is_not_asked_to_send_letters() -> None:
    assert gather([CARD, invited("failed", days=3)], {}, NOW, INTERVIEWER) == []


def test_what_a_candidate_asks_waits_for_an_answer_until_the_talk_begins() -> None:
    asks = replace(invited("failed", days=3), open_needs=2)
    assert kinds(asks, replace(asks, state="confirmed")) == [("need_open", 1), ("need_open", 1)]
    assert kinds(replace(asks, state="live")) == []
    assert gather([asks], {}, NOW, INTERVIEWER) == []


def test_missing_consent_waits_only_when_the_day_is_near() -> None:
    assert kinds(invited(days=3)) == []
    assert kinds(invited(hours=5)) == [("consent_missing", 1)]


def test_an_invitation_waits_when_nobody_answered_it_for_two_days() -> None:
    card = invited(days=3)
    assert card.invitation
    old = replace(card.invitation, sent_at=NOW - timedelta(days=3))
    assert kinds(replace(card, invitation=old)) == [("not_answered", 1)]


def test_after_a_talk_ones_own_card_comes_first_then_moments_then_the_decision() -> None:
    assert left(2) == ["scorecard_missing"]
    assert left(2, INTERVIEWER.id) == ["moments_open"]
    assert left(0, INTERVIEWER.id) == ["report_ready"]
    assert left(0, PLANNER.id, reader=PLANNER) == ["decision_due"]


def test_cards_and_moments_wait_only_for_who_was_on_the_panel() -> None:
    elsewhere = replace(HELD, is_mine=False)
    undecided = {HELD.id: Undecided(2, frozenset())}
    assert [one.kind for one in gather([elsewhere], undecided, NOW, PLANNER)] == ["decision_due"]


def test_nothing_waits_once_it_is_decided_or_before_the_report_is_ready() -> None:
    assert kinds(HELD) == []
