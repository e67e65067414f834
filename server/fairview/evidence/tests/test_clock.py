from hypothesis import given
from hypothesis import strategies as st

from fairview.evidence.clock import DRIFT_PPM, GRAIN_US, KEPT_EPOCHS, MAX_QUEUE_AGE_US, Claim, Clock
from fairview.kit.live.contracts import ClockExchange, ClockPing

SECOND_US = 1_000_000
HOUR_US = 3_600 * SECOND_US
NOW_US = 1_795_000_000 * SECOND_US
anything = st.integers(-(2**53), 2**53)
delays = st.integers(0, 3 * SECOND_US)


class Page:
    """The monotonic clock of one page: where its zero lies in true time, and how fast it runs."""

    def __init__(self, zero_us: int, drift_ppm: int = 0) -> None:
        self.zero_us = zero_us
        self.drift_ppm = drift_ppm

    def at_us(self, true_us: int) -> int:
        passed_us = true_us - self.zero_us
        return passed_us + passed_us * self.drift_ppm // 1_000_000


def exchange(
    clock: Clock, page: Page, true_us: int, there_us: int, back_us: int, epoch: str = "page"
) -> None:
    """One honest exchange that starts at `true_us`."""
    t0_us = page.at_us(true_us)
    pong = clock.ping(ClockPing(epoch=epoch, t0_us=t0_us), true_us + there_us, true_us + there_us + 40)
    t3_us = page.at_us(true_us + there_us + 40 + back_us)
    finished = ClockExchange(t0_us=t0_us, t1_us=pong.t1_us, t2_us=pong.t2_us, t3_us=t3_us)
    clock.epochs[epoch].learn(finished)


def estimated(clock: Clock, page: Page, true_us: int, epoch: str = "page") -> tuple[int, int]:
    """The error of the estimate of a moment, and the uncertainty that is stated for it."""
    moment = clock.estimate(epoch, page.at_us(true_us), true_us + 24 * HOUR_US, None)
    return abs(moment.estimated_us - true_us), moment.uncertainty_us


@given(
    st.lists(st.tuples(delays, delays), min_size=1, max_size=20),
    st.integers(-DRIFT_PPM, DRIFT_PPM),
    st.integers(-600 * SECOND_US, 600 * SECOND_US),
)
def test_the_true_time_is_within_the_stated_uncertainty(
    round_trips: list[tuple[int, int]], drift_ppm: int, later_us: int
) -> None:
    clock, page = Clock(), Page(NOW_US - 5_000 * SECOND_US, drift_ppm)
    for index, (there_us, back_us) in enumerate(round_trips):
        exchange(clock, page, NOW_US + index * 10 * SECOND_US, there_us, back_us)
    error_us, uncertainty_us = estimated(clock, page, NOW_US + len(round_trips) * 10 * SECOND_US + later_us)
    assert error_us <= uncertainty_us


def test_the_shortest_round_trip_decides() -> None:
    clock, page = Clock(), Page(NOW_US - 100 * SECOND_US)
    exchange(clock, page, NOW_US, 400_000, 2_000)
    exchange(clock, page, NOW_US + SECOND_US, 1_000, 1_000)
    exchange(clock, page, NOW_US + 2 * SECOND_US, 2_000, 900_000)
    error_us, uncertainty_us = estimated(clock, page, NOW_US + 3 * SECOND_US)
    assert error_us == 0
    assert uncertainty_us <= 1_001 + GRAIN_US + 2 * DRIFT_PPM + 1


def test_an_exchange_delayed_one_way_is_cut_by_one_delayed_the_other_way() -> None:
    clock, page = Clock(), Page(NOW_US - 100 * SECOND_US)
    exchange(clock, page, NOW_US, 400_000, 2_000)
    exchange(clock, page, NOW_US + SECOND_US, 2_000, 400_000)
    error_us, uncertainty_us = estimated(clock, page, NOW_US + SECOND_US)
    assert error_us <= 1_000
    assert uncertainty_us <= 5_000, "either alone would leave 200 ms open"


def test_a_time_between_two_exchanges_is_estimated_along_their_drift() -> None:
    clock, page = Clock(), Page(NOW_US - 100 * SECOND_US, drift_ppm=60)
    exchange(clock, page, NOW_US, 5_000, 5_000)
    exchange(clock, page, NOW_US + HOUR_US, 5_000, 5_000)
    error_us, uncertainty_us = estimated(clock, page, NOW_US + HOUR_US // 2)
    assert error_us <= 1_000
    assert uncertainty_us <= HOUR_US // 2 * DRIFT_PPM // 1_000_000


def test_a_clock_that_stood_still_unnoticed_costs_certainty_and_not_truth() -> None:
    clock, before = Clock(), Page(NOW_US - 100 * SECOND_US)
    after = Page(before.zero_us + 800_000)
    exchange(clock, before, NOW_US, 1_000, 1_000)
    exchange(clock, before, NOW_US + 3 * SECOND_US, 1_000, 1_000)
    exchange(clock, after, NOW_US + 6 * SECOND_US, 30_000, 30_000)
    for page, true_us in [
        (before, NOW_US + SECOND_US),
        (before, NOW_US + 4 * SECOND_US),
        (after, NOW_US + 5 * SECOND_US),
        (after, NOW_US + 9 * SECOND_US),
    ]:
        error_us, uncertainty_us = estimated(clock, page, true_us)
        assert error_us <= uncertainty_us


def test_sleep_begins_an_epoch_and_leaves_the_one_before_as_it_was() -> None:
    clock, awake = Clock(), Page(NOW_US - 100 * SECOND_US)
    woken = Page(awake.zero_us + HOUR_US)
    exchange(clock, awake, NOW_US, 20_000, 20_000, "awake")
    exchange(clock, woken, NOW_US + HOUR_US + SECOND_US, 20_000, 20_000, "woken")
    assert estimated(clock, awake, NOW_US + SECOND_US, "awake")[0] == 0
    assert estimated(clock, woken, NOW_US + HOUR_US + SECOND_US, "woken")[0] == 0


def test_what_a_client_claims_of_the_time_counts_for_nothing_once_it_was_measured() -> None:
    clock, page = Clock(), Page(NOW_US - 100 * SECOND_US)
    exchange(clock, page, NOW_US, 20_000, 20_000)
    five_minutes_off = Claim(page.zero_us + 300 * SECOND_US, 0)
    moment = clock.estimate("page", page.at_us(NOW_US), NOW_US + SECOND_US, five_minutes_off)
    assert moment.estimated_us == NOW_US


@given(anything, anything, anything, anything, anything, anything)
def test_a_hostile_clock_moves_no_entry_out_of_bounds(
    at_us: int, origin_us: int, doubt_us: int, t0_us: int, t3_us: int, received_us: int
) -> None:
    clock = Clock()
    pong = clock.ping(ClockPing(epoch="page", t0_us=t0_us), NOW_US, NOW_US + 10)
    previous = ClockExchange(t0_us=t0_us, t1_us=pong.t1_us, t2_us=pong.t2_us, t3_us=t3_us)
    clock.ping(ClockPing(epoch="page", t0_us=t0_us + 1, previous=previous), NOW_US + 99, NOW_US + 100)
    for epoch in ("page", "never measured"):
        moment = clock.estimate(epoch, at_us, received_us, Claim(origin_us, doubt_us))
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
    claimed = clock.estimate("gone", 7 * SECOND_US, NOW_US, Claim(NOW_US - 60 * SECOND_US, 0))
    doubted = clock.estimate("gone", 7 * SECOND_US, NOW_US, Claim(NOW_US - 60 * SECOND_US, HOUR_US))
    unknown = clock.estimate("gone", 7 * SECOND_US, NOW_US, None)
    assert claimed.estimated_us == NOW_US - 53 * SECOND_US
    assert claimed.uncertainty_us >= SECOND_US
    assert doubted.uncertainty_us >= HOUR_US, "a client that never asked says so"
    assert (unknown.estimated_us, unknown.uncertainty_us) == (NOW_US, MAX_QUEUE_AGE_US)


def test_only_the_newest_epochs_are_kept() -> None:
    clock = Clock()
    for number in range(50):
        clock.ping(ClockPing(epoch=str(number), t0_us=0), NOW_US, NOW_US)
    assert list(clock.epochs) == [str(number) for number in range(50 - KEPT_EPOCHS, 50)]
