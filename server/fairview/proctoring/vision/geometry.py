"""Points, boxes and turned squares in pixels of a picture; x to the right, y down."""

import math
from collections.abc import Sequence
from typing import NamedTuple


class Point(NamedTuple):
    x: float
    y: float


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float


class Region(NamedTuple):
    """A square around (x, y), turned by `angle` radians (clockwise in the picture)."""

    x: float
    y: float
    side: float
    angle: float


class Affine(NamedTuple):
    """Takes (u, v) of a crop to (a·u + b·v + c, d·u + e·v + f) of the picture."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


def crop_to_picture(region: Region, size: int) -> Affine:
    cosine, sine = math.cos(region.angle), math.sin(region.angle)
    step, half = region.side / size, region.side / 2
    return Affine(
        a=cosine * step,
        b=-sine * step,
        c=region.x - half * (cosine - sine),
        d=sine * step,
        e=cosine * step,
        f=region.y - half * (cosine + sine),
    )


def overlap(one: Box, other: Box) -> float:
    """Shared area over joint area, 0..1."""
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0
    shared = width * height
    return shared / (one.width * one.height + other.width * other.height - shared)


def region_around(box: Box, left: Point, right: Point, scale: float) -> Region:
    """Wide and tall as the longer side of `box`, times `scale`, along the line from `left` to `right`."""
    return Region(
        x=box.x + box.width / 2,
        y=box.y + box.height / 2,
        side=max(box.width, box.height) * scale,
        angle=math.atan2(right.y - left.y, right.x - left.x),
    )


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def quantile(values: Sequence[float], share: float) -> float:
    """Between the nearest ranks."""
    ranked = sorted(values)
    at = share * (len(ranked) - 1)
    below = math.floor(at)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (at - below)


def clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def whole(value: float) -> int:
    """The nearest whole number, halves upwards as browsers round them."""
    return math.floor(value + 0.5)
