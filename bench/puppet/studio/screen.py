"""Where somebody looks: a point on a screen, the eyes in front of it and the angles between them.

Millimetres and degrees. The camera is the origin and sits above the middle of the screen's upper edge, in
the screen's plane; x grows to the right of the picture (not mirrored: the person's own left), y upwards, z
towards the person. The screen's pixels grow to the person's own right, which is the picture's left.
"""

from dataclasses import dataclass

import numpy as np

from bench.puppet.picture import WIDTH, Values
from bench.puppet.turning import turn_of

FOCAL = 762.0  # px of a picture 640 wide: a webcam that sees 45.6° across
EYES_APART_MM = 63.0
FLIP = np.array([1.0, -1.0, 1.0])  # turns are about (right, down, towards); places are (right, up, towards)


@dataclass(frozen=True)
class Screen:
    pixels: tuple[int, int] = (1920, 1080)
    mm: tuple[float, float] = (344, 194)
    camera_above_mm: float = 8

    def place(self, point: tuple[float, float]) -> Values:
        """The pixel's place in millimetres."""
        across, down = (at / whole for at, whole in zip(point, self.pixels, strict=True))
        return np.array([(0.5 - across) * self.mm[0], -self.camera_above_mm - down * self.mm[1], 0])

    def holds(self, point: tuple[float, float]) -> bool:
        return all(0 <= at < whole for at, whole in zip(point, self.pixels, strict=True))

    @property
    def middle(self) -> tuple[float, float]:
        return self.pixels[0] / 2, self.pixels[1] / 2


def eyes_at(place_px: tuple[float, float], distance: float) -> Values:
    """The place between the eyes, from where the camera (640 wide) sees it and how far it is."""
    x, y = place_px
    return np.array([(x - WIDTH / 2) * distance / FOCAL, (WIDTH * 3 / 8 - y) * distance / FOCAL, distance])


def direction(place: Values, eyes: Values) -> tuple[float, float]:
    """Yaw and pitch of the look from the eyes to the place, against the camera's axis."""
    x, y, z = place - eyes
    return float(np.degrees(np.arctan2(x, -z))), float(np.degrees(np.arctan2(y, np.hypot(x, z))))


def in_head(place: Values, eyes: Values, head: tuple[float, float, float]) -> tuple[float, float]:
    """Yaw and pitch of the eyes in the head, which is turned by so much from facing the camera.

    They are arc sines of the look's components, as `eyes.py` moves the iris.
    """
    look = towards(place - eyes) * [1, 1, -1]
    sight = towards(-eyes) * [1, 1, -1]
    yaw, pitch = np.degrees([np.arctan2(sight[0], sight[2]), np.arcsin(sight[1])])
    across, down, _ = (turn_of(yaw, pitch, 0) @ turn_of(*head)).T @ (look * FLIP)
    return float(np.degrees(np.arcsin(across))), float(np.degrees(np.arcsin(-down)))


def towards(offset: Values) -> Values:
    unit: Values = offset / np.linalg.norm(offset)
    return unit
