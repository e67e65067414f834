"""A candidate without a browser: the desk's API and the live socket, message by message."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

import httpx
import msgspec
from django.core import signing
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from e2e.house import House

PATIENCE_S = 20
SALT = "fairview.ticket.rooms.ticket"
Message = dict[str, Any]


class Line:
    """One socket of somebody."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def say(self, type_: str, **fields: object) -> None:
        self.socket.send(msgspec.msgpack.encode({"type": type_, **fields}))

    def hear(self, type_: str) -> Message:
        """The next message of this type, passing over others."""
        while True:
            message = msgspec.msgpack.decode(self.socket.recv(PATIENCE_S, decode=False))
            if message["type"] == type_:
                return dict(message)

    def hears_goodbye(self) -> tuple[str, int | None]:
        """Why the server hangs up: its code, and the close code."""
        code = str(self.hear("live.refusal_state")["code"])
        try:
            while True:
                self.socket.recv(PATIENCE_S)
        except ConnectionClosed:
            return code, self.socket.close_code


class Caller:
    """Somebody with a link, who has continued and agreed."""

    def __init__(self, house: House, link: str) -> None:
        self.house = house
        self.http = httpx.Client(base_url=house.address, headers={"Origin": house.address})
        self.http.get("/api/csrf")
        self.http.headers["X-CSRFToken"] = self.http.cookies["csrftoken"]
        self.ask("/api/invitations/continue", token=link.rsplit("/", 1)[-1])
        self.ask("/api/visit/consent", call=True, observation=True, text_version="en-1")

    def ask(self, path: str, **body: object) -> Message:
        answer = self.http.post(path, json=body)
        assert answer.is_success, answer.text
        return dict(answer.json())

    def enter(self) -> Message:
        """A fresh ticket, and where it leads."""
        return self.ask("/api/visit/room")

    @contextmanager
    def line(self, room: str, ticket: str, origin: str | None = None) -> Iterator[Line]:
        address = f"ws://127.0.0.1:{self.house.port}/live/{room}"
        with connect(address, origin=Origin(origin or self.house.address)) as socket:
            line = Line(socket)
            with suppress(ConnectionClosed):
                line.say("live.hello", ticket=ticket)
            yield line


def forged(ticket: str) -> str:
    """With another's signature."""
    claims, signature = ticket.rsplit(":", 1)
    return f"{claims}:{signature[::-1]}"


def aged(house: House, ticket: str, seconds: int) -> str:
    """The same ticket as if the house had made it so long ago: sealed anew with the house's own key."""
    key = (house.data / "keys" / "secret_key").read_text(encoding="ascii")
    claims = signing.loads(ticket, key=key, salt=SALT)
    with patch("django.core.signing.time.time", return_value=time.time() - seconds):
        return signing.dumps(claims, key=key, salt=SALT, compress=True)
