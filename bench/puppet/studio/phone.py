"""A telephone: held to the ear, or up in the hand with its back to the camera.

In units of the face's width; a telephone is about as long as a face is wide.
"""

import numpy as np

from bench.puppet.picture import Picture, Values
from bench.puppet.studio.brush import Colour, laid, line, rounded, shape
from bench.puppet.studio.hand import SLEEVE, shadow
from bench.puppet.studio.sculpted import Limb, sculpted

BODY, EDGE, GLASS = (34, 36, 42), (96, 100, 108), (12, 13, 16)
LONG, WIDE = 1.02, 0.5
AT_EAR_WIDE, AT_EAR_LEAN = 0.2, -14  # seen from its side, and how it leans along the cheek
COMES_FROM = 2.2
ARM_AT_EAR = (Limb((0.62, 2.4), (0.42, 1.25), (0.26, 0.2)),)
HAND_AT_EAR = (
    Limb((0.44, 1.35), (0.22, 0.62), (0.17, 0.16), -0.05),
    Limb((0.22, 0.62), (0.17, 0.28), (0.19, 0.17)),
    Limb((0.24, 0.14), (0.02, 0.1), (0.082, 0.062), 0.1),
    Limb((0.25, 0.29), (0.0, 0.25), (0.086, 0.066), 0.1),
    Limb((0.25, 0.44), (0.0, 0.4), (0.084, 0.064), 0.1),
    Limb((0.24, 0.58), (0.02, 0.54), (0.075, 0.058), 0.1),
)
ARM_IN_HAND = (Limb((0.75, 2.6), (0.46, 1.25), (0.3, 0.22)),)
PALM_IN_HAND = (
    Limb((0.5, 1.5), (0.16, 0.72), (0.18, 0.18), -0.05),
    Limb((0.16, 0.72), (0.1, 0.3), (0.26, 0.24)),
    Limb((0.18, 0.6), (0.36, 0.1), (0.11, 0.075), 0.05),
)
FINGERS_IN_HAND = (
    Limb((-0.33, 0.12), (-0.1, 0.08), (0.075, 0.06), 0.1),
    Limb((-0.34, 0.27), (-0.06, 0.24), (0.078, 0.062), 0.1),
    Limb((-0.33, 0.42), (-0.07, 0.4), (0.076, 0.06), 0.1),
    Limb((-0.3, 0.56), (-0.08, 0.54), (0.066, 0.055), 0.1),
)


def at_ear(picture: Picture, ear: Values, face_width: float, colour: Colour, share: float) -> Picture:
    place = ear + np.array([0.06 * face_width, COMES_FROM * (1 - share) * face_width])
    picture = limbs_over(picture, ARM_AT_EAR, SLEEVE, place, face_width)
    middle = place + np.array([0, 0.3 * face_width])
    picture = slab(picture, middle, face_width, AT_EAR_WIDE, AT_EAR_LEAN)
    return limbs_over(picture, HAND_AT_EAR, colour, place, face_width)


def in_hand(picture: Picture, middle: Values, face_width: float, colour: Colour, share: float) -> Picture:
    place = middle + np.array([0, COMES_FROM * (1 - share) * face_width])
    picture = limbs_over(picture, ARM_IN_HAND, SLEEVE, place, face_width)
    picture = limbs_over(picture, PALM_IN_HAND, colour, place, face_width)
    picture = slab(picture, place, face_width, WIDE, 6)
    picture = lenses(picture, place, face_width)
    return limbs_over(picture, FINGERS_IN_HAND, colour, place, face_width)


def limbs_over(
    picture: Picture, limbs: tuple[Limb, ...], colour: Colour, place: Values, unit: float
) -> Picture:
    colours, cover = sculpted(limbs, colour, place, unit, (picture.shape[0], picture.shape[1]))
    return laid(laid(picture, picture * 0.75, shadow(cover, unit)), colours, cover)


def slab(picture: Picture, middle: Values, unit: float, wide: float, lean: float) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    outline = turned(box_of(middle, unit, wide), middle, lean)
    body = shape(size, outline)
    y, x = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    sheen = 1 + 0.5 * np.exp(
        -((((x - middle[0]) + 0.45 * (y - middle[1]) + 0.2 * unit) / (0.16 * unit)) ** 2)
    )
    picture = laid(picture, picture * 0.7, shadow(body, unit))
    picture = laid(picture, np.array(BODY) * sheen[..., None], body)
    return laid(picture, EDGE, line(size, np.vstack([outline, outline[:1]]), 0.018 * unit) * 0.8)


def lenses(picture: Picture, middle: Values, unit: float) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    island = middle + np.array([-0.13, -0.36]) * unit
    reach = np.array([0.085, 0.1]) * unit
    outline = turned(box(island, reach, 0.04 * unit), middle, 6)
    picture = laid(picture, (52, 55, 62), shape(size, outline))
    for offset in (-0.045, 0.045):
        centre = turned((island + np.array([0, offset * unit]))[None], middle, 6)[0]
        ring = np.linspace(0, 2 * np.pi, 24)
        circle = np.column_stack([np.cos(ring), np.sin(ring)])
        picture = laid(picture, EDGE, shape(size, centre + 0.04 * unit * circle, 0.4))
        picture = laid(picture, GLASS, shape(size, centre + 0.03 * unit * circle, 0.4))
    return picture


def box_of(middle: Values, unit: float, wide: float) -> Values:
    reach = np.array([wide, LONG]) * unit / 2
    return box(middle, reach, 0.07 * unit)


def box(middle: Values, reach: Values, radius: float) -> Values:
    (left, top), (right, bottom) = middle - reach, middle + reach
    return rounded(left, top, right, bottom, radius)


def turned(points: Values, middle: Values, degrees: float) -> Values:
    a = np.radians(degrees)
    moved: Values = middle + (points - middle) @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    return moved
