"""News of rooms for the live plane and the contexts above."""

from dataclasses import dataclass
from uuid import UUID

from fairview.rooms.contracts import RoomFacts


@dataclass(frozen=True)
class RoomChanged:
    """Anything that participants or the live plane must know. Newer versions win."""

    facts: RoomFacts


@dataclass(frozen=True)
class DeviceChanged:
    """A candidate is on this device now; sockets of any other are shut out. Empty: they left, on none."""

    room_session_id: UUID
    participant_id: UUID
    device: str


@dataclass(frozen=True)
class RoomEnded:
    """The interview was ended by an interviewer."""

    room_session_id: UUID
