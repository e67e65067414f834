"""Interviews that another program holds: taken in as they begin, never planned or invited to from here."""

from uuid import UUID

from fairview.audit.public import Actor, record
from fairview.candidates.public import Candidate
from fairview.kit.clock import utc_now
from fairview.scheduling.models import Interview

PLANNED_MINUTES = 60
"""Nobody planned it; the report tells how long it really was."""


def take_in_interview(actor: Actor, candidate: Candidate, title: str, created_by_id: UUID) -> Interview:
    """An interview that begins now. Runs inside the caller's transaction."""
    now = utc_now()
    interview = Interview.objects.create(
        organisation_id=actor.organisation,
        candidate=candidate,
        title=title,
        starts_at=now,
        started_at=now,
        zone=candidate.zone,
        minutes=PLANNED_MINUTES,
        created_by_id=created_by_id,
    )
    record(actor, "scheduling.interview_taken_in", "interview", interview.id)
    return interview
