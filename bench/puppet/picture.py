"""Pictures: RGB bytes, 640×480 like a webcam's."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Values = NDArray[Any]

WIDTH, HEIGHT = 640, 480


def as_picture(values: Values) -> Picture:
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)
