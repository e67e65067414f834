"""What a Piston server is asked and answers: version 2 of the API of github.com/engineer-man/piston, as its
`docs/api-v2.md` and `api/src/job.js` have it. Times are in milliseconds, memory in bytes."""

import re
import time
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

import httpx
import msgspec

PATH = "/api/v2"
ANSWERS_WITHIN_S = 10.0
"""Beyond what the program may take: it may have to wait its turn there."""
MOST_BYTES = 16 * 2**20
LOOKS_EVERY_S = 0.05
LONGEST_PAUSE_S = 3.0
TOO_MUCH = re.compile(r"(\w+) cannot exceed the configured limit of (\d+)")


class Runtime(msgspec.Struct, frozen=True):
    language: str
    version: str
    aliases: list[str] = []
    runtime: str | None = None
    """Which of several that run the language: node, deno."""


class Content(msgspec.Struct, frozen=True):
    name: str
    content: str
    encoding: str = "utf8"


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """The first file is the one that is run. Servers that know nothing of `…_cpu_time` ignore it."""

    language: str
    version: str
    files: list[Content]
    stdin: str
    limits: dict[str, int]

    def body(self) -> bytes:
        asked = {name: getattr(self, name) for name in ("language", "version", "files", "stdin")}
        return msgspec.json.encode({**asked, "args": [], **self.limits})


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """How compiling or running went. From `message` on, what older servers do not tell. `status`: RE left
    with another code than 0, SG was killed, TO out of time, OL and EL printed too much, XX the server's own
    fault."""

    stdout: str = ""
    stderr: str = ""
    code: int | None = None
    signal: str | None = None
    message: str | None = None
    status: str | None = None
    cpu_time: float | None = None
    wall_time: float | None = None
    memory: float | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Where it did not compile, `run` is what `compile` is, or missing."""

    run: Stage | None = None
    compile: Stage | None = None


class Refusal(msgspec.Struct, frozen=True):
    message: str = ""


class Unable(Exception):
    """The server did not do it; the message says why."""


class TooMuch(Exception):
    """It allows no more than `most` of the limit called `name`."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name, most)
        self.name, self.most = name, most


class Dropped(Exception):
    """Nobody wants the answer any more."""


class Api:
    def __init__(self, url: str) -> None:
        """`url` names the server, or where its API is when that is not at `/api/v2`."""
        address = httpx.URL(url)
        if address.path in {"", "/"}:
            address = address.copy_with(path=PATH)
        self.url = str(address).rstrip("/")
        self._client = httpx.Client(follow_redirects=False)

    def runtimes(self) -> list[Runtime]:
        """Raises `Unable`."""
        content = self._answer("GET", "runtimes", None, ANSWERS_WITHIN_S)
        return understood(content, list[Runtime])

    def execute(self, ask: Ask, within_s: float, is_dropped: Callable[[], bool]) -> Answer:
        """Wait for it in a thread of its own, so that whoever does not want it any more need not. Raises
        `Unable`, `TooMuch`, `Dropped`."""
        waiting = Waiting(lambda: self._answer("POST", "execute", ask.body(), within_s + ANSWERS_WITHIN_S))
        waiting.start()
        while waiting.is_alive():
            waiting.join(LOOKS_EVERY_S)
            if is_dropped():
                raise Dropped
        return understood(waiting.result(), Answer)

    def _answer(self, method: str, path: str, body: bytes | None, within_s: float) -> bytes:
        until_s = time.monotonic() + within_s
        status, content, pause_s = self._asked(method, path, body, until_s)
        if status == httpx.codes.TOO_MANY_REQUESTS:
            time.sleep(pause_s)
            status, content, _ = self._asked(method, path, body, until_s)
        if status == httpx.codes.OK:
            return content
        raise as_refused(status, content)

    def _asked(self, method: str, path: str, body: bytes | None, until_s: float) -> tuple[int, bytes, float]:
        """Status, content, and how long to wait before asking again. An answer that comes in drops, or is
        without end, is none."""
        content = bytearray()
        try:
            with self._client.stream(
                method,
                f"{self.url}/{path}",
                content=body,
                headers={"Content-Type": "application/json"},
                timeout=max(until_s - time.monotonic(), 0.001),
            ) as response:
                for portion in response.iter_bytes():
                    content += portion
                    if time.monotonic() > until_s or len(content) > MOST_BYTES:
                        raise Unable("its answer does not end")
                return response.status_code, bytes(content), pause_of(response)
        except httpx.TimeoutException as error:
            raise Unable("it does not answer") from error
        except httpx.HTTPError as error:
            raise Unable(f"it cannot be reached ({error})") from error


class Waiting(Thread):
    def __init__(self, ask: Callable[[], bytes]) -> None:
        super().__init__(daemon=True)
        self._ask = ask
        self._told: bytes | Exception = Unable("it does not answer")

    def run(self) -> None:
        try:
            self._told = self._ask()
        except Exception as error:
            self._told = error

    def result(self) -> bytes:
        if isinstance(self._told, Exception):
            raise self._told
        return self._told


def pause_of(response: httpx.Response) -> float:
    told = response.headers.get("Retry-After", "")
    return min(float(told) if told.isdecimal() else 0.5, LONGEST_PAUSE_S)


def as_refused(status: int, content: bytes) -> Exception:
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return Unable("it takes no more requests at this rate (429)")
    try:
        message = msgspec.json.decode(content, type=Refusal).message
    except msgspec.DecodeError:
        message = ""
    if status == httpx.codes.BAD_REQUEST and (found := TOO_MUCH.search(message)):
        return TooMuch(found[1], int(found[2]))
    return Unable(f"it answers {status}{': ' if message else ''}{message[:200]}")


Told = TypeVar("Told")


def understood(content: bytes, kind: type[Told]) -> Told:
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.DecodeError as error:
        raise Unable(f"its answer cannot be understood ({error})") from error
