"""Where one person looks, against their own centre."""

import math
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from fairview.proctoring.contracts import Direction
from fairview.proctoring.vision.contracts import FaceReading, Neutral
from fairview.proctoring.vision.geometry import clamp

Gaze = Direction | Literal["closed"]
"""Closed eyes are told apart here, so that a blink can be passed over; in statements they are `unknown`."""

# Iris ratio per degree of the eye, measured on faces with known gaze (bench/vision).
IRIS_X_PER_DEGREE = 0.0052
IRIS_Y_PER_DEGREE = 0.0021

# Degrees at which a gaze leaves the centre; web/src/vision/gaze.ts says why these.
AWAY_SIDEWAYS_DEG = 15
AWAY_SIDEWAYS_LIMIT_DEG = 18
AWAY_UP_DEG = 18
AWAY_DOWN_DEG = 20
SPREADS = 4
RETURN_SHARE = 0.85
# Of looks down that are told without a calibration, so many are right; gaze.ts says what follows.
DOWN_RIGHT = 0.4
# Lids fall with a look down, and hide it: degrees for eyes that are shut by it.
LIDS_FALL_DEG = 120
ERROR_DEG = 2.5

CLOSED_SHARE = 0.6
CLOSED_UNKNOWN = 0.18

# The centre follows the person only while they look at it, slowly, and never far from what was measured.
FOLLOW_MS = 20_000
FOLLOW_WITHIN = 0.75
FOLLOW_LIMIT = {"yaw": 8, "pitch": 8, "iris_x": 0.03, "iris_y": 0.03}


class Told(NamedTuple):
    gaze: Gaze
    confidence: float


class GazeTeller:
    """Tells reading after reading."""

    def __init__(self, neutral: Neutral) -> None:
        self._neutral = self._centre = neutral
        restless = SPREADS * neutral.spread / IRIS_X_PER_DEGREE
        self._away_sideways = clamp(restless, AWAY_SIDEWAYS_DEG, AWAY_SIDEWAYS_LIMIT_DEG)
        self._away = False
        self._told_at_ms: float | None = None

    def tell(self, face: FaceReading, at_ms: float) -> Told:
        if face.eyes_open < self._closed_under():
            return Told("closed", face.score)
        left, up = self._angles(face)
        vertical = AWAY_UP_DEG if up > 0 else AWAY_DOWN_DEG
        aside, height = left / self._away_sideways, up / vertical
        sideways = abs(aside) >= abs(height)
        reach = max(abs(aside), abs(height))
        self._away = reach >= (RETURN_SHARE if self._away else 1)
        self._follow(face, at_ms, reach)
        threshold = self._away_sideways if sideways else vertical
        confidence = face.score * _sureness(self._away, reach, threshold)
        if not self._away:
            return Told("centre", confidence)
        if sideways:
            return Told("left" if aside > 0 else "right", confidence)
        if height > 0:
            return Told("up", confidence)
        return Told("down", confidence * DOWN_RIGHT)

    def _closed_under(self) -> float:
        usual = self._neutral.eyes_open
        return usual * CLOSED_SHARE if usual else CLOSED_UNKNOWN

    def _angles(self, face: FaceReading) -> tuple[float, float]:
        """Degrees to their left and upwards. Head and eyes are added, so a turned head whose eyes stay on the
        screen is looking at the screen."""
        centre = self._centre
        left = face.yaw - centre.yaw + (face.iris_x - centre.iris_x) / IRIS_X_PER_DEGREE
        eyes_up = -(face.iris_y - centre.iris_y) / IRIS_Y_PER_DEGREE
        opening = face.eyes_open / centre.eyes_open if centre.eyes_open else 1
        fallen = max(1 - opening, 0) * LIDS_FALL_DEG if eyes_up < 0 else 0
        return left, face.pitch - centre.pitch + eyes_up - fallen

    def _follow(self, face: FaceReading, at_ms: float, reach: float) -> None:
        elapsed = at_ms - (at_ms if self._told_at_ms is None else self._told_at_ms)
        self._told_at_ms = at_ms
        if self._away or reach > FOLLOW_WITHIN:
            return
        share = clamp(elapsed / FOLLOW_MS, 0, 0.05)
        moved: dict[str, Any] = {}
        for part, limit in FOLLOW_LIMIT.items():
            measured, centre = getattr(self._neutral, part), getattr(self._centre, part)
            nearer = centre + (getattr(face, part) - centre) * share
            moved[part] = clamp(nearer, measured - limit, measured + limit)
        self._centre = replace(self._centre, **moved)


def _sureness(away: bool, reach: float, threshold: float) -> float:
    """The chance that the true angle lies on the same side of the threshold (logistic for the normal)."""
    beyond = (reach - (RETURN_SHARE if away else 1)) * threshold / ERROR_DEG
    return 1 / (1 + math.exp(-1.7 * (beyond if away else -beyond)))
