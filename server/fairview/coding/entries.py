"""What was decided at the desk, written into the evidence log.

A decision is committed at the desk first and appended to the log right after. Should the process die in
between, the row still says that it was not noted, and whoever comes next notes it: somebody entering, another
run, a runner's word, the report. What is assigned before there is a room waits in the same way.
"""

import hashlib
from uuid import UUID

import msgspec
from django.db import transaction

from fairview.coding.bank import get_exercise
from fairview.coding.contracts import (
    MAX_KEPT_CHARS,
    MAX_KEPT_MESSAGES,
    DocumentStarted,
    ExerciseAssigned,
    ExerciseWithdrawn,
    RunFinished,
    RunRequested,
)
from fairview.coding.models import Assignment, Run, document_of
from fairview.coding.text import starter_update
from fairview.coding.texts import workspace_of
from fairview.coding.workspace import Workspace
from fairview.evidence.contracts import Payload
from fairview.evidence.public import append_from_server
from fairview.kit.clock import as_us, utc_now
from fairview.rooms.public import RoomSession
from runner.protocol import Finished


def note_after_commit(room_session_id: UUID) -> None:
    """Note what the running transaction decides. A log that fails is logged and tried again by the next."""
    transaction.on_commit(lambda: note_code(room_session_id), robust=True)


@transaction.atomic
def note_code(room_session_id: UUID) -> None:
    """Append everything that the log of this room does not hold yet, each once. Safe to repeat at any
    time."""
    room = RoomSession.objects.select_for_update(of=("self",)).get(id=room_session_id)
    assignments = list(Assignment.objects.filter(interview_id=room.interview_id).order_by("id"))
    runs = list(Run.objects.filter(room_session=room, finish_noted_at=None).order_by("id"))
    rows: list[Assignment | Run] = [*assignments, *runs]
    if any(map(_is_unsaid, rows)):
        with workspace_of(room.id) as workspace:
            for assignment in assignments:
                _note_assignment(room, assignment, workspace)
            for run in runs:
                _note_run(run, workspace)


def _is_unsaid(row: Assignment | Run) -> bool:
    if isinstance(row, Run):
        return row.request_noted_at is None or row.state == "finished"
    if row.withdrawn_at is None:
        return row.noted_at is None
    return row.noted_at is not None and row.withdrawal_noted_at is None


def _note_assignment(room: RoomSession, assignment: Assignment, workspace: Workspace) -> None:
    if not _is_unsaid(assignment):
        return
    id = str(assignment.id)
    if assignment.withdrawn_by_id is not None and assignment.withdrawn_at is not None:
        if id not in workspace.withdrawn:
            withdrawn = ExerciseWithdrawn(assignment=id, by=str(assignment.withdrawn_by_id))
            _append(room.id, withdrawn, assignment.withdrawn_by_id, as_us(assignment.withdrawn_at))
        assignment.withdrawal_noted_at = utc_now()
    else:
        at_us = as_us(max(assignment.created_at, room.opened_at))
        for payload in _beginning(assignment, workspace):
            _append(room.id, payload, assignment.by_id, at_us)
        assignment.noted_at = utc_now()
    assignment.save(update_fields=["noted_at", "withdrawal_noted_at"])


def _beginning(assignment: Assignment, workspace: Workspace) -> list[Payload]:
    """One text in each language of the exercise, and then the exercise itself, as far as the log does not
    have them: whoever hears of it finds the texts."""
    id, exercise = str(assignment.id), get_exercise(assignment.exercise, assignment.version)
    given = ExerciseAssigned(
        assignment=id, exercise=exercise.slug, version=exercise.version, by=str(assignment.by_id)
    )
    started = [
        DocumentStarted(
            document=name, assignment=id, language=language, update=starter_update(name, code.starter)
        )
        for language, code in exercise.code.items()
        if (name := document_of(id, language)) not in workspace.documents
    ]
    return [*started, *([] if id in workspace.assigned else [given])]


def _note_run(run: Run, workspace: Workspace) -> None:
    if run.request_noted_at is None:
        if str(run.id) not in workspace.requested:
            _append(run.room_session_id, _request(run), run.requested_by_id, as_us(run.requested_at))
        run.request_noted_at = utc_now()
    if run.finished_at is not None:
        if str(run.id) not in workspace.finished:
            _append(run.room_session_id, _finish(run), run.room_session_id, as_us(run.finished_at))
        run.finish_noted_at = utc_now()
    run.save(update_fields=["request_noted_at", "finish_noted_at"])


def _request(run: Run) -> RunRequested:
    return RunRequested(
        run=str(run.id),
        assignment=str(run.assignment_id),
        document=run.document,
        language=run.language,  # type: ignore[arg-type]
        purpose=run.purpose,  # type: ignore[arg-type]
        source_sha256=hashlib.sha256(run.source.encode()).hexdigest(),
        position=run.position,
        by=str(run.requested_by_id),
    )


def _finish(run: Run) -> RunFinished:
    """It is caused by nobody in the talk: hidden tests are in it, and people read back what is theirs."""
    result = msgspec.json.decode(run.result, type=Finished)
    return RunFinished(
        run=str(run.id),
        verdict=result.verdict,
        time_ms=result.time_ms,
        memory_kb=result.memory_kb,
        passed=sum(case.verdict == "AC" for case in result.cases),
        total=len(result.cases),
        cases=result.cases,
        stdout=result.stdout[:MAX_KEPT_CHARS],
        stderr=result.stderr[:MAX_KEPT_CHARS],
        exit=result.exit,
        signal=result.signal,
        truncated=result.truncated,
        reason=result.reason,
        messages=result.messages[:MAX_KEPT_MESSAGES],
        incident=result.incident,
        attempts=max(run.attempts, 1),
    )


def _append(room_session_id: UUID, payload: Payload, actor_id: UUID, at_us: int) -> None:
    append_from_server(room_session_id, payload, actor_id=actor_id, at_us=at_us)
