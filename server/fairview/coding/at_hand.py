"""The person at a command line as the one who talks with a running program: what they type is what it
reads."""

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from runner.protocol import Terminal
from runner.sandbox.words import Words

LOOKS_EVERY_S = 0.1
PORTION_BYTES = 4096


def own_terminal() -> Terminal:
    """As large as the one that this command was called in."""
    size = os.get_terminal_size() if sys.stdout.isatty() else os.terminal_size((80, 24))
    return Terminal(columns=size.columns, rows=size.lines)


@contextmanager
def typing(words: Words, *, as_keys: bool) -> Iterator[None]:
    """What is typed goes to the program until it ends. `as_keys`: each key at once, and shown by the
    program's terminal instead of this one."""
    typist = Typist(words)
    keys = sys.stdin.fileno() if as_keys and sys.stdin.isatty() else None
    before = None if keys is None else termios.tcgetattr(keys)
    if keys is not None:
        tty.setcbreak(keys)
    typist.start()
    try:
        yield
    finally:
        typist.is_over = True
        typist.join()
        if keys is not None and before is not None:
            termios.tcsetattr(keys, termios.TCSADRAIN, before)


class Typist(Thread):
    def __init__(self, words: Words) -> None:
        super().__init__(daemon=True)
        self.words = words
        self.is_over = False

    def run(self) -> None:
        keys = sys.stdin.fileno()
        while not self.is_over:
            ready, _, _ = select.select([keys], [], [], LOOKS_EVERY_S)
            if not ready:
                continue
            typed = os.read(keys, PORTION_BYTES)
            if not typed:
                self.words.end_input()
                return
            self.words.feed(typed)
