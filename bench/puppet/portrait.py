"""The portraits behind the puppet: a person in front of a backdrop, taken apart into person and empty room.

Works of the United States' government, so in the public domain: `collins` is scikit-image's
`data.astronaut()` (NASA: Eileen Collins), `hopper` is matplotlib's sample `grace_hopper.jpg` (Navy: Grace
Hopper, in glasses and cap; fetched by `package.py`). `mirrored` is made by us out of collins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import cv2
import numpy as np
import skimage.data

from bench.puppet.landmarks import Points, read_face
from bench.puppet.package import grace_hopper
from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values, as_picture

Name = Literal["collins", "hopper", "mirrored"]
Outline = tuple[tuple[int, int], ...]

# Outlines of hair, face and collar in the 640×480 picture, drawn by hand; GrabCut finds the exact edge.
COLLINS: Outline = (
    (170, 160), (185, 100), (240, 55), (315, 25), (395, 45), (450, 105), (462, 165), (440, 225), (400, 245),
    (382, 275), (366, 325), (455, 400), (465, 445), (530, 480), (0, 480), (20, 455), (95, 385),
    (120, 320), (175, 280), (228, 275), (222, 240), (190, 215),
)  # fmt: skip
HOPPER: Outline = (
    (185, 205), (187, 150), (200, 115), (222, 80), (262, 48), (320, 28), (382, 45), (440, 85), (465, 120),
    (467, 190), (469, 230), (468, 270), (455, 305), (440, 360), (412, 390), (428, 402), (482, 434),
    (545, 459), (585, 480), (60, 480), (110, 458), (195, 430), (250, 395), (250, 378), (210, 352), (202, 330),
    (200, 290), (193, 262), (194, 238), (187, 230),
)  # fmt: skip
BROADER = 1.08
EDGE, CLOSE_EDGE = 14, 7  # px to both sides of the outline


@dataclass(frozen=True, eq=False)
class Portrait:
    picture: Picture
    landmarks: Points
    cover: Values  # 0..1: how much of a pixel is person
    room: Picture  # without the person
    eye_white: float = 1  # how bright the whites of the painted eyes are


def portrait(name: Name = "collins") -> Portrait:
    return taken_apart(name)


@cache
def taken_apart(name: Name) -> Portrait:
    read, outline, edge = SOURCES[name]
    picture = read()
    landmarks = read_face(picture)
    if landmarks is None:
        raise RuntimeError("no face in the portrait: are the models built (python -m models)?")
    person = person_mask(picture, outline, edge)
    cover = cv2.GaussianBlur(person.astype(np.float32), (0, 0), 1.2)
    return Portrait(picture, landmarks, cover, empty_room(picture, person))


def collins() -> Picture:
    return like_a_webcam(skimage.data.astronaut()[0:255, 60:400])


def hopper() -> Picture:
    picture = cv2.imdecode(np.frombuffer(grace_hopper(), np.uint8), cv2.IMREAD_COLOR)
    return like_a_webcam(np.asarray(picture)[:384, :, ::-1])


def mirrored() -> Picture:
    """Collins the other way round, with a broader face and a blue suit."""
    wider = np.array([[BROADER, 0, WIDTH / 2 * (1 - BROADER)], [0, 1, 0]])
    picture = np.ascontiguousarray(collins()[:, ::-1])
    picture = np.asarray(cv2.warpAffine(picture, wider, (WIDTH, HEIGHT)), np.uint8)
    red, green, blue = np.moveaxis(picture.astype(np.float32), -1, 0)
    orange = np.clip((red - blue - 70) / 40, 0, 1) * np.clip((0.68 * red - green) / 20, 0, 1)
    orange[: HEIGHT * 3 // 5] = 0
    suit = np.stack([0.35 * blue + 0.1 * red, 0.9 * green, 0.75 * red], axis=-1)
    return as_picture(picture + (suit - picture) * cv2.GaussianBlur(orange, (0, 0), 1)[..., None])


def like_a_webcam(source: Values) -> Picture:
    return np.asarray(cv2.resize(source, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC), np.uint8)


SOURCES: dict[Name, tuple[Callable[[], Picture], Outline, int]] = {
    "collins": (collins, COLLINS, EDGE),
    "hopper": (hopper, HOPPER, CLOSE_EDGE),
    "mirrored": (
        mirrored,
        tuple((round(WIDTH / 2 + BROADER * (WIDTH / 2 - x)), y) for x, y in COLLINS),
        EDGE,
    ),
}


def person_mask(picture: Picture, drawn: Outline, edge: int) -> Values:
    outline = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(outline, [np.array(drawn, np.int32)], 1)
    kernel = np.ones((2 * edge + 1, 2 * edge + 1), np.uint8)
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
