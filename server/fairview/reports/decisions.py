"""Decisions: what a person decided on an interview, and why. Never computed; to think again is a new row."""

from collections.abc import Collection
from typing import Literal
from uuid import UUID

from django.db import models, transaction

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.reports.models import Decision
from fairview.scheduling.public import get_interview

Verdict = Literal["advance", "hold", "decline"]


@transaction.atomic
def record_decision(actor: Actor, interview_id: UUID, decision: Verdict, reason: str) -> Decision:
    """Raises `Forbidden`, or `NotFound` for an interview that the actor may not see."""
    require_capability(actor, "decisions.write")
    interview = get_interview(actor, interview_id)
    made = Decision.objects.create(interview=interview, decision=decision, reason=reason, by_id=actor.person)
    record(actor, "reports.decision_recorded", "interview", interview.id, decision=decision)
    return made


def list_decisions(actor: Actor, interview_id: UUID) -> models.QuerySet[Decision]:
    """Newest first: the first one counts. Raises `Forbidden` or `NotFound`."""
    require_capability(actor, "reports.read")
    interview = get_interview(actor, interview_id)
    return Decision.objects.filter(interview=interview).select_related("by").order_by("-id")


def newest_decisions(interview_ids: Collection[UUID]) -> dict[UUID, Decision]:
    """The one that counts of each interview; those without are left out."""
    rows = Decision.objects.filter(interview_id__in=interview_ids).select_related("by").order_by("id")
    return {row.interview_id: row for row in rows}
