"""The live plane, wired: which messages and entries exist, who may send, see and write each, and who handles
them. `config/asgi.py` mounts `live_routes` and runs `live_plane()` for as long as it serves."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

from django.conf import settings
from starlette.routing import BaseRoute, Route, WebSocketRoute

from fairview.coding.contracts import (
    CursorState,
    DocumentEdited,
    DocumentStarted,
    DocumentState,
    DocumentUpdated,
    ExerciseAssigned,
    ExerciseWithdrawn,
    LanguageChosen,
    OpenDocument,
    RunFinished,
    RunOutput,
    RunRequested,
    SetCursor,
    WorkspaceState,
)
from fairview.coding.http import QueueWatch
from fairview.coding.live import LiveWorkspaces
from fairview.evidence.contracts import (
    MAX_BATCH_BYTES,
    AppendEntries,
    EntriesAcknowledged,
    EntriesRefused,
    GapNoted,
    Payload,
    PayloadsErased,
    SlowDown,
    StreamClosed,
    StreamToken,
)
from fairview.evidence.http import entries_endpoint
from fairview.evidence.live import LiveEvidence
from fairview.evidence.public import EvidenceLog, Follower, read_entries, serving
from fairview.integrations.contracts import EventKept
from fairview.kit.errors import Forbidden
from fairview.kit.live.bus import Bus, Line, MemoryLine
from fairview.kit.live.contracts import (
    ClockPing,
    ClockPong,
    Downward,
    Hello,
    MessageRefused,
    Refusal,
    Upward,
    Welcome,
)
from fairview.kit.live.hub import Connection, Hub
from fairview.kit.live.socket import LiveSocket, Refused
from fairview.kit.live.visibility import Sight, Visibility
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import (
    AttentionState,
    CameraUsed,
    DetectionReported,
    GazeCalibrated,
    IncidentReviewed,
    IncidentsState,
    LivenessChecked,
    NeutralSet,
    Observation,
    OverlayState,
    ShowOverlay,
    SightingNoted,
    WatchChanged,
    WatchStated,
)
from fairview.proctoring.public import LiveOverlay, LiveProctor
from fairview.reports.contracts import ScorecardSubmitted
from fairview.reports.public import IN_THE_ROOM, follow_closed_streams
from fairview.rooms.contracts import (
    ConnectionChanged,
    MediaChanged,
    ParticipantAdmitted,
    ParticipantFellSilent,
    ParticipantHeardAgain,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantRemoved,
    RoomSnapshot,
    SendSignal,
    SessionEnded,
    SessionStarted,
    SetMedia,
    SignalReceived,
    SilenceState,
)
from fairview.rooms.live import LiveRooms
from fairview.rooms.public import facts_of_rooms

INTERVIEWER = frozenset({"interviewer"})
CANDIDATE = frozenset({"candidate"})
EVERYONE = CANDIDATE | INTERVIEWER
OBSERVED = frozenset({"observed"})
"""A candidate who agreed to notes on attention."""
IN_TALK = frozenset({"in_talk"})
"""Whoever was let in: interviewers, and the candidate once admitted."""
SERVER = frozenset({"server"})
SERVICE = frozenset({"service"})
"""A program that reports what it found, by a token of the organisation."""

UPWARD: dict[type[Upward], frozenset[str]] = {
    Hello: EVERYONE,
    ClockPing: EVERYONE,
    AppendEntries: EVERYONE,
    SendSignal: EVERYONE,
    SetMedia: EVERYONE,
    OpenDocument: EVERYONE,
    SetCursor: EVERYONE,
    ShowOverlay: CANDIDATE,
}
"""Who may send what."""

DOWNWARD: dict[type[Downward], Sight] = {
    Welcome: Sight(EVERYONE),
    Refusal: Sight(EVERYONE),
    MessageRefused: Sight(EVERYONE),
    ClockPong: Sight(EVERYONE),
    EntriesAcknowledged: Sight(EVERYONE),
    EntriesRefused: Sight(EVERYONE),
    StreamToken: Sight(EVERYONE),
    SlowDown: Sight(EVERYONE),
    RoomSnapshot: Sight(EVERYONE, newest_only=True),
    SignalReceived: Sight(EVERYONE),
    SilenceState: Sight(INTERVIEWER, newest_only=True),
    AttentionState: Sight(INTERVIEWER, newest_only=True),
    IncidentsState: Sight(INTERVIEWER, newest_only=True),
    OverlayState: Sight(INTERVIEWER, newest_only=True),
    WorkspaceState: Sight(EVERYONE, newest_only=True),
    DocumentState: Sight(EVERYONE),
    DocumentUpdated: Sight(EVERYONE),
    CursorState: Sight(EVERYONE),
    RunOutput: Sight(EVERYONE),
}
"""Who may see what."""

PAYLOADS: dict[type[Payload], frozenset[str]] = {
    StreamClosed: EVERYONE,
    GapNoted: EVERYONE,
    PayloadsErased: SERVER,
    ParticipantJoined: SERVER,
    ParticipantLeft: SERVER,
    ParticipantFellSilent: SERVER,
    ParticipantHeardAgain: SERVER,
    ParticipantAdmitted: SERVER,
    ParticipantRemoved: SERVER,
    SessionStarted: SERVER,
    SessionEnded: SERVER,
    MediaChanged: EVERYONE,
    ConnectionChanged: EVERYONE,
    NeutralSet: OBSERVED,
    Observation: OBSERVED,
    WatchChanged: CANDIDATE,
    CameraUsed: OBSERVED,
    GazeCalibrated: OBSERVED,
    LivenessChecked: OBSERVED,
    IncidentReviewed: SERVER,
    SightingNoted: SERVER,
    WatchStated: SERVICE,
    DetectionReported: SERVICE,
    EventKept: SERVICE,
    ExerciseAssigned: SERVER,
    ExerciseWithdrawn: SERVER,
    DocumentStarted: SERVER,
    DocumentEdited: IN_TALK,
    LanguageChosen: IN_TALK,
    RunRequested: SERVER,
    RunFinished: SERVER,
    ScorecardSubmitted: SERVER,
}
"""Who may write what into the log."""


class LivePlane:
    """Everything live of one web process."""

    def __init__(self, origins: Collection[str], line: Line | None = None, *, strict: bool = False) -> None:
        self.bus = Bus(line or MemoryLine())
        self.hub = Hub(Visibility(UPWARD, DOWNWARD), self.bus, strict=strict)
        self.proctor = LiveProctor(self.hub.publish, read_entries, get_policy, self.hub.has_anyone)
        self.workspaces = LiveWorkspaces(self.hub, self.in_talk, self.talk_of, read_entries)
        self.queue = QueueWatch(self.hub)
        self.follower = Follower(self.hub, read_entries, [self.proctor, self.workspaces])
        self.log = EvidenceLog(PAYLOADS, [self.follower, follow_closed_streams])
        self.rooms = LiveRooms(self.hub, self.log.record, facts_of_rooms)
        self.evidence = evidence = LiveEvidence(self.log, self.rooms.standing)
        self.overlay = LiveOverlay(self.hub, self.rooms.facts_of, self.rooms.standing, get_policy)
        self.rooms.greetings += [self.greet, self.workspaces.greet]
        self.rooms.when_ended.append(evidence.renew_tokens)
        self.entries = entries_endpoint(self.log, self.whose_entries, IN_THE_ROOM)
        self.socket = LiveSocket(
            self.hub,
            self.rooms,
            {
                ClockPing: self.ping,
                AppendEntries: evidence.append,
                SendSignal: self.rooms.send_signal,
                SetMedia: self.rooms.set_media,
                OpenDocument: self.workspaces.open_document,
                SetCursor: self.workspaces.set_cursor,
                ShowOverlay: self.overlay.show,
            },
            origins=origins,
            max_bytes=MAX_BATCH_BYTES,
        )

    @property
    def routes(self) -> list[BaseRoute]:
        return [
            WebSocketRoute("/live/{room:uuid}", self.socket.endpoint),
            Route("/live/{room:uuid}/entries", self.entries, methods=["GET", "POST"]),
        ]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self.hub.bind()
        async with self.bus.running(), self.log.running(settings.EVIDENCE_DATABASE, settings.SIGNING_KEY):
            with serving(self.log):
                try:
                    yield
                finally:
                    await self.follower.stop()
                    await self.proctor.stop()
                    await self.workspaces.stop()
                    self.rooms.silences.stop()
        self.hub.release()

    def greet(self, connection: Connection) -> Sequence[Downward]:
        """An interviewer who comes in is told at once what is known."""
        if connection.role != "interviewer":
            return []
        return [*self.proctor.snapshot(connection.room), self.rooms.silences.snapshot(connection.room)]

    def ping(self, connection: Connection, ping: ClockPing, received_us: int) -> None:
        """Who asks for the time is there."""
        self.evidence.ping(connection, ping, received_us)
        self.rooms.silences.hear(connection, received_us)

    def in_talk(self, room: UUID) -> list[Connection]:
        """Who was let in and is here."""
        known = self.rooms.rooms.get(room)
        return [one for one in known.connections() if known.may_talk(one.participant)] if known else []

    def talk_of(self, room: UUID) -> list[str]:
        """Who was let in and is connected, by way of whichever process."""
        known = self.rooms.rooms.get(room)
        return [one.id for one in known.facts.participants if known.may_talk(one.id)] if known else []

    def whose_entries(self, room: UUID, ticket: str) -> UUID | None:
        """Interviewers read the whole log of their room, candidates what they wrote themselves."""
        try:
            participant = self.rooms.check(room, ticket)
        except Refused:
            raise Forbidden from None
        return None if participant.role == "interviewer" else UUID(participant.id)


def line_by(redis_url: str) -> Line:
    """Between the processes of this deployment, if it has several."""
    if not redis_url:
        return MemoryLine()
    from fairview.kit.live.redis_line import RedisLine  # takes half a second to load

    return RedisLine(redis_url)


plane = LivePlane(settings.ORIGINS, line_by(settings.REDIS_URL), strict=settings.DEBUG)
hub = plane.hub
live_routes = plane.routes
live_plane = plane.running
entries = plane.entries
apply_facts = plane.rooms.apply_facts
change_device = plane.rooms.change_device
workspaces = plane.workspaces
queue = plane.queue
