"""Mounted under `/rooms`, beside the routes of rooms."""

from uuid import UUID

from ninja import Router, Status

from fairview.accounts.public import StaffRequest, staff_auth
from fairview.proctoring.actions import note_sighting, review_incident
from fairview.proctoring.schemas import ReviewIn, SightingIn

router = Router(auth=staff_auth, tags=["proctoring"])


@router.post(
    "/{uuid:room_session_id}/incidents/{incident_id}/review",
    response={204: None},
    operation_id="review_incident",
)
def post_review(
    request: StaffRequest, room_session_id: UUID, incident_id: str, details: ReviewIn
) -> Status[None]:
    review_incident(request.actor, room_session_id, incident_id, details.review, details.note)
    return Status(204, None)


@router.post(
    "/{uuid:room_session_id}/sightings",
    response={204: None},
    operation_id="note_sighting",
)
def post_sighting(request: StaffRequest, room_session_id: UUID, details: SightingIn) -> Status[None]:
    note_sighting(request.actor, room_session_id, details.rule, details.note)
    return Status(204, None)
