"""How far from the truth a told point is, as the eyes see it, and whether looks off the screen are told."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from fairview.proctoring.vision.looking import BESIDE

from bench.puppet.studio.screen import Screen, towards
from bench.vision.gaze.looks import Look


@dataclass(frozen=True)
class Told:
    """`off`: how likely off the screen, where that is said; `radius_px`: of nine in ten, likewise."""

    point: tuple[float, float]
    off: float | None = None
    radius_px: float | None = None


@dataclass(frozen=True)
class GazeScore:
    looks: int
    told: int
    median_deg: float
    p90_deg: float
    off_auc: float
    held: float | None
    """The share of looks within the radius that was said, of those of which a point is said."""


def gaze_score(pairs: Sequence[tuple[Look, Told | None]], screen: Screen) -> GazeScore:
    told = [(look, one) for look, one in pairs if one]
    on = [(look, one) for look, one in told if look.is_on_screen]
    errors = [error_deg(look, one, screen) for look, one in on] or [float("nan")]
    off = [(look.is_on_screen, offness(one, screen)) for look, one in told]
    within = [
        one.radius_px >= apart_px(look, one)
        for look, one in told
        if one.radius_px is not None and (one.off or 0) < BESIDE
    ]
    return GazeScore(
        looks=len(pairs),
        told=len(told),
        median_deg=float(np.percentile(errors, 50)),
        p90_deg=float(np.percentile(errors, 90)),
        off_auc=auc([value for is_on, value in off if is_on], [value for is_on, value in off if not is_on]),
        held=sum(within) / len(within) if within else None,
    )


def error_deg(look: Look, told: Told, screen: Screen) -> float:
    """The angle at the eyes between the point and where it was said to be."""
    eyes = np.array(look.eyes_mm)
    true, said = (towards(screen.place(point) - eyes) for point in (look.point, told.point))
    return float(np.degrees(np.arccos(np.clip(true @ said, -1, 1))))


def apart_px(look: Look, told: Told) -> float:
    return float(np.hypot(*np.subtract(look.point, told.point)))


def offness(told: Told, screen: Screen) -> float:
    """What orders looks by how far off they are said to be: the probability, or pixels beyond an edge."""
    if told.off is not None:
        return told.off
    return max(max(-at, at - whole) for at, whole in zip(told.point, screen.pixels, strict=True))


def auc(lower: Sequence[float], higher: Sequence[float]) -> float:
    """How often one of the higher is above one of the lower; ties count half."""
    if not lower or not higher:
        return float("nan")
    ones, others = np.array(higher)[:, None], np.array(lower)[None]
    return float(((ones > others) + (ones == others) / 2).mean())
