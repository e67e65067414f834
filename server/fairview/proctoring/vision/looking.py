"""Where a calibrated person looks: smoothed, and corrected by where they click and type."""

import math
from collections.abc import Sequence
from statistics import median
from typing import Literal, NamedTuple

from fairview.proctoring.vision.contracts import Observed, Reading
from fairview.proctoring.vision.gaze import Told
from fairview.proctoring.vision.gaze_point import RADIUS_SDS, GazeModel, GazePoint, off_screen
from fairview.proctoring.vision.geometry import Point, mean, whole
from fairview.proctoring.vision.spans import Sample

# A point is told as the median of those of so long: a fixation lasts longer, a stumble does not.
SMOOTHED_MS = 300
# How far the truth drifts from the calibration in a minute: standard deviation, degrees; grows by the root.
DRIFT_DEG = 0.3
# How close to a click, and to where letters appear, people look: standard deviations, degrees.
CLICK_DEG = 1.5
TYPING_DEG = 4
# Work farther from the look than so many standard deviations was done without looking.
WORK_SDS = 3
# A reading this old says nothing of where somebody looks as they click.
FRESH_MS = 400
# Off the screen from this likelihood on, and back on it below.
LEAVES = 0.65
RETURNS = 0.35
# A point is a point of the screen: of who more likely looks beside it, the direction is said and no more.
BESIDE = 0.5

Work = Literal["click", "typing"]


class Raw(NamedTuple):
    at_ms: float
    point: GazePoint


class PointTeller:
    """One for each calibrated person. Points less certain than `limit_deg` are not told."""

    def __init__(self, model: GazeModel, limit_deg: float) -> None:
        self.model = model
        self._limit_deg = limit_deg
        self._recent: list[Raw] = []
        self._bias = Point(0, 0)
        self._variance = 0.0
        """Of the bias in one direction, px²."""
        self._drifted_ms: float | None = None
        self._away = False

    def tell(self, reading: Reading) -> GazePoint | None:
        self._drift(reading.at_ms)
        raw = self.model.at(reading)
        self._recent = [one for one in self._recent if reading.at_ms - one.at_ms < SMOOTHED_MS]
        if raw is None:
            return None
        self._recent.append(Raw(reading.at_ms, raw))
        point = self._corrected(raw.radius)
        return point if point.radius_deg <= self._limit_deg else None

    def direction(self, point: GazePoint) -> Told:
        """The direction of a point: centre while it is on the screen."""
        self._away = point.off >= (RETURNS if self._away else LEAVES)
        if not self._away:
            return Told("centre", 1 - point.off)
        screen = self.model.screen
        if abs(point.x) / screen.width >= abs(point.y) / screen.height:
            return Told("right" if point.x > 0 else "left", point.off)
        return Told("down" if point.y > 0 else "up", point.off)

    def worked_at(self, place: Point, kind: Work, at_ms: float) -> None:
        """Whoever clicks or types looks there, mostly: the bias follows, by how sure each is (Kalman)."""
        newest = self._recent[-1] if self._recent else None
        if newest is None or at_ms - newest.at_ms > FRESH_MS:
            return
        seen = self._corrected(newest.point.radius)
        own = ((CLICK_DEG if kind == "click" else TYPING_DEG) / self.model.deg_per_px) ** 2
        noise = own + (newest.point.radius / RADIUS_SDS) ** 2
        missed = Point(place.x - seen.x, place.y - seen.y)
        if math.hypot(*missed) > WORK_SDS * math.sqrt(noise + self._variance):
            return
        gain = self._variance / (self._variance + noise)
        self._bias = Point(self._bias.x + gain * missed.x, self._bias.y + gain * missed.y)
        self._variance *= 1 - gain

    def _drift(self, at_ms: float) -> None:
        minutes = (at_ms - (at_ms if self._drifted_ms is None else self._drifted_ms)) / 60_000
        self._drifted_ms = at_ms
        self._variance += minutes * (DRIFT_DEG / self.model.deg_per_px) ** 2

    def _corrected(self, raw_radius: float) -> GazePoint:
        place = Point(
            median(one.point.x for one in self._recent) + self._bias.x,
            median(one.point.y for one in self._recent) + self._bias.y,
        )
        radius = math.hypot(raw_radius, RADIUS_SDS * math.sqrt(self._variance))
        off = off_screen(place, radius, self.model.screen)
        return GazePoint(*place, radius, radius * self.model.deg_per_px, off)


class GazePoints:
    """One place while it moves by less than half its radius."""

    observed: Observed = "gaze_point"

    def same(self, settled: GazePoint, value: GazePoint) -> bool:
        return math.hypot(settled.x - value.x, settled.y - value.y) <= settled.radius / 2

    def changed(self, pending: Sequence[Sample[GazePoint]], held_ms: float, settled: GazePoint) -> bool:
        return len(pending) >= 2

    def gather(self, values: Sequence[GazePoint]) -> GazePoint:
        return GazePoint(
            x=median(value.x for value in values),
            y=median(value.y for value in values),
            radius=median(value.radius for value in values),
            radius_deg=median(value.radius_deg for value in values),
            off=mean([value.off for value in values]),
        )

    def word(self, value: GazePoint) -> str:
        parts = (value.x, value.y, value.radius, value.radius_deg * 1000, value.off * 1000)
        return ",".join(str(whole(part)) for part in parts)
