"""What waits to be sent on one socket: bounded, and of each snapshot only the newest."""

import asyncio
from collections import OrderedDict
from itertools import count

MAX_MESSAGES = 512
MAX_BYTES = 2 * 1024 * 1024
AT_ONCE_BYTES = 64 * 1024


class TooSlow(Exception):
    """The reader does not keep up; it is better cut and given a snapshot on its return."""


class Outbox:
    """Used on the event loop only."""

    def __init__(self, max_messages: int = MAX_MESSAGES, max_bytes: int = MAX_BYTES) -> None:
        self.max_messages = max_messages
        self.max_bytes = max_bytes
        self.waiting: OrderedDict[object, bytes] = OrderedDict()
        self.bytes = 0
        self.numbers = count()
        self.filled = asyncio.Event()

    def put(self, data: bytes, snapshot: type | None = None) -> None:
        """Queue one message. A `snapshot` of a type takes the place of an older one that still waits."""
        key = snapshot or next(self.numbers)
        self.bytes += len(data) - len(self.waiting.pop(key, b""))
        self.waiting[key] = data
        self.filled.set()
        if len(self.waiting) > self.max_messages or self.bytes > self.max_bytes:
            raise TooSlow

    async def take(self) -> list[bytes]:
        """The next of what waits, in order, as soon as there is something. No more than a line takes at once:
        of the rest, what is newer can still take the place of what is older."""
        await self.filled.wait()
        taken, size = [], 0
        while self.waiting and size < AT_ONCE_BYTES:
            _, data = self.waiting.popitem(last=False)
            taken.append(data)
            size += len(data)
        self.bytes -= size
        if not self.waiting:
            self.filled.clear()
        return taken
