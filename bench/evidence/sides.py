"""The servers that are measured: ours on both of its stores, and what one would write with Express."""

import base64
import hashlib
import hmac
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from django.conf import settings
from fairview.evidence.contracts import Author
from fairview.evidence.live import TOKEN_PURPOSE, StreamClaims
from fairview.kit.ids import new_id
from fairview.kit.tickets import seal
from tests.postgres import Cluster

from bench.evidence.job import Pen
from bench.evidence.machine import cpu_seconds
from e2e.house import free_port

PEERS = Path(__file__).with_name("peers")
CACHE = Path(__file__).with_name("cache")
READY_WITHIN_S = 60


class Side(ABC):
    """One server, with the database processes that work for it."""

    name: str
    uses_cluster = False

    def __init__(self, folder: Path, cluster: Cluster) -> None:
        self.folder = folder
        self.cluster = cluster
        self.port = free_port()

    @abstractmethod
    def command(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """How it is started, and with which variables."""

    @abstractmethod
    def token(self, session: UUID, stream: UUID) -> str: ...

    def start(self) -> None:
        command, variables = self.command()
        environment = {**os.environ, **variables, "PORT": str(self.port)}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)

    def cpu_seconds(self) -> float:
        database = cpu_seconds(self.cluster.pid) if self.uses_cluster else 0.0
        return cpu_seconds(self.process.pid) + database

    def pens(self, count: int, session: UUID | None = None) -> list[Pen]:
        """New streams, each in a session of its own unless one is given."""
        return [self.pen(session or new_id()) for _ in range(count)]

    def pen(self, session: UUID) -> Pen:
        stream = new_id()
        return Pen(session=str(session), stream=str(stream), token=self.token(session, stream))


class Fairview(Side):
    """The web process as `fairview serve` starts it, with everything in it."""

    name = "Fairview, SQLite"

    def command(self) -> tuple[Sequence[str], Mapping[str, str]]:
        return [sys.executable, "-m", "fairview.config.web", "127.0.0.1"], self.variables()

    def variables(self) -> dict[str, str]:
        data = str(self.folder / "fairview")
        return {"FAIRVIEW_DATA": data, "FAIRVIEW_SECRET_KEY": settings.SECRET_KEY}

    def token(self, session: UUID, stream: UUID) -> str:
        author = Author(new_id(), "candidate")
        standing = ["candidate", "observed"]
        return seal(
            StreamClaims(session=session, stream=stream, author=author, standing=standing), TOKEN_PURPOSE
        )


class FairviewPostgres(Fairview):
    name = "Fairview, PostgreSQL"
    uses_cluster = True

    def variables(self) -> dict[str, str]:
        database = self.cluster.create_database("fairview")
        return {**super().variables(), "FAIRVIEW_EVIDENCE_DATABASE": database}


class Express(Side):
    """Express in production mode, one process, as is usual."""

    script: str
    secret = "secret of the bench"

    def command(self) -> tuple[Sequence[str], Mapping[str, str]]:
        variables = {"NODE_ENV": "production", "TOKEN_SECRET": self.secret, **self.variables()}
        return ["node", str(CACHE / self.script)], variables

    @abstractmethod
    def variables(self) -> dict[str, str]: ...

    def token(self, session: UUID, stream: UUID) -> str:
        """A JSON Web Token (RFC 7519)."""
        claims = {"session": str(session), "stream": str(stream), "exp": int(time.time()) + 86_400}
        signed = b".".join(base64url(json.dumps(part).encode()) for part in ({"alg": "HS256"}, claims))
        signature = hmac.digest(self.secret.encode(), signed, hashlib.sha256)
        return (signed + b"." + base64url(signature)).decode()


class ExpressPostgres(Express):
    name = "Express + pg"
    script = "pg.js"
    uses_cluster = True

    def variables(self) -> dict[str, str]:
        return {"DATABASE_URL": self.cluster.create_database("express")}


class ExpressSqlite(Express):
    name = "Express + better-sqlite3"
    script = "sqlite.js"

    def variables(self) -> dict[str, str]:
        return {"DATABASE_FILE": str(self.folder / "express.sqlite3")}


def base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def install_peers() -> None:
    """Their packages, as locked, into a folder that git ignores; only when the lock changed."""
    CACHE.mkdir(exist_ok=True)
    lock = (PEERS / "package-lock.json").read_bytes()
    stamp = CACHE / "installed"
    for file in PEERS.iterdir():
        shutil.copy(file, CACHE / file.name)
    if not stamp.exists() or stamp.read_bytes() != lock:
        subprocess.run(["npm", "ci", "--loglevel=error"], cwd=CACHE, check=True)
        stamp.write_bytes(lock)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended while starting"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server did not come up")
