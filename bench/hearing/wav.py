"""Sound as a WAV file of 16 bits."""

import wave
from pathlib import Path

import numpy as np

from bench.puppet.voice import RATE, Sound


def write_wav(path: Path, sound: Sound, rate: int = RATE) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
    return path
