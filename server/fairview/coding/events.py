"""News of coding for the live plane: what the evidence log does not say, because it passes."""

from dataclasses import dataclass
from uuid import UUID

from fairview.coding.contracts import RunState
from runner.protocol import Stream


@dataclass(frozen=True)
class RunMoved:
    """A run waits at this place of the queue (1 for the next), or runs now (0)."""

    room_session_id: UUID
    run: str
    state: RunState
    position: int


@dataclass(frozen=True)
class RunPrinted:
    room_session_id: UUID
    run: str
    stream: Stream
    text: str


@dataclass(frozen=True)
class RunnerSeen:
    """A runner has asked for work. It can run nothing where something is missing."""

    missing: list[str]
