"""Faces in a picture, out of a detector's numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.crop import whole_picture
from fairview.proctoring.vision.geometry import Box, Point, Region, overlap, region_around


@dataclass(frozen=True)
class DetectorLayout:
    """Anchors are spread evenly; each answers with a box and six points. `levels`: cells per side and
    anchors per cell."""

    size: int
    levels: tuple[tuple[int, int], ...]
    boxes: str
    scores: str
    threshold: float


# For the one face near the camera.
SHORT_RANGE = DetectorLayout(128, ((16, 2), (8, 6)), "regressors", "classificators", threshold=0.5)
# For people farther away: counting.
FULL_RANGE = DetectorLayout(192, ((48, 1),), "Identity", "Identity_1", threshold=0.6)

NUMBERS_PER_ANCHOR = 16
SAME_FACE = 0.3
FACE_MARGIN = 1.5


@dataclass(frozen=True)
class Detection:
    score: float
    box: Box
    eyes: tuple[Point, Point]
    """Image left first."""


class Detections(NamedTuple):
    """`found` has the largest box first: the person at the camera. `best` is the best score of any anchor,
    found or not."""

    found: list[Detection]
    best: float


@cache
def anchor_centres(layout: DetectorLayout) -> NDArray[np.float64]:
    centres: list[NDArray[np.float64]] = []
    for cells, anchors in layout.levels:
        y, x = np.mgrid[0:cells, 0:cells]
        places = (np.stack([x, y], axis=-1).reshape(-1, 2) + 0.5) / cells
        centres.append(np.repeat(places, anchors, axis=0))
    return np.concatenate(centres)


def decode_faces(layout: DetectorLayout, outputs: Mapping[str, Values], picture: Picture) -> Detections:
    """Faces in picture pixels out of what the detector answered for the whole picture in a square."""
    logits = outputs[layout.scores].reshape(-1).astype(np.float64)
    numbers = outputs[layout.boxes].reshape(-1, NUMBERS_PER_ANCHOR).astype(np.float64)
    scores = 1 / (1 + np.exp(-logits))
    chosen = np.flatnonzero(scores > layout.threshold)
    candidates = [
        _decode_anchor(float(scores[at]), numbers[at], anchor_centres(layout)[at], layout.size, picture)
        for at in chosen
    ]
    found = sorted(merge_overlapping(candidates), key=lambda face: -face.box.width * face.box.height)
    return Detections(found, float(scores.max()))


def _decode_anchor(score: float, numbers: Values, anchor: Values, size: int, picture: Picture) -> Detection:
    x, y, side, _ = whole_picture(picture)
    scale = side / size

    def point(at: int) -> Point:
        return Point(
            float(numbers[at] * scale + anchor[0] * side + x - side / 2),
            float(numbers[at + 1] * scale + anchor[1] * side + y - side / 2),
        )

    middle = point(0)
    width, height = float(numbers[2] * scale), float(numbers[3] * scale)
    box = Box(middle.x - width / 2, middle.y - height / 2, width, height)
    return Detection(score, box, (point(4), point(6)))


def merge_overlapping(candidates: Sequence[Detection]) -> list[Detection]:
    """Weighted non-maximum suppression: boxes of one face become their mean, weighted by score."""
    rest = sorted(candidates, key=lambda candidate: -candidate.score)
    faces: list[Detection] = []
    while rest:
        strongest = rest[0]
        same = [one for one in rest if one is strongest or overlap(strongest.box, one.box) > SAME_FACE]
        faces.append(_weighted_mean(same))
        rest = [one for one in rest if not any(one is taken for taken in same)]
    return faces


def _weighted_mean(same: Sequence[Detection]) -> Detection:
    numbers = [(*one.box, *one.eyes[0], *one.eyes[1]) for one in same]
    average = np.average(numbers, axis=0, weights=[one.score for one in same]).tolist()
    left, right = Point(*average[4:6]), Point(*average[6:8])
    return Detection(max(one.score for one in same), Box(*average[:4]), (left, right))


def region_of_detection(detection: Detection) -> Region:
    return region_around(detection.box, *detection.eyes, FACE_MARGIN)
