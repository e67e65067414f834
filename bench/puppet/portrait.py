"""The portrait behind the puppet: a person in front of a backdrop, taken apart into person and empty room.

scikit-image's `data.astronaut()`, NASA's portrait of Eileen Collins, in the public domain.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import skimage.data

from bench.puppet.landmarks import Points, read_face
from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values, as_picture

# The part of the portrait that makes a webcam's picture.
ROWS, COLUMNS = slice(0, 255), slice(60, 400)

# Outline of hair, face and collar in the 640×480 picture, drawn by hand; GrabCut finds the exact edge nearby.
OUTLINE = (
    (170, 160), (185, 100), (240, 55), (315, 25), (395, 45), (450, 105), (462, 165), (440, 225), (400, 245),
    (382, 275), (366, 325), (455, 400), (465, 445), (530, 480), (0, 480), (20, 455), (95, 385),
    (120, 320), (175, 280), (228, 275), (222, 240), (190, 215),
)  # fmt: skip
EDGE = 14


@dataclass(frozen=True, eq=False)
class Portrait:
    picture: Picture
    landmarks: Points
    cover: Values  # 0..1: how much of a pixel is person
    room: Picture  # without the person


@cache
def portrait() -> Portrait:
    source = skimage.data.astronaut()[ROWS, COLUMNS]
    picture = cv2.resize(source, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    landmarks = read_face(picture)
    if landmarks is None:
        raise RuntimeError("no face in the portrait: are the models built (python -m models)?")
    person = person_mask(picture)
    cover = cv2.GaussianBlur(person.astype(np.float32), (0, 0), 1.2)
    return Portrait(picture, landmarks, cover, empty_room(picture, person))


def person_mask(picture: Picture) -> Values:
    outline = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(outline, [np.array(OUTLINE, np.int32)], 1)
    kernel = np.ones((2 * EDGE + 1, 2 * EDGE + 1), np.uint8)
    surely, perhaps = cv2.erode(outline, kernel, borderValue=1), cv2.dilate(outline, kernel)
    labels = np.where(surely, cv2.GC_FGD, np.where(perhaps, cv2.GC_PR_BGD, cv2.GC_BGD)).astype(np.uint8)
    labels[(perhaps == 1) & (outline == 1) & (surely == 0)] = cv2.GC_PR_FGD
    cv2.setRNGSeed(1)
    cv2.grabCut(picture, labels, None, np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    found = np.isin(labels, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    mask: Values = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    return mask


def empty_room(picture: Picture, person: Values) -> Picture:
    """The backdrop, carried smoothly into the person's place from what surrounds it, coarse to fine."""
    hidden = cv2.dilate(person, np.ones((15, 15), np.uint8))
    known = 1.0 - hidden.astype(np.float32)[..., None]
    filled = np.full(picture.shape, picture[hidden == 0].mean(axis=0), np.float32)
    for reach in (160, 80, 40, 20, 10):
        weight = cv2.GaussianBlur(known, (0, 0), reach)[..., None]
        near = cv2.GaussianBlur(picture * known, (0, 0), reach) / np.maximum(weight, 1e-6)
        trust = np.clip(weight * 3, 0, 1)
        filled = filled * (1 - trust) + near * trust
    soft = cv2.GaussianBlur(known, (0, 0), 3)[..., None] * known
    grain = cv2.GaussianBlur(np.random.default_rng(3).normal(0, 8, picture.shape), (0, 0), 1.2)
    return as_picture(picture * soft + (filled + grain) * (1 - soft))
