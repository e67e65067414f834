"""What is known of an interview's exercises."""

from uuid import UUID

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor
from fairview.coding.assignments import is_begun
from fairview.coding.bank import get_exercise
from fairview.coding.models import Assignment
from fairview.coding.schemas import AssignmentOut
from fairview.scheduling.public import get_interview


def list_assigned(actor: Actor, interview_id: UUID) -> list[AssignmentOut]:
    """The exercises of one interview, in the order in which they were given. Raises `NotFound`."""
    require_capability(actor, "interviews.read")
    interview = get_interview(actor, interview_id)
    assigned = Assignment.objects.filter(interview=interview, withdrawn_at=None)
    return [describe(one) for one in assigned.select_related("by").order_by("id")]


def describe(assignment: Assignment) -> AssignmentOut:
    exercise = get_exercise(assignment.exercise, assignment.version)
    return AssignmentOut(
        id=assignment.id,
        exercise=assignment.exercise,
        version=assignment.version,
        title=exercise.title,
        level=exercise.level,
        minutes=exercise.minutes,
        by=assignment.by.name,
        created_at=assignment.created_at,
        is_begun=is_begun(assignment),
    )
