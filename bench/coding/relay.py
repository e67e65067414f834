"""A room full of people who type, and how long everything takes to the others."""

import asyncio
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from uuid import UUID

import msgspec
from fairview.coding.contracts import DocumentStarted, ExerciseAssigned
from fairview.coding.tests.logs import DOCUMENT, STARTER, Page
from fairview.coding.text import starter_update
from fairview.kit.ids import new_id
from fairview.rooms.contracts import ParticipantFacts
from tests.live import LiveServer, Room, Visitor, live_server

EVERY_S = 0.1
BEGINNING = starter_update(DOCUMENT, STARTER)


@dataclass(frozen=True)
class Kind:
    """What is measured: the message that comes to the others, and what of it names the one that was sent."""

    told: str
    name: str


EDIT = Kind("coding.document_update_state", "update")
CURSOR = Kind("coding.cursor_state", "state")


class Crowd(Room):
    """A room of interviewers, all let in."""

    def __init__(self, people: int) -> None:
        super().__init__()
        self.people = [
            ParticipantFacts(id=str(new_id()), role="interviewer", name=f"{n}", admission="admitted")
            for n in range(people)
        ]
        self.change(participants=self.people)


@dataclass
class Client:
    """One person at one page: when each of their messages left, and when those of the others came."""

    visitor: Visitor
    page: Page
    stream: UUID = field(default_factory=new_id)
    sent: dict[str, float] = field(default_factory=dict)
    heard: dict[str, float] = field(default_factory=dict)

    async def send(self, kind: Kind, number: int) -> None:
        if kind is EDIT:
            update = self.page.type(number, "x")
            self.sent[update] = time.perf_counter()
            edited = {"kind": "coding.document_edited", "document": DOCUMENT, "update": update}
            await self.visitor.append(self.stream, number, edited)
        else:
            state = b64encode(f"{self.page.person} {number:06}".encode()).decode()
            self.sent[state] = time.perf_counter()
            await self.visitor.say("coding.set_cursor", document=DOCUMENT, state=state)

    async def type(self, kind: Kind, times: int, delay_s: float) -> None:
        await asyncio.sleep(delay_s)
        for number in range(1, times + 1):
            await self.send(kind, number)
            await asyncio.sleep(EVERY_S)

    async def listen(self, kind: Kind, count: int) -> None:
        """Until so many were heard."""
        while len(self.heard) < count:
            data = await self.visitor.socket.recv(decode=False)
            now = time.perf_counter()
            message = msgspec.msgpack.decode(data)
            if message["type"] == kind.told:
                self.heard[message[kind.name]] = now


async def measure(people: int, seconds: float, kind: Kind) -> list[float]:
    """Milliseconds from each message to each other page that it came to. Everything must arrive."""
    async with live_server() as live, AsyncExitStack() as stack:
        crowd = Crowd(people)
        begin(live, crowd)
        clients = [await join(live, crowd, number, stack) for number in range(people)]
        times = round(seconds / EVERY_S)
        heard = times * (people if kind is EDIT else people - 1)
        async with asyncio.timeout(3 * seconds), asyncio.TaskGroup() as group:
            for number, client in enumerate(clients):
                group.create_task(client.listen(kind, heard))
                group.create_task(client.type(kind, times, EVERY_S * number / people))
    return [took for client in clients for took in delays(client, clients)]


def begin(live: LiveServer, crowd: Crowd) -> None:
    started = DocumentStarted(document=DOCUMENT, assignment="task", language="python", update=BEGINNING)
    given = ExerciseAssigned(assignment="task", exercise="tide-window", version=1, by="")
    for payload in (started, given):
        live.plane.log.record(crowd.id, payload, UUID(crowd.people[0].id)).result()


async def join(live: LiveServer, crowd: Crowd, number: int, stack: AsyncExitStack) -> Client:
    person = crowd.people[number]
    visitor = await stack.enter_async_context(live.visit(crowd, person))
    await visitor.say("coding.open_document", document=DOCUMENT)
    state = await visitor.hear("coding.document_state")
    return Client(visitor, Page(UUID(person.id), person.role, number + 1, state["update"]))


def delays(client: Client, clients: list[Client]) -> Iterator[float]:
    for other in clients:
        if other is not client:
            yield from ((client.heard[name] - left) * 1_000 for name, left in other.sent.items())
