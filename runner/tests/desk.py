"""A server that speaks the protocol, for the tests of the worker: gives out runs and keeps what it hears."""

from __future__ import annotations

import re
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from threading import Thread
from typing import ClassVar

import msgspec

from runner.protocol import Capabilities, Event, Events, Heard, Lease, RunRequest

TOKEN = "a-token"
EVENTS = re.compile(r"/api/runner/runs/([^/]+)/events")


class Desk:
    """`told` are the events in order, heartbeats left out; `heartbeats` counts those. Events are answered
    with the status `answer`; `refused` are those for which that was not 200. Whoever is willing to wait for a
    run waits, for as long as the desk is there.
    """

    def __init__(self, port: int = 0) -> None:
        self.queued: SimpleQueue[RunRequest | None] = SimpleQueue()
        self.asked: SimpleQueue[Capabilities] = SimpleQueue()
        self.told: SimpleQueue[Event] = SimpleQueue()
        self.refused: SimpleQueue[Events] = SimpleQueue()
        self.heartbeats = 0
        self.heard = Heard()
        self.answer = 200
        handler = type("Handler", (Handler,), {"desk": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self.port: int = self.server.server_address[1]

    def __enter__(self) -> Desk:
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.queued.put(None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def lease(self, capabilities: Capabilities, wait_s: int) -> tuple[int, msgspec.Struct | None]:
        self.asked.put(capabilities)
        run = None if capabilities.missing else self.next_run(wait_s)
        return (200, Lease(run=run, token="lease-token")) if run else (204, None)

    def next_run(self, wait_s: int) -> RunRequest | None:
        with suppress(Empty):
            return self.queued.get(timeout=wait_s)
        return None

    def events(self, events: Events) -> tuple[int, msgspec.Struct | None]:
        assert events.token == "lease-token"
        if self.answer != 200:
            self.refused.put(events)
            return self.answer, None
        self.heartbeats += not events.events
        for event in events.events:
            self.told.put(event)
        return self.answer, self.heard


class Handler(BaseHTTPRequestHandler):
    desk: ClassVar[Desk]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers["Authorization"] != f"Runner {TOKEN}":
            status, answer = 401, None
        elif self.path == "/api/runner/lease":
            able = msgspec.json.decode(body, type=Capabilities)
            status, answer = self.desk.lease(able, int(self.headers["Prefer"].removeprefix("wait=")))
        else:
            assert EVENTS.fullmatch(self.path)
            status, answer = self.desk.events(msgspec.json.decode(body, type=Events))
        with suppress(ConnectionError):
            self.say(status, msgspec.json.encode(answer) if answer else b"")

    def say(self, status: int, content: bytes) -> None:
        """Whoever waited may have gone."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass
