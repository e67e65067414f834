import pytest

from bench.clock.__main__ import WORLDS
from bench.clock.talk import Talk
from bench.clock.world import Pause, World

TALK_S = 600
SHORT_PAUSES = (Pause(120, 180), Pause(300, 330, is_asleep=True))


@pytest.mark.parametrize("world", [one for one in WORLDS if not one.pauses], ids=lambda world: world.name)
def test_the_true_time_lies_within_what_is_stated(world: World) -> None:
    dated = Talk(world, TALK_S).run()
    assert len(dated) == TALK_S * 5
    assert all(one.error_us <= one.uncertainty_us for one in dated)


def test_what_happened_offline_and_before_a_sleep_is_dated_too() -> None:
    dated = Talk(World(name="pauses", up_ms=60, down_ms=20, jitter_ms=30, pauses=SHORT_PAUSES), TALK_S).run()
    assert len(dated) == (TALK_S - 30) * 5
    assert all(one.error_us <= one.uncertainty_us for one in dated)


def test_a_talk_is_the_same_every_time() -> None:
    world = World(name="mobile", up_ms=45, down_ms=30, jitter_ms=25)
    assert Talk(world, 60).run() == Talk(world, 60).run()
