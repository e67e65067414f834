"""Where runners wait for work: in front of the desk, which answers each look at once.

It is asked again when this process hears that a run was queued, and now and then without that: for what other
processes queue, and for leases that died. Between two looks whoever waits holds their connection and nothing
else: no thread, no transaction and no connection to a database.
"""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fairview.coding.events import RunMoved
from fairview.kit.live.hub import Hub

LOOKS_EVERY_S = 1.0
LONGEST_WAIT_S = 20
MAX_ASK_BYTES = 10_000
WAIT = re.compile(r"\bwait=([0-9]{1,6})\b")


class Waiting:
    """One who waits, for as long as there is reason to."""

    def __init__(self) -> None:
        self._is_over = False
        self._stirred = asyncio.Event()

    def stir(self) -> None:
        self._stirred.set()

    def end(self) -> None:
        self._is_over = True
        self.stir()

    async def goes_on(self) -> bool:
        """Whether to look again, as soon as that is known."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOKS_EVERY_S):
                await self._stirred.wait()
        self._stirred.clear()
        return not self._is_over


class QueueWatch:
    """Stirs those who wait in this process when a run was queued. For its event loop only, but for `hear`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._waiting: set[Waiting] = set()

    @contextmanager
    def waiting(self) -> Iterator[Waiting]:
        waiting = Waiting()
        self._waiting.add(waiting)
        try:
            yield waiting
        finally:
            self._waiting.remove(waiting)

    def hear(self, event: RunMoved) -> None:
        if event.state == "queued":
            self._hub.soon(self._stir_all)

    def end(self) -> None:
        """Let go everybody who waits: the process ends."""
        for waiting in self._waiting:
            waiting.end()

    def _stir_all(self) -> None:
        for waiting in self._waiting:
            waiting.stir()


class WaitForRun:
    """Asks the desk for those who `Prefer: wait=20` (RFC 7240), until it has something to say."""

    def __init__(self, desk: ASGIApp, queue: QueueWatch) -> None:
        self._desk = desk
        self._queue = queue

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wait_s = willing_to_wait_s(Headers(scope=scope))
        if not wait_s:
            await self._desk(scope, receive, send)
            return
        body = await Request(scope, receive).body()
        with self._queue.waiting() as waiting:
            limit = asyncio.get_running_loop().call_later(wait_s, waiting.end)
            leaving = asyncio.create_task(until_gone(receive, waiting.end))
            try:
                answer = await self._look(scope, body)
                while says_nothing(answer) and await waiting.goes_on():
                    answer = await self._look(scope, body)
            finally:
                limit.cancel()
                leaving.cancel()
        for message in answer:
            await send(message)

    async def _look(self, scope: Scope, body: bytes) -> list[Message]:
        answer: list[Message] = []

        async def keep(message: Message) -> None:
            answer.append(message)

        await self._desk(scope, replayed(body), keep)
        return answer


def willing_to_wait_s(headers: Headers) -> int:
    """Nobody waits whose words are longer than an ask is: they would be kept all the while."""
    wait = WAIT.search(headers.get("prefer", ""))
    length = headers.get("content-length", "")
    is_short = length.isdecimal() and int(length) <= MAX_ASK_BYTES
    return min(int(wait[1]), LONGEST_WAIT_S) if wait and is_short else 0


async def until_gone(receive: Receive, then: Callable[[], None]) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    then()


def replayed(body: bytes) -> Receive:
    """Says the body once more, and nothing after it: a look is too short to be broken off."""
    unsaid: list[Message] = [{"type": "http.request", "body": body}]

    async def receive() -> Message:
        if unsaid:
            return unsaid.pop()
        never: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        return await never

    return receive


def says_nothing(answer: list[Message]) -> bool:
    status: int = answer[0]["status"]
    return status == HTTPStatus.NO_CONTENT
