"""Which frames are read, and at which size: as in the browser's worker."""

import math
from dataclasses import replace

import cv2
import numpy as np

from fairview.proctoring.vision.contracts import Picture, Reading, Values
from fairview.proctoring.vision.geometry import Box, Point, whole

# Longer side of the pictures that are read. The models look at 192 pixels of a face: more adds only cost.
LONGEST_SIDE = 640
# A still picture is read larger: people in it may be many and small.
STILL_SIDE = 1600
# A recording's own beat rarely fits ours: a little early is on time.
EARLY_MS = 17


def taken(frame: Values, longest: int = LONGEST_SIDE) -> tuple[Picture, float]:
    """The picture to read out of a decoded frame (BGR), and what takes its pixels to the frame's."""
    height, width = frame.shape[:2]
    scale = max(1, max(width, height) / longest)
    if scale > 1:
        frame = cv2.resize(frame, (whole(width / scale), whole(height / scale)), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(frame[..., ::-1], np.uint8), scale


def in_camera_pixels(reading: Reading, scale: float) -> Reading:
    face = reading.face
    if face:
        face = replace(
            face,
            box=Box(*(number * scale for number in face.box)),
            at=Point(*(number * scale for number in face.at)),
            iris_width=face.iris_width * scale,
        )
    width, height = whole(reading.width * scale), whole(reading.height * scale)
    return replace(reading, face=face, width=width, height=height)


class Beat:
    """Says which frames are due, so many a second."""

    def __init__(self, rate: float) -> None:
        self._every_ms = 1000 / rate
        self._due_ms = -math.inf

    def is_due(self, at_ms: float) -> bool:
        if at_ms < self._due_ms - EARLY_MS:
            return False
        late = at_ms - self._due_ms > self._every_ms
        self._due_ms = (at_ms if late else self._due_ms) + self._every_ms
        return True
