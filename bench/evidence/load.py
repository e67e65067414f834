"""The load: many connections, one request at a time on each, in a process of its own whose CPU is known.

    python -m bench.evidence.load < job.json > outcome.json

Raw HTTP/1.1 on uvloop, with keep-alive and without pipelining: a client library would cost more than most of
the servers it is meant to measure.
"""

import asyncio
import sys
import time
from typing import cast

import msgspec
import uvloop

from bench.evidence.job import Job, Outcome, Pen

ENTRY = (
    b'{"number":%d,"at_us":%d,"payload":{"kind":"proctoring.observation","observed":"presence",'
    b'"value":"present","confidence_pm":950,"duration_ms":200,"detector":"face","model_version":"1"}}'
)
EVERY_US = 200_000
HEAD = (
    b"POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Stream %s\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
)
BODY = b'{"type":"evidence.append","stream":"%s","epoch":"page","origin_us":%d,"entries":[%s]}'


class Client(asyncio.Protocol):
    """One connection that writes one stream, its next request after the answer to the last."""

    transport: asyncio.Transport

    def __init__(self, job: Job, pen: Pen, deadline: float) -> None:
        self.job = job
        self.deadline = deadline
        self.path = f"/live/{pen.session}/entries".encode()
        self.token = pen.token.encode()
        self.stream = pen.stream.encode()
        self.number = pen.first
        self.origin_us = time.time_ns() // 1_000 - pen.first * EVERY_US
        self.answer = b""
        self.took_ms: list[float] = []
        self.refused: list[str] = []
        self.finished = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.send()

    def send(self) -> None:
        numbers = range(self.number, self.number + self.job.batch)
        entries = b",".join(ENTRY % (number, number * EVERY_US) for number in numbers)
        body = BODY % (self.stream, self.origin_us, entries)
        request = HEAD % (self.path, self.token, len(body)) + body
        self.sent = time.perf_counter()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        self.answer += data
        head, _, body = self.answer.partition(b"\r\n\r\n")
        if len(body) < length_of(head):
            return
        self.took_ms.append((now - self.sent) * 1e3)
        self.number += self.job.batch
        if b'"through":%d' % (self.number - 1) not in body:
            self.refused.append(self.answer.decode(errors="replace"))
        self.answer = b""
        if self.is_done(now):
            self.transport.close()
            self.finished.set_result(None)
        else:
            self.send()

    def is_done(self, now: float) -> bool:
        return bool(self.refused) or now >= self.deadline or len(self.took_ms) == self.job.requests

    def connection_lost(self, _error: Exception | None) -> None:
        if not self.finished.done():
            self.refused.append("the server closed the connection")
            self.finished.set_result(None)


def length_of(head: bytes) -> float:
    """How long the body is that belongs to this head; endless while the head itself is not all here."""
    _, found, rest = head.lower().partition(b"content-length: ")
    return int(rest.split(b"\r\n", 1)[0]) if found else float("inf")


async def run(job: Job) -> Outcome:
    loop = asyncio.get_running_loop()
    started, cpu = time.perf_counter(), time.process_time()
    clients = [Client(job, pen, started + job.seconds) for pen in job.pens]
    for client in clients:
        await loop.create_connection(lambda client=client: client, "127.0.0.1", job.port)  # type: ignore[misc]
    await asyncio.gather(*(client.finished for client in clients))
    return Outcome(
        seconds=time.perf_counter() - started,
        cpu_seconds=time.process_time() - cpu,
        took_ms=[took for client in clients for took in client.took_ms],
        refused=[refused for client in clients for refused in client.refused],
    )


if __name__ == "__main__":
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)
    outcome = uvloop.run(run(job))
    sys.stdout.buffer.write(msgspec.json.encode(outcome))
