"""A short full beard: dark strokes that grow down and outwards over a shade of their colour."""

import cv2
import numpy as np

from bench.puppet.landmarks import Points
from bench.puppet.picture import Picture, Values
from bench.puppet.studio.brush import FINE, laid, shape
from bench.puppet.studio.skin import LIPS

OUTLINE = (
    234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454,
    366, 401, 435, 434, 432, 410, 391, 164, 165, 186, 212, 214, 215, 177, 137,
)  # fmt: skip
HAIR = np.array([58.0, 42.0, 32.0])
STROKES_PER_PIXEL = 0.42
LONG = 0.045  # of the face's height


def grown(picture: Picture, landmarks: Points, seed: int) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    tall = float(landmarks[152, 1] - landmarks[10, 1])
    points = landmarks[:, :2].copy()
    points[[152, 148, 377, 176, 400]] += [0, 0.02 * tall]
    area = shape(size, points[list(OUTLINE)], 0.018 * tall)
    lips = cv2.dilate(shape(size, points[list(LIPS)], 0), np.ones((3, 3)))
    area *= 1 - cv2.GaussianBlur(lips, (0, 0), 0.8)
    shaded = laid(picture, picture * 0.3 + HAIR * 0.55, area * 0.72)
    colours, cover = strokes(size, area, tall, points[:, 0].mean(), seed)
    return laid(shaded, colours, cover * np.clip(area * 1.6, 0, 1))


def strokes(
    size: tuple[int, int], area: Values, tall: float, middle: float, seed: int
) -> tuple[Values, Values]:
    random = np.random.default_rng(seed + 101)
    rows, columns = np.nonzero(area > 0.25)
    chosen = random.choice(len(rows), int(len(rows) * STROKES_PER_PIXEL), replace=True)
    canvas = np.zeros((size[0] * FINE, size[1] * FINE), np.uint8)
    tones = np.zeros_like(canvas)
    for at in chosen:
        x, y = columns[at] + random.uniform(), rows[at] + random.uniform()
        lean = np.clip((x - middle) / tall, -0.5, 0.5) * 0.9 + random.normal(0, 0.25)
        length = LONG * tall * random.uniform(0.5, 1)
        ends = np.array([[x, y], [x + length * np.sin(lean), y + length * np.cos(lean)]]) * FINE
        start, end = (tuple(int(part) for part in point) for point in ends)
        cv2.line(canvas, start, end, 255, 2, cv2.LINE_AA)
        cv2.line(tones, start, end, int(random.integers(90, 255)), 2)
    cover = cv2.resize(canvas, size[::-1], interpolation=cv2.INTER_AREA) / 255.0
    tone = cv2.resize(tones, size[::-1], interpolation=cv2.INTER_AREA) / np.maximum(cover * 255, 1)
    return HAIR * (0.35 + 0.9 * np.clip(tone, 0, 1)[..., None]), cover * 0.8
