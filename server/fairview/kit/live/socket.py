"""The endpoint of one live socket: hello, then typed messages both ways until one side ends it."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import reduce
from operator import or_
from typing import Any, Protocol
from uuid import UUID

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect
from uvicorn.protocols.utils import ClientDisconnected

from fairview.kit.clock import now_us
from fairview.kit.live.contracts import (
    UNREADABLE,
    Hello,
    MessageRefused,
    Refusal,
    Upward,
    Welcome,
)
from fairview.kit.live.hub import Connection, Hub, encode
from fairview.kit.live.pace import Pace
from fairview.kit.live.serving import FRAMES, SendFrames

log = logging.getLogger(__name__)

HELLO_WITHIN_S = 5.0
SEND_WITHIN_S = 10.0
DISMISS_WITHIN_S = 2.0
REFUSED = 4403
TOO_SLOW = 4408

Handler = Callable[[Connection, Any, int], None]
"""Called on the event loop with the connection, the message and the time it arrived (Unix microseconds).
It must not wait: what takes time answers later through `connection.send`."""


class Refused(Exception):
    """This socket is not let in."""

    def __init__(self, code: str, *, retry: bool = False, **params: str | int) -> None:
        self.refusal = Refusal(code=code, params=params, retry=retry)


class NotBinary(Exception):
    """A text message came; every message here is MessagePack."""


class Gate(Protocol):
    """Who may come in, decided by the context that owns the rooms."""

    def admit(self, room: UUID, ticket: str) -> Connection:
        """The connection that the ticket opens. Raises `Refused`."""

    def opened(self, connection: Connection) -> None: ...

    def closed(self, connection: Connection) -> None: ...


class LiveSocket:
    def __init__(
        self,
        hub: Hub,
        gate: Gate,
        handlers: Mapping[type[Upward], Handler],
        *,
        origins: Collection[str],
        max_bytes: int,
    ) -> None:
        union: Any = reduce(or_, [Hello, *handlers])
        self.hub = hub
        self.gate = gate
        self.handlers = handlers
        self.origins = origins
        self.max_bytes = max_bytes
        self.decoder = msgspec.msgpack.Decoder(union)

    async def endpoint(self, websocket: WebSocket) -> None:
        await websocket.accept()
        try:
            connection = await self.greet(websocket)
        except Refused as refused:
            await dismiss(websocket, refused.refusal)
            return
        except WebSocketDisconnect:
            return
        self.hub.enter(connection)
        try:
            connection.send(
                Welcome(participant=connection.participant, role=connection.role, server_us=now_us())
            )
            self.gate.opened(connection)
            await self.converse(websocket, connection)
        finally:
            self.hub.leave(connection)
            self.gate.closed(connection)
        if connection.refusal.done():
            await dismiss(websocket, connection.refusal.result())

    async def greet(self, websocket: WebSocket) -> Connection:
        """Let in whoever brings a good ticket from a page of ours within the time."""
        if websocket.headers.get("origin") not in self.origins:
            raise Refused("origin_refused")
        try:
            async with asyncio.timeout(HELLO_WITHIN_S):
                hello = self.decoder.decode(await receive(websocket))
        except TimeoutError:
            raise Refused("protocol", retry=True) from None
        except (NotBinary, *UNREADABLE):
            raise Refused("protocol") from None
        if not isinstance(hello, Hello):
            raise Refused("protocol")
        return self.gate.admit(websocket.path_params["room"], hello.ticket)

    async def converse(self, websocket: WebSocket, connection: Connection) -> None:
        """Until the reader leaves, the sender cannot send, or someone cuts the connection."""
        reading = asyncio.create_task(self.read(websocket, connection))
        sending = asyncio.create_task(send_waiting(websocket, connection))
        ends: list[asyncio.Future[Any]] = [reading, sending, connection.refusal]
        try:
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        finally:
            reading.cancel()
            sending.cancel()
            outcomes = await asyncio.gather(reading, sending, return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, Exception) and not isinstance(outcome, WebSocketDisconnect):
                log.error("a live connection ended by a fault", exc_info=outcome)

    async def read(self, websocket: WebSocket, connection: Connection) -> None:
        pace = Pace()
        while True:
            try:
                data = await receive(websocket)
            except NotBinary:
                connection.refuse(Refusal(code="protocol"))
                return
            self.handle(connection, data, now_us())
            await pace.keep()

    def handle(self, connection: Connection, data: bytes, received_us: int) -> None:
        if len(data) > self.max_bytes:
            connection.send(MessageRefused(code="message_too_large"))
            return
        try:
            message = self.decoder.decode(data)
        except UNREADABLE:
            connection.send(MessageRefused(code="malformed", message=name_in(data)))
            return
        type_ = type(message)
        if type_ is Hello or not self.hub.visibility.may_send(connection.role, type_):
            connection.send(MessageRefused(code="not_allowed", message=name_of(type_)))
            return
        try:
            self.handlers[type_](connection, message, received_us)
        except Exception:
            log.exception("%s was not handled", name_of(type_))
            connection.send(MessageRefused(code="failed", message=name_of(type_)))


async def receive(websocket: WebSocket) -> bytes:
    """The next message. Raises `WebSocketDisconnect`, or `NotBinary` for text."""
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1006))
    data = message.get("bytes")
    if not isinstance(data, bytes):
        raise NotBinary
    return data


async def send_waiting(websocket: WebSocket, connection: Connection) -> None:
    send: SendFrames = websocket.scope["extensions"][FRAMES]["send"]
    while True:
        frames = await connection.outbox.take()
        try:
            async with asyncio.timeout(SEND_WITHIN_S):
                await send(frames)
        except ClientDisconnected:
            return
        except TimeoutError:
            connection.refuse(Refusal(code="too_slow", retry=True))
            return


async def dismiss(websocket: WebSocket, refusal: Refusal) -> None:
    """Say why and close. A reader that does not take even this is left to the server's heartbeat."""
    code = TOO_SLOW if refusal.code == "too_slow" else REFUSED
    with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
        async with asyncio.timeout(DISMISS_WITHIN_S):
            await websocket.send_bytes(encode(refusal))
            await websocket.close(code)


def name_of(type_: type[Upward]) -> str:
    return str(type_.__struct_config__.tag)


class Named(msgspec.Struct):
    type: str = ""


def name_in(data: bytes) -> str:
    """The name that a message gives itself, if it is one."""
    try:
        return msgspec.msgpack.decode(data, type=Named).type[:64]
    except UNREADABLE:
        return ""
