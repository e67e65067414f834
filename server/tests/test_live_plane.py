"""The live socket, with real sockets: who gets in, who sees what, and what happens when things go wrong."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from unittest.mock import patch
from uuid import UUID

import msgspec
import pytest
from fairview.config.live import DOWNWARD, INTERVIEWER
from fairview.kit.clock import now_us
from fairview.kit.live.visibility import NotForRole
from fairview.kit.tickets import seal
from fairview.proctoring.contracts import AttentionState
from fairview.rooms.contracts import RoomSnapshot, SignalReceived, Ticket
from websockets.exceptions import ConnectionClosed

from tests.live import LiveServer, Room, live_server

OFFER = {"type": "offer", "sdp": "v=0"}
ATTENTION = AttentionState(
    at_us=1,
    presence="present",
    faces="1",
    gaze="",
    head="",
    eyes="",
    objects="",
    voice="",
    gaze_point="",
    watch="",
    watch_reason="",
)


@pytest.fixture
async def live() -> AsyncIterator[LiveServer]:
    async with live_server() as server:
        yield server


@pytest.fixture
def room() -> Room:
    return Room()


async def refusal(live: LiveServer, room: Room, ticket: str, **options: str) -> str | None:
    async with live.socket(room.id, **options) as visitor:
        with suppress(ConnectionClosed):
            await visitor.say("live.hello", ticket=ticket)
        code, close_code = await visitor.dismissal()
        assert close_code == 4403
        return code


# Coming in


async def test_a_good_ticket_opens_the_room(live: LiveServer, room: Room) -> None:
    async with live.socket(room.id) as cai:
        await cai.say("live.hello", ticket=room.ticket(room.cai))
        welcome = await cai.next()
        view = await cai.hear("rooms.room_state")
    assert (welcome["type"], welcome["role"]) == ("live.welcome_state", "candidate")
    assert {person["name"]: person["is_connected"] for person in view["participants"]} == {
        "Ines": False,
        "Cai": True,
    }


async def test_a_forged_ticket_is_refused(live: LiveServer, room: Room) -> None:
    assert await refusal(live, room, room.ticket(room.cai)[:-2] + "xx") == "ticket_invalid"
    assert await refusal(live, room, "") == "ticket_invalid"


async def test_a_ticket_for_another_purpose_or_room_is_refused(live: LiveServer, room: Room) -> None:
    claims = Ticket(room=room.facts, participant=room.cai.id, device="laptop")
    assert await refusal(live, room, seal(claims, "something else")) == "ticket_invalid"
    assert await refusal(live, room, Room().ticket(room.cai)) == "ticket_invalid"


async def test_an_old_ticket_is_refused(live: LiveServer, room: Room) -> None:
    with patch("django.core.signing.time.time", return_value=time.time() - 61):
        ticket = room.ticket(room.cai)
    assert await refusal(live, room, ticket) == "ticket_expired"


async def test_a_page_of_another_origin_is_refused(live: LiveServer, room: Room) -> None:
    ticket = room.ticket(room.cai)
    assert await refusal(live, room, ticket, origin="https://elsewhere.example") == "origin_refused"


async def test_a_removed_participant_and_a_stranger_are_refused(live: LiveServer, room: Room) -> None:
    room.change_cai(admission="removed")
    assert await refusal(live, room, room.ticket(room.cai)) == "removed"
    assert await refusal(live, room, room.ticket(Room().cai)) == "not_admitted"


async def test_a_room_that_ended_a_day_ago_is_over(live: LiveServer, room: Room) -> None:
    room.change(state="ended", ended_us=now_us() - 25 * 3_600_000_000)
    assert await refusal(live, room, room.ticket(room.cai)) == "room_over"


async def test_whoever_does_not_greet_is_not_let_in(live: LiveServer, room: Room) -> None:
    async with live.socket(room.id) as visitor:
        await visitor.say("rooms.set_media", microphone=True, camera=True)
        assert await visitor.dismissal() == ("protocol", 4403)
    with patch("fairview.kit.live.socket.HELLO_WITHIN_S", 0.05):
        async with live.socket(room.id) as visitor:
            assert await visitor.dismissal() == ("protocol", 4403)


async def test_an_older_ticket_does_not_undo_a_removal(live: LiveServer, room: Room) -> None:
    early = room.ticket(room.cai)
    live.plane.rooms.apply_facts(room.change_cai(admission="removed"))
    assert await refusal(live, room, early) == "removed"


# One socket for each participant


async def test_a_second_connection_replaces_the_first(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as first, live.visit(room, room.cai) as second:
        assert await first.dismissal() == ("opened_elsewhere", 4403)
        await second.ping()
    entries = await live.entries(room.id, 2)
    assert [entry.kind for entry in entries] == ["rooms.participant_joined", "rooms.participant_left"]


async def test_another_device_shuts_the_first_one_out_for_good(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai, "laptop") as laptop:
        late = room.ticket(room.cai, "laptop")
        await asyncio.to_thread(live.plane.rooms.change_device, room.id, UUID(room.cai.id), "phone")
        assert await laptop.dismissal() == ("opened_elsewhere", 4403)
    assert await refusal(live, room, late) == "opened_elsewhere"
    async with live.visit(room, room.cai, "phone") as phone:
        await phone.ping()


async def test_removing_a_person_cuts_the_socket(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai, live.visit(room, room.ines) as ines:
        await asyncio.to_thread(live.plane.rooms.apply_facts, room.change_cai(admission="removed"))
        assert await cai.dismissal() == ("removed", 4403)
        await ines.hear_room(name="Cai", admission="removed", is_connected=False)


async def test_a_line_that_went_dead_is_noticed_by_the_heartbeat(room: Room) -> None:
    async with (
        live_server(heartbeat_s=0.2) as live,
        live.visit(room, room.ines) as ines,
        live.visit(room, room.cai) as cai,
    ):
        cai.socket.transport.pause_reading()
        await ines.hear_room(name="Cai", is_connected=True)
        await ines.hear_room(name="Cai", is_connected=False)
        cai.socket.transport.resume_reading()


# The room


async def test_presence_is_told_and_written(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines:
        async with live.visit(room, room.cai) as cai:
            await ines.hear_room(name="Cai", is_connected=True, camera=False)
            await cai.say("rooms.set_media", microphone=True, camera=True)
            await ines.hear_room(name="Cai", microphone=True, camera=True)
        await ines.hear_room(name="Cai", is_connected=False, camera=False)
    entries = await live.entries(room.id, 4)
    assert [(entry.kind, str(entry.author_id), entry.role) for entry in entries[1:3]] == [
        ("rooms.participant_joined", room.cai.id, "server"),
        ("rooms.participant_left", room.cai.id, "server"),
    ]


async def test_who_waits_sees_themselves_and_signals_nobody(live: LiveServer, room: Room) -> None:
    room.change_cai(admission="waiting")
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await ines.say("rooms.set_media", microphone=True, camera=True)
        await ines.ping()
        await cai.say("rooms.send_signal", to=room.ines.id, description=OFFER)
        refused = await cai.hear("live.message_refused_state")
        await ines.say("rooms.send_signal", to=room.cai.id, description=OFFER)
        assert (await ines.hear("live.message_refused_state"))["code"] == "participant_absent"
        view = [message for message in cai.heard if message["type"] == "rooms.room_state"][-1]
        live.plane.rooms.apply_facts(room.change_cai(admission="admitted"))
        await cai.hear_room(name="Ines", camera=True)
    assert refused["code"] == "not_admitted"
    assert {person["name"]: person["camera"] for person in view["participants"]} == {
        "Ines": False,
        "Cai": False,
    }
    joined = [entry for entry in await live.entries(room.id, 4) if entry.kind == "rooms.participant_joined"]
    assert len(joined) == 2, "waiting is not being in the room; being admitted is"


async def test_signals_reach_their_addressee_alone(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await ines.say("rooms.send_signal", to=room.cai.id, description=OFFER)
        heard = await cai.hear("rooms.signal_state")
        await ines.ping()
    assert (heard["sender"], heard["description"]) == (room.ines.id, OFFER)
    assert "rooms.signal_state" not in {message["type"] for message in ines.heard}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "malformed"),
        ({"description": OFFER, "candidate": {"candidate": ""}}, "malformed"),
        ({"candidate": {"candidate": "", "sdpMLineIndex": "0"}}, "malformed"),
        ({"to": "00000000-0000-0000-0000-000000000000", "description": OFFER}, "participant_absent"),
    ],
)
async def test_a_signal_that_makes_no_sense_is_refused(
    live: LiveServer, room: Room, fields: dict[str, object], code: str
) -> None:
    async with live.visit(room, room.ines), live.visit(room, room.cai) as cai:
        await cai.say("rooms.send_signal", **{"to": room.ines.id, **fields})
        refused = await cai.hear("live.message_refused_state")
    assert (refused["code"], refused["message"]) == (code, "rooms.send_signal")


async def test_after_the_end_the_sockets_stay_for_what_is_left(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines), live.visit(room, room.cai) as cai:
        live.plane.rooms.apply_facts(room.change(state="ended", ended_us=now_us()))
        await cai.hear("rooms.room_state", state="ended")
        await cai.say("rooms.send_signal", to=room.ines.id, description=OFFER)
        assert (await cai.hear("live.message_refused_state"))["code"] == "room_over"
        await cai.ping()


# Messages


async def test_nonsense_is_refused_and_the_socket_stays(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai:
        await cai.say("rooms.unheard_of")
        assert (await cai.hear("live.message_refused_state"))["code"] == "malformed"
        await cai.socket.send(b"\xc1 not messagepack")
        assert (await cai.hear("live.message_refused_state"))["code"] == "malformed"
        await cai.socket.send(bytes(300_000))
        assert (await cai.hear("live.message_refused_state"))["code"] == "message_too_large"
        await cai.say("live.hello", ticket=room.ticket(room.ines))
        assert (await cai.hear("live.message_refused_state"))["code"] == "not_allowed"
        await cai.ping()


async def test_text_is_not_spoken_here(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai:
        await cai.socket.send("hello")
        assert await cai.dismissal() == ("protocol", 4403)


async def test_a_slow_reader_gets_the_newest_snapshot_and_not_all_of_them(
    live: LiveServer, room: Room
) -> None:
    padding = random.randbytes(100_000).hex()
    view = RoomSnapshot(state="open", title="", started_us=None, ended_us=None, server_us=0, participants=[])
    async with live.visit(room, room.cai) as cai:
        (connection,) = live.plane.hub.rooms[room.id]
        cai.socket.transport.pause_reading()
        for number in range(200):
            title = f"{number} {padding}"
            live.plane.hub.publish(room.id, msgspec.structs.replace(view, title=title))
            assert connection.outbox.bytes < 2 * len(title), "of 40 MB one snapshot waits"
            await asyncio.sleep(0)
        cai.socket.transport.resume_reading()
        await cai.hear("rooms.room_state", title=title)
        await cai.ping()
    assert len(cai.heard) < 150


async def test_a_reader_that_does_not_keep_up_is_cut_and_the_others_are_not(
    live: LiveServer, room: Room
) -> None:
    long = SignalReceived(sender=random.randbytes(100_000).hex())
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        (connection,) = (each for each in live.plane.hub.rooms[room.id] if each.role == "candidate")
        while not connection.refusal.done():
            live.plane.hub.publish(room.id, long, only=[room.cai.id])
            await asyncio.sleep(0)
        await ines.hear_room(name="Cai", is_connected=False)
        await ines.ping()
        assert await cai.dismissal() == ("too_slow", 4408)


# Who may see what (live_matrix.py has the whole table)


def test_a_candidate_never_receives_what_rules_found() -> None:
    for type_, sight in DOWNWARD.items():
        if type_.__module__ == "fairview.proctoring.contracts":
            assert sight.roles == INTERVIEWER


async def test_sending_a_candidate_what_is_not_theirs_is_a_fault(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai):
        (connection,) = live.plane.hub.rooms[room.id]
        with pytest.raises(NotForRole):
            connection.send(ATTENTION)
        live.plane.hub.strict = False
        waiting = dict(connection.outbox.waiting)
        connection.send(ATTENTION)
        assert connection.outbox.waiting == waiting


async def test_a_fault_of_a_handler_costs_one_message(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai:
        with patch.object(live.plane.rooms, "broadcast", side_effect=ZeroDivisionError):
            await cai.say("rooms.set_media", microphone=True, camera=True)
            assert (await cai.hear("live.message_refused_state"))["code"] == "failed"
        await cai.ping()
