"""A hand that holds the chin, in units of the face's width around the chin."""

import cv2
import numpy as np

from bench.puppet.picture import Picture, Values
from bench.puppet.studio.brush import Colour, laid
from bench.puppet.studio.sculpted import Limb, sculpted

SLEEVE: Colour = (52, 60, 78)
ARM = (Limb((0.62, 1.75), (0.4, 1.0), (0.27, 0.23)),)
HAND = (
    Limb((0.46, 1.15), (0.27, 0.62), (0.17, 0.15), -0.08),
    Limb((0.26, 0.56), (0.2, 0.3), (0.2, 0.19)),
    Limb((0.16, 0.52), (-0.12, 0.3), (0.1, 0.085), 0.02),
    Limb((-0.12, 0.3), (-0.3, 0.02), (0.08, 0.058), 0.02),
    Limb((0.3, 0.26), (0.4, -0.06), (0.085, 0.072), 0.06),
    Limb((0.4, -0.06), (0.44, -0.34), (0.07, 0.052), 0.03),
    Limb((0.24, 0.18), (0.02, 0.06), (0.088, 0.078), 0.12),
    Limb((0.24, 0.32), (0.0, 0.21), (0.088, 0.076), 0.12),
    Limb((0.26, 0.45), (0.03, 0.36), (0.08, 0.066), 0.1),
)
COMES_FROM = 2.2  # below, in face widths


def at_chin(picture: Picture, chin: Values, face_width: float, colour: Colour, share: float) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    place = chin + np.array([0, (0.02 + COMES_FROM * (1 - share)) * face_width])
    for limbs, tone in ((ARM, SLEEVE), (HAND, colour)):
        colours, cover = sculpted(limbs, tone, place, face_width, size)
        picture = laid(picture, picture * 0.75, shadow(cover, face_width))
        picture = laid(picture, colours, cover)
    return picture


def shadow(cover: Values, face_width: float) -> Values:
    soft: Values = cv2.GaussianBlur(cover, (0, 0), 0.035 * face_width) * 0.8
    return soft
