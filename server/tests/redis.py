"""A Redis of one's own on a loopback port, that can be stopped and started."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = "No Redis server is installed here (Debian: apt-get install redis-server)."


def program() -> str | None:
    return shutil.which("redis-server") or shutil.which("valkey-server")


class Redis:
    def __init__(self, program: str, folder: Path) -> None:
        self.program = program
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Returns when it takes connections: it says so in a line on its output."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        self.process = subprocess.Popen([self.program, *options], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        for line in self.process.stdout:
            if "Ready to accept connections" in line:
                return
        raise AssertionError("Redis did not come up")

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()


@contextmanager
def redis_server(program: str, folder: Path) -> Iterator[Redis]:
    server = Redis(program, folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
