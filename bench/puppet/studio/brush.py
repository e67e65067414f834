"""What the painters share: shapes with soft edges, and laying one thing over another."""

from collections.abc import Callable

import cv2
import numpy as np

from bench.puppet.picture import Picture, Values, as_picture

Colour = tuple[float, float, float]
FAINT = 1e-3
FINE = 4  # shapes are drawn so many times larger and scaled down


def shape(size: tuple[int, int], outline: Values, soft: float = 0.6) -> Values:
    """0..1 inside a polygon in pixels; `size` is (height, width), `soft` the blur of the edge in pixels."""

    def draw(mask: Picture, path: Values) -> None:
        cv2.fillPoly(mask, [path], 255)

    return drawn(size, outline, soft, draw, 0)


def line(size: tuple[int, int], points: Values, thickness: float, soft: float = 0.5) -> Values:
    thick = max(1, round(thickness * FINE))
    return drawn(
        size,
        points,
        soft,
        lambda mask, path: cv2.polylines(mask, [path], False, 255, thick, cv2.LINE_AA),
        thick,
    )


def drawn(
    size: tuple[int, int], points: Values, soft: float, draw: Callable[[Picture, Values], object], thick: int
) -> Values:
    """Drawn finely, in the part of the picture that it reaches."""
    whole = np.zeros(size, np.float32)
    points = np.asarray(points, np.float64)
    around = int(4 * soft + thick / FINE) + 2
    left, top = np.maximum(np.floor(points.min(axis=0)).astype(int) - around, 0)
    right, bottom = np.minimum(np.ceil(points.max(axis=0)).astype(int) + around, [size[1], size[0]])
    if left >= right or top >= bottom:
        return whole
    mask = np.zeros(((bottom - top) * FINE, (right - left) * FINE), np.uint8)
    draw(mask, np.round((points - [left, top]) * FINE).astype(np.int32))
    small = cv2.resize(mask, (int(right - left), int(bottom - top)), interpolation=cv2.INTER_AREA)
    part = small.astype(np.float32) / 255
    whole[top:bottom, left:right] = cv2.GaussianBlur(part, (0, 0), soft) if soft > 0 else part
    return whole


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> Values:
    """The outline of a rectangle with round corners."""
    radius = min(radius, (right - left) / 2, (bottom - top) / 2)
    turn = np.linspace(0, np.pi / 2, 8)
    corners = (
        (right - radius, bottom - radius, 0),
        (left + radius, bottom - radius, np.pi / 2),
        (left + radius, top + radius, np.pi),
        (right - radius, top + radius, 3 * np.pi / 2),
    )
    return np.vstack(
        [
            np.column_stack([x + radius * np.cos(turn + start), y + radius * np.sin(turn + start)])
            for x, y, start in corners
        ]
    )


def laid(picture: Picture, colours: Values | Colour, share: Values) -> Picture:
    """Colours over a picture, as far as `share` (0..1, one channel) says."""
    left, top, wide, high = cv2.boundingRect((share > FAINT).astype(np.uint8))
    result = picture.copy()
    if wide and high:
        part = np.s_[top : top + high, left : left + wide]
        over = np.asarray(colours, np.float32)
        over = over[part] if over.ndim == 3 else over
        result[part] = as_picture(picture[part] + (over - picture[part]) * share[part][..., None])
    return result


def smooth(values: Values) -> Values:
    share = np.clip(values, 0, 1)
    eased: Values = share * share * (3 - 2 * share)
    return eased


def grain(size: tuple[int, int], seed: int, reach: float, depth: float) -> Values:
    """Smooth random values around 0 with about this standard deviation."""
    raw = cv2.GaussianBlur(np.random.default_rng(seed).normal(0, 1, size), (0, 0), reach)
    scaled: Values = raw * (depth / raw.std())
    return scaled
