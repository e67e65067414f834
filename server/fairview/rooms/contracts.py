"""Shapes of rooms: facts from the desk, messages of the live plane, entries of the log."""

from typing import Literal

import msgspec

from fairview.evidence.contracts import Payload
from fairview.kit.live.contracts import Downward, Upward

Role = Literal["candidate", "interviewer"]
RoomState = Literal["open", "live", "ended"]
Admission = Literal["waiting", "admitted", "removed"]


class ParticipantFacts(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    role: Role
    name: str
    admission: Admission
    is_observed: bool = False
    """The candidate agreed to notes on attention."""


class RoomFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that the live plane needs to know of a room. `version` grows with each change; newer wins."""

    room_session: str
    version: int
    state: RoomState
    title: str
    policy: str
    """Name and version of the policy in force, as `standard@1`."""
    started_us: int | None = None
    ended_us: int | None = None
    participants: list[ParticipantFacts] = []


TICKET_PURPOSE = "rooms.ticket"
TICKET_MAX_AGE_S = 60


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of a signed ticket. `device` changes when a candidate takes over on another device."""

    room: RoomFacts
    participant: str
    device: str


# Upward messages


class SessionDescription(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: Literal["offer", "answer", "pranswer", "rollback"]
    sdp: str


class IceCandidate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="camel"):
    candidate: str
    sdp_mid: str | None = None
    sdp_m_line_index: int | None = None
    username_fragment: str | None = None


class SendSignal(Upward, frozen=True, tag="rooms.send_signal"):
    """WebRTC negotiation for one other participant; exactly one of the two is set. Never stored."""

    to: str
    description: SessionDescription | None = None
    candidate: IceCandidate | None = None


class SetMedia(Upward, frozen=True, tag="rooms.set_media"):
    """What the sender's microphone and camera do now, for the others to see."""

    microphone: bool
    camera: bool


# Downward messages


class SignalReceived(Downward, frozen=True, tag="rooms.signal_state"):
    sender: str
    description: SessionDescription | None = None
    candidate: IceCandidate | None = None


class ParticipantState(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    role: Role
    name: str
    admission: Admission
    is_connected: bool
    microphone: bool
    camera: bool


class RoomSnapshot(Downward, frozen=True, tag="rooms.room_state"):
    """The whole room as this participant may see it; sent on entry and on each change. A candidate who waits
    sees only themselves and whether an interviewer is there."""

    state: RoomState
    title: str
    started_us: int | None
    ended_us: int | None
    server_us: int
    participants: list[ParticipantState]


class Silent(msgspec.Struct, frozen=True, kw_only=True):
    participant: str
    heard_us: int


class SilenceState(Downward, frozen=True, tag="rooms.silence_state"):
    """Candidates from whose pages nothing came for longer than is normal, and when each was last heard: a
    snapshot for interviewers. Nobody, while all is well."""

    silent: list[Silent]


# Entries of the log


class ParticipantJoined(Payload, frozen=True, tag="rooms.participant_joined"):
    participant: str
    role: Role


class ParticipantLeft(Payload, frozen=True, tag="rooms.participant_left"):
    participant: str


class ParticipantFellSilent(Payload, frozen=True, tag="rooms.participant_fell_silent"):
    """During the talk, nothing has come from this participant's page since `since_us` (Unix microseconds),
    which is longer than a page that is well ever pauses. It says something of a connection and nothing of a
    person."""

    participant: str
    role: Role
    since_us: int


class ParticipantHeardAgain(Payload, frozen=True, tag="rooms.participant_heard_again"):
    """The silence since `since_us` is over."""

    participant: str
    role: Role
    since_us: int


class ParticipantAdmitted(Payload, frozen=True, tag="rooms.participant_admitted"):
    participant: str
    by: str


class ParticipantRemoved(Payload, frozen=True, tag="rooms.participant_removed"):
    participant: str
    by: str


class SessionStarted(Payload, frozen=True, tag="rooms.session_started"):
    by: str
    policy: str


class SessionEnded(Payload, frozen=True, tag="rooms.session_ended"):
    by: str


class MediaChanged(Payload, frozen=True, tag="rooms.media_changed"):
    """Written by a participant's own client when a device is switched, lost or found again."""

    microphone: bool
    camera: bool
    reason: Literal["person", "device_lost", "device_found"]


class ConnectionChanged(Payload, frozen=True, tag="rooms.connection_changed"):
    """The state of the peer connection as this client sees it."""

    peer: str
    state: Literal["connected", "disconnected", "restarting", "rebuilt", "closed"]
