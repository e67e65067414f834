"""One live room in memory: what the desk says of it, who is connected, and what each may see of that."""

from collections.abc import Iterator
from uuid import UUID

import msgspec

from fairview.kit.live.bus import Note
from fairview.kit.live.hub import Connection
from fairview.rooms.contracts import ParticipantFacts, ParticipantState, RoomFacts, RoomSnapshot

LATE_ENTRIES_US = 24 * 3_600 * 1_000_000
"""How long after the end a client may still send what it had not sent."""


class Present(msgspec.Struct, frozen=True, kw_only=True):
    """A participant as the process that holds their connection sees them."""

    participant: str
    since_us: int
    microphone: bool
    camera: bool


class PresenceStated(Note, frozen=True, tag="rooms.presence_stated"):
    """Who is in a room by way of the process that writes this: all of them, so that newer replaces older."""

    room: UUID
    people: list[Present]


Elsewhere = dict[UUID, dict[str, Present]]
"""Who is in a room by way of which other process."""


class Presence:
    """One participant's live side in this process."""

    def __init__(self) -> None:
        self.connection: Connection | None = None
        self.since_us = 0
        self.microphone = False
        self.camera = False
        self.device: str | None = None
        """The one device that may connect, once the desk has named it."""
        self.has_joined = False
        """Connected and admitted, and written to the log as such."""
        self.goes_on_elsewhere = False
        """The connection is cut for a newer one to another process."""


class LiveRoom:
    def __init__(self, facts: RoomFacts, others: Elsewhere | None = None) -> None:
        self.facts = facts
        self.others = {} if others is None else others
        self.presences: dict[str, Presence] = {}
        self.idle_since_us: int | None = None

    def participant(self, participant_id: str) -> ParticipantFacts | None:
        return next((each for each in self.facts.participants if each.id == participant_id), None)

    def presence(self, participant_id: str) -> Presence:
        return self.presences.setdefault(participant_id, Presence())

    def connections(self) -> Iterator[Connection]:
        for presence in list(self.presences.values()):
            if presence.connection:
                yield presence.connection

    def present(self) -> list[Present]:
        """Who is here by way of this process."""
        return [
            Present(
                participant=participant,
                since_us=presence.since_us,
                microphone=presence.microphone,
                camera=presence.camera,
            )
            for participant, presence in self.presences.items()
            if presence.connection
        ]

    def elsewhere(self, participant_id: str) -> Present | None:
        """Their newest connection to another process."""
        found = [people[participant_id] for people in self.others.values() if participant_id in people]
        return max(found, key=lambda present: present.since_us, default=None)

    def seen(self, participant_id: str) -> Presence | Present | None:
        """How a participant is connected, if at all."""
        presence = self.presences.get(participant_id)
        return presence if presence and presence.connection else self.elsewhere(participant_id)

    def is_over(self, now_us: int) -> bool:
        """Ended, and the time for late entries is past too."""
        ended_us = self.facts.ended_us
        return self.facts.state == "ended" and ended_us is not None and now_us > ended_us + LATE_ENTRIES_US

    def lets_in(self, participant_id: str) -> bool:
        participant = self.participant(participant_id)
        return participant is not None and participant.admission != "removed"

    def may_talk(self, participant_id: str) -> bool:
        """Admitted and here, so that media may flow."""
        participant = self.participant(participant_id)
        return bool(participant and participant.admission == "admitted" and self.seen(participant_id))

    def snapshot_for(self, viewer: ParticipantFacts, now_us: int) -> RoomSnapshot:
        return RoomSnapshot(
            state=self.facts.state,
            title=self.facts.title,
            started_us=self.facts.started_us,
            ended_us=self.facts.ended_us,
            server_us=now_us,
            participants=[
                self.state_of(other, viewer) for other in self.facts.participants if sees(viewer, other)
            ],
        )

    def state_of(self, participant: ParticipantFacts, viewer: ParticipantFacts) -> ParticipantState:
        seen = self.seen(participant.id)
        shows_devices = participant.id == viewer.id or viewer.admission == "admitted"
        return ParticipantState(
            id=participant.id,
            role=participant.role,
            name=participant.name,
            admission=participant.admission,
            is_connected=seen is not None,
            microphone=seen is not None and seen.microphone and shows_devices,
            camera=seen is not None and seen.camera and shows_devices,
        )


def sees(viewer: ParticipantFacts, other: ParticipantFacts) -> bool:
    """Interviewers see everybody; a candidate sees themselves and the interviewers."""
    return viewer.role == "interviewer" or other.id == viewer.id or other.role == "interviewer"


def standing_of(participant: ParticipantFacts) -> frozenset[str]:
    """What a participant counts as when the log asks who may write: their role, `observed` by consent,
    `in_talk` once admitted."""
    said = {"observed": participant.is_observed, "in_talk": participant.admission == "admitted"}
    return frozenset([participant.role, *(word for word, holds in said.items() if holds)])


def newer(facts: RoomFacts, known: RoomFacts | None) -> bool:
    return known is None or facts.version > known.version
