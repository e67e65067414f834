"""What is known of rooms: one through its door, its facts for the live plane, and notes for lists."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.db import close_old_connections

from fairview.audit.public import Actor
from fairview.kit.clock import as_us, utc_now
from fairview.kit.errors import NotFound
from fairview.rooms.contracts import Admission, ParticipantFacts, Role, RoomFacts, RoomState
from fairview.rooms.models import Participant, RoomSession
from fairview.scheduling.public import RoomOnCard

WAITING_FADES = timedelta(hours=2)
"""The desk knows who came to the door, not whether they still stand there; after this it stops saying so."""


def get_room(actor: Actor, room_session_id: UUID) -> RoomSession:
    """The tested door. Raises `NotFound` for what does not exist and for what is not the actor's to see."""
    room = RoomSession.objects.visible_to(actor).filter(id=room_session_id).first()
    if room is None:
        raise NotFound
    return room


def latest_room(interview_id: UUID) -> RoomSession | None:
    return RoomSession.objects.filter(interview_id=interview_id).order_by("-id").first()


def room_facts(room: RoomSession) -> RoomFacts:
    consent = room.interview.consents.filter(withdrawn_at=None).first()
    agreed = consent is not None and consent.observation
    return RoomFacts(
        room_session=str(room.id),
        version=room.version,
        state=cast(RoomState, room.state),
        title=room.interview.title,
        policy=room.policy,
        started_us=_us(room.started_at),
        ended_us=_us(room.ended_at),
        participants=[_facts(one, agreed) for one in room.participants.order_by("id")],
    )


def facts_of_rooms(room_session_ids: Collection[UUID]) -> list[RoomFacts]:
    """As they are now, in a thread that asks nothing else."""
    close_old_connections()
    try:
        rooms = RoomSession.objects.filter(id__in=room_session_ids).select_related("interview")
        return [room_facts(room) for room in rooms]
    finally:
        close_old_connections()


def rooms_on_cards(interview_ids: Collection[UUID]) -> dict[UUID, RoomOnCard]:
    """The latest room of each interview; those that have none are left out."""
    rooms = RoomSession.objects.filter(interview_id__in=interview_ids).order_by("id")
    at_the_door = set(
        Participant.objects.filter(
            room_session__in=rooms,
            role="candidate",
            admission="waiting",
            left_at=None,
            entered_at__gt=utc_now() - WAITING_FADES,
        ).values_list("room_session_id", flat=True)
    )
    return {
        room.interview_id: RoomOnCard(
            room.id, candidate_waits=room.state != "ended" and room.id in at_the_door
        )
        for room in rooms
    }


def has_candidate(interview_id: UUID) -> bool:
    """Whether the candidate came to the door and, as far as the desk knows, still is there or inside."""
    return (
        Participant.objects.filter(
            room_session__interview_id=interview_id,
            role="candidate",
            admission__in=["waiting", "admitted"],
            left_at=None,
            entered_at__gt=utc_now() - WAITING_FADES,
        )
        .exclude(room_session__state="ended")
        .exists()
    )


def _facts(participant: Participant, agreed: bool) -> ParticipantFacts:
    return ParticipantFacts(
        id=str(participant.id),
        role=cast(Role, participant.role),
        name=participant.name,
        admission=cast(Admission, participant.admission),
        is_observed=agreed and participant.role == "candidate",
    )


def _us(at: datetime | None) -> int | None:
    return None if at is None else as_us(at)
