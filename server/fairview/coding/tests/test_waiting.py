"""Runners that wait for work, in front of a desk that answers at once."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from fairview.coding.events import RunMoved
from fairview.coding.http import QueueWatch, WaitForRun
from fairview.kit.ids import new_id
from fairview.kit.live.hub import Hub
from fairview.kit.live.visibility import Visibility

ABLE = b'{"runner": "one", "languages": ["python"]}'
NOTHING = Response(status_code=204)
A_RUN = Response("a run")
NEVER_S = 3_600


class Desk:
    """Answers every look as it is told to, and keeps what it was asked."""

    def __init__(self) -> None:
        self.answer = NOTHING
        self.asked: asyncio.Queue[bytes] = asyncio.Queue()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.put_nowait((await receive())["body"])
        await self.answer(scope, receive, send)


class House:
    def __init__(self) -> None:
        self.desk = Desk()
        self.hub = Hub(Visibility({}, {}), strict=True)
        self.queue = QueueWatch(self.hub)
        self.door = WaitForRun(self.desk, self.queue)

    async def ask(
        self, prefer: str = f"wait={NEVER_S}", content: bytes | AsyncIterator[bytes] = ABLE
    ) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.door)
        async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
            return await client.post("/api/runner/lease", content=content, headers={"Prefer": prefer})

    async def waiting(self) -> asyncio.Task[httpx.Response]:
        """A runner that was told once that there is nothing."""
        answer = asyncio.create_task(self.ask())
        await self.desk.asked.get()
        return answer

    def hear(self) -> None:
        """That a run was queued."""
        self.queue.hear(RunMoved(new_id(), "run", "queued", 1))


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    house.hub.bind()
    yield house
    house.hub.release()


@pytest.fixture(autouse=True)
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits is answered for a reason, or never."""
    monkeypatch.setattr("fairview.coding.http.LOOKS_EVERY_S", NEVER_S)
    monkeypatch.setattr("fairview.coding.http.LONGEST_WAIT_S", NEVER_S)


async def test_what_is_there_is_given_at_once(house: House) -> None:
    house.desk.answer = A_RUN
    assert (await house.ask()).text == "a run"
    assert house.desk.asked.get_nowait() == ABLE


async def test_what_is_queued_meanwhile_is_given_at_once(house: House) -> None:
    answer = await house.waiting()
    house.desk.answer = A_RUN
    await asyncio.to_thread(house.hear)
    assert (await answer).text == "a run"
    assert house.desk.asked.get_nowait() == ABLE


async def test_everybody_who_waits_hears_of_it(house: House) -> None:
    answers = [await house.waiting(), await house.waiting()]
    house.hear()
    assert [await house.desk.asked.get() for _ in answers] == [ABLE, ABLE]
    house.desk.answer = A_RUN
    house.hear()
    assert [(await answer).text for answer in answers] == ["a run", "a run"]


async def test_what_another_process_queued_is_found_by_looking(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fairview.coding.http.LOOKS_EVERY_S", 0)
    answer = await house.waiting()
    await house.desk.asked.get()
    house.desk.answer = A_RUN
    assert (await answer).text == "a run"


async def test_a_wait_comes_to_an_end(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fairview.coding.http.LONGEST_WAIT_S", 0.01)
    assert (await house.ask("wait=999999")).status_code == 204
    assert house.desk.asked.qsize() == 1


async def test_who_has_gone_is_not_waited_for(house: House) -> None:
    leave = asyncio.Event()
    words: Iterator[Message] = iter([{"type": "http.request", "body": ABLE}])

    async def receive() -> Message:
        for word in words:
            return word
        await leave.wait()
        return {"type": "http.disconnect"}

    async def send(_message: Message) -> None:
        pass

    headers = [(b"prefer", f"wait={NEVER_S}".encode()), (b"content-length", str(len(ABLE)).encode())]
    door = asyncio.create_task(house.door({"type": "http", "headers": headers}, receive, send))
    await house.desk.asked.get()
    leave.set()
    await door
    assert house.desk.asked.empty()


@pytest.mark.parametrize("prefer", ["", "wait", "wait=", "wait=0", "wait=-5", "wait=soon", "return=minimal"])
async def test_who_does_not_ask_to_wait_does_not(house: House, prefer: str) -> None:
    assert (await house.ask(prefer)).status_code == 204


async def test_words_that_are_no_ask_are_not_kept(house: House) -> None:
    async def parts() -> AsyncIterator[bytes]:
        yield ABLE

    assert (await house.ask(content=b" " * 10_001)).status_code == 204
    assert (await house.ask(content=parts())).status_code == 204


async def test_a_refusal_is_passed_on(house: House) -> None:
    house.desk.answer = Response("no", 401)
    assert (await house.ask()).status_code == 401
