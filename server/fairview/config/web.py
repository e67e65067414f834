"""The web process: uvicorn, which lets go those who wait before it waits for them to end.

python -m fairview.config.web HOST
"""

import socket
import sys

import uvicorn
from django.conf import settings

from fairview.coding.http import QueueWatch
from fairview.config.asgi import app
from fairview.config.live import queue


class WebServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, queue: QueueWatch) -> None:
        super().__init__(config)
        self.queue = queue

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.queue.end()
        await super().shutdown(sockets)


def main(host: str) -> None:
    config = uvicorn.Config(
        app,
        host=host,
        port=settings.PORT,
        ws="websockets-sansio",
        ws_max_size=1 << 20,
        ws_per_message_deflate=False,
        ws_ping_interval=5,
        ws_ping_timeout=5,
        timeout_graceful_shutdown=3,
        log_level="warning",
        access_log=False,
    )
    WebServer(config, queue).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
