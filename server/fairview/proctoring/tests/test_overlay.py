"""What a device sees reaches the interviewers while it happens, and nobody and nothing else."""

from collections.abc import AsyncIterator

import pytest
from tests.live import LiveServer, Message, Room, Visitor, live_server

from fairview.evidence.public import read_entries
from fairview.policies.public import DEFAULT
from fairview.proctoring.overlay import AT_ONCE

SHOWN = "proctoring.overlay_state"
FACE = {"what": "face", "left_pm": 300, "top_pm": 200, "width_pm": 250, "height_pm": 400}
GAZE = {"from_left_pm": 420, "from_top_pm": 330, "right_pm": -300, "down_pm": 50}


@pytest.fixture
async def live() -> AsyncIterator[LiveServer]:
    async with live_server() as server:
        yield server


@pytest.fixture
def room() -> Room:
    room = Room()
    room.change(state="live", policy=DEFAULT, started_us=1)
    return room


def shown_to(visitor: Visitor) -> list[Message]:
    return [heard for heard in visitor.heard if heard["type"] == SHOWN]


async def refusal(live: LiveServer, room: Room) -> str | None:
    """What Cai hears who shows a face, and that Ines sees none when there is a refusal."""
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await cai.say("proctoring.show_overlay", boxes=[FACE])
        await cai.ping()
        await ines.ping()
        refused = [one["code"] for one in cai.heard if one["type"] == "live.message_refused_state"]
        assert not (refused and shown_to(ines))
        return refused[0] if refused else None


async def test_what_the_device_sees_reaches_interviewers_and_stays_nowhere(
    live: LiveServer, room: Room
) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await cai.say("proctoring.show_overlay", boxes=[FACE], gaze=GAZE)
        assert await ines.hear(SHOWN) == {
            "type": SHOWN,
            "participant": room.cai.id,
            "boxes": [FACE],
            "gaze": GAZE,
            "is_switched_off": False,
        }
        await cai.ping()
        assert shown_to(cai) == []
        assert {one.kind for one in read_entries(room.id)} <= {"rooms.participant_joined"}


async def test_interviewers_are_told_that_it_was_switched_off(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await cai.say("proctoring.show_overlay", boxes=[], is_switched_off=True)
        heard = await ines.hear(SHOWN)
        assert (heard["boxes"], heard["gaze"], heard["is_switched_off"]) == ([], None, True)


async def test_more_than_the_pace_is_dropped_without_a_word(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        for _ in range(20 * AT_ONCE):
            await cai.say("proctoring.show_overlay", boxes=[FACE])
        await cai.ping()
        await ines.ping()
        assert 1 <= len(shown_to(ines)) < 10 * AT_ONCE
        assert "live.message_refused_state" not in {heard["type"] for heard in cai.heard}


@pytest.mark.parametrize("state", ["open", "ended"])
async def test_only_while_the_interview_runs(live: LiveServer, room: Room, state: str) -> None:
    room.change(state=state, ended_us=None)
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        await cai.say("proctoring.show_overlay", boxes=[FACE])
        await cai.ping()
        await ines.ping()
        assert shown_to(ines) == []


async def test_not_by_whoever_did_not_agree(live: LiveServer, room: Room) -> None:
    room.change_cai(is_observed=False)
    assert await refusal(live, room) == "not_agreed"


@pytest.mark.parametrize("policy", ["standard@1", "erased@1"])
async def test_not_where_the_policy_does_not_share(live: LiveServer, room: Room, policy: str) -> None:
    room.change(policy=policy)
    assert await refusal(live, room) == "not_shared"
