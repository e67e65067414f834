"""Every live message, entry and read × every person. What has no row fails, and so does a row without it."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from fairview.config import live as wiring
from fairview.evidence.contracts import Payload
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.kit.live.contracts import Downward, Upward
from fairview.policies.public import DEFAULT
from fairview.rooms.contracts import ParticipantFacts

from tests.live import LiveServer, Message, Room, Visitor, live_server
from tests.live_matrix import (
    ENTRIES,
    KINDS,
    MESSAGES_DOWN,
    MESSAGES_UP,
    SAID,
    TOLD,
    WRITTEN,
    Table,
    column,
)

NOTE = {"kind": "evidence.gap_noted", "lost": 1, "reason": "test"}
IN_THE_ROOM = list(next(iter(KINDS.values())))
CHANGES: dict[str, dict[str, Any]] = {
    "unasked": {"is_observed": False},
    "waiting": {"admission": "waiting"},
    "removed": {"admission": "removed"},
}
"""What the desk says of Cai at other times."""


@pytest.fixture
async def live() -> AsyncIterator[LiveServer]:
    async with live_server() as server:
        yield server


class Scene:
    """A room as one person of the tables finds it, and the other one who is there."""

    def __init__(self, who: str) -> None:
        self.who = who
        self.room = Room()
        self.room.change(policy=DEFAULT)

    @property
    def person(self) -> ParticipantFacts:
        return self.room.ines if self.who == "ines" else self.room.cai

    @property
    def partner(self) -> ParticipantFacts:
        return self.room.cai if self.who == "ines" else self.room.ines

    @property
    def ticket(self) -> str:
        room = Room() if self.who == "elsewhere" else self.room
        return room.ticket(self.person)

    def change(self) -> "Scene":
        """From now on the desk says of the person what the table means by the name."""
        if self.who in CHANGES:
            self.room.change_cai(**CHANGES[self.who])
        return self

    @asynccontextmanager
    async def both_enter(self, live: LiveServer) -> AsyncIterator[tuple[Visitor, Message]]:
        """The person, with the first answer to their ticket."""
        async with live.visit(self.room, self.partner) as partner, live.socket(self.room.id) as visitor:
            await partner.hear("coding.workspace_state")
            await visitor.say("live.hello", ticket=self.ticket)
            yield visitor, await visitor.next()


# The tables are whole


@pytest.mark.parametrize(
    ("base", "wired", "table"),
    [
        (Upward, wiring.UPWARD, MESSAGES_UP),
        (Downward, wiring.DOWNWARD, MESSAGES_DOWN),
        (Payload, wiring.PAYLOADS, KINDS),
    ],
    ids=["up", "down", "kinds"],
)
def test_every_type_has_its_row(base: type[Any], wired: Iterable[type], table: Table) -> None:
    defined = {each for each in base.__subclasses__() if each.__module__.endswith(".contracts")}
    assert set(wired) == defined
    assert {tag_of(each) for each in defined} == set(table)


def test_every_way_to_the_entries_has_its_row() -> None:
    live = wiring.LivePlane([])
    methods = {method for route in live.routes for method in getattr(route, "methods", None) or ()}
    assert methods - {"HEAD"} == set(ENTRIES)
    assert len(live.routes) == 2, "the socket and the entries; another route needs its table"


def tag_of(type_: type) -> str:
    return str(type_.__struct_config__.tag)  # type: ignore[attr-defined]


# Messages


@pytest.mark.parametrize("type_", MESSAGES_UP)
async def test_who_may_say_what(live: LiveServer, type_: str) -> None:
    row = MESSAGES_UP[type_]
    assert {who: await say(live, Scene(who).change(), type_) for who in row} == row


async def say(live: LiveServer, scene: Scene, type_: str) -> str:
    """`ok`, or the code of the refusal."""
    async with scene.both_enter(live) as (visitor, first):
        if first["type"] == "live.refusal_state":
            return str(first["code"])
        if type_ != "live.hello":
            fields = SAID[type_].items()
            partner = scene.partner.id
            await visitor.say(type_, **{n: partner if value == "{partner}" else value for n, value in fields})
        await visitor.ping()
        refused = [heard["code"] for heard in visitor.heard if heard["type"] == "live.message_refused_state"]
        return str(refused[0]) if refused else "ok"


@pytest.mark.parametrize("who", IN_THE_ROOM)
async def test_who_is_told_what(live: LiveServer, who: str) -> None:
    scene = Scene(who).change()
    async with scene.both_enter(live) as (visitor, _):
        await visitor.ping()
        for type_ in wiring.DOWNWARD:
            message = {"type": tag_of(type_), **TOLD[tag_of(type_)]}
            live.plane.hub.publish(scene.room.id, msgspec.convert(message, type_))
        await visitor.ping()
    seen = {name: "sees" if {"type": name, **told} in visitor.heard else "no" for name, told in TOLD.items()}
    assert seen == column(MESSAGES_DOWN, who)


# Entries


@pytest.mark.parametrize("who", IN_THE_ROOM)
async def test_who_may_write_what_over_the_socket(live: LiveServer, who: str) -> None:
    written = {}
    async with Scene(who).change().both_enter(live) as (visitor, _):
        for kind, payload in WRITTEN.items():
            await visitor.append(new_id(), 1, {"kind": kind, **payload})
            written[kind] = await answered(visitor)
    assert written == column(KINDS, who)


@pytest.mark.parametrize("who", IN_THE_ROOM)
async def test_who_may_write_what_over_http(live: LiveServer, who: str) -> None:
    scene, written = Scene(who).change(), {}
    async with live.visit(scene.room, scene.person) as visitor:
        for kind, payload in WRITTEN.items():
            stream = new_id()
            token = await token_for(visitor, stream)
            answer = await post(live, scene.room, token, stream, {"kind": kind, **payload})
            refused = answer.json()["refused"]
            written[kind] = outcome(refused["refusals"] if refused else [])
    assert written == column(KINDS, who)


@pytest.mark.parametrize("who", ENTRIES["POST"])
async def test_who_may_send_a_batch(live: LiveServer, who: str) -> None:
    scene, stream = Scene(who), new_id()
    async with live.visit(scene.room, scene.person) as visitor:
        token = await token_for(visitor, stream)
    live.plane.rooms.apply_facts(scene.change().room.facts)
    room = Room() if who == "elsewhere" else scene.room
    answer = await post(live, room, "" if who == "nobody" else token, stream, NOTE)
    assert str(answer.status_code) == ENTRIES["POST"][who]


@pytest.mark.parametrize("who", ENTRIES["GET"])
async def test_who_may_read_the_entries(live: LiveServer, who: str) -> None:
    scene = Scene(who)
    for person in (scene.person, scene.partner):
        async with live.visit(scene.room, person) as visitor:
            await token_for(visitor, new_id())
    headers = {} if who == "nobody" else {"Authorization": f"Ticket {scene.change().ticket}"}
    async with live.http as http:
        answer = await http.get(f"/live/{scene.room.id}/entries", headers=headers)
    assert reach(answer, scene) == ENTRIES["GET"][who]


async def answered(visitor: Visitor) -> str:
    """What becomes of the batch that was just sent."""
    while True:
        message = await visitor.next()
        if message["type"] == "evidence.acknowledged_state":
            return "ok"
        if message["type"] == "evidence.refused_state":
            return outcome(message["refusals"])


def outcome(refusals: list[Message]) -> str:
    """In the words of the table."""
    return {(): "ok", ("kind_not_allowed",): "no"}[tuple(each["code"] for each in refusals)]


async def token_for(visitor: Visitor, stream: UUID) -> str:
    """The token for a stream, given with its first entry."""
    await visitor.append(stream, 1, NOTE)
    token = await visitor.hear("evidence.stream_token_state")
    await visitor.hear("evidence.acknowledged_state")
    return str(token["token"])


async def post(live: LiveServer, room: Room, token: str, stream: UUID, payload: Message) -> httpx.Response:
    """The second entry of a stream."""
    entry = {"number": 2, "at_us": now_us(), "payload": payload}
    batch = {"type": "evidence.append", "stream": str(stream), "epoch": "page", "entries": [entry]}
    headers = {"Authorization": f"Stream {token}"} if token else {}
    async with live.http as http:
        return await http.post(f"/live/{room.id}/entries", json=batch, headers=headers)


def reach(answer: httpx.Response, scene: Scene) -> str:
    """Whose entries were read: `all`, `own`, or the status of the refusal."""
    if answer.status_code != 200:
        return str(answer.status_code)
    found = {(entry["author"], entry["role"]) for entry in answer.json()["entries"]}
    everybody = {(one.id, role) for one in (scene.room.ines, scene.room.cai) for role in (one.role, "server")}
    return {frozenset(everybody): "all", frozenset({(scene.person.id, scene.person.role)}): "own"}[
        frozenset(found)
    ]
