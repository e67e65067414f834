"""Which interview a letter or a text is about, told from its reference, and whom it is written to."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from fairview.audit.public import Actor
from fairview.notifications.public import MessageSubject
from fairview.scheduling.models import Interview, Interviews, Invitation, Need, Reminder


def subjects_of(actor: Actor, references: Collection[str]) -> dict[str, MessageSubject]:
    """Those about interviews that the actor may see."""
    known = [reference for reference in references if _kind(reference) in WAYS]
    ids: dict[Way, set[UUID]] = defaultdict(set)
    for reference in known:
        ids[WAYS[_kind(reference)]].add(_about_what(reference))
    seen = Interview.objects.visible_to(actor)
    found = {way: way(seen, wanted) for way, wanted in ids.items()}
    subjects = {reference: found[WAYS[_kind(reference)]].get(_about_what(reference)) for reference in known}
    return {reference: subject for reference, subject in subjects.items() if subject}


def references_of(actor: Actor, interview_id: UUID) -> list[str]:
    seen = Interview.objects.visible_to(actor).filter(id=interview_id)
    about: dict[Way, QuerySet[Any]] = {
        _invited: Invitation.objects.filter(interview__in=seen),
        _reminded: Reminder.objects.filter(interview__in=seen),
        _asked: Need.objects.filter(interview__in=seen),
        _answered: Need.objects.filter(interview__in=seen),
        _planned: seen,
    }
    ids = {way: list(objects.values_list("id", flat=True)) for way, objects in about.items()}
    return [f"{kind}:{one}" for kind, way in WAYS.items() for one in ids[way]]


def _kind(reference: str) -> str:
    return reference.partition(":")[0]


def _about_what(reference: str) -> UUID:
    return UUID(reference.partition(":")[2])


def _invited(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    found = Invitation.objects.filter(id__in=ids, interview__in=seen)
    return {one.id: _about(one.interview) for one in found.select_related("interview__candidate")}


def _reminded(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    found = Reminder.objects.filter(id__in=ids, interview__in=seen)
    return {
        one.id: _about(one.interview, one.user.name if one.user else None)
        for one in found.select_related("interview__candidate", "user")
    }


def _asked(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    found = Need.objects.filter(id__in=ids, interview__in=seen)
    related = ("interview__candidate", "interview__created_by")
    return {
        one.id: _about(one.interview, one.interview.created_by.name) for one in found.select_related(*related)
    }


def _answered(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    found = Need.objects.filter(id__in=ids, interview__in=seen)
    return {one.id: _about(one.interview) for one in found.select_related("interview__candidate")}


def _planned(seen: Interviews, ids: Collection[UUID]) -> dict[UUID, MessageSubject]:
    return {one.id: _about(one) for one in seen.filter(id__in=ids).select_related("candidate")}


def _about(interview: Interview, recipient: str | None = None) -> MessageSubject:
    """To the candidate, if to nobody else."""
    candidate = interview.candidate.name
    return MessageSubject(interview.id, interview.title, candidate, recipient or candidate)


Way = Callable[[Interviews, Collection[UUID]], dict[UUID, MessageSubject]]
WAYS: dict[str, Way] = {
    "invitation": _invited,
    "invitation_text": _invited,
    "reminder": _reminded,
    "need": _asked,
    "need_answer": _answered,
    "cancellation": _planned,
    "cancellation_text": _planned,
}
