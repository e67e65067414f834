"""The live hub by itself: its socket, its rooms and its table, with one message that everyone sees.

    python -m bench.live.hub_server

Served as `fairview.config.web` serves it. What the product does before it publishes is not part of this.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import uvicorn
from fairview.kit.ids import new_id
from fairview.kit.live.contracts import Downward, Hello, Refusal, Upward, Welcome
from fairview.kit.live.hub import Connection, Hub
from fairview.kit.live.serving import SOCKETS
from fairview.kit.live.socket import LiveSocket
from fairview.kit.live.visibility import Sight, Visibility
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

MEMBERS = frozenset({"member"})


class Say(Upward, frozen=True, tag="bench.say"):
    events: bytes


class Said(Downward, frozen=True, tag="bench.said_state"):
    events: bytes


class OpenGate:
    """Lets in everyone."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def admit(self, room: UUID, _ticket: str) -> Connection:
        return Connection(self.hub, room, str(new_id()), "member", "")

    def opened(self, connection: Connection) -> None:
        """Nobody else is told."""

    def closed(self, connection: Connection) -> None:
        """Nobody else is told."""


def say(connection: Connection, message: Say, _received_us: int) -> None:
    connection.hub.publish(connection.room, Said(events=message.events))


hub = Hub(
    Visibility(
        {Hello: MEMBERS, Say: MEMBERS},
        {type_: Sight(MEMBERS) for type_ in (Welcome, Refusal, Said)},
    ),
    strict=True,
)
live = LiveSocket(hub, OpenGate(hub), {Say: say}, origins=["http://bench"], max_bytes=1 << 20)


@asynccontextmanager
async def lifespan(_app: Starlette) -> AsyncIterator[None]:
    hub.bind()
    yield
    hub.release()


app = Starlette(lifespan=lifespan, routes=[WebSocketRoute("/live/{room:uuid}", live.endpoint)])

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), **SOCKETS)
