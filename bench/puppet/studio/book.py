"""An open book held up in front, its covers to the camera, in units of the face's width."""

import numpy as np

from bench.puppet.picture import Picture, Values
from bench.puppet.studio.brush import Colour, grain, laid, line, shape
from bench.puppet.studio.hand import SLEEVE, shadow
from bench.puppet.studio.phone import limbs_over
from bench.puppet.studio.sculpted import Limb

COVER: Colour = (126, 40, 46)
PAPER: Colour = (232, 226, 210)
GOLD: Colour = (206, 170, 96)
HALF = ((0.03, -0.5), (0.92, -0.42), (0.95, 0.62), (0.03, 0.56))  # the cover right of the spine
PAGES = ((0.0, -0.53), (0.9, -0.46), (0.92, -0.42), (0.0, -0.49))
FINGERS = tuple(Limb((0.97, y), (0.74, y - 0.03), (0.075, 0.058), 0.06) for y in (0.06, 0.2, 0.34, 0.47))
ARM = (Limb((1.15, 1.9), (0.98, 0.55), (0.26, 0.17)),)
PALM = (Limb((1.0, 0.62), (0.98, 0.18), (0.16, 0.13)),)
COMES_FROM = 1.8


def held(picture: Picture, middle: Values, face_width: float, colour: Colour, share: float) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    place = middle + np.array([0, COMES_FROM * (1 - share) * face_width])
    for side in (-1, 1):
        for limbs, tone in ((ARM, SLEEVE), (PALM, colour)):
            picture = limbs_over(picture, mirrored(limbs, side), tone, place, face_width)
    covers = [shape(size, at(HALF, side, place, face_width)) for side in (-1, 1)]
    picture = laid(picture, picture * 0.7, shadow(np.max(covers, axis=0), face_width))
    for side, cover in zip((-1, 1), covers, strict=True):
        picture = laid(picture, PAPER, shape(size, at(PAGES, side, place, face_width)))
        light = (1.12 if side < 0 else 0.86) + grain(size, 31, 0.8, 0.025)
        picture = laid(picture, np.array(COVER) * light[..., None], cover)
    spine = np.array([[0, -0.51], [0, 0.57]]) * face_width + place
    picture = laid(picture, np.array(COVER) * 0.6, line(size, spine, 0.07 * face_width))
    picture = titled(picture, place, face_width)
    for side in (-1, 1):
        picture = limbs_over(picture, mirrored(FINGERS, side), colour, place, face_width)
    return picture


def titled(picture: Picture, place: Values, unit: float) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    frame = ((0.14, -0.36), (0.84, -0.3), (0.86, 0.49), (0.14, 0.44), (0.14, -0.36))
    lines = (((0.28, -0.1), (0.7, -0.08)), ((0.34, 0.02), (0.64, 0.035)), ((0.4, 0.3), (0.58, 0.31)))
    for points, thick in ((frame, 0.012), *((pair, 0.05) for pair in lines[:2]), (lines[2], 0.025)):
        drawn = line(size, at(points, -1, place, unit), thick * unit)
        picture = laid(picture, GOLD, drawn * 0.85)
    return picture


def at(points: tuple[tuple[float, float], ...], side: int, place: Values, unit: float) -> Values:
    placed: Values = place + np.array(points) * [side, 1] * unit
    return placed


def mirrored(limbs: tuple[Limb, ...], side: int) -> tuple[Limb, ...]:
    return tuple(
        Limb((side * a.start[0], a.start[1]), (side * a.end[0], a.end[1]), a.thick, a.lift) for a in limbs
    )
