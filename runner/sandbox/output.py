"""What a program prints: kept up to a limit, decoded as it comes, told in portions."""

import codecs
from collections.abc import Callable

from runner.protocol import Stream

LEAST_PAUSE_S = 0.02
"""Between two portions: at most fifty a second."""
GATHER_S = 0.005


class Tap:
    """One of the two streams. Not UTF-8 is shown as U+FFFD; a character that comes in two parts is one."""

    def __init__(
        self, stream: Stream, limit_bytes: int, on_bytes: Callable[[bytes], None] | None = None
    ) -> None:
        """`on_bytes` is told at once of all that comes, within the limit."""
        self.stream = stream
        self.limit_bytes = limit_bytes
        self.kept = bytearray()
        self.has_overflowed = False
        self._on_bytes = on_bytes
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._told = 0

    def take(self, data: bytes) -> None:
        room = self.limit_bytes - len(self.kept)
        self.has_overflowed = self.has_overflowed or len(data) > room
        self.kept += data[:room]
        if self._on_bytes:
            self._on_bytes(data[:room])

    def portion(self, *, ends: bool = False) -> str:
        """What was printed since the last portion, whole characters only unless this is the end."""
        fresh = bytes(memoryview(self.kept)[self._told :])
        self._told = len(self.kept)
        return self._decoder.decode(fresh, final=ends)

    @property
    def has_news(self) -> bool:
        return self._told < len(self.kept)

    @property
    def text(self) -> str:
        return self.kept.decode("utf-8", "replace")


class Pace:
    """Lets a portion gather for a moment, because `print` writes its line in pieces, and the next one wait
    until the pause is over."""

    def __init__(self, gather_s: float = GATHER_S) -> None:
        self._gather_s = gather_s
        self._news_s: float | None = None
        self._next_s = 0.0

    def wait_s(self, now_s: float) -> float:
        """How long what is untold has to wait."""
        if self._news_s is None:
            self._news_s = now_s
        return max(0.0, self._next_s - now_s, self._news_s + self._gather_s - now_s)

    def told(self, now_s: float, portions: int) -> None:
        self._news_s = None
        self._next_s = now_s + LEAST_PAUSE_S * portions
