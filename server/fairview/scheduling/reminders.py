"""Reminders: made with the invitation, and sent once when they are due, or set aside with the reason."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from fairview.audit.public import SYSTEM, record
from fairview.kit.clock import utc_now
from fairview.kit.secret import hash_secret, new_secret
from fairview.notifications.public import delivery_states
from fairview.scheduling.contracts import Channel, ReminderKind, WhySkipped
from fairview.scheduling.engine import REMINDER_IS_LATE_AFTER, REMINDERS
from fairview.scheduling.letters import panel_reminder_letter, reminder_letter, send_letter
from fairview.scheduling.models import Interview, Reminder
from fairview.scheduling.tasks import send_reminder
from fairview.scheduling.texts import can_text, reminder_text, text_candidate

ARRIVED = {"sent", "outbox"}
Slot = tuple[datetime, str, str, UUID | None]


class RoomPresence:
    """Rooms live in a context above; `config` says how they are asked."""

    has_candidate: Callable[[UUID], bool]

    def __init__(self) -> None:
        self.has_candidate = lambda _interview_id: False


room_presence = RoomPresence()


def arrange_reminders(interview: Interview) -> None:
    """Make the reminders what the start and the panel ask for now. Runs with the invitation, also a changed
    one; what would already be due is not made, for the invitation itself says as much."""
    standing = {_slot(reminder): reminder for reminder in interview.reminders.all()}
    wanted = {_slot(reminder): reminder for reminder in _wanted(interview)}
    for slot, reminder in standing.items():
        if reminder.state == "waiting" and slot not in wanted:
            _settle(reminder, _why_unwanted(interview, reminder))
    for slot, reminder in wanted.items():
        known = standing.get(slot)
        if known is None:
            reminder.save(force_insert=True)
            _enqueue(reminder)
        elif known.state == "skipped":
            _wait_again(known)


def _why_unwanted(interview: Interview, reminder: Reminder) -> WhySkipped:
    if reminder.starts_at != interview.starts_at:
        return "moved"
    return "off_panel" if reminder.user_id else "no_phone"


def drop_reminders(interview_id: UUID, reason: WhySkipped) -> None:
    """None of those that still wait goes out."""
    _waiting(interview_id).update(state="skipped", reason=reason, settled_at=utc_now())


@transaction.atomic
def remind(reminder_id: UUID) -> None:
    """Send a reminder that is due, if it still makes sense. Does nothing if it was settled before."""
    interview = (
        Interview.objects.select_for_update(of=("self",))
        .select_related("candidate", "organisation")
        .filter(reminders=reminder_id)
        .first()
    )
    reminder = interview and _waiting(interview.id).select_related("user").filter(id=reminder_id).first()
    if not interview or not reminder:
        return
    if utc_now() < reminder.due_at:
        _enqueue(reminder)
    elif reason := why_not(interview, reminder):
        _settle(reminder, reason)
    else:
        _send(interview, reminder)


def why_not(interview: Interview, reminder: Reminder) -> WhySkipped | None:
    """The first reason for which a reminder that is due does not go out."""
    reasons: list[tuple[WhySkipped, Callable[[], bool]]] = [
        ("cancelled", lambda: interview.cancelled_at is not None),
        ("started", lambda: interview.started_at is not None),
        ("moved", lambda: reminder.starts_at != interview.starts_at),
        ("late", lambda: utc_now() > _too_late(reminder)),
        ("not_invited", lambda: not interview.live_invitation or interview.candidate.erased_at is not None),
        ("not_delivered", lambda: not _got_invitation(interview)),
        ("off_panel", lambda: reminder.user_id is not None and not _on_panel(interview, reminder.user_id)),
        ("no_phone", lambda: reminder.channel == "sms" and not can_text(interview.candidate)),
        ("in_room", lambda: reminder.user_id is None and room_presence.has_candidate(interview.id)),
    ]
    return next((reason for reason, holds in reasons if holds()), None)


def _send(interview: Interview, reminder: Reminder) -> None:
    reminder.state, reminder.settled_at = "sent", utc_now()
    if reminder.user:
        letter = panel_reminder_letter(interview, reminder.user, reminder.settled_at)
        send_letter(interview, reminder.user.email, letter, reminder.reference, _too_late(reminder))
    elif reminder.channel == "sms":
        text = reminder_text(interview, _further_link(interview, reminder))
        text_candidate(interview, text, reminder.reference, _too_late(reminder))
    else:
        letter = reminder_letter(interview, _further_link(interview, reminder), reminder.settled_at)
        send_letter(interview, interview.candidate.email, letter, reminder.reference, _too_late(reminder))
    reminder.save()
    system = replace(SYSTEM, organisation_id=interview.organisation_id)
    record(system, "scheduling.reminder_sent", "interview", interview.id, kind=reminder.kind)


def _further_link(interview: Interview, reminder: Reminder) -> str:
    """Links are stored hashed, so the one in the invitation cannot be repeated: this is the token of a second
    one to the same invitation, and both work until it is replaced."""
    token = new_secret()
    reminder.invitation, reminder.token_hash = interview.live_invitation, hash_secret(token)
    return token


def _wanted(interview: Interview) -> Iterator[Reminder]:
    now = utc_now()
    for kind, before in REMINDERS.items():
        if (due_at := interview.starts_at - before) <= now:
            continue
        for channel, user_id in _ways(interview, kind):
            yield Reminder(
                interview=interview,
                user_id=user_id,
                kind=kind,
                channel=channel,
                starts_at=interview.starts_at,
                due_at=due_at,
            )


def _ways(interview: Interview, kind: ReminderKind) -> Iterator[tuple[Channel, UUID | None]]:
    """A letter to the candidate; an hour before also a text message, and a letter to each of the panel."""
    yield "email", None
    if kind == "hour":
        if can_text(interview.candidate):
            yield "sms", None
        for seat in interview.panel.all():
            yield "email", seat.user_id


def _too_late(reminder: Reminder) -> datetime:
    return reminder.due_at + REMINDER_IS_LATE_AFTER


def _slot(reminder: Reminder) -> Slot:
    """What there is only one reminder for."""
    return reminder.starts_at, reminder.kind, reminder.channel, reminder.user_id


def _waiting(interview_id: UUID) -> QuerySet[Reminder]:
    return Reminder.objects.filter(interview_id=interview_id, state="waiting")


def _settle(reminder: Reminder, reason: WhySkipped) -> None:
    reminder.state, reminder.reason, reminder.settled_at = "skipped", reason, utc_now()
    reminder.save()


def _wait_again(reminder: Reminder) -> None:
    """The interview was moved away and back, or someone left the panel and returned."""
    reminder.state, reminder.reason, reminder.settled_at = "waiting", "", None
    reminder.save()
    _enqueue(reminder)


def _enqueue(reminder: Reminder) -> None:
    """The task is a row of the same database: it exists if, and only if, the reminder does."""
    send_reminder.using(run_after=reminder.due_at).enqueue(str(reminder.id))


def _got_invitation(interview: Interview) -> bool:
    """Whether any letter with a link went out, or a link was used: then they know of the interview."""
    invitations = list(interview.invitations.all())
    if any(invitation.opened_at for invitation in invitations):
        return True
    states = delivery_states(invitation.reference for invitation in invitations)
    return any(state.state in ARRIVED for state in states.values())


def _on_panel(interview: Interview, user_id: UUID) -> bool:
    return interview.panel.filter(user_id=user_id).exists()
