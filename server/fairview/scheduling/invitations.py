"""Links: made, sent, found again. What a candidate does with one is in `visits`.

An invitation has the link of its letter, and one more for each reminder that was sent of it."""

from datetime import timedelta

from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.kit.ids import new_id
from fairview.kit.secret import hash_secret, new_secret
from fairview.notifications.public import withdraw
from fairview.scheduling.contracts import InvitationSent
from fairview.scheduling.engine import LINK_OUTLIVES_START
from fairview.scheduling.errors import (
    InterviewOver,
    InterviewWasCancelled,
    InvitationExpired,
    InvitationReplaced,
    InvitationUnknown,
    ResendTooSoon,
)
from fairview.scheduling.letters import Occasion, invitation_letter, send_letter
from fairview.scheduling.models import Interview, Invitation
from fairview.scheduling.reminders import arrange_reminders
from fairview.scheduling.texts import invitation_text, text_candidate

RESEND_WINDOW = timedelta(hours=1)
LETTERS_PER_WINDOW = 4


def deliver_invitation(actor: Actor, interview: Interview, occasion: Occasion) -> Invitation:
    """Replace the link that is out there with a new one, by letter. Runs inside the caller's transaction."""
    _replace_link(interview)
    token = new_secret()
    invitation = Invitation(id=new_id(), interview=interview, token_hash=hash_secret(token))
    letter = invitation_letter(interview, token, occasion)
    invitation.message_id = send_letter(
        interview, interview.candidate.email, letter, invitation.reference, interview.ends_at
    )
    text = invitation_text(interview, token, occasion)
    text_candidate(interview, text, invitation.text_reference, interview.ends_at)
    invitation.save(force_insert=True)
    arrange_reminders(interview)
    record(actor, "scheduling.invitation_sent", "interview", interview.id, occasion=occasion)
    publish(InvitationSent(interview.id, invitation.id))
    return invitation


def _replace_link(interview: Interview) -> None:
    """It opens nothing any more, and what would still bring it to the candidate stays here."""
    for invitation in interview.invitations.filter(replaced_at=None).prefetch_related("reminders"):
        reminders = [reminder.reference for reminder in invitation.reminders.all()]
        withdraw([invitation.reference, invitation.text_reference, *reminders])
        invitation.replaced_at = utc_now()
        invitation.save(update_fields=["replaced_at"])


def find_invitation(token: str) -> Invitation:
    """Whatever has become of it. Raises `InvitationUnknown`."""
    hashed = hash_secret(token)
    invitations = Invitation.objects.select_related("interview__candidate", "interview__organisation")
    invitation = (
        invitations.filter(token_hash=hashed).first()
        or invitations.filter(reminders__token_hash=hashed).first()
    )
    if invitation is None:
        raise InvitationUnknown
    return invitation


def usable_invitation(token: str) -> Invitation:
    """The invitation of a link that still opens; otherwise the error says why it does not."""
    invitation = find_invitation(token)
    refuse_closed(invitation.interview)
    if invitation.replaced_at is not None:
        raise InvitationReplaced
    return invitation


def refuse_closed(interview: Interview) -> None:
    """Cancelled, over, or so long past that it was forgotten."""
    if interview.cancelled_at is not None:
        raise InterviewWasCancelled
    if interview.ended_at is not None:
        raise InterviewOver
    if interview.started_at is None and utc_now() > interview.starts_at + LINK_OUTLIVES_START:
        raise InvitationExpired


def refuse_too_many(interview: Interview) -> None:
    """A link sends letters to a person: only so many in an hour."""
    since = utc_now() - RESEND_WINDOW
    recent = interview.invitations.filter(created_at__gt=since).order_by("-created_at")
    if recent.count() < LETTERS_PER_WINDOW:
        return
    frees_at = recent[LETTERS_PER_WINDOW - 1].created_at + RESEND_WINDOW
    raise ResendTooSoon(wait_minutes=1 + (frees_at - utc_now()) // timedelta(minutes=1))
