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
    leave_the_program_to_itself()
    WebServer(config, queue).run()


def leave_the_program_to_itself() -> None:
    """What was imported never goes away: the collector need not look through it again and again, for which it
    stops everybody a tenth of a second and more."""
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main(*sys.argv[1:])
