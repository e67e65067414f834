"""How uvicorn serves live sockets: many frames leave in one write, and a dead line is noticed in ten seconds.

The frames of a server carry no mask (RFC 6455 §5.1), so a message is made a frame once and the same bytes go
to everyone who hears it. ASGI knows only one message at a time; what takes more is an extension of the scope.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.http11 import Request

FRAMES = "fairview.frames"
SendFrames = Callable[[Sequence[bytes]], Awaitable[None]]


def frame_of(data: bytes) -> bytes:
    """A binary message as a server sends it."""
    return Frame(Opcode.BINARY, data).serialize(mask=False)


class FrameProtocol(WebSocketsSansIOProtocol):
    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:
            self.scope["extensions"][FRAMES] = {"send": self.send_frames}

    async def send_frames(self, frames: Sequence[bytes]) -> None:
        """All at once, as soon as the line takes more. Raises as `send` does when it is gone."""
        await self.writable.wait()
        if self.disconnected or self.close_sent:
            raise ClientDisconnected
        self.transport.write(b"".join(frames))


SOCKETS: dict[str, Any] = {
    "ws": FrameProtocol,
    "ws_max_size": 1 << 20,
    "ws_ping_interval": 5,
    "ws_ping_timeout": 5,
    "ws_per_message_deflate": False,
    "log_level": "warning",
    "access_log": False,
}
