"""Giving an exercise to an interview, before or during it, and taking it back while nobody has begun."""

from uuid import UUID

from django.db import IntegrityError, transaction

from fairview.audit.public import Actor, record
from fairview.coding.bank import get_exercise
from fairview.coding.entries import note_after_commit, note_code
from fairview.coding.errors import ExerciseAssignedAlready, ExerciseBegun
from fairview.coding.models import Assignment, Run
from fairview.coding.permissions import require_assigner
from fairview.coding.texts import workspace_of
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.rooms.public import RoomChanged, latest_room
from fairview.scheduling.public import Interview, InterviewOver, InterviewWasCancelled, get_interview


def assign_exercise(actor: Actor, interview_id: UUID, slug: str) -> Assignment:
    """The newest version of it. Raises `ExerciseUnknown`, `ExerciseAssignedAlready`, or why the interview is
    closed."""
    interview = _open_interview(actor, interview_id)
    exercise = get_exercise(slug)
    try:
        with transaction.atomic():
            assignment = Assignment.objects.create(
                interview=interview, exercise=slug, version=exercise.version, by_id=actor.person
            )
            record(actor, "coding.exercise_assigned", "interview", interview.id, exercise=slug)
            _note_where_there_is_a_room(interview)
    except IntegrityError:
        raise ExerciseAssignedAlready from None
    return assignment


def withdraw_exercise(actor: Actor, interview_id: UUID, assignment_id: UUID) -> None:
    """Raises `NotFound`, or `ExerciseBegun` once somebody has written or run anything."""
    interview = _open_interview(actor, interview_id)
    standing = Assignment.objects.filter(interview=interview, withdrawn_at=None)
    assignment = standing.filter(id=assignment_id).first()
    if assignment is None:
        raise NotFound
    if is_begun(assignment):
        raise ExerciseBegun
    with transaction.atomic():
        assignment.withdrawn_by_id, assignment.withdrawn_at = actor.person, utc_now()
        assignment.save(update_fields=["withdrawn_by", "withdrawn_at"])
        record(actor, "coding.exercise_withdrawn", "interview", interview.id, exercise=assignment.exercise)
        _note_where_there_is_a_room(interview)


def is_begun(assignment: Assignment) -> bool:
    """Whether somebody has written or run anything."""
    room = latest_room(assignment.interview_id)
    if room is None or assignment.noted_at is None:
        return False
    with workspace_of(room.id) as workspace:
        return str(assignment.id) in workspace.begun or Run.objects.filter(assignment=assignment).exists()


def on_room_changed(event: RoomChanged) -> None:
    """Somebody has opened the room, or something else happened in it: what waits is noted."""
    note_code(UUID(event.facts.room_session))


def _open_interview(actor: Actor, interview_id: UUID) -> Interview:
    interview = get_interview(actor, interview_id)
    require_assigner(actor, interview)
    if interview.cancelled_at is not None:
        raise InterviewWasCancelled
    if interview.ended_at is not None:
        raise InterviewOver
    return interview


def _note_where_there_is_a_room(interview: Interview) -> None:
    room = latest_room(interview.id)
    if room is not None:
        note_after_commit(room.id)
