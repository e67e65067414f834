"""Somebody who says only odd things to the whole app, over real sockets."""

import asyncio
import socket
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

import uvicorn
from django.conf import settings
from fairview.config.asgi import app
from fairview.config.live import plane
from fairview.kit.clock import now_us
from fairview.kit.live.serving import SOCKETS

from tests.live import Door, LoopbackServer, Message, Room, Visitor
from tests.odd_messages import STREAM, Odd

FRAMES_PER_SOCKET = 300
"""Fewer than a socket may send at once before it is slowed down."""

FRAMES_PER_PING = 50


@dataclass
class Heard:
    """What was answered, counted by code or status."""

    codes: Counter[str] = field(default_factory=Counter)

    @property
    def faults(self) -> Counter[str]:
        """What the server itself did wrong."""
        return Counter({code: n for code, n in self.codes.items() if is_fault(code)})


def code_of(message: Message) -> str:
    """Of a refusal; of anything else its type."""
    return str(message.get("code", message["type"]))


def is_fault(code: str) -> bool:
    return code == "failed" or (code.isdigit() and int(code) >= 500)


@asynccontextmanager
async def whole_app() -> AsyncIterator[Door]:
    """The app as it is served, desk and pages included."""
    with socket.socket() as port_socket:
        port_socket.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, lifespan="on", **SOCKETS)
        server = LoopbackServer(config)
        task = asyncio.create_task(server._serve(sockets=[port_socket]))
        try:
            await server.ready.wait()
            yield Door(port_socket.getsockname()[1])
        finally:
            server.should_exit = True
            await task


def talking() -> Room:
    room = Room()
    room.change(state="live", started_us=now_us())
    return room


@asynccontextmanager
async def line(door: Door, room: Room, ticket: str) -> AsyncIterator[Visitor]:
    async with door.socket(room.id, settings.ORIGINS[0]) as visitor:
        await visitor.say("live.hello", ticket=ticket)
        yield visitor


async def say_frames(door: Door, odd: Odd, count: int) -> Heard:
    """On sockets of both sides. After every few the server must still answer."""
    heard, room = Heard(), talking()
    for first in range(0, count, FRAMES_PER_SOCKET):
        person = odd.chance.choice([room.ines, room.cai])
        async with line(door, room, room.ticket(person)) as visitor:
            for number in range(first, min(count, first + FRAMES_PER_SOCKET)):
                await visitor.socket.send(odd.frame())
                if number % FRAMES_PER_PING == FRAMES_PER_PING - 1:
                    await visitor.ping(f"odd {number}")
            await visitor.ping("last")
        heard.codes.update(code_of(message) for message in visitor.heard)
    return heard


async def post_batches(door: Door, odd: Odd, count: int) -> Heard:
    """With a good token, an odd one, or one that was meant for something else."""
    heard, room = Heard(), talking()
    token = await stream_token(door, room)
    async with door.http as http:
        for _ in range(count):
            kind, body = odd.batch()
            shown = token if odd.chance.random() < 0.8 else odd.secret(token)
            headers = {"Content-Type": kind, **authorised("Stream", shown)}
            answer = await http.post(f"/live/{room.id}/entries", content=body, headers=headers)
            heard.codes[str(answer.status_code)] += 1
    return heard


async def stream_token(door: Door, room: Room) -> str:
    async with line(door, room, room.ticket(room.cai)) as visitor:
        await visitor.append(UUID(STREAM), 1, {"kind": "evidence.gap_noted", "lost": 1, "reason": "odd"})
        return str((await visitor.hear("evidence.stream_token_state"))["token"])


async def show_tickets(door: Door, odd: Odd, count: int) -> Heard:
    """To the socket in turn with the cursor read."""
    heard, room = Heard(), talking()
    good = room.ticket(room.cai)
    async with door.http as http:
        for number in range(count):
            ticket = odd.secret(good)
            if number % 2:
                answer = await http.get(f"/live/{room.id}/entries", headers=authorised("Ticket", ticket))
                heard.codes[str(answer.status_code)] += 1
                continue
            async with line(door, room, ticket) as visitor:
                first = await visitor.next()
            heard.codes[code_of(first)] += 1
    return heard


def authorised(scheme: str, secret: str) -> dict[str, str]:
    """As far as HTTP can say it."""
    said = "".join(sign for sign in secret if sign.isascii() and sign.isprintable())
    return {"Authorization": f"{scheme} {said}".strip()}


def left_over() -> dict[str, int]:
    """What the live plane still holds for people who have gone."""
    return {
        "rooms with connections": len(plane.hub.rooms),
        "entries that wait": plane.log.writer.waiting_entries,
        "epochs": max((len(clock.epochs) for clock in plane.log.clocks.clocks.values()), default=0),
    }
