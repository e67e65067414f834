"""The conversation with a server: leases, events, heartbeats, over a line that may break at any moment."""

import logging
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event as Flag
from typing import Self

import httpx
import msgspec

from runner.protocol import (
    Capabilities,
    Event,
    Events,
    Finished,
    Heard,
    Lease,
)
from runner.sandbox.words import Words

log = logging.getLogger(__name__)

ANSWERS_WITHIN_S = 5.0
FIRST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 2.0
QUIET_S = 5.0
LISTENS_EVERY_S = 0.3
"""While a program runs: somebody may want it to stop."""


class Unreachable(Exception):
    """The server did not answer, or could not: it may later."""


class Void(Exception):
    """The server does not want to hear of this run any more."""


class Server:
    """`origin` is the server's public address, where it is asked at another one and minds its name."""

    def __init__(self, url: str, token_file: Path, origin: str | None = None) -> None:
        self._token_file = token_file
        headers = {"Content-Type": "application/json"}
        if origin:
            headers["Host"] = httpx.URL(origin).netloc.decode("ascii")
        self._client = httpx.Client(base_url=url, timeout=ANSWERS_WITHIN_S, headers=headers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.close()

    def lease(self, capabilities: Capabilities, waits_s: int = 20) -> Lease | None:
        """A run to do, if there is one, or one comes while we wait: whoever can do none does not. Raises
        `Unreachable`."""
        waits_s = 0 if capabilities.missing else waits_s
        answer = self._post("/api/runner/lease", capabilities, waits_s)
        if answer.status_code == httpx.codes.NO_CONTENT:
            return None
        if answer.status_code != httpx.codes.OK:
            raise Unreachable(f"it answers {answer.status_code}")
        return msgspec.json.decode(answer.content, type=Lease)

    def tell(self, run: str, events: Events) -> Heard:
        """Raises `Unreachable` where trying again may help, and `Void` where it cannot."""
        answer = self._post(f"/api/runner/runs/{run}/events", events)
        if answer.status_code == httpx.codes.OK:
            return msgspec.json.decode(answer.content, type=Heard)
        raise Void(f"it answers {answer.status_code}")

    def _post(self, path: str, body: msgspec.Struct, waits_s: int = 0) -> httpx.Response:
        """The token is read anew each time: one that was changed counts from the next word on."""
        try:
            token = self._token_file.read_text(encoding="ascii").strip()
            answer = self._client.post(
                path,
                content=msgspec.json.encode(body),
                headers={"Authorization": f"Runner {token}", "Prefer": f"wait={waits_s}"},
                timeout=httpx.Timeout(ANSWERS_WITHIN_S, read=waits_s + ANSWERS_WITHIN_S),
            )
        except (httpx.TransportError, OSError) as error:
            raise Unreachable(str(error)) from error
        if answer.is_server_error:
            raise Unreachable(f"it answers {answer.status_code}")
        if answer.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
            raise Unreachable("it refuses the token")
        return answer


class Patience:
    """Longer and longer pauses while the server cannot be reached. Said once, when that takes longer than a
    start does, and once more when it is back."""

    def __init__(self, stopping: Flag) -> None:
        self._stopping = stopping
        self._pause_s = FIRST_PAUSE_S
        self._waited_s = 0.0
        self._has_said = False

    def wait(self, problem: Unreachable) -> None:
        if self._waited_s >= QUIET_S and not self._has_said:
            log.warning("The server cannot be reached (%s); trying again until it can.", problem)
            self._has_said = True
        self._stopping.wait(self._pause_s)
        self._waited_s += self._pause_s
        self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)

    def succeeded(self) -> None:
        if self._has_said:
            log.warning("The server is back.")
        self._pause_s, self._waited_s, self._has_said = FIRST_PAUSE_S, 0.0, False


class Reporter:
    """Tells of one run, from a thread of its own, until its end was heard or nobody wants it, and passes on
    what is said to the program. Once `stopping` is set it says nothing more, so that the lease runs out and
    the run is given to somebody else."""

    def __init__(self, server: Server, lease: Lease, words: Words, stopping: Flag) -> None:
        self._server, self._lease, self._words, self._stopping = server, lease, words, stopping
        self._untold: SimpleQueue[Event] = SimpleQueue()

    def hear(self, event: Event) -> None:
        self._untold.put(event)

    def report(self) -> None:
        is_over = False
        while not is_over:
            events = self._next_events()
            is_over = any(isinstance(event, Finished) for event in events)
            try:
                heard = self._deliver(Events(token=self._lease.token, events=events))
            except Void:
                log.info("Run %s was given up: the server does not want it.", self._lease.run.id)
                heard, is_over = Heard(stop=True), True
            if heard is None:
                return
            for word in heard.words:
                self._words.say(word)
            if heard.stop:
                self._words.stop()

    def _next_events(self) -> list[Event]:
        """What has happened, at once; nothing, which is the heartbeat, when nothing has for a while."""
        events: list[Event] = []
        with suppress(Empty):
            events.append(self._untold.get(timeout=LISTENS_EVERY_S))
            while True:
                events.append(self._untold.get_nowait())
        return events

    def _deliver(self, events: Events) -> Heard | None:
        """None once `stopping` is set. Raises `Void`."""
        patience = Patience(self._stopping)
        while not self._stopping.is_set():
            try:
                heard = self._server.tell(self._lease.run.id, events)
            except Unreachable as problem:
                patience.wait(problem)
            else:
                patience.succeeded()
                return heard
        return None
