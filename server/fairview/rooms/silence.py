"""Who has fallen silent: from whose page nothing came for longer than a page that is well ever pauses.

Interviewers see since when, and the log of a talk keeps it. It says something of a connection and nothing of
a person.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from fairview.evidence.contracts import Payload
from fairview.kit.clock import now_us
from fairview.kit.live.hub import Connection, Hub
from fairview.rooms.contracts import (
    ParticipantFacts,
    ParticipantFellSilent,
    ParticipantHeardAgain,
    SilenceState,
    Silent,
)
from fairview.rooms.presence import LiveRoom

QUIET_US = 8_000_000
"""A page asks for the time every three seconds and gives a connection up that does not answer for three."""

CANDIDATE = "candidate"

Record = Callable[[UUID, Payload, UUID], object]
"""Writes an entry of the server without waiting: session, what happened, who caused it."""


class Heard:
    """When something last came from one candidate."""

    def __init__(self, at_us: int) -> None:
        self.at_us = at_us
        self.is_silent = False
        self.check: asyncio.TimerHandle | None = None


class Silences:
    """Of the rooms that are given, on the live plane's event loop."""

    def __init__(self, hub: Hub, rooms: Mapping[UUID, LiveRoom], record: Record) -> None:
        self.hub = hub
        self.rooms = rooms
        self.record = record
        self.heard: dict[UUID, dict[str, Heard]] = {}

    def hear(self, connection: Connection, received_us: int) -> None:
        """Take a sign of life."""
        if connection.role != CANDIDATE:
            return
        room_id, participant_id = connection.room, connection.participant
        people = self.people_of(room_id)
        if participant_id not in people:
            people[participant_id] = Heard(received_us)
            self.publish(room_id)
        heard = people[participant_id]
        since_us, heard.at_us = heard.at_us, received_us
        if heard.check is None:
            self.check_in(QUIET_US, room_id, participant_id, heard)
        if heard.is_silent:
            heard.is_silent = False
            self.tell(room_id, participant_id, since_us, ParticipantHeardAgain)

    def pass_on(self, room_id: UUID, participants: Iterable[str]) -> None:
        """Another process hears them now."""
        people = self.heard.get(room_id, {})
        for participant_id in participants:
            heard = people.pop(participant_id, None)
            if heard and heard.check:
                heard.check.cancel()

    def publish(self, room_id: UUID) -> None:
        self.hub.publish_everywhere(room_id, self.snapshot(room_id))

    def snapshot(self, room_id: UUID) -> SilenceState:
        people = self.heard.get(room_id, {})
        return SilenceState(
            silent=[
                Silent(participant=participant_id, heard_us=heard.at_us)
                for participant_id, heard in people.items()
                if heard.is_silent and self.talks(room_id, participant_id)
            ]
        )

    def stop(self) -> None:
        for people in self.heard.values():
            for heard in people.values():
                if heard.check:
                    heard.check.cancel()

    def people_of(self, room_id: UUID) -> dict[str, Heard]:
        """Everybody heard in a room. Rooms that are forgotten are forgotten here too."""
        if room_id not in self.heard:
            self.heard = {known: people for known, people in self.heard.items() if known in self.rooms}
            self.heard[room_id] = {}
        return self.heard[room_id]

    def check_in(self, pause_us: int, room_id: UUID, participant_id: str, heard: Heard) -> None:
        loop = asyncio.get_running_loop()
        heard.check = loop.call_later(pause_us / 1_000_000, self.look, room_id, participant_id, heard)

    def look(self, room_id: UUID, participant_id: str, heard: Heard) -> None:
        heard.check = None
        left_us = heard.at_us + QUIET_US - now_us()
        if left_us > 0:
            self.check_in(left_us, room_id, participant_id, heard)
        else:
            heard.is_silent = True
            self.tell(room_id, participant_id, heard.at_us, ParticipantFellSilent)

    def tell(self, room_id: UUID, participant_id: str, since_us: int, kind: Callable[..., Payload]) -> None:
        """The interviewers, and during the talk the log."""
        self.publish(room_id)
        if self.talks(room_id, participant_id) and self.rooms[room_id].facts.state == "live":
            said = kind(participant=participant_id, role=CANDIDATE, since_us=since_us)
            self.record(room_id, said, UUID(participant_id))

    def talks(self, room_id: UUID, participant_id: str) -> ParticipantFacts | None:
        """The participant, if they were let in."""
        room = self.rooms.get(room_id)
        participant = room.participant(participant_id) if room else None
        return participant if participant and participant.admission == "admitted" else None
