"""Through the door: whoever comes first opens the room, and everyone gets a ticket for the live plane."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db import transaction

from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.kit.tickets import seal
from fairview.policies.contracts import Policy
from fairview.policies.public import get_policy
from fairview.rooms.actions import tell_change
from fairview.rooms.contracts import TICKET_PURPOSE, Ticket
from fairview.rooms.entries import note_after_commit
from fairview.rooms.errors import RemovedFromRoom
from fairview.rooms.events import DeviceChanged
from fairview.rooms.ice import IceServer, ice_servers
from fairview.rooms.models import Participant, RoomSession
from fairview.rooms.queries import room_facts
from fairview.scheduling.public import (
    ConsentMissing,
    DeviceVisit,
    Interview,
    InterviewOver,
    InterviewWasCancelled,
    get_interview,
    require_conductor,
)


@dataclass(frozen=True)
class Entrance:
    """What a browser needs to go in. The ticket is good for a minute; ask again for another."""

    room_session_id: UUID
    participant_id: UUID
    ticket: str
    ice_servers: list[IceServer]
    relay_only: bool
    media: Literal["mesh"]
    policy: Policy


@transaction.atomic
def enter_as_staff(actor: Actor, interview_id: UUID, device: str) -> Entrance:
    """For those who may lead the interview; they need nobody to admit them."""
    require_conductor(actor, get_interview(actor, interview_id))
    room = _open_room(interview_id)
    participant = room.participants.filter(user_id=actor.person).first()
    if participant is None:
        participant = Participant(
            room_session=room, role="interviewer", user_id=actor.person, name=actor.name, admission="admitted"
        )
    return _enter(actor, room, participant, device)


@transaction.atomic
def enter_as_candidate(visit: DeviceVisit) -> Entrance:
    """After consent; the candidate waits until an interviewer admits them."""
    room = _open_room(visit.interview.id)
    if room.interview.live_consent is None:
        raise ConsentMissing
    candidate = visit.interview.candidate
    participant = room.participants.filter(candidate=candidate).first()
    if participant is None:
        participant = Participant(
            room_session=room, role="candidate", candidate=candidate, name=candidate.name, admission="waiting"
        )
    if participant.admission == "removed":
        raise RemovedFromRoom
    return _enter(visit.actor, room, participant, visit.device)


def _open_room(interview_id: UUID) -> RoomSession:
    """The room of the interview, which stays locked so that two who come at once find the same one."""
    interview = Interview.objects.select_for_update().get(id=interview_id)
    if interview.cancelled_at is not None:
        raise InterviewWasCancelled
    if interview.ended_at is not None:
        raise InterviewOver
    room = RoomSession.objects.filter(interview=interview).exclude(state="ended").first()
    if room is None:
        return RoomSession.objects.create(
            interview=interview, organisation_id=interview.organisation_id, policy=interview.policy
        )
    if room.state == "open" and room.policy != interview.policy:
        room.policy = interview.policy
        room.save(update_fields=["policy"])
    return room


def _enter(actor: Actor, room: RoomSession, participant: Participant, device: str) -> Entrance:
    is_new, is_moved = participant._state.adding, participant.device != device
    participant.device, participant.left_at, participant.entered_at = device, None, utc_now()
    participant.save()
    if is_moved and participant.role == "candidate":
        publish(DeviceChanged(room.id, participant.id, device))
    if is_new:
        record(actor, "rooms.entered", "room_session", room.id)
        tell_change(room)
    note_after_commit(room.id)
    ticket = Ticket(room=room_facts(room), participant=str(participant.id), device=device)
    return Entrance(
        room_session_id=room.id,
        participant_id=participant.id,
        ticket=seal(ticket, TICKET_PURPOSE),
        ice_servers=ice_servers(participant.id),
        relay_only=settings.RELAY_ONLY,
        media="mesh",
        policy=get_policy(room.policy),
    )
