"""Rooms of interviews that another program holds: it says when they start and end, and nobody enters here."""

from uuid import UUID

from django.db import transaction

from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.rooms.actions import lock_room
from fairview.rooms.entries import note_after_commit
from fairview.rooms.events import RoomEnded
from fairview.rooms.models import Act, RoomSession
from fairview.rooms.queries import get_room
from fairview.scheduling.public import Interview, mark_ended


@transaction.atomic
def open_elsewhere(actor: Actor, interview: Interview) -> RoomSession:
    """A room that is live from the start of its interview."""
    room = RoomSession.objects.create(
        interview=interview,
        organisation_id=interview.organisation_id,
        policy=interview.policy,
        is_elsewhere=True,
        state="live",
        started_at=interview.started_at,
    )
    _decided(actor, room, "started")
    return room


@transaction.atomic
def end_elsewhere(actor: Actor, room_session_id: UUID) -> RoomSession:
    """Ending twice is ending once."""
    room = lock_room(get_room(actor, room_session_id).id)
    if room.is_elsewhere and room.state == "live":
        room.state, room.ended_at = "ended", utc_now()
        room.save()
        mark_ended(room.interview_id, room.ended_at)
        _decided(actor, room, "ended")
        publish(RoomEnded(room.id))
    return room


def _decided(actor: Actor, room: RoomSession, kind: str) -> None:
    at = room.ended_at if kind == "ended" else room.started_at
    Act.objects.create(room_session=room, kind=kind, at=at or utc_now())
    record(actor, f"rooms.{kind}", "room_session", room.id)
    note_after_commit(room.id)
