"""What the API gives out of rooms, read off the values of the domain."""

from typing import Any, Literal
from uuid import UUID

from ninja import Schema

from fairview.policies.contracts import Counts, Policy, RuleName, Watched
from fairview.rooms.contracts import Admission, Role, RoomState
from fairview.rooms.ice import IceServer
from fairview.scheduling.contracts import Agreement, InterviewForCandidate


class ParticipantOut(Schema):
    id: UUID
    role: Role
    name: str
    admission: Admission
    is_observed: bool


class RoomOut(Schema):
    """Times are microseconds since 1970 (UTC), as on the live plane."""

    room_session: UUID
    version: int
    state: RoomState
    title: str
    policy: str
    started_us: int | None
    ended_us: int | None
    participants: list[ParticipantOut]


class RuleOut(Schema):
    threshold_ms: int
    weight: int
    cap: int
    counts: Counts
    enabled: bool


class PolicyOut(Schema):
    reference: str
    title: str
    rules: dict[RuleName, RuleOut]
    without: list[RuleName]
    """What is switched off for this candidate."""
    shares_overlay: bool

    @staticmethod
    def resolve_without(policy: Policy) -> list[RuleName]:
        return list(policy.without or [])


class WatchingOut(Schema):
    """What a candidate who agreed is watched for beside faces, and what else the policy allows."""

    policy: str
    watches: list[Watched]
    shares_overlay: bool
    takes_stills: bool
    offers_liveness: bool
    max_gaze_radius_mdeg: int


class EntranceOut(Schema):
    room_session_id: UUID
    participant_id: UUID
    ticket: str
    ice_servers: list[IceServer]
    relay_only: bool
    media: Literal["mesh"]
    policy: PolicyOut


class Myself(Schema):
    name: str
    zone: str


class MyRoom(Schema):
    state: RoomState
    admission: Admission | None
    """None: not entered yet."""


class VisitOut(Schema):
    """All that the candidate's page needs to know where they are."""

    interview: InterviewForCandidate
    candidate: Myself
    consent: Agreement | None
    observes: list[RuleName]
    policy: PolicyOut
    watching: WatchingOut
    room: MyRoom | None


SEALED_RESPONSE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "`evidence.contracts.SealedSession`, for the candidate to keep.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/WireSealedSession"}}},
        }
    }
}
