"""What runs programs, whichever way: one small interface, and the door for those who want it in this
process."""

import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import structs

from runner.protocol import Event, Finished, Offered, Output, RunRequest, Started
from runner.sandbox.words import Words

log = logging.getLogger(__name__)

ATTEMPTS = 2
"""What failed through no fault of the program is tried once more."""


class Engine(Protocol):
    name: str

    def missing(self) -> Mapping[str, str]:
        """What it lacks to run anything, by the codes of `Capabilities`, with what was found instead. Empty:
        it runs programs."""

    def offers(self) -> Sequence[Offered]:
        """The languages that it has been seen to run, so far."""

    def run(self, request: RunRequest, on_event: Callable[[Event], None], words: Words) -> Finished:
        """Run the program on each of its cases, and return when nothing of it is left. `Started` and `Output`
        are told as they happen; `Finished` is returned. Nothing is raised that a request could cause."""


def run(
    request: RunRequest,
    on_event: Callable[[Event], None],
    words: Words | None = None,
    engine: Engine | None = None,
) -> Finished:
    """Have it run, by the sandbox of this machine unless another engine is named; everything is told as an
    event, the end too. What was nobody's fault but ours (IE) is tried once more, and said with a number that
    this process's log knows."""
    chosen = engine or own_engine()
    words = words or Words()
    once = OnlyOnce(on_event)
    finished = chosen.run(request, once, words)
    for _ in range(ATTEMPTS - 1):
        if finished.verdict != "IE" or once.has_printed or words.is_stopped:
            break
        finished = chosen.run(request, once, words)
    if finished.verdict == "IE":
        finished = with_incident(request, finished)
    on_event(finished)
    return finished


def own_engine() -> Engine:
    from runner.engines.own import OwnEngine

    return OwnEngine()


class OnlyOnce:
    """Passes on what happens; of a second attempt, that it started is known already."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self._on_event = on_event
        self._has_started = False
        self.has_printed = False

    def __call__(self, event: Event) -> None:
        if isinstance(event, Started):
            if self._has_started:
                return
            self._has_started = True
        self.has_printed = self.has_printed or isinstance(event, Output)
        self._on_event(event)


def with_incident(request: RunRequest, finished: Finished) -> Finished:
    incident = secrets.token_hex(4)
    log.error("Incident %s: run %s in %s: %s", incident, request.id, request.language, finished.reason)
    return structs.replace(finished, incident=incident)
