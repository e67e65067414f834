from hypothesis import given
from hypothesis import strategies as st

from fairview.evidence.clock import DRIFT_PPM, KEPT_EPOCHS, MAX_QUEUE_AGE_US, Clock
from fairview.kit.live.contracts import ClockExchange, ClockPing

SECOND_US = 1_000_000
NOW_US = 1_795_000_000 * SECOND_US
anything = st.integers(-(2**53), 2**53)
delays = st.integers(0, 3 * SECOND_US)


def exchange(clock: Clock, true_us: int, origin_us: int, there_us: int, back_us: int) -> None:
    """One honest exchange that starts at `true_us`, by a client whose zero is at `origin_us`."""
    t0_us = true_us - origin_us
    pong = clock.ping(ClockPing(epoch="page", t0_us=t0_us), true_us + there_us, true_us + there_us + 40)
    finished = ClockExchange(
        t0_us=t0_us, t1_us=pong.t1_us, t2_us=pong.t2_us, t3_us=t0_us + there_us + 40 + back_us
    )
    clock.epochs["page"].learn(finished)


@given(st.lists(st.tuples(delays, delays), min_size=1, max_size=20), st.integers(0, 600 * SECOND_US))
def test_the_true_time_is_within_the_stated_uncertainty(
    round_trips: list[tuple[int, int]], later_us: int
) -> None:
    clock, origin_us = Clock(), NOW_US - 5_000 * SECOND_US
    for index, (there_us, back_us) in enumerate(round_trips):
        exchange(clock, NOW_US + index * 10 * SECOND_US, origin_us, there_us, back_us)
    true_us = NOW_US + len(round_trips) * 10 * SECOND_US + later_us
    moment = clock.estimate("page", true_us - origin_us, true_us + 60 * SECOND_US, None)
    assert abs(moment.estimated_us - true_us) <= moment.uncertainty_us


def test_the_shortest_round_trip_decides() -> None:
    clock, origin_us = Clock(), NOW_US - 100 * SECOND_US
    exchange(clock, NOW_US, origin_us, 400_000, 2_000)
    exchange(clock, NOW_US + SECOND_US, origin_us, 1_000, 1_000)
    exchange(clock, NOW_US + 2 * SECOND_US, origin_us, 2_000, 900_000)
    moment = clock.estimate("page", 103 * SECOND_US, NOW_US + 10 * SECOND_US, None)
    assert moment.estimated_us == NOW_US + 3 * SECOND_US
    assert moment.uncertainty_us <= 1_001 + 2 * DRIFT_PPM + 1


@given(anything, anything, anything, anything, anything)
def test_a_hostile_clock_moves_no_entry_out_of_bounds(
    at_us: int, origin_us: int, t0_us: int, t3_us: int, received_us: int
) -> None:
    clock = Clock()
    pong = clock.ping(ClockPing(epoch="page", t0_us=t0_us), NOW_US, NOW_US + 10)
    previous = ClockExchange(t0_us=t0_us, t1_us=pong.t1_us, t2_us=pong.t2_us, t3_us=t3_us)
    clock.ping(ClockPing(epoch="page", t0_us=t0_us + 1, previous=previous), NOW_US + 99, NOW_US + 100)
    for epoch in ("page", "never measured"):
        moment = clock.estimate(epoch, at_us, received_us, origin_us)
        assert received_us - MAX_QUEUE_AGE_US <= moment.estimated_us <= received_us
        assert 0 <= moment.uncertainty_us <= MAX_QUEUE_AGE_US


def test_times_that_the_server_never_gave_out_are_not_believed() -> None:
    clock = Clock()
    pong = clock.ping(ClockPing(epoch="page", t0_us=0), NOW_US, NOW_US + 10)
    forged = ClockExchange(t0_us=0, t1_us=pong.t1_us - 5, t2_us=pong.t2_us - 5, t3_us=100)
    genuine = ClockExchange(t0_us=0, t1_us=pong.t1_us, t2_us=pong.t2_us, t3_us=100)
    epoch = clock.epochs["page"]
    assert not epoch.learn(forged)
    assert epoch.learn(genuine)
    assert not epoch.learn(genuine), "an exchange counts once"


def test_without_a_measurement_the_clients_word_counts_and_then_the_receipt() -> None:
    clock = Clock()
    claimed = clock.estimate("gone", 7 * SECOND_US, NOW_US, NOW_US - 60 * SECOND_US)
    unknown = clock.estimate("gone", 7 * SECOND_US, NOW_US, None)
    assert claimed.estimated_us == NOW_US - 53 * SECOND_US
    assert claimed.uncertainty_us >= SECOND_US
    assert (unknown.estimated_us, unknown.uncertainty_us) == (NOW_US, MAX_QUEUE_AGE_US)


def test_only_the_newest_epochs_are_kept() -> None:
    clock = Clock()
    for number in range(50):
        clock.ping(ClockPing(epoch=str(number), t0_us=0), NOW_US, NOW_US)
    assert list(clock.epochs) == [str(number) for number in range(50 - KEPT_EPOCHS, 50)]
