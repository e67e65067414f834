"""What passes from step to step. Pixels of the camera picture, degrees, milliseconds of the recording."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.contracts import ObservationKind
from fairview.proctoring.vision.geometry import Box, Point

Picture = NDArray[np.uint8]
"""RGB, row by row: height × width × 3."""
Values = NDArray[Any]

Observed = ObservationKind


@dataclass(frozen=True, slots=True)
class Eye:
    """Iris ratios in eye widths from the image-left corner: along the line of the corners, and below it;
    `open` is height over width of the opening."""

    iris_x: float
    iris_y: float
    open: float
    patch: tuple[float, ...]
    """Grey cells of the eye, row by row, mean 0 and standard deviation 1."""


@dataclass(frozen=True, slots=True)
class FaceLight:
    """The light on a face, 0..255, and how well it can be seen."""

    mean: float
    contrast: float
    """Standard deviation within the face."""
    sharpness: float
    """Mean step between neighbours of the face at 192 pixels, over its contrast: low is blurred."""
    around: float
    """Mean of the rest of the picture."""
    colour: tuple[float, float, float]
    """Mean red, green and blue of the face."""


@dataclass(frozen=True, slots=True)
class FaceReading:
    """Iris ratios in eye widths: along the line of the corners (0 = image-left corner) and below it. Yaw
    grows to image right, which is the person's left; pitch upwards; roll counter-clockwise."""

    score: float
    box: Box
    yaw: float
    pitch: float
    roll: float
    iris_x: float
    iris_y: float
    eyes_open: float
    """Mean aspect ratio of the eyes; under about 0.2 they are closed."""
    eyes: tuple[Eye, Eye]
    """Image left first."""
    at: Point
    """Between the eyes."""
    iris_width: float
    """Across an iris, mean of both: 11.7 mm of a person."""
    mouth_open: float
    """Gap of the lips over the width of the mouth."""
    light: FaceLight


@dataclass(frozen=True, slots=True)
class Reading:
    """One frame. `faces` are the followed one and what the last count found besides."""

    at_ms: float
    faces: int
    counted: bool
    """This frame was searched for further people."""
    width: int
    height: int
    light: float
    """Mean luminance, 0..255."""
    face: FaceReading | None = None
    others_score: float | None = None
    """With further people: how sure the model is of the least certain of them."""
    missed: float | None = None
    """Without a face: the score of whatever came nearest to one."""


@dataclass(frozen=True, slots=True)
class Neutral:
    """The person's own centre: medians over a few steady seconds, in the units of `FaceReading`."""

    yaw: float
    pitch: float
    iris_x: float
    iris_y: float
    spread: float
    """Standard deviation of `iris_x` while holding still."""
    readings: int
    eyes_open: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """`value` held for the `duration_ms` that end at `at_ms`; the words are those of `Observation`."""

    observed: Observed
    value: str
    confidence: float
    at_ms: int
    duration_ms: int
