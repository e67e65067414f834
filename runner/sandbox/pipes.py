"""The pipes of one running program: what goes in, what comes out, and bubblewrap's word on how it goes."""

import json
import os
import selectors
import time
from collections.abc import Callable, Sequence
from errno import EIO, EPIPE
from functools import partial

from runner.protocol import Resize, Stdin
from runner.sandbox.launch import Launched
from runner.sandbox.output import Tap
from runner.sandbox.words import Words

PORTION_BYTES = 65_536

StatusLine = dict[str, int]


class Pipes:
    """`hear` waits until one of the pipes is ready, and does what it is ready for."""

    def __init__(
        self,
        running: Launched,
        taps: Sequence[Tap],
        words: Words,
        heed: Callable[[StatusLine], None],
        *,
        stdin: bytes,
        stays_open: bool,
    ) -> None:
        """`stays_open`: more may be said after `stdin`, until somebody says that it ends."""
        self.status_is_closed = False
        self._running, self._words, self._heed = running, words, heed
        self._to_feed = memoryview(stdin)
        self._stays_open = stays_open
        self._feeds = self._has_ended = False
        self._line = b""
        self._selector = selectors.DefaultSelector()
        self._listen(running.status, partial(self._read_status, running.status))
        self._open_outputs = len(running.outputs)
        for pipe, tap in zip(running.outputs, taps, strict=False):
            self._listen(pipe.fileno(), partial(self._read, pipe.fileno(), tap))
        self._selector.register(words, selectors.EVENT_READ, self._hear_words)
        os.set_blocking(running.stdin.fileno(), False)
        self._want_to_feed()

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

    def _listen(self, pipe: int, then: Callable[[], None]) -> None:
        os.set_blocking(pipe, False)
        self._selector.register(pipe, selectors.EVENT_READ, then)

    def _read(self, pipe: int, tap: Tap) -> None:
        try:
            data = os.read(pipe, PORTION_BYTES)
        except BlockingIOError:  # the program has read it itself
            return
        except OSError as error:
            if error.errno != EIO:  # what a terminal says when nobody is at it any more
                raise
            data = b""
        if data:
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

    # what goes in

    def _hear_words(self) -> None:
        for word in self._words.heard():
            if isinstance(word, Resize):
                self._running.resize(word.columns, word.rows)
            elif isinstance(word, Stdin):
                self._to_feed = memoryview(bytes(self._to_feed) + word.text.encode("utf-8", "replace"))
                self._stays_open = self._stays_open and not word.ends
            else:
                self._to_feed = memoryview(bytes(self._to_feed) + word)
        self._want_to_feed()

    def _want_to_feed(self) -> None:
        """As long as there is something to write, or to close."""
        if self._feeds or self._has_ended or (self._stays_open and not self._to_feed):
            return
        self._feeds = True
        self._selector.register(self._running.stdin, selectors.EVENT_WRITE, self._feed)

    def _feed(self) -> None:
        try:
            if self._to_feed:
                written = os.write(self._running.stdin.fileno(), self._to_feed[:PORTION_BYTES])
                self._to_feed = self._to_feed[written:]
        except BlockingIOError:  # the program has filled it itself
            return
        except OSError as error:
            if error.errno not in {EPIPE, EIO}:
                raise
            self._to_feed, self._stays_open = self._to_feed[:0], False
        if self._to_feed:
            return
        self._feeds = False
        self._selector.unregister(self._running.stdin)
        if not self._stays_open:
            self._has_ended = True
            self._running.end_input()
