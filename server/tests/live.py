"""A real live plane on loopback, and people who talk to it as the browser does."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import UUID

import httpx
import msgspec
import uvicorn
from fairview.config.live import LivePlane
from fairview.evidence.contracts import Entry
from fairview.evidence.public import last_position, read_entries
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.kit.live.bus import Line
from fairview.kit.live.serving import SOCKETS
from fairview.kit.tickets import seal
from fairview.rooms.contracts import TICKET_PURPOSE, ParticipantFacts, RoomFacts, Ticket
from starlette.applications import Starlette
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

ORIGIN = "http://fairview.test"
PATIENCE_S = 5
LEAVING_S = 0.5
"""Who left without reading all that was sent is not waited for: their goodbye stands behind it."""
Message = dict[str, Any]


class Room:
    """What the desk knows of one interview: Ines asks, Cai answers."""

    def __init__(self) -> None:
        self.id = new_id()
        self.ines = ParticipantFacts(id=str(new_id()), role="interviewer", name="Ines", admission="admitted")
        self.cai = ParticipantFacts(
            id=str(new_id()), role="candidate", name="Cai", admission="admitted", is_observed=True
        )
        self.facts = RoomFacts(
            room_session=str(self.id),
            version=1,
            state="open",
            title="Backend engineer",
            policy="standard@1",
            participants=[self.ines, self.cai],
        )

    def change(self, **changes: object) -> RoomFacts:
        """The desk's next word on the room."""
        self.facts = msgspec.structs.replace(self.facts, version=self.facts.version + 1, **changes)
        return self.facts

    def change_cai(self, **changes: object) -> RoomFacts:
        self.cai = msgspec.structs.replace(self.cai, **changes)
        return self.change(participants=[self.ines, self.cai])

    def ticket(self, person: ParticipantFacts, device: str = "laptop") -> str:
        return seal(Ticket(room=self.facts, participant=person.id, device=device), TICKET_PURPOSE)


class Visitor:
    """One socket. Messages are plain maps, as on the wire."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.heard: list[Message] = []

    async def say(self, type_: str, **fields: object) -> None:
        await self.socket.send(msgspec.msgpack.encode({"type": type_, **fields}))

    async def next(self) -> Message:
        async with asyncio.timeout(PATIENCE_S):
            data = await self.socket.recv(decode=False)
        message: Message = msgspec.msgpack.decode(data)
        self.heard.append(message)
        return message

    async def hear(self, type_: str, **fields: object) -> Message:
        """The next message of a type with these fields, passing over others."""
        while True:
            message = await self.next()
            if message["type"] == type_ and all(message[name] == value for name, value in fields.items()):
                return message

    async def hear_room(self, **seen: object) -> Message:
        """The next view of the room in which somebody looks like this."""
        while True:
            room = await self.hear("rooms.room_state")
            for person in room["participants"]:
                if all(person[name] == value for name, value in seen.items()):
                    return room

    async def hear_silence(self, *people: str) -> dict[str, int]:
        """When each was last heard, as soon as just these are silent."""
        while True:
            silent = (await self.hear("rooms.silence_state"))["silent"]
            if [one["participant"] for one in silent] == list(people):
                return {one["participant"]: one["heard_us"] for one in silent}

    async def dismissal(self) -> tuple[str | None, int]:
        """The refusal and the close code with which the server ends this socket."""
        code = None
        with suppress(ConnectionClosed):
            while True:
                message = await self.next()
                if message["type"] == "live.refusal_state":
                    code = message["code"]
        return code, self.socket.close_code or 0

    async def ping(self, epoch: str = "page") -> Message:
        """One clock exchange; also proves that everything said before has been handled."""
        t0_us = now_us()
        await self.say("clock.ping", epoch=epoch, t0_us=t0_us)
        return await self.hear("clock.pong_state", t0_us=t0_us)

    async def append(self, stream: UUID, first: int, *payloads: Message) -> None:
        entries = [
            {"number": number, "at_us": now_us(), "payload": payload}
            for number, payload in enumerate(payloads, start=first)
        ]
        await self.say("evidence.append", stream=str(stream), epoch="page", entries=entries)


class Door:
    """Where a live plane is reached."""

    def __init__(self, port: int) -> None:
        self.port = port

    @property
    def http(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}")

    @asynccontextmanager
    async def socket(self, room: UUID, origin: str = ORIGIN, **options: Any) -> AsyncIterator[Visitor]:
        url = f"ws://127.0.0.1:{self.port}/live/{room}"
        options = {"compression": None, "close_timeout": LEAVING_S, **options}
        async with connect(url, origin=origin, **options) as socket:  # type: ignore[arg-type]
            yield Visitor(socket)

    @asynccontextmanager
    async def visit(
        self, room: Room, person: ParticipantFacts, device: str = "laptop"
    ) -> AsyncIterator[Visitor]:
        """A person who has come in and has seen the room."""
        async with self.socket(room.id) as visitor:
            await visitor.say("live.hello", ticket=room.ticket(person, device))
            await visitor.hear("live.welcome_state", participant=person.id)
            await visitor.hear("rooms.room_state")
            yield visitor


class LiveServer(Door):
    """A live plane in the process of the test."""

    def __init__(self, plane: LivePlane, port: int) -> None:
        super().__init__(port)
        self.plane = plane
        self.news = asyncio.Event()
        plane.log.consumers = [*plane.log.consumers, self.hear]

    def hear(self, session_id: UUID, entries: list[Entry]) -> None:
        """Consumes committed entries."""
        self.news.set()

    async def entries(self, session_id: UUID, count: int) -> list[Entry]:
        """The log of a session, as soon as it has this many entries."""
        async with asyncio.timeout(PATIENCE_S):
            while last_position(session_id) < count:
                self.news.clear()
                await self.news.wait()
        return list(read_entries(session_id))


class LoopbackServer(uvicorn.Server):
    """Says when it listens, and leaves signals to the tests."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@asynccontextmanager
async def serving(
    plane: LivePlane, port_socket: socket.socket, heartbeat_s: float | None
) -> AsyncIterator[None]:
    config = uvicorn.Config(
        Starlette(routes=plane.routes),
        lifespan="off",
        **{**SOCKETS, "ws_ping_interval": heartbeat_s, "ws_ping_timeout": heartbeat_s},
    )
    server = LoopbackServer(config)
    task = asyncio.create_task(server._serve(sockets=[port_socket]))
    try:
        await server.ready.wait()
        yield
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def live_server(
    heartbeat_s: float | None = None, line: Line | None = None
) -> AsyncIterator[LiveServer]:
    plane = LivePlane([ORIGIN], line, strict=True)
    joined = asyncio.Event()
    plane.bus.when_joined.append(joined.set)
    with socket.socket() as port_socket:
        port_socket.bind(("127.0.0.1", 0))
        async with plane.running(), serving(plane, port_socket, heartbeat_s):
            await joined.wait()
            yield LiveServer(plane, port_socket.getsockname()[1])
