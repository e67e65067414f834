from uuid import UUID

from django.db import transaction

from fairview.audit.public import Actor, record
from fairview.evidence.public import append_from_server, read_entries
from fairview.kit.events import publish
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import (
    IncidentJudged,
    IncidentReviewed,
    Review,
    SightingNoted,
    SightingRule,
)
from fairview.proctoring.engine import fold
from fairview.proctoring.errors import IncidentUnknown, RuleSwitchedOff, TalkNotLive
from fairview.rooms.public import get_room
from fairview.scheduling.public import require_conductor


def review_incident(actor: Actor, room_session_id: UUID, incident_id: str, review: Review, note: str) -> None:
    """Confirm, dismiss or reopen an incident. The newest review counts; earlier ones stay in the log.

    Raises `NotFound`, `Forbidden` (only who may lead the interview reviews) or `IncidentUnknown`.
    """
    room = get_room(actor, room_session_id)
    require_conductor(actor, room.interview)
    state = fold(read_entries(room.id), get_policy(room.policy))
    if incident_id not in {incident.id for incident in state.incidents}:
        raise IncidentUnknown
    with transaction.atomic():
        record(
            actor,
            "proctoring.incident_reviewed",
            "room_session",
            room.id,
            incident=incident_id,
            review=review,
        )
        reviewed = IncidentReviewed(incident=incident_id, review=review, note=note)
        append_from_server(room.id, reviewed, actor_id=actor.person)
        publish(IncidentJudged(room.id, incident_id))


def note_sighting(actor: Actor, room_session_id: UUID, rule: SightingRule, note: str) -> None:
    """What an interviewer sees right now in the talk: an incident that a person has confirmed.

    Raises `NotFound`, `Forbidden`, `TalkNotLive` before the start and after the end, or `RuleSwitchedOff`.
    """
    room = get_room(actor, room_session_id)
    require_conductor(actor, room.interview)
    if room.state != "live":
        raise TalkNotLive
    if rule in (get_policy(room.policy).without or []):
        raise RuleSwitchedOff
    with transaction.atomic():
        record(actor, "proctoring.sighting_noted", "room_session", room.id, rule=rule)
        noted = SightingNoted(rule=rule, by=str(actor.person), note=note)
        append_from_server(room.id, noted, actor_id=actor.person)
