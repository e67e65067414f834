"""The people of many rooms in a process of its own: candidates who are observed, interviewers who are told.

    python -m bench.live.rooms < job.json > outcome.json

Every candidate's page sends one observation five times a second, and once in `CYCLE` of them there are two
faces for long enough that the rule speaks. What is timed: from the moment the page sends the observation that
passes the threshold until the interviewer's page has the new list of incidents.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from statistics import median, quantiles
from uuid import uuid4

import msgspec
import uvloop
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

EVERY_US = 200_000
EVERY_S = EVERY_US / 1e6
ON_THE_WAY_US = 20_000
"""How much earlier than it was received all is said to be. Said to be later than that it would be moved."""
LAST_WORDS_S = 1.0
CYCLE = 50
TWO_FACES = 10
TELLS = 6
"""With this observation of a cycle there were two faces for longer than the second that the rule waits."""

encode = msgspec.msgpack.encode


class Place(msgspec.Struct, frozen=True):
    room: str
    interviewer: str
    """Tickets, as is the next."""
    candidate: str


class Job(msgspec.Struct, frozen=True):
    address: str
    places: list[Place]
    seconds: float


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    seconds: float
    cpu_seconds: float
    sent: int
    acknowledged: int
    cut: int
    """Rooms in which the server closed a socket before the end."""
    due: int
    """Alerts that should have come."""
    alerts: int
    early: int
    """Alerts that came before the observation that they are about: should be none."""
    p50_ms: float
    p99_ms: float
    max_ms: float


class Named(msgspec.Struct):
    type: str


class Incidents(msgspec.Struct):
    incidents: list[msgspec.Raw]


class Acknowledged(msgspec.Struct):
    through: int


@asynccontextmanager
async def visit(address: str, room: str, ticket: str) -> AsyncIterator[ClientConnection]:
    url = f"{address.replace('http', 'ws', 1)}/live/{room}"
    async with connect(url, origin=address, compression=None, open_timeout=None) as socket:  # type: ignore[arg-type]
        await socket.send(encode({"type": "live.hello", "ticket": ticket}))
        yield socket


def observation(number: int, at_us: int, faces: int) -> dict[str, object]:
    payload = {
        "kind": "proctoring.observation",
        "observed": "faces",
        "value": str(faces),
        "confidence_pm": 900,
        "duration_ms": EVERY_US // 1_000,
        "detector": "face",
        "model_version": "1",
    }
    return {"number": number, "at_us": at_us, "payload": payload}


class Pair:
    """One room: its candidate's page, and its interviewer's."""

    def __init__(self, place: Place, address: str) -> None:
        self.place = place
        self.address = address
        self.sent = self.acknowledged = self.due = self.alerts = self.early = 0
        self.was_cut = True
        self.waits_since: float | None = None
        self.took: list[float] = []

    async def live(self, delay_s: float, seconds: float) -> None:
        await asyncio.sleep(delay_s)
        with suppress(ConnectionClosed):
            async with (
                visit(self.address, self.place.room, self.place.interviewer) as interviewer,
                visit(self.address, self.place.room, self.place.candidate) as candidate,
            ):
                told = asyncio.create_task(self.be_told(interviewer))
                acknowledged = asyncio.create_task(self.be_acknowledged(candidate))
                try:
                    await self.be_observed(candidate, seconds)
                    await asyncio.sleep(LAST_WORDS_S)
                    self.was_cut = told.done() or acknowledged.done()
                finally:
                    told.cancel()
                    acknowledged.cancel()
                    await asyncio.gather(told, acknowledged, return_exceptions=True)

    async def be_observed(self, socket: ClientConnection, seconds: float) -> None:
        stream = str(uuid4())
        origin_us = time.time_ns() // 1_000 - ON_THE_WAY_US
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for tick in range(int(seconds / EVERY_S)):
            await asyncio.sleep(max(0, begun + tick * EVERY_S - loop.time()))
            step = tick % CYCLE + 1
            if step == TELLS:
                self.due += 1
                self.waits_since = time.perf_counter()
            entry = observation(tick + 1, tick * EVERY_US, 2 if step <= TWO_FACES else 1)
            batch = {"stream": stream, "epoch": "page", "origin_us": origin_us, "entries": [entry]}
            await socket.send(encode({"type": "evidence.append", **batch}))
            self.sent += 1

    async def be_acknowledged(self, socket: ClientConnection) -> None:
        async for data in messages(socket):
            if type_of(data) == "evidence.acknowledged_state":
                self.acknowledged = msgspec.msgpack.decode(data, type=Acknowledged).through

    async def be_told(self, socket: ClientConnection) -> None:
        known = 0
        async for data in messages(socket):
            if type_of(data) != "proctoring.incidents_state":
                continue
            found = len(msgspec.msgpack.decode(data, type=Incidents).incidents)
            if found > known:
                known = found
                self.hear_alert(time.perf_counter())

    def hear_alert(self, now: float) -> None:
        self.alerts += 1
        if self.waits_since is None:
            self.early += 1
            return
        self.took.append(now - self.waits_since)
        self.waits_since = None


async def messages(socket: ClientConnection) -> AsyncIterator[bytes]:
    while True:
        yield await socket.recv(decode=False)


def type_of(data: bytes) -> str:
    return msgspec.msgpack.decode(data, type=Named).type


async def run(job: Job) -> Outcome:
    started, cpu = time.perf_counter(), time.process_time()
    pairs = [Pair(place, job.address) for place in job.places]
    spread_s = CYCLE * EVERY_S
    async with asyncio.TaskGroup() as tasks:
        for number, pair in enumerate(pairs):
            tasks.create_task(pair.live(spread_s * number / len(pairs), job.seconds))
    took = [one for pair in pairs for one in pair.took]
    return Outcome(
        seconds=time.perf_counter() - started,
        cpu_seconds=time.process_time() - cpu,
        sent=sum(pair.sent for pair in pairs),
        acknowledged=sum(pair.acknowledged for pair in pairs),
        cut=sum(pair.was_cut for pair in pairs),
        due=sum(pair.due for pair in pairs),
        alerts=sum(pair.alerts for pair in pairs),
        early=sum(pair.early for pair in pairs),
        p50_ms=median(took) * 1e3,
        p99_ms=quantiles(took, n=100)[98] * 1e3,
        max_ms=max(took) * 1e3,
    )


if __name__ == "__main__":
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    sys.stdout.buffer.write(msgspec.json.encode(uvloop.run(run(job))))
