"""Rooms of connections. A message to a room reaches each connection whose role may see it.

Everything runs on one event loop; `publish`, `tell`, `send` and `cut` may be called from any thread.
"""

import asyncio
import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

import msgspec

from fairview.kit.live.bus import Bus, MemoryLine, Note
from fairview.kit.live.contracts import Downward, Refusal
from fairview.kit.live.outbox import Outbox, TooSlow
from fairview.kit.live.serving import frame_of
from fairview.kit.live.visibility import NotForRole, Visibility

log = logging.getLogger(__name__)

encode = msgspec.msgpack.Encoder(uuid_format="canonical").encode

TOO_SLOW = Refusal(code="too_slow", retry=True)


class Passed(Note, frozen=True, tag="hub.passed"):
    """A message for whoever is in the room by way of another process."""

    room: UUID
    message: str
    data: bytes
    only: list[str] | None


class Connection:
    """One open socket of one participant."""

    def __init__(self, hub: "Hub", room: UUID, participant: str, role: str, device: str) -> None:
        self.hub = hub
        self.room = room
        self.participant = participant
        self.role = role
        self.device = device
        self.outbox = Outbox()
        self.refusal: asyncio.Future[Refusal] = asyncio.get_running_loop().create_future()

    def send(self, message: Downward) -> None:
        """To this connection alone. Its role must be allowed to see the type."""
        if not self.hub.visibility.may_see(self.role, type(message)):
            self.hub.on_forbidden(self.role, type(message))
            return
        snapshot = self.hub.visibility.snapshot(type(message))
        self.hub.soon(self.put, frame_of(encode(message)), snapshot)

    def put(self, frame: bytes, snapshot: type[Downward] | None) -> None:
        try:
            self.outbox.put(frame, snapshot)
        except TooSlow:
            self.refuse(TOO_SLOW)

    def cut(self, refusal: Refusal) -> None:
        """Say why, and close."""
        self.hub.soon(self.refuse, refusal)

    def refuse(self, refusal: Refusal) -> None:
        if not self.refusal.done():
            self.refusal.set_result(refusal)


class Hub:
    def __init__(self, visibility: Visibility, bus: Bus | None = None, *, strict: bool) -> None:
        self.visibility = visibility
        self.strict = strict
        self.bus = bus or Bus(MemoryLine())
        self.bus.listen(Passed, self.deliver_passed)
        self.types = {name_of(type_): type_ for type_ in visibility.downward}
        self.rooms: dict[UUID, set[Connection]] = defaultdict(set)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.thread: int | None = None

    def bind(self) -> None:
        """Run on the loop that calls."""
        self.loop = asyncio.get_running_loop()
        self.thread = threading.get_ident()

    def release(self) -> None:
        self.loop = self.thread = None

    def soon(self, function: Callable[..., object], *values: Any) -> None:
        """At once on the loop's own thread, else as soon as the loop gets to it. Where no loop is bound (the
        worker, the command line) nobody is connected and nothing happens."""
        if threading.get_ident() == self.thread:
            function(*values)
        elif self.loop and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(function, *values)

    def enter(self, connection: Connection) -> None:
        self.rooms[connection.room].add(connection)

    def leave(self, connection: Connection) -> None:
        connections = self.rooms[connection.room]
        connections.discard(connection)
        if not connections:
            del self.rooms[connection.room]

    def has_anyone(self, room: UUID) -> bool:
        return room in self.rooms

    def publish(self, room: UUID, message: Downward, only: Iterable[str] | None = None) -> None:
        """To everyone in the room by way of this process whose role may see the type; `only`: of these
        participants."""
        self.soon(self.deliver, room, type(message), encode(message), None if only is None else set(only))

    def publish_everywhere(self, room: UUID, message: Downward, only: Iterable[str] | None = None) -> None:
        """To those in the room by way of other processes too: for what stands in no log."""
        chosen = None if only is None else list(only)
        self.publish(room, message, chosen)
        self.tell(Passed(room=room, message=name_of(type(message)), data=encode(message), only=chosen))

    def tell(self, note: Note) -> None:
        """To all other processes, also from where no loop is bound."""
        if self.loop:
            self.soon(self.bus.tell, note)
        else:
            self.bus.tell(note)

    def deliver_passed(self, passed: Passed, _sender: UUID) -> None:
        only = None if passed.only is None else set(passed.only)
        self.deliver(passed.room, self.types[passed.message], passed.data, only)

    def deliver(self, room: UUID, type_: type[Downward], data: bytes, only: set[str] | None) -> None:
        frame, snapshot = frame_of(data), self.visibility.snapshot(type_)
        roles = self.visibility.who_sees(type_)
        for connection in self.rooms.get(room, ()):
            if connection.role in roles and (only is None or connection.participant in only):
                connection.put(frame, snapshot)

    def on_forbidden(self, role: str, type_: type[Downward]) -> None:
        if self.strict:
            raise NotForRole(f"{role} must not see {type_.__name__}")
        log.error("a %s was not sent to a %s", type_.__name__, role)


def name_of(type_: type[Downward]) -> str:
    return str(type_.__struct_config__.tag)
