"""The bank, the exercises of an interview, and runs. The shared text itself is on the live plane."""

from uuid import UUID

from ninja import Router, Status

from fairview.accounts.public import StaffRequest, staff_auth
from fairview.coding import assignments, runs
from fairview.coding.bank import Exercise, all_exercises, get_exercise
from fairview.coding.models import Run
from fairview.coding.operations import watch_runs
from fairview.coding.permissions import require_bank_reader
from fairview.coding.queries import describe, list_assigned
from fairview.coding.runner_api import router as runner_router
from fairview.coding.runs import RunWish, candidate_in_talk, interviewer_in
from fairview.coding.schemas import (
    AssignmentIn,
    AssignmentOut,
    ExerciseInsideOut,
    ExerciseOut,
    RunIn,
    RunOut,
    RunsOut,
)
from fairview.scheduling.public import VisitRequest, visit_auth

__all__ = ["router", "runner_router", "visit_router"]

router = Router(auth=staff_auth, tags=["coding"])
visit_router = Router(auth=visit_auth, tags=["visits"])


@router.get("/exercises", response=list[ExerciseOut], operation_id="list_exercises")
def get_bank(request: StaffRequest) -> list[Exercise]:
    require_bank_reader(request.actor)
    return all_exercises()


@router.get("/exercises/{exercise}", response=ExerciseInsideOut, operation_id="get_exercise")
def get_inside(request: StaffRequest, exercise: str) -> Exercise:
    require_bank_reader(request.actor)
    return get_exercise(exercise)


@router.get(
    "/interviews/{uuid:interview_id}/exercises",
    response=list[AssignmentOut],
    operation_id="list_assigned",
)
def get_assigned(request: StaffRequest, interview_id: UUID) -> list[AssignmentOut]:
    return list_assigned(request.actor, interview_id)


@router.post(
    "/interviews/{uuid:interview_id}/exercises",
    response={201: AssignmentOut},
    operation_id="assign_exercise",
)
def post_assignment(
    request: StaffRequest, interview_id: UUID, details: AssignmentIn
) -> Status[AssignmentOut]:
    assignment = assignments.assign_exercise(request.actor, interview_id, details.exercise)
    return Status(201, describe(assignment))


@router.delete(
    "/interviews/{uuid:interview_id}/exercises/{uuid:assignment_id}",
    response={204: None},
    operation_id="withdraw_exercise",
)
def delete_assignment(request: StaffRequest, interview_id: UUID, assignment_id: UUID) -> Status[None]:
    assignments.withdraw_exercise(request.actor, interview_id, assignment_id)
    return Status(204, None)


@router.get("/runs", response=RunsOut, operation_id="watch_runs")
def get_runs(request: StaffRequest) -> RunsOut:
    return watch_runs(request.actor)


@router.post("/rooms/{uuid:room_session_id}/runs", response={201: RunOut}, operation_id="request_run")
def post_run(request: StaffRequest, room_session_id: UUID, details: RunIn) -> Status[Run]:
    participant = interviewer_in(request.actor, room_session_id)
    return Status(201, runs.request_run(participant, wish_of(details)))


@router.post(
    "/rooms/{uuid:room_session_id}/runs/{uuid:run_id}/stop",
    response={204: None},
    operation_id="stop_run",
)
def post_stop(request: StaffRequest, room_session_id: UUID, run_id: UUID) -> Status[None]:
    runs.stop_run(interviewer_in(request.actor, room_session_id), run_id)
    return Status(204, None)


@visit_router.post("/runs", response={201: RunOut}, operation_id="request_run_as_candidate")
def post_visit_run(request: VisitRequest, details: RunIn) -> Status[Run]:
    return Status(201, runs.request_run(candidate_in_talk(request.visit), wish_of(details)))


@visit_router.post("/runs/{uuid:run_id}/stop", response={204: None}, operation_id="stop_run_as_candidate")
def post_visit_stop(request: VisitRequest, run_id: UUID) -> Status[None]:
    runs.stop_run(candidate_in_talk(request.visit), run_id)
    return Status(204, None)


def wish_of(details: RunIn) -> RunWish:
    return RunWish(details.assignment, details.language, details.purpose, details.stdin)
