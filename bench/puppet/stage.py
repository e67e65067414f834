"""Paints a pose: the person over the empty room, company behind, light and the noise of a sensor."""

from functools import cache, lru_cache

import cv2
import numpy as np

from bench.puppet.eyes import with_gaze
from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values, as_picture
from bench.puppet.portrait import portrait
from bench.puppet.script import Pose
from bench.puppet.turning import source_of

COMPANY_SCALE, COMPANY_LEFT = 0.58, -110
COMPANY_TINT = (0.72, 0.68, 0.7)
NOISE, NOISE_PATTERNS = 1.6, 8

Layer = tuple[Picture, Values]  # colours, and how much of each pixel they cover (0..1, one channel)


def painted(pose: Pose, frame: int) -> Picture:
    """The pose as the camera sees it; frames of one pose differ by their noise alone."""
    patterns = noise_patterns()
    noisy: Picture = cv2.add(clean(pose), patterns[frame % len(patterns)], dtype=cv2.CV_8U)
    return noisy


@lru_cache(maxsize=64)
def clean(pose: Pose) -> Picture:
    picture = portrait().room
    if pose.company:
        picture = laid_over(picture, company(pose.company))
    if pose.away < 1:
        picture = laid_over(picture, moved(person(pose), pose))
    return picture if pose.light == 1 else as_picture(picture * np.float32(pose.light))


def person(pose: Pose) -> Layer:
    portrayed = with_gaze(pose.gaze_yaw, pose.gaze_pitch, pose.closure)
    x, y = turned(pose.head_yaw, pose.head_pitch, pose.head_roll)
    colours = cv2.remap(portrayed, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return colours, cv2.remap(portrait().cover, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


@lru_cache(maxsize=256)
def turned(yaw: float, pitch: float, roll: float) -> tuple[Values, Values]:
    return source_of(yaw, pitch, roll)


def moved(layer: Layer, pose: Pose) -> Layer:
    """Farther away the person is smaller and still sits on the lower edge; leaving goes to the right."""
    if pose.distance == 1 and not pose.away:
        return layer
    scale = 1 / pose.distance
    left = WIDTH * (1 - scale) / 2 + pose.away * 1.05 * WIDTH
    return placed(layer, np.array([[scale, 0, left], [0, scale, HEIGHT * (1 - scale)]]))


def company(arrival: float) -> Layer:
    """The second person stands behind the first, at the left edge of the picture, and comes in from there."""
    colours, cover = stranger()
    left = COMPANY_LEFT - (1 - arrival) * 0.5 * WIDTH
    top = HEIGHT * (1 - COMPANY_SCALE)
    return placed((colours, cover), np.array([[COMPANY_SCALE, 0, left], [0, COMPANY_SCALE, top]]))


@cache
def stranger() -> Layer:
    """The same portrait, mirrored and darker."""
    colours = portrait().picture[:, ::-1] * np.array(COMPANY_TINT)
    return as_picture(colours), np.ascontiguousarray(portrait().cover[:, ::-1])


def placed(layer: Layer, matrix: Values) -> Layer:
    colours, cover = (cv2.warpAffine(part, matrix, (WIDTH, HEIGHT), flags=cv2.INTER_AREA) for part in layer)
    return colours, cover


def laid_over(picture: Picture, layer: Layer) -> Picture:
    colours, cover = layer
    return as_picture(picture + (colours.astype(np.float32) - picture) * cover[..., None])


@cache
def noise_patterns() -> list[Values]:
    random = np.random.default_rng(5)
    shape = (HEIGHT, WIDTH, 3)
    return [
        cv2.GaussianBlur(random.normal(0, 2 * NOISE, shape), (0, 0), 0.7).round().astype(np.int16)
        for _ in range(NOISE_PATTERNS)
    ]
