"""What other programs do: begin a session, report what they found, end it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from fairview.accounts.public import get_organisation, token_maker
from fairview.audit.public import Actor
from fairview.candidates.public import take_in_candidate
from fairview.evidence.contracts import Payload
from fairview.evidence.public import append_from_service
from fairview.integrations.contracts import EventKept
from fairview.integrations.engine import meaning_of, time_us, within_session
from fairview.integrations.errors import HeldHere, SessionHasEnded, TooManyEvents
from fairview.integrations.schemas import EventIn, read_event
from fairview.kit.clock import as_us, now_us, utc_now
from fairview.kit.errors import FairviewError
from fairview.proctoring.contracts import DetectionReported, WatchStated
from fairview.rooms.public import RoomSession, end_elsewhere, get_room, open_elsewhere
from fairview.scheduling.public import take_in_interview

MOST_AT_ONCE = 1_000
Said = tuple[Payload, int]
"""What is written, and its time."""


@dataclass(frozen=True)
class Refused:
    index: int
    error: FairviewError


def begin_session(actor: Actor, name: str, email: str, title: str) -> RoomSession:
    """A session that is live from now on, with the program's word that it watches all of it."""
    with transaction.atomic():
        organisation = get_organisation(actor.organisation)
        candidate = take_in_candidate(actor, name or "Candidate", email, organisation.zone)
        interview = take_in_interview(actor, candidate, title or actor.name, token_maker(actor))
        room = open_elsewhere(actor, interview)
    watch = WatchStated(detector=actor.name[:80])
    append_from_service(room.id, [(watch, now_us())], service_id=actor.person)
    return room


def report_events(actor: Actor, room_session_id: UUID, raw: Sequence[Any]) -> tuple[int, list[Refused]]:
    """Write what can be understood; the number written, and what was refused and why. When this returns, all
    of it is on the disk. Raises `SessionHasEnded`, `HeldHere`, `TooManyEvents`, `NotFound`."""
    if len(raw) > MOST_AT_ONCE:
        raise TooManyEvents(limit=MOST_AT_ONCE, count=len(raw))
    room = get_room(actor, room_session_id)
    if not room.is_elsewhere:
        raise HeldHere
    if room.state == "ended":
        raise SessionHasEnded
    said, refused = _understood(actor, room, raw)
    if said:
        append_from_service(room.id, said, service_id=actor.person)
    return len(said), refused


def end_session(actor: Actor, room_session_id: UUID) -> RoomSession:
    """Ending twice is ending once."""
    room = get_room(actor, room_session_id)
    if not room.is_elsewhere:
        raise HeldHere
    return end_elsewhere(actor, room.id)


def _understood(actor: Actor, room: RoomSession, raw: Sequence[Any]) -> tuple[list[Said], list[Refused]]:
    started_us, received_us = as_us(room.started_at or utc_now()), now_us()
    said: list[Said] = []
    refused: list[Refused] = []
    for index, one in enumerate(raw):
        try:
            event = read_event(one)
            claimed_us = time_us(event.timestamp)
            at_us = within_session(claimed_us, started_us, received_us)
            said.append((_payload(actor, event, claimed_us), at_us))
        except FairviewError as error:
            refused.append(Refused(index, error))
    return said, refused


def _payload(actor: Actor, event: EventIn, claimed_us: int | None) -> Payload:
    meaning = meaning_of(event.type, event.object)
    told, detector = event.type[:80], actor.name[:80]
    if meaning.rule is None:
        return EventKept(told=told, detector=detector, event=event.id, claimed_us=claimed_us or 0)
    return DetectionReported(
        rule=meaning.rule,
        reason=meaning.reason,
        duration_ms=event.held_ms,
        confidence_pm=round(event.confidence * 1_000),
        detector=detector,
        told=told,
        event=event.id,
        claimed_us=claimed_us or 0,
    )
