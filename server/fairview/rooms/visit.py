"""Where a candidate stands: the interview, what they agreed to, what is observed, and the room."""

from typing import Any

from fairview.evidence.contracts import SealedSession
from fairview.evidence.public import seals_of
from fairview.kit.errors import NotFound
from fairview.policies.public import get_policy
from fairview.rooms.queries import latest_room
from fairview.scheduling.public import DeviceVisit, agreement, for_candidate


def describe_visit(visit: DeviceVisit) -> dict[str, Any]:
    """In the shape of `VisitOut`."""
    interview = visit.interview
    policy = get_policy(interview.policy)
    consent = interview.live_consent
    return {
        "interview": for_candidate(interview, "this"),
        "candidate": interview.candidate,
        "consent": agreement(consent) if consent else None,
        "observes": [name for name, rule in policy.rules.items() if rule.enabled],
        "policy": policy,
        "watching": {
            "policy": policy.reference,
            "watches": policy.watches,
            "shares_overlay": policy.shares_overlay,
            "takes_stills": policy.takes_stills,
            "offers_liveness": policy.offers_liveness,
            "max_gaze_radius_mdeg": policy.max_gaze_radius_mdeg,
        },
        "room": _my_room(visit),
    }


def seals_for(visit: DeviceVisit) -> SealedSession:
    """The seals on the candidate's talk: hashes and signatures, and nothing that anybody said. Raises
    `NotFound`."""
    room = latest_room(visit.interview.id)
    if room is None:
        raise NotFound
    return SealedSession(session=str(room.id), seals=seals_of(room.id))


def _my_room(visit: DeviceVisit) -> dict[str, str | None] | None:
    room = latest_room(visit.interview.id)
    if room is None:
        return None
    me = room.participants.filter(candidate_id=visit.interview.candidate_id).first()
    return {"state": room.state, "admission": me.admission if me else None}
