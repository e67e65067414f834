"""What is said to a running program from other threads: input, the size of its terminal, that nobody wants
it."""

import os
from collections import deque
from threading import Lock

from runner.protocol import Resize, Stdin, Stop, Word


class Words:
    """Said in any thread, heard in the one that watches the program, which `fileno` wakes. Those that are
    said `under` others end with them, and hear nothing else of them."""

    def __init__(self, under: "Words | None" = None) -> None:
        self._under = under
        self._has_stopped = False
        self._lock = Lock()
        self._unheard: deque[Word | bytes] = deque()
        self._bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)

    def __del__(self) -> None:
        os.close(self._bell)

    def fileno(self) -> int:
        return self._bell

    @property
    def is_stopped(self) -> bool:
        return self._has_stopped or (self._under is not None and self._under.is_stopped)

    def say(self, word: Word) -> None:
        if isinstance(word, Stop):
            self._has_stopped = True
        self._put(word)

    def stop(self) -> None:
        self.say(Stop())

    def feed(self, content: bytes) -> None:
        """Input that need not be text."""
        self._put(content)

    def end_input(self) -> None:
        self.say(Stdin(ends=True))

    def heard(self) -> list[Stdin | Resize | bytes]:
        """All that was said since the last time, but for the wish to stop, which stays."""
        with self._lock:
            said = list(self._unheard)
            self._unheard.clear()
            if said:
                os.eventfd_read(self._bell)
        return [word for word in said if not isinstance(word, Stop)]

    def _put(self, word: Word | bytes) -> None:
        with self._lock:
            self._unheard.append(word)
            os.eventfd_write(self._bell, 1)
