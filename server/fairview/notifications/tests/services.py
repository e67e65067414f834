"""Web services of providers on loopback: they keep what they were asked, and answer as they are told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs


class Service:
    """`answer` is the status and body of every response; `None` keeps the caller waiting."""

    def __init__(self, status: int, body: dict[str, Any] | None = None) -> None:
        self.answer: tuple[int, dict[str, Any] | None] | None = (status, body)
        self.requests: list[Request] = []
        self.is_closing = Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.requests.append(Request(self.path, dict(self.headers), body))
                if service.answer is None:
                    service.is_closing.wait(10)
                    self.close_connection = True
                else:
                    self.say(*service.answer)

            def say(self, status: int, content: dict[str, Any] | None) -> None:
                body = json.dumps(content).encode() if content is not None else b""
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                return

        return Handler


class Request:
    def __init__(self, path: str, headers: dict[str, str], body: bytes) -> None:
        self.path, self.headers, self.body = path, headers, body

    @property
    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.body))

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    thread = Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        service.is_closing.set()
        service.server.shutdown()
        service.server.server_close()
        thread.join()
