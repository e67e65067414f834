"""Samples from one rate to another by a windowed sinc, piece by piece, as if they came in one."""

import math

import numpy as np

from fairview.proctoring.hearing.contracts import Samples

# How far a kernel reaches, in samples of the slower side.
REACH = 16
# Of half the slower rate: what lies above would fold back.
CUTOFF = 0.92


class Resampler:
    def __init__(self, rate: int, to: int) -> None:
        self._from, self._to = rate, to
        self._reach = math.ceil(REACH * max(1, rate / to))
        self._phases = to // math.gcd(rate, to)
        self._kernels = np.array([self._kernel(phase) for phase in range(self._phases)])
        self._kept = np.zeros(self._reach, np.float32)
        self._first = -self._reach
        """Which sample of the input `_kept` begins with."""
        self._next = 0

    def take(self, samples: Samples) -> Samples:
        if self._from == self._to:
            return samples
        heard = np.concatenate([self._kept, samples])
        end = self._first + len(heard)
        made = self._next + np.arange(max(0, self._due(end)))
        starts = made * self._from // self._to - self._reach + 1 - self._first
        windows = heard[starts[:, None] + np.arange(2 * self._reach)]
        self._next += len(made)
        first = self._next * self._from // self._to - self._reach + 1
        self._kept, self._first = heard[first - self._first :], first
        return np.asarray((windows * self._kernels[made % self._phases]).sum(axis=1), np.float32)

    def _due(self, end: int) -> int:
        """How many more samples can be made from an input that ends there."""
        last = end - self._reach - 1
        return ((last + 1) * self._to - 1) // self._from + 1 - self._next

    def _kernel(self, phase: int) -> np.ndarray:
        share = phase * self._from / self._to % 1
        distance = np.arange(2 * self._reach) - self._reach + 1 - share
        sinc = np.sinc(distance * CUTOFF * min(1, self._to / self._from))
        weights = sinc * np.cos(np.pi * distance / (2 * self._reach)) ** 2
        return np.asarray(weights / weights.sum())
