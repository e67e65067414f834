"""Where a person stands in the picture and where the points of the face come to lie: geometry alone."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bench.puppet.eyes import IRIS_CENTRES
from bench.puppet.landmarks import LANDMARKS, Points
from bench.puppet.picture import HEIGHT, WIDTH, Values
from bench.puppet.portrait import Portrait
from bench.puppet.studio.screen import EYES_APART_MM, FOCAL
from bench.puppet.turning import relief, turn_of

SINKS = 0.45  # the height in the picture that distant people come to
LEAVES_BY = 1.05  # picture widths
EARS, CHIN = (234, 454), 152
VISIBLE = 0.6  # of a box inside the picture, to count

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, eq=False)
class Figure:
    matrix: Values  # from the portrait's pixels to the picture's
    points: Points  # of the face, turned and placed
    face_width: float  # seen from the front, at this distance; pixels

    @property
    def eyes(self) -> tuple[float, float]:
        x, y = self.points[list(IRIS_CENTRES)].mean(axis=0)
        return float(x), float(y)

    @property
    def lower_edge(self) -> float:
        """Where the portrait ends; a desk stands before it."""
        return float(self.matrix[1, 1] * HEIGHT + self.matrix[1, 2])

    @property
    def chin(self) -> Values:
        chin: Values = self.points[CHIN]
        return chin

    @property
    def ear(self) -> Values:
        """The one on the right in the picture."""
        ear: Values = self.points[EARS[1]]
        return ear

    @property
    def face(self) -> Box:
        return box_around(self.points[:LANDMARKS])


def figure(
    person: Portrait,
    distance: float,
    position: tuple[float, float] = (0, 0),
    head: tuple[float, float, float] = (0, 0, 0),
    away: float = 0,
) -> Figure:
    matrix = placement(person, distance, position, away)
    points = turned_points(person, head) @ matrix[:, :2].T + matrix[:, 2]
    wide = float(np.ptp(person.landmarks[list(EARS), 0]))
    return Figure(matrix, points, wide * float(matrix[0, 0]))


def placement(person: Portrait, distance: float, position: tuple[float, float], away: float) -> Values:
    """Farther away somebody is smaller and lower in the picture; nearer, the eyes keep their height."""
    scale = own_distance(person) / distance
    rest = SINKS * HEIGHT if scale <= 1 else person.landmarks[list(IRIS_CENTRES), 1].mean()
    left = WIDTH / 2 * (1 - scale) + position[0] * WIDTH / 2 + away * LEAVES_BY * WIDTH
    top = rest * (1 - scale) - position[1] * HEIGHT / 2
    return np.array([[scale, 0, left], [0, scale, top]])


@lru_cache(maxsize=16)
def own_distance(person: Portrait) -> float:
    """From how far the portrait was taken, had our camera taken it. Millimetres."""
    right, left = person.landmarks[list(IRIS_CENTRES), :2]
    return FOCAL * EYES_APART_MM / float(np.linalg.norm(left - right))


def turned_points(person: Portrait, head: tuple[float, float, float]) -> Points:
    joint_x, joint_y, joint_depth = relief(person).joint
    points = person.landmarks * [1, 1, -1] - [joint_x, joint_y, joint_depth]
    moved: Points = (points @ turn_of(*head).T)[:, :2] + [joint_x, joint_y]
    return moved


def box_around(points: Values) -> Box:
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def clipped(box: Box) -> Box | None:
    """The part of a box inside the picture; none if too little of it is."""
    left, top, right, bottom = box
    inside = max(left, 0.0), max(top, 0.0), min(right, float(WIDTH)), min(bottom, float(HEIGHT))
    wide, high = inside[2] - inside[0], inside[3] - inside[1]
    whole = (right - left) * (bottom - top)
    return inside if wide > 0 and high > 0 and wide * high >= VISIBLE * whole else None
