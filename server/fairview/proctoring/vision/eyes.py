"""Where the irises are between the corners of the eyes, and how open the eyes are."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from fairview.proctoring.vision.geometry import mean
from fairview.proctoring.vision.landmarks import Landmarks


class Eyes(NamedTuple):
    """Both together. Ratios are in eye widths from the image-left corner, along and below the line of the
    corners; `open` is height over width of the opening."""

    iris_x: float
    iris_y: float
    open: float


@dataclass(frozen=True)
class EyePoints:
    """Corners, image left first; of each pair of lids the upper one first."""

    corners: tuple[int, int]
    iris: int
    lids: tuple[tuple[int, int], ...]


EYES = (
    EyePoints((33, 133), 468, ((160, 144), (158, 153))),
    EyePoints((362, 263), 473, ((385, 380), (387, 373))),
)


def read_eyes(landmarks: Landmarks) -> Eyes:
    return Eyes(*(mean(values) for values in zip(*(read_eye(landmarks, eye) for eye in EYES), strict=True)))


def read_eye(landmarks: Landmarks, eye: EyePoints) -> Eyes:
    flat = landmarks[:, :2]
    left, right = eye.corners
    across, to_iris = flat[right] - flat[left], flat[eye.iris] - flat[left]
    squared = across @ across
    heights = [float(np.linalg.norm(flat[upper] - flat[lower])) for upper, lower in eye.lids]
    return Eyes(
        float(to_iris @ across / squared),
        float((across[0] * to_iris[1] - across[1] * to_iris[0]) / squared),
        float(mean(heights) / np.sqrt(squared)),
    )
