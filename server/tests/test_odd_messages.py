"""Whatever is said to the live plane, it answers, goes on and keeps nothing of it. The long form is
`python -m bench.fuzz`."""

import logging

import pytest
from fairview.evidence.clock import KEPT_EPOCHS

from tests.odd_messages import Odd
from tests.odd_talk import Heard, left_over, post_batches, say_frames, show_tickets, whole_app

FRAMES, BATCHES, TICKETS = 600, 120, 60


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2])
async def test_odd_frames_batches_and_tickets_are_answered(
    seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    odd = Odd(seed)
    async with whole_app() as door:
        told: list[Heard] = [
            await say_frames(door, odd, FRAMES),
            await post_batches(door, odd, BATCHES),
            await show_tickets(door, odd, TICKETS),
        ]
        held = left_over()
    assert [heard.faults for heard in told] == [{}, {}, {}]
    assert all(heard.codes for heard in told)
    assert held["rooms with connections"] == held["entries that wait"] == 0
    assert held["epochs"] <= KEPT_EPOCHS
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_the_same_seed_says_the_same() -> None:
    one, other = Odd(7), Odd(7)
    assert [one.frame() for _ in range(200)] == [other.frame() for _ in range(200)]
