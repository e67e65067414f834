"""The web process: uvicorn, which lets go those who wait before it waits for them to end.

python -m fairview.config.web HOST
"""

import gc
import socket
import sys

import uvicorn
from django.conf import settings

from fairview.coding.http import QueueWatch
from fairview.config.asgi import app
from fairview.config.live import queue
from fairview.kit.live.serving import SOCKETS

COLLECT_AFTER = (10_000, 20, 50)
"""New objects until the newest are looked through for garbage, and how often that until older ones are."""


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
        timeout_graceful_shutdown=3,
        **SOCKETS,
    )
    pause_seldom()
    WebServer(config, queue).run()


def pause_seldom() -> None:
    """What was imported never goes away, so the collector need not look through it; and a look through all
    that two hundred rooms hold, for which everybody stops for 50 ms, is not due every five seconds."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


if __name__ == "__main__":
    main(*sys.argv[1:])
