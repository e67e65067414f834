"""The pipes of one running program: what goes in, what comes out, and bubblewrap's word on how it goes."""

import json
import os
import selectors
import time
from collections.abc import Callable, Sequence
from functools import partial

from runner.launch import Launched
from runner.output import Tap

PORTION_BYTES = 65_536

Word = dict[str, int]


class Pipes:
    """`hear` waits until one of the pipes is ready, and does what it is ready for."""

    def __init__(
        self, running: Launched, taps: Sequence[Tap], stdin: bytes, heed: Callable[[Word], None]
    ) -> None:
        self.status_is_closed = False
        self._heed = heed
        self._to_feed = memoryview(stdin)
        self._line = b""
        self._stdin = running.stdin
        self._selector = selectors.DefaultSelector()
        self._listen(running.status, partial(self._read_status, running.status))
        self._open_outputs = len(taps)
        for pipe, tap in zip(running.outputs, taps, strict=True):
            self._listen(pipe.fileno(), partial(self._read, pipe.fileno(), tap))
        self._listen(self._stdin.fileno(), self._feed, selectors.EVENT_WRITE)

    def hear(self, patience_s: float) -> None:
        for key, _ in self._selector.select(patience_s):
            key.data()

    def drain(self, patience_s: float) -> None:
        """What a program that is gone has left in its pipes. They end, since nobody holds the other side."""
        deadline = time.monotonic() + patience_s
        while self._open_outputs and (left_s := deadline - time.monotonic()) > 0:
            self.hear(left_s)

    def close(self) -> None:
        self._selector.close()

    def _listen(self, pipe: int, then: Callable[[], None], event: int = selectors.EVENT_READ) -> None:
        os.set_blocking(pipe, False)
        self._selector.register(pipe, event, then)

    def _read(self, pipe: int, tap: Tap) -> None:
        if data := os.read(pipe, PORTION_BYTES):
            tap.take(data)
            return
        self._selector.unregister(pipe)
        self._open_outputs -= 1

    def _read_status(self, pipe: int) -> None:
        data = os.read(pipe, PORTION_BYTES)
        if not data:
            self._selector.unregister(pipe)
            self.status_is_closed = True
            return
        *lines, self._line = (self._line + data).split(b"\n")
        for line in lines:
            self._heed(json.loads(line))

    def _feed(self) -> None:
        try:
            written = os.write(self._stdin.fileno(), self._to_feed[:PORTION_BYTES])
            self._to_feed = self._to_feed[written:]
        except BrokenPipeError:
            self._to_feed = self._to_feed[:0]
        if not self._to_feed:
            self._selector.unregister(self._stdin)
            self._stdin.close()
