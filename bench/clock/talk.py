"""One talk: a page asks the time and sends entries as `web/src/live` does; the server's own class answers."""

import heapq
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from fairview.evidence.clock import Clock
from fairview.kit.live.contracts import ClockExchange, ClockPing, ClockPong

from bench.clock.world import SECOND_US, Line, World

BEGAN_US = 1_795_000_000 * SECOND_US
"""The true time at the start of the talk."""

TICK_US = SECOND_US // 5
QUICK_PINGS = 5
QUICK_PING_US = 2 * SECOND_US
STEADY_PING_US = 3 * SECOND_US
ENTRIES_PER_BATCH = 200
ANSWERED_WITHIN_US = 40


@dataclass(frozen=True)
class Dated:
    """One entry as the log has it: how far off its time is, and how far off it may be."""

    error_us: int
    uncertainty_us: int


class Talk:
    """Entries five times a second, for as long as it lasts."""

    def __init__(self, world: World, seconds: int, seed: int = 1) -> None:
        chance = random.Random(seed)
        self.world = world
        self.end_us = seconds * SECOND_US
        self.up = Line(world, world.up_ms, chance, has_bursts=True)
        self.down = Line(world, world.down_ms, chance, has_bursts=False)
        self.clock = Clock()
        self.dated: list[Dated] = []
        self.waiting: deque[int] = deque()
        """When each entry happened that the server does not have yet."""
        self.later: list[tuple[int, int, Callable[[int], None]]] = []
        self.order = count()
        self.reconnect()

    def reconnect(self) -> None:
        self.connection = next(self.order)
        self.previous: ClockExchange | None = None
        self.pings = 0
        self.pinged_us: int | None = None
        self.is_asking = self.is_sending = self.is_measured = False

    def run(self) -> list[Dated]:
        self.at(0, self.tick)
        while self.later:
            now_us, _, act = heapq.heappop(self.later)
            act(now_us)
        return self.dated

    def at(self, time_us: int, act: Callable[[int], None]) -> None:
        heapq.heappush(self.later, (time_us, next(self.order), act))

    def tick(self, now_us: int) -> None:
        if not self.world.is_asleep(now_us) and now_us < self.end_us:
            self.waiting.append(now_us)
        if self.world.is_cut(now_us):
            self.reconnect()
        else:
            self.ask(now_us)
            self.send(now_us)
        if now_us < self.end_us or self.waiting:
            self.at(now_us + TICK_US, self.tick)

    def ask(self, now_us: int) -> None:
        pause_us = QUICK_PING_US if self.pings < QUICK_PINGS else STEADY_PING_US
        if self.is_asking or (self.pinged_us is not None and now_us - self.pinged_us < pause_us):
            return
        self.ping(now_us)

    def ping(self, now_us: int) -> None:
        self.is_asking, self.pinged_us = True, now_us
        self.pings += 1
        ping = ClockPing(
            epoch=self.world.epoch_at(now_us), t0_us=self.world.page_us(now_us), previous=self.previous
        )
        self.carry(self.up, now_us, lambda arrived_us: self.answer(ping, arrived_us))

    def answer(self, ping: ClockPing, now_us: int) -> None:
        answered_us = now_us + ANSWERED_WITHIN_US
        pong = self.clock.ping(ping, BEGAN_US + now_us, BEGAN_US + answered_us)
        self.carry(self.down, answered_us, lambda arrived_us: self.hear(pong, arrived_us))

    def hear(self, pong: ClockPong, now_us: int) -> None:
        self.is_asking = False
        self.previous = ClockExchange(
            t0_us=pong.t0_us, t1_us=pong.t1_us, t2_us=pong.t2_us, t3_us=self.world.page_us(now_us)
        )
        if not self.is_measured:
            self.is_measured = True
            self.ping(now_us)
            self.send(now_us)

    def send(self, now_us: int) -> None:
        """One batch at a time, of one epoch, once the server knows this clock."""
        if self.is_sending or not self.is_measured or not self.waiting:
            return
        epoch = self.world.epoch_at(self.waiting[0])
        batch = [
            at_us for at_us in list(self.waiting)[:ENTRIES_PER_BATCH] if self.world.epoch_at(at_us) == epoch
        ]
        self.is_sending = True
        self.carry(self.up, now_us, lambda arrived_us: self.take(epoch, batch, arrived_us))

    def take(self, epoch: str, batch: list[int], now_us: int) -> None:
        for at_us in batch:
            moment = self.clock.estimate(epoch, self.world.page_us(at_us), BEGAN_US + now_us, None)
            self.dated.append(Dated(abs(moment.estimated_us - BEGAN_US - at_us), moment.uncertainty_us))
        for _ in batch:
            self.waiting.popleft()
        self.carry(self.down, now_us, self.acknowledged)

    def acknowledged(self, now_us: int) -> None:
        self.is_sending = False
        self.send(now_us)

    def carry(self, line: Line, now_us: int, act: Callable[[int], None]) -> None:
        """Deliver, unless the network is cut on the way: then the message is gone with its connection."""
        connection = self.connection

        def deliver(arrived_us: int) -> None:
            if connection == self.connection and not self.world.is_cut(arrived_us):
                act(arrived_us)

        self.at(line.arrival(now_us), deliver)
