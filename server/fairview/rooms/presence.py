"""One live room in memory: what the desk says of it, who is connected, and what each may see of that."""

from collections.abc import Iterator

from fairview.kit.live.hub import Connection
from fairview.rooms.contracts import ParticipantFacts, ParticipantState, RoomFacts, RoomSnapshot

LATE_ENTRIES_US = 24 * 3_600 * 1_000_000
"""How long after the end a client may still send what it had not sent."""


class Presence:
    """One participant's live side."""

    def __init__(self) -> None:
        self.connection: Connection | None = None
        self.microphone = False
        self.camera = False
        self.device: str | None = None
        """The one device that may connect, once the desk has named it."""
        self.has_joined = False
        """Connected and admitted, and written to the log as such."""


class LiveRoom:
    def __init__(self, facts: RoomFacts) -> None:
        self.facts = facts
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
        presence = self.presences.get(participant_id)
        return bool(participant and participant.admission == "admitted" and presence and presence.connection)

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
        presence = self.presence(participant.id)
        shows_devices = participant.id == viewer.id or viewer.admission == "admitted"
        return ParticipantState(
            id=participant.id,
            role=participant.role,
            name=participant.name,
            admission=participant.admission,
            is_connected=presence.connection is not None,
            microphone=presence.microphone and shows_devices,
            camera=presence.camera and shows_devices,
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
