"""From the scene to the picture a poor camera gives: light, back-light, blur, noise."""

import cv2
import numpy as np

from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values, as_picture
from bench.puppet.studio.brush import laid, smooth

SIDE = 0.62  # how much of the light the far cheek loses
BLOOM = 16


def lit_from_side(colours: Values, side: float, middle_x: float, face_width: float) -> Picture:
    """The person, lit from the picture's left (−1) to its right (1)."""
    if not side:
        return np.asarray(colours, np.uint8)
    x = np.arange(WIDTH, dtype=np.float32)
    across = smooth(((x - middle_x) * np.sign(side) / face_width) * 0.9 + 0.5)
    light = 1 + abs(side) * (0.14 * across - SIDE * (1 - across))
    return as_picture(colours * light[None, :, None])


def darkened_by_back_light(colours: Picture, back_light: float) -> Picture:
    if not back_light:
        return colours
    return as_picture(colours * (1 - 0.68 * back_light) + 14 * back_light)


def back_lit(room: Picture, back_light: float) -> Picture:
    """The room grows bright up to white."""
    if not back_light:
        return room
    return as_picture(room * (1 + 0.9 * back_light) + 50 * back_light)


def bloomed(picture: Picture, cover: Values, back_light: float) -> Picture:
    """Light from behind creeps around the person's edge."""
    if not back_light:
        return picture
    halo = cv2.GaussianBlur((1 - cover).astype(np.float32), (0, 0), BLOOM)
    return laid(picture, (255, 252, 246), halo * cover * 0.5 * back_light)


def exposed(picture: Picture, light: float) -> Picture:
    """`light` is a factor of the light itself; the picture's values follow its 2.2th root."""
    return picture if light == 1 else as_picture(picture * np.float32(light ** (1 / 2.2)))


def blurred(picture: Picture, reach: float) -> Picture:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), reach), np.uint8) if reach else picture


def noisy(picture: Picture, depth: float, seed: int, number: int) -> Picture:
    """Grain of a sensor: soft over neighbouring pixels, new in every frame, of this standard deviation."""
    if not depth:
        return picture
    raw = np.random.default_rng((seed, number)).standard_normal((HEIGHT, WIDTH, 3), np.float32)
    soft = cv2.GaussianBlur(raw, (0, 0), 0.7)
    return as_picture(picture + soft * np.float32(depth / soft.std()))


def at_width(picture: Picture, width: int) -> Picture:
    if width == WIDTH:
        return picture
    kind = cv2.INTER_AREA if width < WIDTH else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, width * HEIGHT // WIDTH), interpolation=kind), np.uint8)
