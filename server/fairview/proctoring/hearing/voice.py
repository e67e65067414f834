"""Silero's voice activity model: how likely 32 ms are somebody's voice."""

import numpy as np

from fairview.proctoring.hearing.contracts import Samples, VoiceModel

RATE = 16_000
# Samples of one answer.
CHUNK = 512
CHUNK_MS = CHUNK * 1000 / RATE
# Samples that the model hears again from the end of the chunk before.
CONTEXT = 64
# What it remembers from chunk to chunk: two layers of 128.
STATE = (2, 1, 128)


class VoiceReader:
    """One for each recording: it remembers what was said before."""

    def __init__(self, model: VoiceModel) -> None:
        self._model = model
        self._heard = np.zeros(CONTEXT + CHUNK, np.float32)
        self._state = np.zeros(STATE, np.float32)

    def read(self, chunk: Samples) -> float:
        """Chance of a voice in a chunk of `CHUNK` samples, 0..1."""
        self._heard = np.concatenate([self._heard[CHUNK:], chunk])
        chance, self._state = self._model(self._heard, self._state)
        return chance
