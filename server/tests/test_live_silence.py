"""A candidate of whom nothing is heard: interviewers see since when, and the log of a talk keeps it."""

from collections.abc import AsyncIterator, Iterator
from unittest.mock import patch

import msgspec
import pytest
from fairview.kit.clock import now_us

from tests.live import LiveServer, Room, live_server


@pytest.fixture(autouse=True)
def quiet_soon() -> Iterator[None]:
    with patch("fairview.rooms.silence.QUIET_US", 30_000):
        yield


@pytest.fixture
async def live() -> AsyncIterator[LiveServer]:
    async with live_server() as server:
        yield server


@pytest.fixture
def room() -> Room:
    room = Room()
    room.change(state="live", started_us=now_us())
    return room


async def test_a_silence_is_seen_and_goes_away_by_itself(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        pong = await cai.ping()
        heard = await ines.hear_silence(room.cai.id)
        assert heard[room.cai.id] == pong["t1_us"]
        await cai.ping()
        await ines.hear_silence()


async def test_who_is_cut_off_is_silent_until_they_are_back(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines:
        async with live.visit(room, room.cai) as cai:
            await cai.ping()
        await ines.hear_silence(room.cai.id)
        async with live.visit(room, room.cai) as cai:
            await cai.ping()
            await ines.hear_silence()


async def test_whoever_comes_in_is_told_who_is_silent(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await cai.ping()
        await ines.hear_silence(room.cai.id)
        async with live.visit(room, room.ines, "tablet") as again:
            assert list(await again.hear_silence(room.cai.id)) == [room.cai.id]


async def test_the_log_of_a_talk_keeps_it(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        pong = await cai.ping()
        await ines.hear_silence(room.cai.id)
        await cai.ping()
        await ines.hear_silence()
        entries = await live.entries(room.id, 4)
    fell, again = [entry for entry in entries if "joined" not in entry.kind][:2]
    assert (fell.kind, again.kind) == ("rooms.participant_fell_silent", "rooms.participant_heard_again")
    for entry in (fell, again):
        said = msgspec.json.decode(entry.payload)
        assert (said["participant"], said["role"], said["since_us"]) == (
            room.cai.id,
            "candidate",
            pong["t1_us"],
        )


async def test_before_the_talk_and_after_it_the_log_keeps_nothing(live: LiveServer, room: Room) -> None:
    room.change(state="open")
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await cai.ping()
        await ines.hear_silence(room.cai.id)
        await cai.ping()
        await ines.hear_silence()
        entries = await live.entries(room.id, 2)
    assert {entry.kind for entry in entries} <= {"rooms.participant_joined", "rooms.participant_left"}


async def test_who_waits_in_the_lobby_is_not_missed(live: LiveServer, room: Room) -> None:
    room.change_cai(admission="waiting")
    async with live.visit(room, room.ines), live.visit(room, room.cai) as cai:
        await cai.ping()
        assert live.plane.rooms.silences.heard[room.id][room.cai.id].check
        live.plane.rooms.silences.heard[room.id][room.cai.id].is_silent = True
        assert live.plane.rooms.silences.snapshot(room.id).silent == []
