"""The crowd: a hundred sockets in a process of its own that all hear everything, some of which speak.

    python -m bench.live.crowd < job.json > outcome.json

Raw WebSocket frames on uvloop: a client library would cost more than most of the servers it is to measure.
Who speaks has so many frames on the way at once, and sends the next when one of them has come back.
"""

import asyncio
import os
import sys
import time
from base64 import b64encode
from statistics import median, quantiles
from typing import cast

import msgspec
import uvloop

EVENT_BYTES = 160
MARK_BYTES = 8
PATIENCE_S = 20
BINARY, PING, PONG = 0x82, 0x89, 0x8A
UPGRADE = (
    b"GET %s HTTP/1.1\r\nHost: localhost\r\nOrigin: http://bench\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n"
)


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """`hello` and `head` are what this server wants to hear first, and before the events of a frame; `skip`
    so many frames come before those that count."""

    port: int
    path: str
    hello: bytes = b""
    head: bytes = b""
    skip: int = 0
    batch: int = 1
    seconds: float
    listeners: int = 100
    speakers: int = 20
    window: int = 4


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    seconds: float
    cpu_seconds: float
    sent: int
    heard: int
    missing: int
    """Frames that some listener never got."""
    p50_ms: float
    p99_ms: float
    """Of the way to whoever sent a frame, and to every tenth listener."""


def frame(payload: bytes, opcode: int = BINARY) -> bytes:
    """One message of a client, under a mask of zeros (RFC 6455 §5.3)."""
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + size.to_bytes(2, "big")
    return bytes([opcode]) + length + bytes(4) + payload


class Listener(asyncio.Protocol):
    transport: asyncio.Transport

    def __init__(self, crowd: "Crowd", number: int) -> None:
        self.crowd = crowd
        self.number = number
        self.is_open = False
        self.to_skip = crowd.job.skip
        self.buffer = b""
        self.heard: list[bytes] = []
        self.is_timed = number % 10 == 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(UPGRADE % (self.crowd.job.path.encode(), b64encode(os.urandom(16))))

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self.is_open:
            head, found, self.buffer = self.buffer.partition(b"\r\n\r\n")
            if not found:
                self.buffer = head
                return
            assert b" 101 " in head, head
            self.is_open = True
            if self.crowd.job.hello:
                self.transport.write(frame(self.crowd.job.hello))
            if not self.to_skip:
                self.crowd.arrive()
        self.take_frames()

    def take_frames(self) -> None:
        buffer, at, size = self.buffer, 0, len(self.buffer)
        while size - at >= 2:
            length, start = buffer[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(buffer[at + 2 : at + 4], "big"), at + 4
            end = start + length
            if end > size:
                break
            if buffer[at] == BINARY:
                self.take(buffer[end - MARK_BYTES : end])
            elif buffer[at] == PING:
                self.transport.write(frame(buffer[start:end], PONG))
            at = end
        self.buffer = buffer[at:]

    def take(self, mark: bytes) -> None:
        if self.to_skip:
            self.to_skip -= 1
            if not self.to_skip:
                self.crowd.arrive()
            return
        self.heard.append(mark)
        if mark[0] == self.number:
            self.crowd.came_back(self, mark)
        elif self.is_timed:
            self.crowd.time(mark)


class Crowd:
    def __init__(self, job: Job) -> None:
        self.job = job
        self.filling = bytes(job.batch * EVENT_BYTES - MARK_BYTES)
        self.sent: dict[bytes, float] = {}
        self.took: list[float] = []
        self.here = 0
        self.all_here = asyncio.Event()
        self.is_over = False
        self.on_the_way = 0
        self.all_back = asyncio.Event()

    def arrive(self) -> None:
        self.here += 1
        if self.here == self.job.listeners:
            self.all_here.set()

    def speak(self, speaker: Listener) -> None:
        mark = bytes([speaker.number]) + len(self.sent).to_bytes(MARK_BYTES - 1, "big")
        self.sent[mark] = time.perf_counter()
        self.on_the_way += 1
        speaker.transport.write(frame(self.job.head + self.filling + mark))

    def time(self, mark: bytes) -> None:
        self.took.append(time.perf_counter() - self.sent[mark])

    def came_back(self, speaker: Listener, mark: bytes) -> None:
        self.time(mark)
        self.on_the_way -= 1
        if not self.is_over:
            self.speak(speaker)
        elif not self.on_the_way:
            self.all_back.set()

    async def run(self) -> Outcome:
        loop, job = asyncio.get_running_loop(), self.job
        listeners = [Listener(self, number) for number in range(job.listeners)]
        for listener in listeners:
            await loop.create_connection(lambda listener=listener: listener, "127.0.0.1", job.port)  # type: ignore[misc]
        async with asyncio.timeout(PATIENCE_S):
            await self.all_here.wait()
        started, cpu = time.perf_counter(), time.process_time()
        for speaker in listeners[: job.speakers]:
            for _ in range(job.window):
                self.speak(speaker)
        await asyncio.sleep(job.seconds)
        seconds, heard = time.perf_counter() - started, sum(len(listener.heard) for listener in listeners)
        cpu_seconds = time.process_time() - cpu
        self.is_over = True
        async with asyncio.timeout(PATIENCE_S):
            await self.all_back.wait()
            await self.hear_the_rest(listeners)
        sent = set(self.sent)
        return Outcome(
            seconds=seconds,
            cpu_seconds=cpu_seconds,
            sent=len(sent),
            heard=heard,
            missing=sum(len(sent - set(listener.heard)) for listener in listeners),
            p50_ms=median(self.took) * 1e3,
            p99_ms=quantiles(self.took, n=100)[98] * 1e3,
        )

    async def hear_the_rest(self, listeners: list[Listener]) -> None:
        """The speakers have all of theirs back; others may still have some to come."""
        for _ in range(100):
            if all(len(listener.heard) == len(self.sent) for listener in listeners):
                return
            await asyncio.sleep(0.02)


if __name__ == "__main__":
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    outcome = uvloop.run(Crowd(job).run())
    sys.stdout.buffer.write(msgspec.json.encode(outcome))
