"""Sends at most so often, and always the newest. For the live plane's event loop only."""

import asyncio
from collections.abc import Callable


class Pace:
    """`ask()` sends at once when the last sending is `interval_s` ago, otherwise once, as soon as it is."""

    def __init__(self, interval_s: float, send: Callable[[], None], loop: asyncio.AbstractEventLoop) -> None:
        self._interval_s = interval_s
        self._send = send
        self._loop = loop
        self._next_s = 0.0
        self._waiting: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        if self._waiting is not None:
            return
        if self._loop.time() >= self._next_s:
            self.now()
        else:
            self._waiting = self._loop.call_at(self._next_s, self.now)

    def now(self) -> None:
        self.stop()
        self._next_s = self._loop.time() + self._interval_s
        self._send()

    def stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
