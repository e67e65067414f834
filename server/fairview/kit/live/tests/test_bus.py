"""What processes hear of each other, in memory and over Redis."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from tests.redis import MISSING, Redis, program

from fairview.kit.ids import new_id
from fairview.kit.live import bus as bus_module
from fairview.kit.live import redis_line
from fairview.kit.live.bus import Bus, Line, Note
from fairview.kit.live.contracts import Downward
from fairview.kit.live.hub import Connection, Hub
from fairview.kit.live.news import News
from fairview.kit.live.redis_line import RedisLine
from fairview.kit.live.visibility import Sight, Visibility

PATIENCE_S = 10
MakeLine = Callable[[], Line]


class Said(Downward, frozen=True, tag="test.said_state"):
    words: str


class Secret(Downward, frozen=True, tag="test.secret_state"):
    words: str


class Remark(Note, frozen=True, tag="test.remark"):
    words: str


@dataclass(frozen=True)
class Rained:
    town: UUID
    litres: int


SIGHT = {Said: Sight(frozenset({"guest", "host"})), Secret: Sight(frozenset({"host"}))}


class Process:
    """A web process as far as the hub goes."""

    def __init__(self, line: Line) -> None:
        self.bus = Bus(line)
        self.hub = Hub(Visibility({}, SIGHT), self.bus, strict=True)
        self.heard: asyncio.Queue[object] = asyncio.Queue()
        self.bus.listen(Remark, lambda remark, _sender: self.heard.put_nowait(remark.words))
        self.news = News(self.hub, {Rained: [self.heard.put_nowait]})

    async def hear(self) -> object:
        async with asyncio.timeout(PATIENCE_S):
            return await self.heard.get()

    def connect(self, room: UUID, participant: str, role: str) -> Connection:
        connection = Connection(self.hub, room, participant, role, "laptop")
        self.hub.enter(connection)
        return connection


@asynccontextmanager
async def running(line: Line) -> AsyncIterator[Process]:
    process = Process(line)
    joined = asyncio.Event()
    process.bus.when_joined.append(joined.set)
    process.hub.bind()
    async with process.bus.running():
        async with asyncio.timeout(PATIENCE_S):
            await joined.wait()
        yield process
    process.hub.release()


@pytest.fixture
async def processes(make_line: MakeLine) -> AsyncIterator[list[Process]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(running(make_line())) for _ in range(3)]


async def words(connection: Connection, last: bytes) -> bytes:
    """All that the connection is told until it is told this."""
    told = b""
    async with asyncio.timeout(PATIENCE_S):
        while last not in told:
            told += b"".join(await connection.outbox.take())
    return told


async def test_all_others_hear_a_note_and_its_writer_does_not(processes: list[Process]) -> None:
    here, *others = processes
    here.bus.tell(Remark(words="one"))
    here.bus.tell(Remark(words="two"))
    for other in others:
        assert [await other.hear(), await other.hear()] == ["one", "two"]
    others[0].bus.tell(Remark(words="answer"))
    assert await here.hear() == "answer", "and nothing of its own before it"


async def test_a_message_reaches_a_room_in_every_process_by_role(processes: list[Process]) -> None:
    room, (here, there, _) = new_id(), processes
    cai, ines = here.connect(room, "cai", "guest"), there.connect(room, "ines", "host")
    zoe = there.connect(new_id(), "zoe", "host")
    here.hub.publish_everywhere(room, Secret(words="for hosts"))
    here.hub.publish_everywhere(room, Said(words="for ines"), only=["ines"])
    here.hub.publish_everywhere(room, Said(words="for all"))
    told = await words(ines, b"for all")
    assert b"for hosts" in told
    assert b"for ines" in told
    told = await words(cai, b"for all")
    assert b"for hosts" not in told
    assert b"for ines" not in told
    assert not zoe.outbox.waiting


async def test_what_stays_here_is_heard_here_alone(processes: list[Process]) -> None:
    room, (here, there, _) = new_id(), processes
    cai, ines = here.connect(room, "cai", "guest"), there.connect(room, "ines", "guest")
    here.hub.publish(room, Said(words="here"))
    here.hub.publish_everywhere(room, Said(words="everywhere"))
    assert b"here" in await words(cai, b"everywhere")
    assert b"here" not in (await words(ines, b"everywhere")).replace(b"everywhere", b"")


async def test_news_from_a_thread_is_told_in_every_process(processes: list[Process]) -> None:
    rained = Rained(town=new_id(), litres=3)
    await asyncio.to_thread(processes[0].news.publish, rained)
    assert [await process.hear() for process in processes] == [rained] * 3


async def test_the_worker_which_runs_no_loop_is_heard_too(redis: Redis) -> None:
    worker, rained = Process(RedisLine(redis.url)), Rained(town=new_id(), litres=1)
    async with running(RedisLine(redis.url)) as web:
        await asyncio.to_thread(worker.news.publish, rained)
        assert await web.hear() == rained


async def test_whoever_comes_has_all_look_again(processes: list[Process], make_line: MakeLine) -> None:
    looked = asyncio.Event()
    processes[0].bus.when_joined.append(looked.set)
    async with running(make_line()), asyncio.timeout(PATIENCE_S):
        await looked.wait()


async def test_a_process_that_falls_silent_is_missed(
    make_line: MakeLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bus_module, "BEATS_EVERY_S", 0.01)
    monkeypatch.setattr(bus_module, "GONE_AFTER_S", 0.1)
    gone: asyncio.Queue[UUID] = asyncio.Queue()
    async with running(make_line()) as here, asyncio.timeout(PATIENCE_S):
        here.bus.when_gone.append(gone.put_nowait)
        async with running(make_line()) as there:
            here.bus.when_joined.append(lambda: None)
            there.bus.tell(Remark(words="here I am"))
            await here.hear()
        assert await gone.get() == there.bus.name


async def test_a_note_that_makes_no_sense_is_passed_over(processes: list[Process]) -> None:
    here, there, _ = processes
    here.bus.line.send(here.bus.name.bytes + b"\xc1")
    here.bus.line.send(b"short")
    here.bus.tell(Remark(words="sense"))
    assert await there.hear() == "sense"


# Redis away


class LogHeard(logging.Handler):
    """What the line says in the log."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: asyncio.Queue[str] = asyncio.Queue()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.put_nowait(record.getMessage())

    async def next(self) -> str:
        async with asyncio.timeout(PATIENCE_S):
            return await self.lines.get()


@pytest.fixture
def log_heard() -> Iterator[LogHeard]:
    heard = LogHeard()
    redis_line.log.addHandler(heard)
    yield heard
    redis_line.log.removeHandler(heard)


async def test_without_redis_a_process_goes_on_alone_and_hears_again_by_itself(
    tmp_path: Path, log_heard: LogHeard, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = program()
    if found is None:
        pytest.skip(MISSING)
    monkeypatch.setattr(redis_line, "TRIES_EVERY_S", 0.01)
    server = Redis(found, tmp_path)
    server.start()
    try:
        async with running(RedisLine(server.url)) as here, running(RedisLine(server.url)) as there:
            room = new_id()
            cai = here.connect(room, "cai", "guest")
            for words_said in ("first outage", "second outage"):
                server.stop()
                assert [("cannot be reached" in await log_heard.next()) for _ in (here, there)] == [True] * 2
                here.hub.publish_everywhere(room, Said(words=words_said))
                await words(cai, words_said.encode())  # this process goes on
                looked = asyncio.Event()
                there.bus.when_joined.append(looked.set)
                server.start()
                assert [("is back" in await log_heard.next()) for _ in (here, there)] == [True] * 2
                async with asyncio.timeout(PATIENCE_S):
                    await looked.wait()
                here.bus.tell(Remark(words="again"))
                assert await there.hear() == "again", "and what was said meanwhile is lost"
        assert log_heard.lines.empty(), "each outage is told once"
    finally:
        server.stop()
