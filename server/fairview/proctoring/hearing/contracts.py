"""What passes from step to step. Samples are −1…1; milliseconds of the recording; dB below full scale."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
State = NDArray[np.float32]
VoiceModel = Callable[[Samples, State], tuple[float, NDArray[Any]]]
"""From a chunk with the end of the one before, and what it remembers: the chance, and what it remembers."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One chunk of sound, which ended at `at_ms`; `voice` is the chance of a voice, 0..1."""

    at_ms: float
    voice: float
    decibels: float
