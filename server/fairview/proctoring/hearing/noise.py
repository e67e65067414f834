"""The background between the voices, said every ten seconds."""

import math

import numpy as np

from fairview.proctoring.hearing.contracts import Samples
from fairview.proctoring.hearing.voice import CHUNK_MS
from fairview.proctoring.vision.contracts import Statement
from fairview.proctoring.vision.geometry import clamp, whole
from fairview.proctoring.vision.spans import GAP_MS

# Digital silence, as far as we count down.
FLOOR_DB = -100
# The background is what this part of the quiet chunks does not exceed: keys and chairs are louder.
PERCENTILE = 0.2
NOISE_EVERY_MS = 10_000
# With less time than this without a voice, nothing is said of the background.
LEAST_QUIET_MS = 500
# From here on it is sure.
ENOUGH_QUIET_MS = 3000


def level_of(samples: Samples) -> float:
    """Mean power of samples in dB below full scale."""
    power = float(np.mean(np.square(samples, dtype=np.float64)))
    return max(10 * math.log10(power), FLOOR_DB) if power else FLOOR_DB


class NoiseWatch:
    def __init__(self) -> None:
        self._quiet: list[float] = []
        self._start_ms: int | None = None
        self._last_ms = 0.0

    def observe(self, at_ms: float, decibels: float, *, is_voice: bool) -> list[Statement]:
        unsaid = self.flush() if self._start_ms is not None and at_ms - self._last_ms > GAP_MS else []
        if self._start_ms is None:
            self._start_ms = whole(at_ms)
        self._last_ms = at_ms
        if not is_voice:
            self._quiet.append(decibels)
        return self._state(self._start_ms) if at_ms - self._start_ms >= NOISE_EVERY_MS else unsaid

    def flush(self) -> list[Statement]:
        unsaid = [] if self._start_ms is None else self._state(self._start_ms)
        self._start_ms = None
        return unsaid

    def _state(self, start_ms: int) -> list[Statement]:
        quiet = sorted(self._quiet)
        quiet_ms = len(quiet) * CHUNK_MS
        at_ms = whole(self._last_ms)
        self._quiet, self._start_ms = [], at_ms
        if quiet_ms < LEAST_QUIET_MS:
            return []
        level = quiet[math.floor(PERCENTILE * (len(quiet) - 1))]
        confidence = clamp(quiet_ms / ENOUGH_QUIET_MS, 0, 1)
        return [Statement("noise", str(whole(level)), confidence, at_ms, at_ms - start_ms)]
