"""A laptop, a line and the truth: what a page's clock shows, and how long its messages take."""

import math
import random
from dataclasses import dataclass

SECOND_US = 1_000_000


@dataclass(frozen=True)
class Pause:
    """A stretch without the network; asleep, the page's clock stands still as well. Seconds of the talk."""

    start_s: float
    end_s: float
    is_asleep: bool = False

    def covers(self, at_us: int) -> bool:
        return self.start_s * SECOND_US <= at_us < self.end_s * SECOND_US


@dataclass(frozen=True, kw_only=True)
class World:
    """`up_ms` and `down_ms` are the least that a message takes each way; to each, `jitter_ms` is added on
    average (exponential), and in `bursts_per_hour` stretches of ten seconds up to `burst_ms` on the way up.
    The page's clock runs `drift_ppm` fast, swings by `swing_ppm` within twenty minutes as a laptop warms and
    cools, and is rounded down to `grain_us`."""

    name: str
    up_ms: float = 0.2
    down_ms: float = 0.2
    jitter_ms: float = 0.05
    burst_ms: float = 0
    bursts_per_hour: float = 0
    drift_ppm: float = 20
    swing_ppm: float = 5
    grain_us: int = 100
    pauses: tuple[Pause, ...] = ()

    def is_cut(self, at_us: int) -> bool:
        return any(pause.covers(at_us) for pause in self.pauses)

    def is_asleep(self, at_us: int) -> bool:
        return any(pause.is_asleep and pause.covers(at_us) for pause in self.pauses)

    def epoch_at(self, at_us: int) -> str:
        """A new one after each sleep, as the page's clock has it."""
        woken = [one for one in self.pauses if one.is_asleep and one.end_s * SECOND_US <= at_us]
        return f"epoch {len(woken)}"

    def page_us(self, at_us: int) -> int:
        """What the page's clock shows. It has stood still for as long as the laptop was asleep."""
        slept_s = sum(
            max(0.0, min(at_us / SECOND_US, pause.end_s) - pause.start_s)
            for pause in self.pauses
            if pause.is_asleep and pause.start_s * SECOND_US <= at_us
        )
        awake_s = at_us / SECOND_US - slept_s
        turn_s = 1_200 / (2 * math.pi)
        ahead_us = self.drift_ppm * awake_s + self.swing_ppm * turn_s * (1 - math.cos(awake_s / turn_s))
        shown_us = int(awake_s * SECOND_US + ahead_us)
        return shown_us - shown_us % self.grain_us


class Line:
    """One direction of one connection: each message takes its time, and none overtakes another."""

    def __init__(self, world: World, least_ms: float, chance: random.Random, has_bursts: bool) -> None:
        self.world = world
        self.least_ms = least_ms
        self.chance = chance
        self.bursts = burst_starts(world, chance) if has_bursts else []
        self.last_us = 0

    def arrival(self, sent_us: int) -> int:
        delay_ms = self.least_ms
        if self.world.jitter_ms:
            delay_ms += self.chance.expovariate(1 / self.world.jitter_ms)
        if any(0 <= sent_us / SECOND_US - start_s < 10 for start_s in self.bursts):
            delay_ms += self.chance.uniform(0, self.world.burst_ms)
        self.last_us = max(self.last_us, sent_us + int(delay_ms * 1_000))
        return self.last_us


def burst_starts(world: World, chance: random.Random, hours: float = 3) -> list[float]:
    return [chance.uniform(0, hours * 3_600) for _ in range(round(world.bursts_per_hour * hours))]
