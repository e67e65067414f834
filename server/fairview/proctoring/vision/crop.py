"""Squares of a picture as the models read them."""

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.vision.contracts import Picture
from fairview.proctoring.vision.geometry import Affine, Region, crop_to_picture

RIM = 2


def cut(picture: Picture, region: Region, size: int, low: float) -> tuple[NDArray[np.float32], Affine]:
    """The region as `size`² RGB numbers, 0..255 mapped to `low`..1, by bilinear sampling, black outside the
    picture; and the matrix from its pixels to the picture's. Pixel (u, v) reads the picture at exactly the
    point that the matrix gives: the models were trained without a shift of half a pixel."""
    m = crop_to_picture(region, size)
    u, v = np.arange(size)[None, :], np.arange(size)[:, None]
    seen = sampled(picture, m.a * u + m.b * v + m.c, m.d * u + m.e * v + m.f)
    return seen * np.float32((1 - low) / 255) + np.float32(low), m


def sampled(picture: Picture, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float32]:
    """The picture at these points, between its pixels too."""
    height, width = picture.shape[:2]
    rimmed = np.zeros((height + 2 * RIM, width + 2 * RIM, 3), np.uint8)
    rimmed[RIM:-RIM, RIM:-RIM] = picture
    left, top = np.floor(x), np.floor(y)
    right, down = ((x - left)[..., None].astype(np.float32), (y - top)[..., None].astype(np.float32))
    # What lies farther out is as black as the rim.
    column = np.clip(left, -RIM, width).astype(np.intp) + RIM
    row = np.clip(top, -RIM, height).astype(np.intp) + RIM
    first = row * rimmed.shape[1] + column
    pixels = rimmed.reshape(-1, 3)
    upper, lower = (
        pixels[at] * (1 - right) + pixels[at + 1] * right for at in (first, first + rimmed.shape[1])
    )
    between: NDArray[np.float32] = upper * (1 - down) + lower * down
    return between


def whole_picture(picture: Picture) -> Region:
    """The whole picture in a square, with black bands where it is not one."""
    height, width = picture.shape[:2]
    return Region(width / 2, height / 2, max(width, height), 0)
