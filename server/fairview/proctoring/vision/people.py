"""Everybody in a still picture. It is searched whole and in parts that overlap: who stands far back is too
small for the detector in the whole. A device has no time for that."""

from collections.abc import Callable
from itertools import product

from fairview.proctoring.vision.contracts import Picture
from fairview.proctoring.vision.detection import Detection, merge_overlapping
from fairview.proctoring.vision.geometry import Box, Point, whole

# So many parts across and down, each of such a share of the picture.
PARTS = 2
PART = 0.6

Detect = Callable[[Picture], list[Detection]]


def everybody(picture: Picture, detect: Detect) -> list[Detection]:
    """In pixels of the picture, the largest first."""
    height, width = picture.shape[:2]
    size = (whole(width * PART), whole(height * PART))
    steps = [index / (PARTS - 1) for index in range(PARTS)]
    corners = [
        (whole((width - size[0]) * across), whole((height - size[1]) * down))
        for across, down in product(steps, steps)
    ]
    found = detect(picture)
    for left, top in corners:
        part = picture[top : top + size[1], left : left + size[0]]
        found += [moved(one, left, top) for one in detect(part)]
    return sorted(merge_overlapping(found), key=lambda face: -face.box.width * face.box.height)


def moved(detection: Detection, right: int, down: int) -> Detection:
    box, (one, other) = detection.box, detection.eyes
    return Detection(
        detection.score,
        Box(box.x + right, box.y + down, box.width, box.height),
        (Point(one.x + right, one.y + down), Point(other.x + right, other.y + down)),
    )
