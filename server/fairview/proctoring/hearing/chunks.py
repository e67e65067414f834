"""Samples of any rate as the chunks that the model hears."""

import numpy as np

from fairview.proctoring.hearing.contracts import Samples
from fairview.proctoring.hearing.resample import Resampler
from fairview.proctoring.hearing.voice import CHUNK, RATE


class Chunker:
    def __init__(self, rate: int) -> None:
        self._resampler = Resampler(rate, RATE)
        self._kept: Samples = np.zeros(0, np.float32)

    def take(self, samples: Samples) -> list[Samples]:
        heard = np.concatenate([self._kept, self._resampler.take(samples)])
        whole = len(heard) - len(heard) % CHUNK
        self._kept = heard[whole:]
        return [heard[start : start + CHUNK] for start in range(0, whole, CHUNK)]
