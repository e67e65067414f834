"""How well the server knows when something happened on a client.

    python -m bench.clock [SECONDS]

The server's own clock class against a small model of a laptop and its line, whose truth is known. Each talk
is the same every time. `bench/clock/README.md` keeps the table and says what it shows.
"""

import sys
from statistics import quantiles

from bench.clock.talk import Dated, Talk
from bench.clock.world import Pause, World

HALF_AN_HOUR = Pause(1_200, 3_000)
WORLDS = [
    World(name="the same machine"),
    World(name="home, cable", up_ms=12, down_ms=10, jitter_ms=3),
    World(name="mobile", up_ms=45, down_ms=30, jitter_ms=25),
    World(name="upload far slower than download", up_ms=80, down_ms=10, jitter_ms=5),
    World(name="satellite", up_ms=300, down_ms=260, jitter_ms=20),
    World(
        name="uploads fill the line", up_ms=12, down_ms=10, jitter_ms=3, burst_ms=1_500, bursts_per_hour=60
    ),
    World(name="clock 90 ppm fast", up_ms=12, down_ms=10, jitter_ms=3, drift_ppm=90),
    World(name="clock rounded to 1 ms", up_ms=12, down_ms=10, jitter_ms=3, grain_us=1_000),
    World(name="offline for 60 s", up_ms=12, down_ms=10, jitter_ms=3, pauses=(Pause(1_800, 1_860),)),
    World(name="offline for half an hour", up_ms=12, down_ms=10, jitter_ms=3, pauses=(HALF_AN_HOUR,)),
    World(name="asleep for an hour", up_ms=12, down_ms=10, jitter_ms=3, pauses=(Pause(900, 4_500, True),)),
    World(
        name="all of it",
        up_ms=60,
        down_ms=25,
        jitter_ms=30,
        burst_ms=1_500,
        bursts_per_hour=60,
        drift_ppm=-80,
        swing_ppm=15,
        grain_us=1_000,
        pauses=(Pause(600, 660), HALF_AN_HOUR, Pause(3_100, 6_700, True)),
    ),
]


def main(seconds: int = 7_200) -> None:
    print("| talk | entries | within what is stated | error, ms p50 / p95 / worst | stated ±, ms p50 / p95 |")
    print("|---|---|---|---|---|")
    for world in WORLDS:
        print(row(world.name, Talk(world, seconds).run()))


def row(name: str, dated: list[Dated]) -> str:
    within = sum(one.error_us <= one.uncertainty_us for one in dated) / len(dated)
    errors, stated = [one.error_us for one in dated], [one.uncertainty_us for one in dated]
    told = " / ".join([*spread(errors), in_ms(max(errors))])
    return f"| {name} | {len(dated):,} | {within:.2%} | {told} | {' / '.join(spread(stated))} |"


def spread(times_us: list[int]) -> list[str]:
    parts = quantiles(times_us, n=20)
    return [in_ms(parts[9]), in_ms(parts[18])]


def in_ms(time_us: float) -> str:
    return f"{time_us / 1_000:.1f}"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
