"""What an interviewer decides in a room: admit, remove, start, end. Each once, whatever is clicked twice."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.kit.events import publish
from fairview.rooms.contracts import RoomFacts
from fairview.rooms.entries import note_after_commit
from fairview.rooms.errors import NobodyAdmitted, NotInRoom, OnlyCandidates, RoomEndedAlready, RoomNotLive
from fairview.rooms.events import RoomChanged, RoomEnded
from fairview.rooms.models import Act, Participant, RoomSession
from fairview.rooms.queries import get_room, room_facts
from fairview.scheduling.public import mark_ended, mark_started, require_conductor


@transaction.atomic
def admit(actor: Actor, room_session_id: UUID, participant_id: UUID) -> RoomFacts:
    return _set_admission(actor, room_session_id, participant_id, "admitted")


@transaction.atomic
def remove(actor: Actor, room_session_id: UUID, participant_id: UUID) -> RoomFacts:
    """Close the room for a candidate; admitting them again opens it."""
    return _set_admission(actor, room_session_id, participant_id, "removed")


@transaction.atomic
def start(actor: Actor, room_session_id: UUID) -> RoomFacts:
    """Begin the interview with the candidate who was admitted. Starting twice is starting once."""
    room, by = _conduct(actor, room_session_id)
    if room.state == "ended":
        raise RoomEndedAlready
    if room.state == "open":
        if not room.participants.filter(role="candidate", admission="admitted").exists():
            raise NobodyAdmitted
        room.state, room.started_at = "live", utc_now()
        room.policy = mark_started(room.interview_id, room.started_at)
        _decided(actor, room, "started", by)
    return room_facts(room)


@transaction.atomic
def end(actor: Actor, room_session_id: UUID) -> RoomFacts:
    """End it for everybody, for good. Ending twice is ending once."""
    room, by = _conduct(actor, room_session_id)
    if room.state == "open":
        raise RoomNotLive
    if room.state == "live":
        room.state, room.ended_at = "ended", utc_now()
        mark_ended(room.interview_id, room.ended_at)
        _decided(actor, room, "ended", by)
        publish(RoomEnded(room.id))
    return room_facts(room)


def tell_change(room: RoomSession) -> None:
    """Save the room as a newer version and hand its facts to the live plane after the commit."""
    room.version = F("version") + 1
    room.save()
    room.refresh_from_db(fields=["version"])
    publish(RoomChanged(room_facts(room)))


def lock_room(room_session_id: UUID) -> RoomSession:
    return RoomSession.objects.select_for_update().get(id=room_session_id)


def _set_admission(actor: Actor, room_session_id: UUID, participant_id: UUID, admission: str) -> RoomFacts:
    room, by = _conduct(actor, room_session_id)
    participant = room.participants.filter(id=participant_id).first()
    if participant is None:
        raise NotFound
    if participant.role != "candidate":
        raise OnlyCandidates
    if room.state == "ended":
        raise RoomEndedAlready
    if participant.admission != admission:
        participant.admission = admission
        participant.save(update_fields=["admission"])
        _decided(actor, room, admission, by, participant)
    return room_facts(room)


def _conduct(actor: Actor, room_session_id: UUID) -> tuple[RoomSession, Participant]:
    """The room, locked, and the actor as one who stands in it and may lead. What an interrupted act left
    unwritten is written along the way."""
    room = lock_room(get_room(actor, room_session_id).id)
    require_conductor(actor, room.interview)
    by = room.participants.filter(user_id=actor.person).first()
    if by is None:
        raise NotInRoom
    note_after_commit(room.id)
    return room, by


def _decided(
    actor: Actor, room: RoomSession, kind: str, by: Participant, about: Participant | None = None
) -> None:
    Act.objects.create(room_session=room, kind=kind, by=by, about=about)
    record(actor, f"rooms.{kind}", "room_session", room.id)
    tell_change(room)
