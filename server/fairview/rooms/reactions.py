"""What a room makes of news from scheduling. `config/subscriptions.py` connects these."""

from uuid import UUID

from django.db import transaction

from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.rooms.actions import tell_change
from fairview.rooms.events import DeviceChanged
from fairview.rooms.models import Participant, RoomSession
from fairview.scheduling.public import (
    CandidateLeft,
    ConsentGiven,
    DeviceReplaced,
    InterviewCancelled,
    InterviewMoved,
)


@transaction.atomic
def close_cancelled(event: InterviewCancelled) -> None:
    """Whoever waits in the room of a cancelled interview is let go."""
    room = _standing_room(event.interview_id)
    if room:
        room.state, room.ended_at = "ended", utc_now()
        tell_change(room)


@transaction.atomic
def shut_out_old_device(event: DeviceReplaced) -> None:
    room = _standing_room(event.interview_id)
    candidate = room and room.participants.filter(role="candidate").first()
    if candidate:
        _move_to_device(candidate, event.device)


@transaction.atomic
def let_candidate_go(event: CandidateLeft) -> None:
    """They left by their own choice: if they come again, they wait again."""
    room = _standing_room(event.interview_id)
    candidate = room and room.participants.filter(role="candidate").first()
    if not room or not candidate:
        return
    if candidate.admission == "admitted":
        candidate.admission = "waiting"
    candidate.left_at = utc_now()
    _move_to_device(candidate, "")
    tell_change(room)


@transaction.atomic
def refresh_facts(event: ConsentGiven | InterviewMoved) -> None:
    """Who is observed, or what the interview is called, has changed."""
    room = _standing_room(event.interview_id)
    if room:
        tell_change(room)


def _standing_room(interview_id: UUID) -> RoomSession | None:
    rooms = RoomSession.objects.select_for_update().filter(interview_id=interview_id)
    return rooms.exclude(state="ended").first()


def _move_to_device(candidate: Participant, device: str) -> None:
    candidate.device = device
    candidate.save()
    publish(DeviceChanged(candidate.room_session_id, candidate.id, device))
