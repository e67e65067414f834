"""Another skin tone: the skin's colour is moved to a mean in CIELAB, with its light and shade kept.

A recoloured face is not another person's: what is measured on it is sensitivity, not fairness.
"""

import cv2
import numpy as np

from bench.puppet.landmarks import LANDMARKS
from bench.puppet.picture import Picture, Values, as_picture
from bench.puppet.portrait import Portrait
from bench.puppet.turning import head_mask

NOTE = "sensitivity, not fairness"
TONES: dict[str, tuple[float, float, float]] = {
    "pale": (84, 7, 12),
    "light": (75, 12, 18),
    "olive": (63, 14, 25),
    "brown": (48, 15, 23),
    "dark": (37, 13, 19),
}
LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)


# With a dark skin the eyes' whites and the teeth are exposed less, and the hair is dark.
EYE_WHITES = {"olive": 0.95, "brown": 0.84, "dark": 0.76}
HAIR = {"olive": 0.7, "brown": 0.45, "dark": 0.32}


def recoloured(person: Portrait, tone: str) -> Picture:
    if tone == "own":
        return person.picture
    lab = in_lab(person.picture)
    mean, wanted = mean_of_skin(person), np.array(TONES[tone])
    contrast = np.array([0.9 if wanted[0] > 50 else 0.75, 0.9, 0.9])
    moved = (wanted + (lab - mean) * contrast).astype(np.float32)
    colours = cv2.cvtColor(moved, cv2.COLOR_LAB2RGB) * 255
    skin = skin_mask(person)
    picture = person.picture + (colours - person.picture) * skin[..., None]
    picture *= 1 - (1 - HAIR.get(tone, 1)) * hair_mask(person, skin)[..., None]
    teeth = soft_fill(person, INNER_LIPS)
    return as_picture(picture * (1 - (1 - EYE_WHITES.get(tone, 1)) * teeth[..., None]))


def hair_mask(person: Portrait, skin: Values) -> Values:
    """What is brown or blond on the head and not skin."""
    head = head_mask(person, person.landmarks[152, 1]).astype(np.float32)
    lab = in_lab(person.picture)
    is_warm = np.clip((lab[..., 2] - 3) / 5, 0, 1) * np.clip((95 - lab[..., 0]) / 10, 0, 1)
    alike = cv2.GaussianBlur((head * is_warm).astype(np.float32), (0, 0), 1.5)
    hair: Values = alike * (1 - skin) * (1 - soft_fill(person, INNER_LIPS)) * person.cover
    return hair


def mean_of_skin(person: Portrait) -> Values:
    hull = np.zeros(person.picture.shape[:2], np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(np.int32(person.landmarks[:LANDMARKS, :2])), 1)
    mean: Values = np.median(in_lab(person.picture)[hull == 1], axis=0)
    return mean


def soft_fill(person: Portrait, outline: tuple[int, ...]) -> Values:
    mask = np.zeros(person.picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.int32(person.landmarks[list(outline), :2])], 255)
    soft: Values = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), 1)
    return soft


def colour_of_skin(person: Portrait) -> tuple[float, float, float]:
    lab = mean_of_skin(person).astype(np.float32)[None, None]
    red, green, blue = cv2.cvtColor(lab, cv2.COLOR_LAB2RGB)[0, 0] * 255
    return float(red), float(green), float(blue)


def skin_mask(person: Portrait) -> Values:
    """Face, ears and neck, by place and by colour; teeth stay out, lips take a part."""
    points = person.landmarks[:LANDMARKS, :2]
    low, high = points.min(axis=0), points.max(axis=0)
    tall = high[1] - low[1]
    hull = np.zeros(person.picture.shape[:2], np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(np.int32(points)), 255)
    near = np.maximum(hull, cv2.dilate(hull, np.ones((1, int(0.22 * tall)), np.uint8)))
    neck = np.vstack([np.roll(near, int(step * tall), axis=0) for step in (0, 0.12, 0.24)])
    neck = neck.reshape(3, *near.shape).max(axis=0)
    place = cv2.GaussianBlur(neck.astype(np.float32) / 255, (0, 0), 0.02 * tall)
    off = in_lab(person.picture) - mean_of_skin(person)
    far = np.hypot(off[..., 1], off[..., 2]) / 22 + np.clip(-off[..., 0] - 28, 0, None) / 18
    inside = cv2.erode(hull, np.ones((int(0.12 * tall),) * 2, np.uint8)).astype(np.float32) / 255
    alike = np.clip(1.8 - far, cv2.GaussianBlur(inside, (0, 0), 0.04 * tall) * 0.9, 1)
    mask = place * cv2.GaussianBlur(alike.astype(np.float32), (0, 0), 1.2) * person.cover
    mask *= 1 - 0.3 * soft_fill(person, LIPS)
    mask *= 1 - soft_fill(person, INNER_LIPS)
    skin: Values = mask
    return skin


def in_lab(picture: Picture) -> Values:
    lab: Values = cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return lab
