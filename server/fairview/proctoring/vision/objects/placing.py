"""A picture as a model takes it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.detectors.description import PictureInput
from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.geometry import whole

PAD = 114
"""The grey of a letterbox's bands, as detectors are trained with."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture as a model takes it; its pixel (u, v) lies at ((u − left) / across, (v − top) / down)."""

    pixels: Values
    across: float
    down: float
    left: int = 0
    top: int = 0


def place(picture: Picture, entry: PictureInput) -> Placed:
    width, height = entry.size
    rows, columns = picture.shape[:2]
    left = top = 0
    if entry.resize == "letterbox":
        share = min(width / columns, height / rows)
        inner = max(whole(columns * share), 1), max(whole(rows * share), 1)
        left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
        pixels = np.full((height, width, 3), PAD, np.float32)
        pixels[top : top + inner[1], left : left + inner[0]] = averaged(picture, *inner)
        across = down = share
    else:
        pixels, across, down = averaged(picture, width, height), width / columns, height / rows
    if entry.colour == "bgr":
        pixels = pixels[..., ::-1]
    scaled = (pixels * entry.scale - np.array(entry.mean)) / np.array(entry.std)
    ordered = scaled.transpose(2, 0, 1) if entry.layout == "nchw" else scaled
    return Placed(np.ascontiguousarray(ordered[None], np.float32), across, down, left, top)


def averaged(picture: Picture, width: int, height: int) -> NDArray[np.float32]:
    """The picture in another size: each pixel the mean of what it covers. Enlarged, it is bilinear."""
    return _averaged_along(_averaged_along(picture, height, 0), width, 1)


def _averaged_along(pixels: Values, count: int, axis: int) -> NDArray[np.float32]:
    length = pixels.shape[axis]
    step = length / count
    centres, reach = (np.arange(count) + 0.5) * step, max(step, 1) / 2
    starts, ends = np.clip(centres - reach, 0, length), np.clip(centres + reach, 0, length)
    first = np.floor(starts).astype(np.intp)
    means = np.zeros((1, 1, 1), np.float32)
    for covered in range(int(np.ceil((ends - first).max()))):
        at = first + covered
        shared = np.clip(np.minimum(ends, at + 1) - np.maximum(starts, at), 0, None)
        shares = (shared / (ends - starts)).astype(np.float32)
        each = np.take(pixels, np.minimum(at, length - 1), axis)
        means = means + each * shares.reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
    return means
