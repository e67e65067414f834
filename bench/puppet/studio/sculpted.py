"""Hands and arms, sculpted from tapering capsules and lit from the upper left."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from bench.puppet.picture import Values
from bench.puppet.studio.brush import Colour

LIGHT = np.array([-0.35, -0.6, 0.72])
AMBIENT = 0.42
BLEND = 0.1  # how softly neighbouring limbs run into each other, of their radius


@dataclass(frozen=True)
class Limb:
    """From one point to another, with a radius at each and a height towards the viewer."""

    start: tuple[float, float]
    end: tuple[float, float]
    thick: tuple[float, float]
    lift: float = 0


def sculpted(
    limbs: Sequence[Limb], colour: Colour, place: Values, unit: float, size: tuple[int, int]
) -> tuple[Values, Values]:
    """Colours and cover of limbs given in units around `place` (px)."""
    colours, cover = np.zeros((*size, 3), np.float32), np.zeros(size, np.float32)
    part = reach(limbs, place, unit, size)
    high, wide = part[0].stop - part[0].start, part[1].stop - part[1].start
    if high > 0 and wide > 0:
        corner = np.array([part[1].start, part[0].start])
        height = np.full((high, wide), -1e3, np.float32)
        for limb in limbs:
            bump = raised(limb, place - corner, unit, (high, wide))
            height = joined(height, bump, BLEND * unit * max(limb.thick))
        colours[part] = shaded(height, colour, unit)
        edge = np.clip((height + 0.02 * unit) / 2 + 0.5, 0, 1).astype(np.float32)
        cover[part] = cv2.GaussianBlur(edge, (0, 0), 0.7)
    return colours, cover


def reach(limbs: Sequence[Limb], place: Values, unit: float, size: tuple[int, int]) -> tuple[slice, slice]:
    """The rows and columns that the limbs touch."""
    ends = place + unit * np.array([point for limb in limbs for point in (limb.start, limb.end)])
    around = unit * max(max(limb.thick) for limb in limbs) + 4
    left, top = np.clip(ends.min(axis=0) - around, 0, size[::-1]).astype(int)
    right, bottom = np.clip(ends.max(axis=0) + around, 0, size[::-1]).astype(int)
    return slice(top, bottom), slice(left, right)


def shaded(height: Values, colour: Colour, unit: float) -> Values:
    body = cv2.GaussianBlur(np.maximum(height, 0), (0, 0), max(0.012 * unit, 0.8))
    slope_y, slope_x = np.gradient(body) if min(height.shape) > 1 else (body * 0, body * 0)
    normal = np.stack([-slope_x, -slope_y, np.full(height.shape, 0.8)], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    light = np.clip(normal @ (LIGHT / np.linalg.norm(LIGHT)), 0, 1)
    hollow = np.clip((cv2.GaussianBlur(body, (0, 0), 0.05 * unit) - body) / (0.08 * unit), 0, 1)
    shade = (AMBIENT + 0.78 * light) * (1 - 0.45 * hollow)
    warm = np.array([1.0, 0.94, 0.9]) ** (2.5 * (1 - np.clip(shade, 0, 1)))[..., None]
    colours: Values = np.array(colour) * shade[..., None] * warm
    return colours


def raised(limb: Limb, place: Values, unit: float, size: tuple[int, int]) -> Values:
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    start, end = (place + np.array(point) * unit for point in (limb.start, limb.end))
    along = end - start
    share = ((x - start[0]) * along[0] + (y - start[1]) * along[1]) / max(float(along @ along), 1e-6)
    share = np.clip(share, 0, 1)
    radius = (limb.thick[0] + (limb.thick[1] - limb.thick[0]) * share) * unit
    away = np.hypot(x - start[0] - share * along[0], y - start[1] - share * along[1])
    inside = np.sqrt(np.maximum(radius**2 - away**2, 0)) + limb.lift * unit
    bump: Values = np.where(away < radius, inside, -(away - radius) - 0.02 * unit)
    return bump.astype(np.float32)


def joined(one: Values, other: Values, soft: float) -> Values:
    """The higher of two, rounded where they meet."""
    share = np.clip(0.5 + 0.5 * (one - other) / max(soft, 1e-3), 0, 1)
    met: Values = other * (1 - share) + one * share + soft * share * (1 - share)
    return met
