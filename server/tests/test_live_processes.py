"""One room in several web processes: Cai came in by way of one, Ines by way of another."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

import pytest
from django.conf import settings
from fairview.coding.contracts import DocumentStarted, ExerciseAssigned
from fairview.coding.tests.logs import DOCUMENT, STARTER, Page
from fairview.coding.text import starter_update
from fairview.config.subscriptions import EVERYWHERE
from fairview.evidence.public import append_from_server, read_entries, verify_chain
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.kit.live.bus import Bus, Line
from fairview.kit.live.hub import Hub
from fairview.kit.live.news import News
from fairview.kit.live.redis_line import RedisLine
from fairview.kit.live.visibility import Visibility
from fairview.policies.public import DEFAULT
from fairview.rooms.contracts import SessionStarted
from fairview.rooms.events import RoomChanged

from tests.live import ORIGIN, Door, LiveServer, Room, Visitor, live_server
from tests.redis import Redis

MINUTE_US = 60_000_000
OFFER = {"type": "offer", "sdp": "v=0"}
BEGINNING = starter_update(DOCUMENT, STARTER)


@pytest.fixture
async def planes(make_line: Callable[[], Line]) -> AsyncIterator[list[LiveServer]]:
    """Two live planes that know of each other by their line and by the log alone."""
    async with AsyncExitStack() as stack:
        planes = [await stack.enter_async_context(live_server(line=make_line())) for _ in range(2)]
        for live in planes:
            live.plane.rooms.read_facts = lambda _rooms: []
            live.plane.log.writer.heads.kept = 0  # in one process of the system they share its stream
        yield planes


@pytest.fixture
def room() -> Room:
    """It began a minute ago, and an exercise lies in it."""
    room = Room()
    for payload in (
        SessionStarted(by=room.ines.id, policy="standard@1"),
        DocumentStarted(document=DOCUMENT, assignment="task", language="python", update=BEGINNING),
        ExerciseAssigned(assignment="task", exercise="tide-window", version=1, by="ines"),
    ):
        append_from_server(room.id, payload, actor_id=UUID(room.ines.id), at_us=now_us() - MINUTE_US)
    return room


async def opened(visitor: Visitor, room: Room, client: int) -> Page:
    """The shared text on somebody's page."""
    await visitor.say("coding.open_document", document=DOCUMENT)
    state = await visitor.hear("coding.document_state")
    return Page(UUID(room.cai.id), "candidate", client, state["update"])


def edited(update: str) -> dict[str, str]:
    return {"kind": "coding.document_edited", "document": DOCUMENT, "update": update}


def absent() -> dict[str, object]:
    observation = {"observed": "presence", "value": "absent", "confidence_pm": 900, "duration_ms": 15_000}
    return {
        "kind": "proctoring.observation",
        **observation,
        "detector": "face",
        "model_version": "1",
    }


async def types_and_is_missed(cai: Visitor, ines: Visitor, room: Room) -> None:
    """What Cai writes and what the rules find reaches Ines."""
    page, theirs = await opened(cai, room, 41), await opened(ines, room, 42)
    stream = new_id()
    await cai.append(stream, 1, *(edited(page.type(at, "c")) for at in range(5)))
    for _ in range(5):
        theirs.hear((await ines.hear("coding.document_update_state"))["update"])
    assert theirs.text == page.text
    await cai.append(stream, 6, absent())
    found = await ines.hear("proctoring.incidents_state")
    while not found["incidents"]:
        found = await ines.hear("proctoring.incidents_state")
    assert found["incidents"][0]["rule"] == "absence"


async def test_who_falls_silent_at_one_is_seen_at_the_other_and_is_heard_wherever_they_come_back(
    planes: list[LiveServer], room: Room
) -> None:
    one, other = planes
    with patch("fairview.rooms.silence.QUIET_US", 30_000):
        async with other.visit(room, room.ines) as ines:
            async with one.visit(room, room.cai) as cai:
                await cai.ping()
                await ines.hear_silence(room.cai.id)
            async with other.visit(room, room.cai) as cai:
                await cai.ping()
                await ines.hear_silence()
                await ines.hear_silence(room.cai.id)
    assert list(one.plane.rooms.silences.heard[room.id]) == [], "whoever has moved is not missed here"


async def test_what_one_process_commits_the_other_tells(planes: list[LiveServer], room: Room) -> None:
    async with planes[0].visit(room, room.cai) as cai, planes[1].visit(room, room.ines) as ines:
        await types_and_is_missed(cai, ines, room)


async def test_each_sees_who_is_in_the_room_with_their_devices(planes: list[LiveServer], room: Room) -> None:
    here, there = planes
    async with there.visit(room, room.ines) as ines:
        async with here.visit(room, room.cai) as cai:
            await ines.hear_room(name="Cai", is_connected=True, camera=False)
            await cai.say("rooms.set_media", microphone=True, camera=True)
            await ines.hear_room(name="Cai", microphone=True, camera=True)
        await ines.hear_room(name="Cai", is_connected=False, camera=False)


async def test_signals_and_what_passes_reach_the_other_process(planes: list[LiveServer], room: Room) -> None:
    room.change(state="live", policy=DEFAULT)
    async with planes[0].visit(room, room.cai) as cai, planes[1].visit(room, room.ines) as ines:
        await cai.hear_room(name="Ines", is_connected=True)
        await cai.say("rooms.send_signal", to=room.ines.id, description=OFFER)
        assert (await ines.hear("rooms.signal_state"))["description"] == OFFER
        await cai.say("coding.set_cursor", document=DOCUMENT, state="MTI=")
        assert (await ines.hear("coding.cursor_state"))["participant"] == room.cai.id
        await cai.say("proctoring.show_overlay", boxes=[])
        assert (await ines.hear("proctoring.overlay_state"))["participant"] == room.cai.id
        await cai.ping()
    assert "coding.cursor_state" not in {message["type"] for message in cai.heard}


async def test_who_waits_is_reached_by_nobody_elsewhere_either(planes: list[LiveServer], room: Room) -> None:
    room.change_cai(admission="waiting")
    async with planes[1].visit(room, room.ines) as ines, planes[0].visit(room, room.cai) as cai:
        await ines.hear_room(name="Cai", is_connected=True)
        await ines.say("rooms.send_signal", to=room.cai.id, description=OFFER)
        assert (await ines.hear("live.message_refused_state"))["code"] == "participant_absent"
        await ines.say("coding.set_cursor", document=DOCUMENT, state="MTI=")
        await ines.ping()
        await cai.ping()
    assert "coding.cursor_state" not in {message["type"] for message in cai.heard}


async def test_who_comes_again_by_way_of_another_process_leaves_the_first(
    planes: list[LiveServer], room: Room
) -> None:
    here, there = planes
    async with there.visit(room, room.ines) as ines:
        async with here.visit(room, room.cai) as first:
            await ines.hear_room(name="Cai", is_connected=True)
            async with there.visit(room, room.cai) as second:
                assert await first.dismissal() == ("opened_elsewhere", 4403)
                await second.ping()
        entries = await there.entries(room.id, 3 + 3)
    told = [entry.kind for entry in entries if str(entry.author_id) == room.cai.id]
    assert told == ["rooms.participant_joined", "rooms.participant_left"], "they never left in between"


async def test_who_leaves_before_the_first_process_has_let_them_go_is_said_to_leave_once(
    planes: list[LiveServer], room: Room
) -> None:
    here, there = planes
    async with there.visit(room, room.ines) as ines:
        async with here.visit(room, room.cai) as first:
            await ines.hear_room(name="Cai", is_connected=True)
            with patch.object(here.plane.bus.line, "send"):
                async with there.visit(room, room.cai):
                    assert await first.dismissal() == ("opened_elsewhere", 4403)
        entries = await there.entries(room.id, 3 + 3)
        here.plane.bus.join()
        await ines.hear_room(name="Cai", is_connected=False)
    told = [entry.kind for entry in entries if str(entry.author_id) == room.cai.id]
    assert told == ["rooms.participant_joined", "rooms.participant_left"]


async def test_a_process_that_is_gone_takes_its_people_with_it(planes: list[LiveServer], room: Room) -> None:
    here, there = planes
    async with there.visit(room, room.ines) as ines, here.visit(room, room.cai):
        await ines.hear_room(name="Cai", is_connected=True)
        there.plane.bus.miss_silent(since_s=float("inf"))
        await ines.hear_room(name="Cai", is_connected=False)


async def test_news_that_were_missed_are_read_from_the_log(planes: list[LiveServer], room: Room) -> None:
    """As after an outage of the line between them."""
    here, there = planes
    async with here.visit(room, room.cai) as cai, there.visit(room, room.ines) as ines:
        page, theirs = await opened(cai, room, 41), await opened(ines, room, 42)
        with patch.object(here.plane.bus.line, "send"):
            await cai.append(new_id(), 1, edited(page.type(0, "unheard of ")))
            await cai.hear("evidence.acknowledged_state")
        here.plane.bus.join()
        theirs.hear((await ines.hear("coding.document_update_state"))["update"])
    assert theirs.text == page.text


async def test_what_the_desk_decided_meanwhile_is_asked_for(planes: list[LiveServer], room: Room) -> None:
    here, there = planes
    async with there.visit(room, room.ines) as ines:
        ended = room.change(state="ended", ended_us=now_us())
        with patch.object(there.plane.rooms, "read_facts", return_value=[ended]) as desk:
            here.plane.bus.join()
            await ines.hear("rooms.room_state", state="ended")
        desk.assert_called_once_with([room.id])


# Processes as the operating system knows them


class WebProcess(Door):
    """`fairview.config.web` on the data of its neighbours."""

    def __init__(self, data: Path, redis: Redis) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            super().__init__(probe.getsockname()[1])
        self.environment = {
            **os.environ,
            "PORT": str(self.port),
            "FAIRVIEW_DATA": str(data),
            "FAIRVIEW_ORIGIN": ORIGIN,
            "FAIRVIEW_SECRET_KEY": settings.SECRET_KEY,
            "FAIRVIEW_REDIS_URL": redis.url,
        }

    @contextmanager
    def running(self) -> Iterator[None]:
        command = [sys.executable, "-m", "fairview.config.web", "127.0.0.1"]
        with subprocess.Popen(command, env=self.environment) as self.process:
            try:
                yield
            finally:
                self.process.terminate()

    async def ready(self) -> None:
        """Until it listens, which its port says and nothing else."""
        while self.process.poll() is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
        raise AssertionError("The web process ended before it listened.")


@pytest.fixture
async def processes(redis: Redis, tmp_path: Path) -> AsyncIterator[list[WebProcess]]:
    processes = [WebProcess(tmp_path, redis) for _ in range(2)]
    with ExitStack() as stack:
        for process in processes:
            stack.enter_context(process.running())
        await asyncio.gather(*(process.ready() for process in processes))
        yield processes


async def test_two_web_processes_hold_one_room(processes: list[WebProcess], redis: Redis, room: Room) -> None:
    here, there = processes
    worker = News(Hub(Visibility({}, {}), Bus(RedisLine(redis.url)), strict=True), EVERYWHERE)
    async with there.visit(room, room.ines) as ines, here.visit(room, room.cai) as cai:
        await ines.hear_room(name="Cai", is_connected=True)
        await types_and_is_missed(cai, ines, room)
        ended = RoomChanged(room.change(state="ended", ended_us=now_us()))
        await asyncio.to_thread(worker.publish, ended)
        for visitor in (cai, ines):
            await visitor.hear("rooms.room_state", state="ended")
    assert verify_chain(read_entries(room.id)) == []
