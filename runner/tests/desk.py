"""A server that speaks the protocol, for the tests of the worker: gives out runs and keeps what it hears."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from threading import Thread
from typing import ClassVar

import msgspec

from runner.protocol import Capabilities, Event, Events, Heard, Lease, RunRequest

TOKEN = "a-token"
EVENTS = re.compile(r"/api/runner/runs/([^/]+)/events")


class Desk:
    """`told` are the events in order, heartbeats left out; `heartbeats` counts those. Events are answered
    with the status `answer`; `refused` are those for which that was not 200.
    """

    def __init__(self, port: int = 0) -> None:
        self.queued: list[RunRequest] = []
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

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def lease(self, capabilities: Capabilities) -> tuple[int, msgspec.Struct | None]:
        self.asked.put(capabilities)
        if not self.queued or capabilities.missing:
            return 204, None
        return 200, Lease(run=self.queued.pop(0), token="lease-token")

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
            status, answer = self.desk.lease(msgspec.json.decode(body, type=Capabilities))
        else:
            assert EVENTS.fullmatch(self.path)
            status, answer = self.desk.events(msgspec.json.decode(body, type=Events))
        content = msgspec.json.encode(answer) if answer else b""
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass
