"""What time it was on the server when a client says that something happened.

A client counts monotonic microseconds within an *epoch* and has no say about the true time. Four timestamps
of a message and its answer (sent t0, received t1, answered t2, returned t3) bound the offset between both
clocks by half the round trip (the on-wire protocol of NTP, RFC 5905 §8). Each exchange kept bounds a given
moment, the wider the longer its round trip and the more the clocks may have drifted since; the truth lies
within all of these bounds (Marzullo's intersection, RFC 5905 §11.2.1). So short round trips decide, an
exchange delayed one way is cut by one delayed the other way, and a time between two that are far apart is
estimated along the drift that they show.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass

from fairview.kit.live.contracts import ClockExchange, ClockPing, ClockPong

KEPT_EXCHANGES = 16
KEPT_PINGS = 8
KEPT_EPOCHS = 4
DRIFT_PPM = 100
"""Common crystals stay within 50 ppm; both clocks may be off in opposite directions."""

GRAIN_US = 1_000
"""To this browsers may round their clocks, against being recognised by them."""

MAX_QUEUE_AGE_US = 36 * 3_600 * 1_000_000
"""The oldest that an entry can be on arrival: a day after the end, and half a day of talk before it."""

CLAIMED_UNCERTAINTY_US = 1_000_000
"""A client's own word about an epoch that nobody measured is taken to be worth no more than this."""


@dataclass(frozen=True)
class Moment:
    estimated_us: int
    uncertainty_us: int


@dataclass(frozen=True)
class Claim:
    """A client's own word on the server's time when its clock stood at zero."""

    origin_us: int
    uncertainty_us: int


@dataclass(frozen=True)
class Measured:
    """One finished exchange at `at_us`: server time = client time + `offset_us`, ± half the round trip."""

    offset_us: int
    round_trip_us: int
    at_us: int

    def bounds_at(self, at_us: int) -> tuple[int, int]:
        """The least and the greatest that the offset can be at a moment."""
        doubt_us = self.round_trip_us // 2 + 1 + GRAIN_US + drift_between(at_us, self.at_us)
        return self.offset_us - doubt_us, self.offset_us + doubt_us


class Epoch:
    """What is known of one monotonic clock of one client."""

    def __init__(self) -> None:
        self.answered: OrderedDict[int, tuple[int, int]] = OrderedDict()
        self.measured: deque[Measured] = deque(maxlen=KEPT_EXCHANGES)

    def answer(self, t0_us: int, t1_us: int, t2_us: int) -> None:
        self.answered[t0_us] = (t1_us, t2_us)
        while len(self.answered) > KEPT_PINGS:
            self.answered.popitem(last=False)

    def learn(self, exchange: ClockExchange) -> bool:
        """Keep a finished exchange. Only times that the server itself gave out count, and each only once."""
        if self.answered.get(exchange.t0_us) != (exchange.t1_us, exchange.t2_us):
            return False
        del self.answered[exchange.t0_us]
        round_trip_us = (exchange.t3_us - exchange.t0_us) - (exchange.t2_us - exchange.t1_us)
        if round_trip_us < 0:
            return False
        offset_us = ((exchange.t1_us - exchange.t0_us) + (exchange.t2_us - exchange.t3_us)) // 2
        self.measured.append(Measured(offset_us, round_trip_us, exchange.t3_us))
        return True

    def estimate(self, at_us: int) -> Moment | None:
        if not self.measured:
            return None
        bounds = [measured.bounds_at(at_us) for measured in self.measured]
        least, greatest = max(low for low, _ in bounds), min(high for _, high in bounds)
        if least > greatest:
            least, greatest = self.bounds_around(at_us)
        return Moment(at_us + (least + greatest) // 2, (greatest - least) // 2 + 1)

    def bounds_around(self, at_us: int) -> tuple[int, int]:
        """What the exchanges just before and just after a moment leave open. One of the clocks was set or
        stood still, since they contradict each other: what is farther away says nothing of this moment."""
        before = [measured for measured in self.measured if measured.at_us <= at_us]
        after = [measured for measured in self.measured if measured.at_us > at_us]
        near = [*sorted(before, key=_time)[-1:], *sorted(after, key=_time)[:1]]
        bounds = [measured.bounds_at(at_us) for measured in near]
        return min(low for low, _ in bounds), max(high for _, high in bounds)


def _time(measured: Measured) -> int:
    return measured.at_us


class Clock:
    """The clocks of one participant: its newest epochs, across reconnections."""

    def __init__(self) -> None:
        self.epochs: OrderedDict[str, Epoch] = OrderedDict()

    def ping(self, ping: ClockPing, received_us: int, answered_us: int) -> ClockPong:
        """Learn from the exchange before, and answer this one."""
        epoch = self.epochs.setdefault(ping.epoch, Epoch())
        self.epochs.move_to_end(ping.epoch)
        while len(self.epochs) > KEPT_EPOCHS:
            self.epochs.popitem(last=False)
        if ping.previous:
            epoch.learn(ping.previous)
        epoch.answer(ping.t0_us, received_us, answered_us)
        return ClockPong(t0_us=ping.t0_us, t1_us=received_us, t2_us=answered_us)

    def estimate(self, epoch: str, at_us: int, received_us: int, claim: Claim | None) -> Moment:
        """The server's time of `at_us`: as measured, else as the client claims, else when it was received.

        Never after it was received and never before the oldest an entry can be, whatever a client says.
        """
        known = self.epochs.get(epoch)
        moment = known.estimate(at_us) if known else None
        if moment is None and claim is not None:
            claimed_us = at_us + claim.origin_us
            doubt_us = max(CLAIMED_UNCERTAINTY_US, claim.uncertainty_us)
            moment = Moment(claimed_us, doubt_us + drift_between(claimed_us, received_us))
        if moment is None:
            return Moment(received_us, MAX_QUEUE_AGE_US)
        estimated = min(max(moment.estimated_us, received_us - MAX_QUEUE_AGE_US), received_us)
        doubt = max(moment.uncertainty_us, abs(moment.estimated_us - estimated))
        return Moment(estimated, min(doubt, MAX_QUEUE_AGE_US))


def drift_between(one_us: int, other_us: int) -> int:
    return abs(one_us - other_us) * DRIFT_PPM // 1_000_000


class Clocks:
    """The clocks of everybody who was here lately."""

    def __init__(self, kept: int = 2_000) -> None:
        self.kept = kept
        self.clocks: OrderedDict[str, Clock] = OrderedDict()

    def of(self, participant: str) -> Clock:
        clock = self.clocks.setdefault(participant, Clock())
        self.clocks.move_to_end(participant)
        while len(self.clocks) > self.kept:
            self.clocks.popitem(last=False)
        return clock
