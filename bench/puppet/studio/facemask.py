"""A surgical mask over nose, mouth and chin, with its folds and the loops to the ears."""

import cv2
import numpy as np

from bench.puppet.landmarks import Points
from bench.puppet.picture import Picture
from bench.puppet.studio.brush import grain, laid, line, shape

OUTLINE = (
    197, 399, 437, 355, 350, 347, 352, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 123, 118, 121, 126, 217, 174,
)  # fmt: skip
LOOPS = ((93, 234), (132, 234), (323, 454), (361, 454))
FOLDS = (0.36, 0.52, 0.68)
CLOTH = np.array([158.0, 196.0, 214.0])


def worn(picture: Picture, landmarks: Points) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    points = landmarks[:, :2].copy()
    tall = float(points[152, 1] - points[10, 1])
    points[[152, 148, 377, 176, 400]] += [0, 0.03 * tall]
    outline = cv2.convexHull(np.float32(points[list(OUTLINE)])).reshape(-1, 2)
    cloth = shape(size, outline, 0.8)
    for start, end in LOOPS:
        picture = laid(picture, (235, 238, 240), line(size, points[[start, end]], 1.6) * 0.9)
    picture = laid(picture, picture * 0.7, cv2.GaussianBlur(np.roll(cloth, 3, axis=0), (0, 0), 3) * 0.6)
    return laid(picture, CLOTH * shading(size, outline)[..., None], cloth)


def shading(size: tuple[int, int], outline: Points) -> Points:
    """Round like the face below it, in folds, with a little of the cloth's weave."""
    (left, top), (right, bottom) = outline.min(axis=0), outline.max(axis=0)
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    across, down = 2 * (x - left) / (right - left) - 1, (y - top) / (bottom - top)
    light = 1.08 - 0.28 * np.clip(np.abs(across), 0, 1) ** 2 - 0.18 * np.clip(down - 0.4, 0, 1)
    for fold in FOLDS:
        off = (down - fold - 0.05 * (1 - across**2)) * (bottom - top)
        light = light - 0.16 * np.exp(-(((off - 1) / 1.6) ** 2)) + 0.06 * np.exp(-(((off + 2) / 1.8) ** 2))
    shaded: Points = light + grain(size, 17, 0.7, 0.012)
    return shaded
