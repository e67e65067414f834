"""Whether the lips move, from how far apart they were in the pictures of the last second."""

from statistics import pstdev
from typing import Literal, NamedTuple

Lips = Literal["moving", "still", "unseen"]

# Lips are judged by the last second: syllables come four or five times in it.
WINDOW_MS = 1000
# A mouth that was not seen for so long is out of sight.
STALE_MS = 500
LEAST_SEEN = 3
# Standard deviation of the gap over the mouth's width from which lips move (measured: `bench/hearing`).
MOVES = 0.02


class Told(NamedTuple):
    lips: Lips
    sure: float
    """0.5 at the border between moving and still, 1 far from it."""


class MouthWatch:
    def __init__(self) -> None:
        self._seen: list[tuple[float, float]] = []

    def saw(self, gap: float | None, at_ms: float) -> None:
        self._seen = [] if gap is None else [*self._seen, (gap, at_ms)]

    def tell(self, now_ms: float) -> Told:
        self._seen = [(gap, at_ms) for gap, at_ms in self._seen if at_ms > now_ms - WINDOW_MS]
        if len(self._seen) < LEAST_SEEN or now_ms - self._seen[-1][1] > STALE_MS:
            return Told("unseen", 1)
        spread = pstdev([gap for gap, _ in self._seen])
        if spread >= MOVES:
            return Told("moving", 1 - 0.5 * MOVES / spread)
        return Told("still", 1 - 0.5 * spread / MOVES)
