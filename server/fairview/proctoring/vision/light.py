"""How light a face is against its surroundings, and how well it can be seen."""

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.vision.contracts import FaceLight, Picture
from fairview.proctoring.vision.geometry import Box

LUMINANCE = np.array([0.299, 0.587, 0.114])
# The part of the landmark model's square that is skin and features: the face without its surroundings.
INNER_FROM = 0.25
INNER_TO = 0.75
# Every so many pixels of the picture are looked at.
STRIDE = 8
# A face without any contrast has no sharpness either: grey levels.
LEAST_CONTRAST = 1


def light_of_face(pixels: NDArray[np.float32], around: float) -> FaceLight:
    """Out of the landmark model's square."""
    size = len(pixels)
    start, end = round(size * INNER_FROM), round(size * INNER_TO)
    light = pixels[start : end + 1, start : end + 1] @ LUMINANCE * 255
    red, green, blue = (float(value) * 255 for value in pixels[start:end, start:end].mean(axis=(0, 1)))
    inner = light[:-1, :-1]
    steps = np.abs(inner - light[:-1, 1:]) + np.abs(inner - light[1:, :-1])
    contrast = float(inner.std())
    sharpness = float(steps.mean()) / 2 / max(contrast, LEAST_CONTRAST)
    return FaceLight(float(inner.mean()), contrast, sharpness, around, (red, green, blue))


def light_around(picture: Picture, box: Box | None) -> tuple[float, float]:
    """Mean luminance 0..255 (Rec. 601) of some pixels of the picture, and of those outside `box`."""
    light = picture[::STRIDE, ::STRIDE] @ LUMINANCE
    whole = float(light.mean())
    if box is None:
        return whole, whole
    y, x = (np.arange(length) * STRIDE for length in light.shape)
    is_across = (x >= box.x) & (x < box.x + box.width)
    is_down = (y >= box.y) & (y < box.y + box.height)
    outside = ~(is_down[:, None] & is_across[None, :])
    return whole, float(light[outside].mean()) if outside.any() else whole
