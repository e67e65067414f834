"""A server that speaks Piston's protocol, for tests: programs run in this machine's own sandbox."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from signal import Signals
from threading import Event as Flag
from threading import Thread
from typing import ClassVar

import msgspec

from runner.engine import run
from runner.engines.piston import DOES_NOT_COMPILE
from runner.engines.piston_api import Answer, Content, Refusal, Runtime, Stage
from runner.languages.found import Found
from runner.machine import found
from runner.protocol import Case, File, Finished, Language, Limits, RunRequest

PACKAGES: dict[str, tuple[Language, list[str]]] = {
    "python": ("python", ["py", "py3", "python3"]),
    "javascript": ("javascript", ["node-javascript", "node-js", "js"]),
    "c": ("c", ["gcc"]),
    "c++": ("cpp", ["cpp", "g++"]),
    "java": ("java", []),
    "go": ("go", ["go", "golang"]),
}


class Asked(msgspec.Struct, kw_only=True):
    language: str
    version: str
    files: list[Content]
    stdin: str = ""
    args: list[str] = []
    compile_timeout: int = 10_000
    run_timeout: int = 3_000
    compile_cpu_time: int = 10_000
    run_cpu_time: int = 3_000
    compile_memory_limit: int = -1
    run_memory_limit: int = -1


class PistonServer:
    """`bodies` are those of all that was asked to be executed. `most` are the configured limits. `answers`
    are given, one after the other, instead of running anything: status and content."""

    def __init__(self, runtimes: Sequence[Runtime], most: dict[str, int] | None = None) -> None:
        self.runtimes = runtimes
        self.most = most or {}
        self.bodies: list[bytes] = []
        self.answers: list[tuple[int, bytes]] = []
        self.is_asked = Flag()
        self.silent = Flag()
        """Set, it never answers."""
        handler = type("Handler", (Handler,), {"piston": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = False  # what it runs has ended when it has
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.closing = Flag()

    def __enter__(self) -> PistonServer:
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()

    def execute(self, body: bytes) -> tuple[int, bytes]:
        self.bodies.append(body)
        self.is_asked.set()
        if self.silent.is_set():
            self.closing.wait()
        if self.answers:
            return self.answers.pop(0)
        asked = msgspec.json.decode(body, type=Asked)
        if message := self.complaint_about(asked):
            return 400, msgspec.json.encode(Refusal(message))
        return 200, msgspec.json.encode(executed(asked))

    def complaint_about(self, asked: Asked) -> str:
        if (asked.language, asked.version) not in {(each.language, each.version) for each in self.runtimes}:
            return f"{asked.language}-{asked.version} runtime is unknown"
        for name, most in self.most.items():
            if getattr(asked, name) > most:
                return f"{name} cannot exceed the configured limit of {most}"
        return ""


def installed(*names: str) -> list[Runtime]:
    """As this machine has them."""
    return [Runtime(name, version_of(PACKAGES[name][0]), PACKAGES[name][1]) for name in names]


def version_of(language: Language) -> str:
    tool = found(language)
    assert isinstance(tool, Found), tool
    return tool.version


def executed(asked: Asked) -> Answer:
    language = PACKAGES[asked.language][0]
    request = RunRequest(
        id="piston",
        language=language,
        files=[File(each.name, each.content) for each in asked.files],
        entry=asked.files[0].name,
        cases=[Case(name="", stdin=asked.stdin if asked.stdin.endswith("\n") else f"{asked.stdin}\n")],
        limits=Limits(
            cpu_ms=asked.run_cpu_time, wall_ms=asked.run_timeout, memory_kb=asked.run_memory_limit // 1024
        ),
    )
    finished = run(request, lambda _event: None)
    stage = as_stage(finished)
    if finished.verdict != "CE":
        return Answer(run=stage, compile=None if language in DOES_NOT_COMPILE else Stage(code=0))
    if language not in DOES_NOT_COMPILE:
        return Answer(run=stage, compile=stage)
    told = as_it_runs(language, request.entry, stage.stderr)
    return Answer(run=msgspec.structs.replace(stage, stderr=told))


def as_it_runs(language: Language, entry: str, told: str) -> str:
    """What is said of a program that does not compile where nobody compiles it first."""
    if language == "python":
        return told[told.index(f'  File "{entry}"') :]
    return f"{told}error: compilation failed\n" if language == "java" else told


def as_stage(finished: Finished) -> Stage:
    """As `isolate` tells it: neither does it say that it was memory that ran out."""
    status = {"TLE": "TO", "OLE": "OL", "MLE": "SG", "RTE": "SG" if finished.signal else "RE", "IE": "XX"}
    is_killed = finished.verdict in {"TLE", "OLE", "MLE"}
    return Stage(
        stdout=finished.stdout,
        stderr=finished.stderr,
        code=None if is_killed or finished.signal else 1 if finished.verdict == "CE" else finished.exit,
        signal="SIGKILL" if is_killed else Signals(finished.signal).name if finished.signal else None,
        message=finished.reason or None,
        status=status.get(finished.verdict),
        cpu_time=finished.time_ms,
        wall_time=finished.wall_ms,
        memory=finished.memory_kb * 1024,
    )


class Handler(BaseHTTPRequestHandler):
    piston: ClassVar[PistonServer]

    def do_GET(self) -> None:
        assert self.path == "/api/v2/runtimes"
        self.say(200, msgspec.json.encode(self.piston.runtimes))

    def do_POST(self) -> None:
        assert self.path == "/api/v2/execute"
        assert self.headers["Content-Type"] == "application/json"
        self.say(*self.piston.execute(self.rfile.read(int(self.headers["Content-Length"]))))

    def say(self, status: int, content: bytes) -> None:
        """Whoever asked may have gone."""
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass
