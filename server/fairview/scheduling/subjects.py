"""Which interview a letter or a text is about, told from its reference, and whom it is written to."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from fairview.audit.public import Actor
from fairview.notifications.public import MessageSubject
from fairview.scheduling.models import Interview, Interviews, Invitation, Reminder

INVITATIONS = ("invitation", "invitation_text")
REMINDERS = ("reminder",)
INTERVIEWS = ("cancellation", "cancellation_text")


def subjects_of(actor: Actor, references: Collection[str]) -> dict[str, MessageSubject]:
    """Those about interviews that the actor may see."""
    ids: dict[str, list[UUID]] = defaultdict(list)
    for reference in references:
        kind, _, about = reference.partition(":")
        if kind in {*INVITATIONS, *REMINDERS, *INTERVIEWS}:
            ids[kind].append(UUID(about))
    seen = Interview.objects.visible_to(actor)
    found: dict[str, MessageSubject] = {}
    for kinds, known in ((INVITATIONS, _invited), (REMINDERS, _reminded), (INTERVIEWS, _planned)):
        wanted = [one for kind in kinds for one in ids[kind]]
        by_id = known(seen, wanted) if wanted else {}
        found |= {f"{kind}:{one}": by_id[one] for kind in kinds for one in ids[kind] if one in by_id}
    return found


def references_of(actor: Actor, interview_id: UUID) -> list[str]:
    seen = Interview.objects.visible_to(actor).filter(id=interview_id)
    invitations = Invitation.objects.filter(interview__in=seen).values_list("id", flat=True)
    reminders = Reminder.objects.filter(interview__in=seen).values_list("id", flat=True)
    return [
        *(f"{kind}:{one}" for kind in INVITATIONS for one in invitations),
        *(f"{kind}:{one}" for kind in REMINDERS for one in reminders),
        *(f"{kind}:{one}" for kind in INTERVIEWS for one in seen.values_list("id", flat=True)),
    ]


def _invited(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    found = Invitation.objects.filter(id__in=ids, interview__in=seen)
    return {one.id: _about(one.interview) for one in found.select_related("interview__candidate")}


def _reminded(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    found = Reminder.objects.filter(id__in=ids, interview__in=seen)
    return {
        one.id: _about(one.interview, one.user.name if one.user else None)
        for one in found.select_related("interview__candidate", "user")
    }


def _planned(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    return {one.id: _about(one) for one in seen.filter(id__in=ids).select_related("candidate")}


def _about(interview: Interview, recipient: str | None = None) -> MessageSubject:
    """To the candidate, if to nobody else."""
    candidate = interview.candidate.name
    return MessageSubject(interview.id, interview.title, candidate, recipient or candidate)
