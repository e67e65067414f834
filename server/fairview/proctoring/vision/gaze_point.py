"""The point on the screen that somebody looks at, and how far it may be wrong.

A ridge regression of one person, from where their head is and a few grey cells of their eyes to the screen,
fitted to points that they looked at; `bench/vision/gaze` compared it with others. Each point is left out
once: what the rest then say of it is the error that is told, so it holds for points never looked at.
Pixels are those of the page, from the middle of the screen to the right and down.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal, NamedTuple

import numpy as np

from fairview.proctoring.vision.contracts import Reading, Values
from fairview.proctoring.vision.gaze import IRIS_X_PER_DEGREE
from fairview.proctoring.vision.geometry import Point, clamp, mean, quantile

Method = Literal["eyes", "head"]
"""By eyes and head; or by the head alone, for eyes that cannot be read."""

# What counts as one step of each feature: the larger, the less the regression makes of it.
TURN_DEG = 10
IRIS_STEP = 0.1
LID_STEP = 0.05
SHIFT = 0.25
NEARER = 0.25
CELL_STEP = 2
# How strongly the weights are held back.
RIDGE = 0.6
# How much the error grows with the distance from what was calibrated.
REACH = 10
# The share of points left out that the radius is to hold: looks beside the screen, that nobody was asked for,
# stray farther, so that nine of ten remain. The radius in standard deviations of a normal error.
HELD = 0.95
RADIUS_SDS = 2.146
LEAST_POINTS = 5
# Points farther out than so many screens are told there; normal shares farther out than so many deviations.
FARTHEST = 3
FAR_SDS = 8
# Iris width of people, and how wide a usual camera sees (56°): together they tell the distance, roughly.
IRIS_MM = 11.7
FOCAL_PER_WIDTH = 0.95
# A telephone at arm's length, and a wall.
LEAST_DEG_PER_PX = 0.005
MOST_DEG_PER_PX = 0.06


class Screen(NamedTuple):
    width: float
    height: float


class Look(NamedTuple):
    """A reading of somebody who looks at a point. Looks at one point have one number."""

    reading: Reading
    point: Point
    number: int


@dataclass(frozen=True, slots=True)
class GazePoint:
    x: float
    y: float
    radius: float
    """Nine of ten true points lie within."""
    radius_deg: float
    off: float
    """How likely it is off the screen, 0..1."""


@dataclass(frozen=True, eq=False)
class Fitted:
    """A ridge regression. Shares are of the screen's width and height."""

    usual: Values
    """The mean of the features that it was fitted to."""
    middle: Values
    weights: Values
    """Features × (x, y)."""
    spread: Values
    """Inverse of the features' scatter."""

    def share(self, seen: Values) -> Values:
        told: Values = (seen - self.usual) @ self.weights + self.middle
        return told

    def reach(self, seen: Values) -> float:
        """By how much the error grows, this far from what was fitted to."""
        offset = seen - self.usual
        return math.sqrt(1 + REACH * float(offset @ self.spread @ offset))


@dataclass(frozen=True, eq=False)
class GazeModel:
    """One person at one screen, as long as they sit there."""

    method: Method
    screen: Screen
    fitted: Fitted
    error: float
    """The radius at the calibrated places, in pixels."""
    deg_per_px: float
    distance_mm: float

    def at(self, reading: Reading) -> GazePoint | None:
        """None without a face."""
        if reading.face is None:
            return None
        seen = features(reading, self.method)
        x, y = (clamp(share, -FARTHEST, FARTHEST) for share in self.fitted.share(seen).tolist())
        place = Point(x * self.screen.width, y * self.screen.height)
        radius = self.error * self.fitted.reach(seen)
        return GazePoint(*place, radius, radius * self.deg_per_px, off_screen(place, radius, self.screen))


@dataclass(frozen=True)
class Checked:
    """What points that were not used for fitting say."""

    points: int
    error: float
    """Median distance, pixels."""
    held: float
    """The share of readings within their radius."""


def fit(looks: Sequence[Look], screen: Screen, method: Method = "eyes") -> GazeModel | None:
    """None where there are too few points. Looks without a face count for nothing."""
    looks = [look for look in looks if look.reading.face]
    numbers = np.array([look.number for look in looks])
    if len(set(numbers.tolist())) < LEAST_POINTS:
        return None
    seen = np.array([features(look.reading, method) for look in looks])
    wanted = np.array([[look.point.x / screen.width, look.point.y / screen.height] for look in looks])
    fitted = _ridge(seen, wanted)
    return GazeModel(
        method=method,
        screen=screen,
        fitted=fitted,
        error=_error_of_points_left_out(seen, wanted, numbers, screen),
        deg_per_px=_degrees_per_pixel(looks),
        distance_mm=distance_mm([look.reading for look in looks]),
    )


def check(model: GazeModel, looks: Sequence[Look]) -> Checked:
    """How well it tells points that it was not fitted to."""
    found = [(model.at(look.reading), look) for look in looks]
    told = [(at, math.hypot(at.x - look.point.x, at.y - look.point.y), look) for at, look in found if at]
    if not told:
        return Checked(points=0, error=math.inf, held=0)
    return Checked(
        points=len({look.number for _, _, look in told}),
        error=median(missed for _, missed, _ in told),
        held=sum(missed <= at.radius for at, missed, _ in told) / len(told),
    )


def widened(model: GazeModel, looks: Sequence[Look]) -> GazeModel:
    """The model with an error that holds at these looks too, which it was not fitted to."""
    found = [(model.at(look.reading), look) for look in looks]
    errors = [
        math.hypot(at.x - look.point.x, at.y - look.point.y) / at.radius * model.error
        for at, look in found
        if at
    ]
    return replace(model, error=max(model.error, quantile(errors, HELD))) if errors else model


def features(reading: Reading, method: Method) -> Values:
    """In steps of what matters alike. The reading has a face."""
    face = reading.face
    if face is None:
        raise ValueError("a reading without a face has no features")
    head = [
        face.yaw / TURN_DEG,
        face.pitch / TURN_DEG,
        face.roll / TURN_DEG,
        face.at.x / reading.width / SHIFT,
        face.at.y / reading.width / SHIFT,
        math.log(face.iris_width / reading.width) / NEARER,
    ]
    if method == "head":
        return np.array(head)
    eyes = [face.iris_x / IRIS_STEP, face.iris_y / IRIS_STEP, face.eyes_open / LID_STEP]
    cells = [cell / CELL_STEP for eye in face.eyes for cell in eye.patch]
    return np.array(head + eyes + cells)


def off_screen(place: Point, radius: float, screen: Screen) -> float:
    """How likely the true point is off the screen: the error is normal and alike in all directions."""
    sd = radius / RADIUS_SDS
    across = _share_within(place.x, screen.width / 2, sd)
    down = _share_within(place.y, screen.height / 2, sd)
    return 1 - across * down


def distance_mm(readings: Sequence[Reading]) -> float:
    """From the camera, as far as an iris tells: within a quarter, since cameras differ."""
    return median(
        FOCAL_PER_WIDTH * reading.width * IRIS_MM / reading.face.iris_width
        for reading in readings
        if reading.face
    )


def _ridge(seen: Values, wanted: Values) -> Fitted:
    usual, middle = seen.mean(axis=0), wanted.mean(axis=0)
    offsets = seen - usual
    spread = np.linalg.inv(offsets.T @ offsets + RIDGE * np.eye(seen.shape[1]))
    return Fitted(usual, middle, spread @ offsets.T @ (wanted - middle), spread)


def _error_of_points_left_out(seen: Values, wanted: Values, numbers: Values, screen: Screen) -> float:
    errors: list[float] = []
    for number in sorted(set(numbers.tolist())):
        is_left_out = numbers == number
        fitted = _ridge(seen[~is_left_out], wanted[~is_left_out])
        for one, true in zip(seen[is_left_out], wanted[is_left_out], strict=True):
            missed = (fitted.share(one) - true) * np.array(screen)
            errors.append(math.hypot(*missed.tolist()) / fitted.reach(one))
    return quantile(errors, HELD)


def _degrees_per_pixel(looks: Sequence[Look]) -> float:
    """How far eyes and head together turn for each pixel sideways."""
    turned = [
        (look.point.x, -look.reading.face.yaw - look.reading.face.iris_x / IRIS_X_PER_DEGREE)
        for look in looks
        if look.reading.face
    ]
    x, angle = (mean(values) for values in zip(*turned, strict=True))
    scatter = sum((one - x) ** 2 for one, _ in turned)
    slope = sum((one - x) * (other - angle) for one, other in turned) / scatter if scatter else 0
    return clamp(slope, LEAST_DEG_PER_PX, MOST_DEG_PER_PX)


def _share_within(value: float, half: float, sd: float) -> float:
    return _normal((half - value) / sd) - _normal((-half - value) / sd)


def _normal(z: float) -> float:
    """The share of a normal below z, by a logistic one that is within a hundredth of it."""
    return 1 / (1 + math.exp(-1.702 * clamp(z, -FAR_SDS, FAR_SDS)))
