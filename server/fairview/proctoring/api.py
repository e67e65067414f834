"""`router` is mounted under `/rooms`, beside the routes of rooms."""

from uuid import UUID

from ninja import Router, Status

from fairview.accounts.public import StaffRequest, staff_auth
from fairview.policies.contracts import RuleName
from fairview.proctoring.actions import note_sighting, review_incident
from fairview.proctoring.measured import Measured, measured_rules
from fairview.proctoring.schemas import MeasuredOut, ReviewIn, SightingIn

router = Router(auth=staff_auth, tags=["proctoring"])
rules_router = Router(auth=staff_auth, tags=["proctoring"])


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


@rules_router.get("/measured", response=dict[RuleName, MeasuredOut], operation_id="measured_rules")
def get_measured(request: StaffRequest) -> dict[RuleName, Measured]:
    """How often each rule was right where the truth was known."""
    return measured_rules()
