"""Rooms at the desk: going in, and what an interviewer decides. Talking itself is on the live plane."""

import hashlib
from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpResponse
from ninja import Router

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.rooms import actions
from fairview.rooms.contracts import RoomFacts
from fairview.rooms.entrance import Entrance, enter_as_candidate, enter_as_staff
from fairview.rooms.queries import get_room, room_facts
from fairview.rooms.schemas import SEALED_RESPONSE, EntranceOut, RoomOut, VisitOut
from fairview.rooms.visit import describe_visit, seals_for
from fairview.scheduling.public import VisitRequest, past_visit_auth, visit_auth

router = Router(auth=staff_auth, tags=["rooms"])
visit_router = Router(auth=visit_auth, tags=["visits"])


@router.post("/interviews/{uuid:interview_id}/room", response=EntranceOut, operation_id="enter_room")
def post_room(request: StaffRequest, interview_id: UUID) -> Entrance:
    return enter_as_staff(request.actor, interview_id, device_of(request))


@router.get("/rooms/{uuid:room_session_id}", response=RoomOut, operation_id="get_room")
def get_one(request: StaffRequest, room_session_id: UUID) -> RoomFacts:
    require_capability(request.actor, "interviews.read")
    return room_facts(get_room(request.actor, room_session_id))


@router.post(
    "/rooms/{uuid:room_session_id}/participants/{uuid:participant_id}/admit",
    response=RoomOut,
    operation_id="admit",
)
def post_admit(request: StaffRequest, room_session_id: UUID, participant_id: UUID) -> RoomFacts:
    return actions.admit(request.actor, room_session_id, participant_id)


@router.post(
    "/rooms/{uuid:room_session_id}/participants/{uuid:participant_id}/remove",
    response=RoomOut,
    operation_id="remove",
)
def post_remove(request: StaffRequest, room_session_id: UUID, participant_id: UUID) -> RoomFacts:
    return actions.remove(request.actor, room_session_id, participant_id)


@router.post("/rooms/{uuid:room_session_id}/start", response=RoomOut, operation_id="start_interview")
def post_start(request: StaffRequest, room_session_id: UUID) -> RoomFacts:
    return actions.start(request.actor, room_session_id)


@router.post("/rooms/{uuid:room_session_id}/end", response=RoomOut, operation_id="end_interview")
def post_end(request: StaffRequest, room_session_id: UUID) -> RoomFacts:
    return actions.end(request.actor, room_session_id)


@visit_router.get("", response=VisitOut, operation_id="get_visit")
def get_visit(request: VisitRequest) -> dict[str, Any]:
    return describe_visit(request.visit)


@visit_router.post("/room", response=EntranceOut, operation_id="enter_room_as_candidate")
def post_visit_room(request: VisitRequest) -> Entrance:
    return enter_as_candidate(request.visit)


@visit_router.get(
    "/seals", operation_id="get_visit_seals", auth=past_visit_auth, openapi_extra=SEALED_RESPONSE
)
def get_visit_seals(request: VisitRequest) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(seals_for(request.visit)), content_type="application/json")


def device_of(request: StaffRequest) -> str:
    """The browser of a member of staff: it is told apart by its session, which stays unknown to others."""
    return hashlib.sha256((request.session.session_key or "").encode()).hexdigest()[:32]
