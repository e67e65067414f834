"""Where the irises are between the corners of the eyes, and how open the eyes are."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from fairview.proctoring.vision.contracts import Eye, Picture
from fairview.proctoring.vision.geometry import Point, mean
from fairview.proctoring.vision.landmarks import Landmarks
from fairview.proctoring.vision.patch import eye_patch


class Eyes(NamedTuple):
    """Both, image left first; the point between them in the picture; and how wide an iris is there."""

    each: tuple[Eye, Eye]
    at: Point
    iris_width: float


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


# The points of an iris, after its middle: right, top, left, bottom.
IRIS_SIDES = (1, 3)
# Inner edges of the lips one above the other, and the corners of the mouth.
LIPS = (13, 14)
MOUTH_CORNERS = (78, 308)


def read_eyes(landmarks: Landmarks, picture: Picture) -> Eyes:
    corners = [corner for eye in EYES for corner in eye.corners]
    one, side = IRIS_SIDES
    return Eyes(
        each=(read_eye(landmarks, picture, EYES[0]), read_eye(landmarks, picture, EYES[1])),
        at=Point(*landmarks[corners, :2].mean(axis=0).tolist()),
        iris_width=mean([between(landmarks, eye.iris + one, eye.iris + side) for eye in EYES]),
    )


def read_mouth(landmarks: Landmarks) -> float:
    """Gap of the lips over the width of the mouth: 0 closed, 0.5 wide open."""
    return between(landmarks, *LIPS) / between(landmarks, *MOUTH_CORNERS)


def read_eye(landmarks: Landmarks, picture: Picture, eye: EyePoints) -> Eye:
    flat = landmarks[:, :2]
    left, right = eye.corners
    across, to_iris = flat[right] - flat[left], flat[eye.iris] - flat[left]
    squared = across @ across
    heights = [between(landmarks, upper, lower) for upper, lower in eye.lids]
    return Eye(
        float(to_iris @ across / squared),
        float((across[0] * to_iris[1] - across[1] * to_iris[0]) / squared),
        float(mean(heights) / np.sqrt(squared)),
        eye_patch(picture, flat[left], flat[right]),
    )


def between(landmarks: Landmarks, one: int, other: int) -> float:
    return float(np.linalg.norm(landmarks[one, :2] - landmarks[other, :2]))
