"""A real Fairview on loopback, with data of its own, that a test may kill and start again."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAIRVIEW = Path(sys.executable).with_name("fairview")
READY_LIMIT_S = 90


@dataclass
class House:
    """`fairview serve --demo` in a folder of its own."""

    data: Path
    port: int
    settings: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PORT": str(self.port), "FAIRVIEW_DATA": str(self.data), **self.settings}

    @property
    def sign_in(self) -> dict[str, str]:
        """Address and generated password of the demo's admin."""
        return dict(json.loads((self.data / "demo" / "sign-in.json").read_text(encoding="utf-8")))

    def start(self) -> None:
        self.begin()
        self.await_ready()

    def begin(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        with (self.data / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [str(FAIRVIEW), "serve", "--demo"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def await_ready(self) -> None:
        assert self.process
        deadline = time.monotonic() + READY_LIMIT_S
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError(f"The server did not come up:\n{self.log}")

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)

    def kill(self) -> None:
        """Everything at once, as a power cut would."""
        assert self.process
        for pid in [*children(self.process.pid), self.process.pid]:
            end(pid)
        self.process.wait(10)

    def let_days_pass(self, interview: str, days: int) -> None:
        """As if time had gone by for one interview: its start is moved back where the desk keeps it."""
        self.change_desk(
            "update scheduling_interview set starts_at = datetime(starts_at, ?) where id = ?",
            f"-{days} days",
            interview.replace("-", ""),
        )

    def end_sign_ins(self) -> None:
        """As if everybody's session had run out."""
        self.change_desk("delete from django_session")

    def change_desk(self, statement: str, *values: str) -> None:
        with closing(sqlite3.connect(self.data / "desk.sqlite3", timeout=20)) as desk, desk:
            assert desk.execute(statement, values).rowcount > 0

    def ask_desk(self, question: str, *values: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.data / "desk.sqlite3", timeout=20)) as desk:
            return desk.execute(question, values).fetchall()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command line, on this house's data."""
        return subprocess.run(
            [str(FAIRVIEW), *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @property
    def log(self) -> str:
        return (self.data / "serve.log").read_text(encoding="utf-8", errors="replace")


def end(pid: int) -> None:
    """One that has ended by itself meanwhile, a program that was run say, is as good."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def children(pid: int) -> list[int]:
    """Processes below `pid`, deepest last."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    direct = [int(line) for line in found.stdout.split()]
    return direct + [below for child in direct for below in children(child)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
