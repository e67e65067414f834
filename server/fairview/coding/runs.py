"""Asking for a run and stopping one. What runs is the text as the log has it, whatever the browser shows."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from fairview.audit.public import Actor
from fairview.coding.bank import get_exercise
from fairview.coding.contracts import MAX_DOCUMENT_CHARS, Purpose
from fairview.coding.entries import note_after_commit, note_code
from fairview.coding.errors import (
    DocumentTooLong,
    ExerciseIsWithdrawn,
    NotInTalk,
    RunInProgress,
    TooManyRuns,
)
from fairview.coding.leases import finish_run, release_dead_leases
from fairview.coding.models import Assignment, Run, document_of
from fairview.coding.queue import refuse_backlog, tell_queue
from fairview.coding.runners import require_runner
from fairview.coding.texts import workspace_of
from fairview.kit.clock import utc_now
from fairview.kit.errors import Invalid, NotFound
from fairview.rooms.public import NotInRoom, Participant, RoomEndedAlready, get_room, latest_room
from fairview.scheduling.public import DeviceVisit, require_conductor
from runner.protocol import Finished, Language

RUNS_PER_MINUTE = 20
STOPPED = Finished(verdict="RTE", cases=[], time_ms=0, memory_kb=0, stdout="", stderr="", reason="Stopped.")


@dataclass(frozen=True)
class RunWish:
    assignment_id: UUID
    language: Language
    purpose: Purpose
    stdin: str = ""


def interviewer_in(actor: Actor, room_session_id: UUID) -> Participant:
    """Who may lead the interview and has entered; before the start too. Raises `NotFound`, `Forbidden`,
    `NotInRoom` or `RoomEndedAlready`."""
    room = get_room(actor, room_session_id)
    require_conductor(actor, room.interview)
    if room.state == "ended":
        raise RoomEndedAlready
    participant = room.participants.filter(user_id=actor.person).first()
    if participant is None:
        raise NotInRoom
    return participant


def candidate_in_talk(visit: DeviceVisit) -> Participant:
    """The candidate, once admitted and while the interview goes on. Raises `NotInTalk`."""
    room = latest_room(visit.interview.id)
    if room is None or room.state != "live":
        raise NotInTalk
    admitted = room.participants.filter(candidate_id=visit.interview.candidate_id, admission="admitted")
    participant = admitted.first()
    if participant is None:
        raise NotInTalk
    return participant


def request_run(participant: Participant, wish: RunWish) -> Run:
    """Put a run into the queue and note it in the log. Raises `NotFound`, `Invalid` or what keeps it from
    running."""
    release_dead_leases()
    assignment = _assignment(participant, wish)
    _refuse_haste(participant)
    require_runner(wish.language)
    refuse_backlog(participant.room_session_id)
    source, position = _text(participant.room_session_id, document_of(assignment.id, wish.language))
    try:
        with transaction.atomic():
            run = Run.objects.create(
                room_session_id=participant.room_session_id,
                assignment=assignment,
                language=wish.language,
                purpose=wish.purpose,
                source=source,
                stdin=wish.stdin if wish.purpose == "run" else "",
                position=position,
                requested_by=participant,
            )
            note_after_commit(run.room_session_id)
    except IntegrityError:
        raise RunInProgress from None
    tell_queue()
    return run


def stop_run(participant: Participant, run_id: UUID) -> None:
    """Whoever is in the talk may: all look at the same run. One that waits is over at once, one that runs is
    ended by its runner. A run that has ended stays as it is."""
    release_dead_leases()
    run = Run.objects.filter(id=run_id, room_session_id=participant.room_session_id).first()
    if run is None:
        raise NotFound
    if not finish_run(run, STOPPED, state="queued"):
        Run.objects.filter(id=run.id, state="running", stop_asked_at=None).update(stop_asked_at=utc_now())


def _assignment(participant: Participant, wish: RunWish) -> Assignment:
    interview_id = participant.room_session.interview_id
    assignment = Assignment.objects.filter(id=wish.assignment_id, interview_id=interview_id).first()
    if assignment is None:
        raise NotFound
    if assignment.withdrawn_at is not None:
        raise ExerciseIsWithdrawn
    if wish.language not in get_exercise(assignment.exercise, assignment.version).code:
        raise Invalid(field="language")
    return assignment


def _refuse_haste(participant: Participant) -> None:
    mine = Run.objects.filter(requested_by=participant)
    if mine.exclude(state="finished").exists():
        raise RunInProgress
    if mine.filter(requested_at__gt=utc_now() - timedelta(minutes=1)).count() >= RUNS_PER_MINUTE:
        raise TooManyRuns(limit=RUNS_PER_MINUTE)


def _text(room_session_id: UUID, document: str) -> tuple[str, int]:
    """The text of a document, and up to which entry of the log it goes."""
    note_code(room_session_id)
    with workspace_of(room_session_id) as workspace:
        found = workspace.documents.get(document)
        if found is None:
            raise NotFound
        text = found.text.text
        if len(text) > MAX_DOCUMENT_CHARS:
            raise DocumentTooLong(length=len(text), limit=MAX_DOCUMENT_CHARS)
        return text, workspace.position
