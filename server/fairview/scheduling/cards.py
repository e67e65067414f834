"""Cards: an interview as lists and pages show it, and its reminders."""

from collections.abc import Iterable
from typing import cast

from django.db.models import F

from fairview.accounts.public import may
from fairview.audit.public import Actor
from fairview.notifications.public import DeliveryState, delivery_states
from fairview.policies.public import get_policy, switchable
from fairview.scheduling import engine
from fairview.scheduling.contracts import (
    CandidateOnCard,
    CardExtras,
    Channel,
    ConsentOnCard,
    Delivery,
    InterviewCard,
    InterviewerOnCard,
    InvitationOnCard,
    ReminderKind,
    ReminderOnPage,
    ReminderState,
    ReportOnCard,
    RoomOnCard,
    WhySkipped,
)
from fairview.scheduling.models import Consent, Interview, Invitation, Reminder


def cards(actor: Actor, interviews: Iterable[Interview], extras: CardExtras) -> list[InterviewCard]:
    """Interviews that were read with `for_card`, in their order."""
    shown = list(interviews)
    ids = [interview.id for interview in shown]
    rooms, reports = extras.rooms(ids), extras.reports(ids)
    deliveries = delivery_states(
        interview.live_invitation.reference for interview in shown if interview.live_invitation
    )
    return [_card(actor, one, deliveries, rooms.get(one.id), reports.get(one.id)) for one in shown]


def _card(
    actor: Actor,
    interview: Interview,
    deliveries: dict[str, DeliveryState],
    room: RoomOnCard | None,
    report: ReportOnCard | None,
) -> InterviewCard:
    candidate = interview.candidate
    invitation, consent = interview.live_invitation, interview.live_consent
    policy = get_policy(interview.policy)
    panel = [InterviewerOnCard(seat.user_id, seat.user.name) for seat in interview.panel.all()]
    return InterviewCard(
        id=interview.id,
        title=interview.title,
        state=engine.state_of(
            is_cancelled=interview.cancelled_at is not None,
            is_ended=interview.ended_at is not None,
            is_live=interview.started_at is not None,
            candidate_waits=room is not None and room.candidate_waits,
            has_consent=consent is not None,
            is_invited=invitation is not None,
        ),
        starts_at=interview.starts_at,
        zone=interview.zone,
        minutes=interview.minutes,
        candidate=CandidateOnCard(candidate.id, candidate.name, candidate.email, candidate.zone),
        interviewers=panel,
        invitation=_invitation(invitation, deliveries),
        consent=_consent(consent),
        room_session_id=room.room_session_id if room else None,
        report=report,
        open_needs=len(interview.open_needs) if may(actor, "interviews.plan") else 0,
        rules_off=list(policy.without or []),
        switchable=switchable(policy),
        is_mine=any(interviewer.id == actor.id for interviewer in panel),
    )


def _invitation(
    invitation: Invitation | None, deliveries: dict[str, DeliveryState]
) -> InvitationOnCard | None:
    if invitation is None:
        return None
    delivery = deliveries[invitation.reference]
    return InvitationOnCard(
        sent_at=invitation.created_at,
        opened_at=invitation.opened_at,
        delivery=cast(Delivery, delivery.state),
        error_code=delivery.error_code or None,
        message_id=delivery.message_id,
    )


def _consent(consent: Consent | None) -> ConsentOnCard | None:
    return ConsentOnCard(consent.given_at, consent.observation, consent.further) if consent else None


def reminders_on_page(interview: Interview) -> list[ReminderOnPage]:
    """Those of the start as it stands; the candidate's first."""
    of_start = interview.reminders.filter(starts_at=interview.starts_at).select_related("user")
    shown = list(of_start.order_by("due_at", F("user__name").asc(nulls_first=True), "channel"))
    deliveries = delivery_states(reminder.reference for reminder in shown if reminder.state == "sent")
    return [_reminder(reminder, deliveries.get(reminder.reference)) for reminder in shown]


def _reminder(reminder: Reminder, delivery: DeliveryState | None) -> ReminderOnPage:
    return ReminderOnPage(
        kind=cast(ReminderKind, reminder.kind),
        channel=cast(Channel, reminder.channel),
        for_whom=reminder.user.name if reminder.user else None,
        due_at=reminder.due_at,
        state=cast(ReminderState, reminder.state),
        reason=cast(WhySkipped, reminder.reason) if reminder.reason else None,
        settled_at=reminder.settled_at,
        delivery=cast(Delivery, delivery.state) if delivery else None,
        error_code=delivery.error_code or None if delivery else None,
        message_id=delivery.message_id if delivery else None,
    )
