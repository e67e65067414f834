"""The servers that are measured: our hub, `ws` on Node, and Channels."""

import os
import shutil
import socket
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from bench.evidence.machine import cpu_seconds
from bench.live.crowd import EVENT_BYTES, Job
from e2e.house import free_port

HERE = Path(__file__).parent
PEERS = HERE / "peers"
CACHE = HERE / ".cache"
SERVER = HERE.parents[1] / "server"
READY_WITHIN_S = 30


class Side(ABC):
    name: str

    def __init__(self) -> None:
        self.port = free_port()

    @abstractmethod
    def command(self) -> Sequence[str]: ...

    def job(self, seconds: float, batch: int) -> Job:
        return Job(port=self.port, path="/live/room", batch=batch, seconds=seconds)

    @contextmanager
    def running(self) -> Iterator[None]:
        path = f"{SERVER}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
        environment = {**os.environ, "PORT": str(self.port), "NODE_ENV": "production", "PYTHONPATH": path}
        with subprocess.Popen(self.command(), env=environment, stdout=subprocess.DEVNULL) as process:
            self.pid = process.pid
            try:
                wait_for(self.port, process)
                yield
            finally:
                process.terminate()

    def cpu_seconds(self) -> float:
        return cpu_seconds(self.pid)


class Fairview(Side):
    name = "Fairview"

    def command(self) -> Sequence[str]:
        return [sys.executable, "-m", "bench.live.hub_server"]

    def job(self, seconds: float, batch: int) -> Job:
        """Typed messages: the events are the last field of theirs, so that the mark ends the frame."""
        said = msgspec.msgpack.encode({"type": "bench.say", "events": bytes(batch * EVENT_BYTES)})
        return msgspec.structs.replace(
            super().job(seconds, batch),
            path="/live/00000000-0000-0000-0000-000000000001",
            hello=msgspec.msgpack.encode({"type": "live.hello", "ticket": "any"}),
            head=said[: -batch * EVENT_BYTES],
            skip=1,
        )


class Ws(Side):
    name = "ws (Node)"

    def command(self) -> Sequence[str]:
        return ["node", str(CACHE / "ws.js")]


class Channels(Side):
    name = "Channels (uvicorn, in memory)"

    def command(self) -> Sequence[str]:
        options = ["--host", "127.0.0.1", "--port", str(self.port), "--log-level", "warning"]
        python = str(CACHE / "venv" / "bin" / "python")
        return [python, "-m", "uvicorn", "--app-dir", str(PEERS), *options, "channels_app:app"]


def install_peers() -> None:
    """As locked, into a folder that git ignores; only when a lock changed."""
    CACHE.mkdir(exist_ok=True)
    locks = b"".join((PEERS / name).read_bytes() for name in ("package-lock.json", "requirements.txt"))
    stamp = CACHE / "installed"
    for name in (".npmrc", "package.json", "package-lock.json", "ws.js"):
        shutil.copy(PEERS / name, CACHE / name)
    if stamp.exists() and stamp.read_bytes() == locks:
        return
    subprocess.run(["npm", "ci", "--loglevel=error"], cwd=CACHE, check=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", "venv"], cwd=CACHE, check=True)
    pip = ["venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(PEERS / "requirements.txt")], cwd=CACHE, check=True)
    stamp.write_bytes(locks)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended while starting"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server did not come up")
