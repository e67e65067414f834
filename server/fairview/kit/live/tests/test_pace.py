import time

from fairview.kit.live.pace import Pace


async def test_a_burst_passes_and_a_flood_waits() -> None:
    pace = Pace(per_second=1_000, at_once=50)
    began = time.monotonic()
    for _ in range(50):
        await pace.keep()
    burst_s = time.monotonic() - began
    for _ in range(100):
        await pace.keep()
    flood_s = time.monotonic() - began
    assert burst_s < 0.05
    assert flood_s >= 0.095
