"""What candidates ask of those who plan: another time, or a talk that they can take part in."""

from typing import cast
from uuid import UUID

from django.db import transaction

from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.scheduling.contracts import NeedKind, NeedOnPage
from fairview.scheduling.errors import NeedAnswered, NeedsWaiting
from fairview.scheduling.letters import need_answer_letter, need_letter, send_letter
from fairview.scheduling.models import Interview, Need
from fairview.scheduling.permissions import require_planner
from fairview.scheduling.queries import get_interview

MOST_OPEN = 3
"""So many wait for an answer at once: each of them writes a letter to a person."""


@transaction.atomic
def tell_need(actor: Actor, interview_id: UUID, kind: NeedKind, text: str) -> Interview:
    """Keep what the candidate asks and write to whoever planned the talk, without their words. Told twice
    while it waits is told once."""
    interview = Interview.objects.select_for_update(of=("self",)).for_card().get(id=interview_id)
    waiting = interview.open_needs
    if any((one.kind, one.text) == (kind, text) for one in waiting):
        return interview
    if len(waiting) >= MOST_OPEN:
        raise NeedsWaiting(count=len(waiting))
    need = Need.objects.create(interview=interview, kind=kind, text=text)
    if interview.created_by.is_active:
        send_letter(interview, interview.created_by.email, need_letter(interview), need.reference)
    record(actor, "scheduling.need_told", "interview", interview.id, need=kind)
    return Interview.objects.for_card().get(id=interview_id)


def needs_of(actor: Actor, interview_id: UUID) -> list[NeedOnPage]:
    """The latest first."""
    require_planner(actor)
    needs = get_interview(actor, interview_id).needs
    return [_on_page(one) for one in needs.select_related("answered_by")]


@transaction.atomic
def answer_need(actor: Actor, interview_id: UUID, need_id: UUID, text: str) -> list[NeedOnPage]:
    """Answer by a letter to the candidate. The same answer sent twice is one letter."""
    require_planner(actor)
    interview = get_interview(actor, interview_id)
    needs = interview.needs.select_for_update(of=("self",)).select_related("answered_by")
    need = needs.filter(id=need_id).first()
    if need is None:
        raise NotFound
    if need.answered_by is not None:
        if (need.answered_by_id, need.answer) == (actor.person, text):
            return needs_of(actor, interview_id)
        raise NeedAnswered(name=need.answered_by.name)
    _settle(need, actor, text)
    letter = need_answer_letter(interview, text)
    send_letter(interview, interview.candidate.email, letter, need.answer_reference)
    record(actor, "scheduling.need_answered", "interview", interview.id, need=need.kind)
    return needs_of(actor, interview_id)


def settle_by_moving(actor: Actor, interview: Interview) -> None:
    """The talk has another time: the letter that tells of it is the answer."""
    for need in interview.needs.filter(kind="another_time", answered_at=None):
        _settle(need, actor, "")


def _settle(need: Need, actor: Actor, answer: str) -> None:
    need.answer, need.answered_at, need.answered_by_id = answer, utc_now(), actor.person
    need.save(update_fields=["answer", "answered_at", "answered_by"])


def _on_page(need: Need) -> NeedOnPage:
    return NeedOnPage(
        id=need.id,
        kind=cast(NeedKind, need.kind),
        text=need.text,
        told_at=need.told_at,
        answer=need.answer,
        answered_at=need.answered_at,
        answered_by=need.answered_by.name if need.answered_by else None,
    )
