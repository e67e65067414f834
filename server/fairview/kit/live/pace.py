"""A limit on how fast one socket is read: nothing is refused, a flood waits with its sender."""

import asyncio
import time

PER_SECOND = 100
AT_ONCE = 400


class Pace:
    """A token bucket."""

    def __init__(self, per_second: float = PER_SECOND, at_once: float = AT_ONCE) -> None:
        self.per_second = per_second
        self.at_once = at_once
        self.left = at_once
        self.checked = time.monotonic()

    async def keep(self) -> None:
        """Count one message; wait where there were too many."""
        now = time.monotonic()
        self.left = min(self.at_once, self.left + (now - self.checked) * self.per_second) - 1
        self.checked = now
        if self.left < 0:
            await asyncio.sleep(-self.left / self.per_second)
