"""What passes between the processes of one deployment: what one says, all others hear.

A note is a hint, as every live message is. One may be lost, and whoever needs what it says finds it in the
databases; so `when_joined` tells those who listen to look again.
"""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import reduce
from operator import or_
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from fairview.kit.ids import new_id

log = logging.getLogger(__name__)

BEATS_EVERY_S = 5.0
GONE_AFTER_S = 3 * BEATS_EVERY_S

encode = msgspec.msgpack.Encoder().encode


class Note(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """From one process to all others."""


class Joined(Note, frozen=True, tag="bus.joined"):
    """A process came, or came back: what it said meanwhile nobody heard, and it heard nobody."""


class Beat(Note, frozen=True, tag="bus.beat"):
    """A process lives."""


AnyNote = TypeVar("AnyNote", bound=Note)


class Line(ABC):
    """Carries letters between processes. Its own may come back."""

    @abstractmethod
    def running(
        self, hear: Callable[[bytes], None], on_joined: Callable[[], None]
    ) -> AbstractAsyncContextManager[None]:
        """Open while the block runs; `hear` and `on_joined` are called on the event loop."""

    @abstractmethod
    def send(self, letter: bytes) -> None:
        """On the event loop while it runs, else from any thread. Does not wait and never fails."""


class MemoryLine(Line):
    """Between planes of one process that share `ends`; alone it reaches nobody."""

    def __init__(self, ends: set[Callable[[bytes], None]] | None = None) -> None:
        self.ends = set() if ends is None else ends

    @asynccontextmanager
    async def running(
        self, hear: Callable[[bytes], None], on_joined: Callable[[], None]
    ) -> AsyncIterator[None]:
        self.ends.add(hear)
        on_joined()
        try:
            yield
        finally:
            self.ends.remove(hear)

    def send(self, letter: bytes) -> None:
        for hear in list(self.ends):
            hear(letter)


class Bus:
    """One process's end. Everything is heard on its event loop."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.name = new_id()
        self.handlers: dict[type[Note], Callable[[Any, UUID], None]] = {}
        self.when_joined: list[Callable[[], None]] = []
        """Called when this process or another came (back) and something may have been missed."""
        self.when_gone: list[Callable[[UUID], None]] = []
        """Called when another process was not heard for long."""
        self.heard_at: dict[UUID, float] = {}
        self.listen(Joined, lambda _joined, _sender: self.look_again())
        self.listen(Beat, lambda _beat, _sender: None)

    def listen(self, type_: type[AnyNote], hear: Callable[[AnyNote, UUID], None]) -> None:
        """What to do with a kind of note; with it comes the name of the process that wrote it."""
        self.handlers[type_] = hear

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        union: Any = reduce(or_, self.handlers)
        self.decoder = msgspec.msgpack.Decoder(union)
        async with self.line.running(self.hear, self.join):
            beating = asyncio.create_task(self.beat())
            try:
                yield
            finally:
                beating.cancel()

    def tell(self, note: Note) -> None:
        """On the event loop, or where none runs (the worker, the command line)."""
        self.line.send(self.name.bytes + encode(note))

    def join(self) -> None:
        self.tell(Joined())
        self.look_again()

    def look_again(self) -> None:
        call_all(self.when_joined)

    def hear(self, letter: bytes) -> None:
        if letter.startswith(self.name.bytes):
            return
        try:
            self.take(UUID(bytes=letter[:16]), self.decoder.decode(memoryview(letter)[16:]))
        except Exception:
            log.exception("a note of another process was not taken")

    def take(self, sender: UUID, note: Note) -> None:
        self.heard_at[sender] = asyncio.get_running_loop().time()
        self.handlers[type(note)](note, sender)

    async def beat(self) -> None:
        while True:
            self.tell(Beat())
            await asyncio.sleep(BEATS_EVERY_S)
            self.miss_silent(asyncio.get_running_loop().time() - GONE_AFTER_S)

    def miss_silent(self, since_s: float) -> None:
        """Let go those who were not heard since."""
        for sender in [one for one, heard_at in self.heard_at.items() if heard_at < since_s]:
            del self.heard_at[sender]
            call_all(self.when_gone, sender)


def call_all(functions: Iterable[Callable[..., None]], *values: Any) -> None:
    """One failure does not keep it from the others."""
    for function in functions:
        try:
            function(*values)
        except Exception:
            log.exception("a listener on the bus failed")
