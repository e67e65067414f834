"""The portrait lifted to 3D and turned: every pixel of the person has a depth and a share in the movement.

The picture is warped backwards: for each pixel of the result, where in the portrait does its point come from?
Angles up to about 25° hold; what was hidden stays hidden.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from bench.puppet.landmarks import LANDMARKS
from bench.puppet.picture import HEIGHT, WIDTH, Values
from bench.puppet.portrait import Portrait, portrait

CHIN, EARS = 152, (234, 454)
COARSE = 2  # the warp is computed on every second pixel
STEPS = 14


@dataclass(frozen=True, eq=False)
class Relief:
    """Per coarse pixel: place from the neck's joint (px; depth towards the viewer), share in a turn."""

    x: Values
    y: Values
    depth: Values
    share: Values
    joint: tuple[float, float, float]


def source_of(yaw: float, pitch: float, roll: float, person: Portrait | None = None) -> tuple[Values, Values]:
    """For each pixel of the turned picture, the x and y in the portrait that it shows."""
    shift_x, shift_y = shifts(relief(person or portrait()), yaw, pitch, roll)
    rows, columns = shift_x.shape
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    at_x, at_y = x.copy(), y.copy()
    for _ in range(STEPS):
        moved_x = cv2.remap(shift_x, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        moved_y = cv2.remap(shift_y, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        at_x, at_y = x - moved_x / COARSE, y - moved_y / COARSE
    full_y, full_x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    return (
        full_x + COARSE * cv2.resize(at_x - x, (WIDTH, HEIGHT)),
        full_y + COARSE * cv2.resize(at_y - y, (WIDTH, HEIGHT)),
    )


def turn_of(yaw: float, pitch: float, roll: float) -> Values:
    """The turn as a matrix on (right, down, towards the viewer)."""
    a, b, c = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    about_z = np.array([[np.cos(c), np.sin(c), 0], [-np.sin(c), np.cos(c), 0], [0, 0, 1]])
    turn: Values = about_z @ about_y @ about_x
    return turn


def shifts(r: Relief, yaw: float, pitch: float, roll: float) -> tuple[Values, Values]:
    """By how many pixels the turn moves each point of the portrait."""
    turn = turn_of(yaw, pitch, roll)
    moved_x = turn[0, 0] * r.x + turn[0, 1] * r.y + turn[0, 2] * r.depth - r.x
    moved_y = turn[1, 0] * r.x + turn[1, 1] * r.y + turn[1, 2] * r.depth - r.y
    return (r.share * moved_x).astype(np.float32), (r.share * moved_y).astype(np.float32)


@lru_cache(maxsize=16)
def relief(person: Portrait) -> Relief:
    landmarks = person.landmarks[:LANDMARKS]
    chin_y = landmarks[CHIN, 1]
    face_height = chin_y - landmarks[10, 1]
    y, x = np.mgrid[0:HEIGHT:COARSE, 0:WIDTH:COARSE].astype(np.float64)
    depth = depth_of_head(person, x, y, chin_y)
    joint_x = landmarks[list(EARS), 0].mean()
    joint_y = chin_y - 0.1 * face_height
    joint_depth = -landmarks[list(EARS), 2].mean() - 0.1 * face_height
    # The neck follows the head less and less, down to the collar.
    neck = np.clip((chin_y + 0.16 * face_height - y) / (0.26 * face_height), 0, 1)
    share = cv2.GaussianBlur(neck * neck * (3 - 2 * neck), (0, 0), 2)
    near_head = cv2.dilate(head_mask(person, chin_y), np.ones((41, 41), np.uint8))
    share *= cv2.GaussianBlur(near_head.astype(np.float32), (0, 0), 8)[::COARSE, ::COARSE]
    joint = (float(joint_x), float(joint_y), float(joint_depth))
    return Relief(x - joint_x, y - joint_y, depth - joint_depth, share, joint)


def depth_of_head(person: Portrait, x: Values, y: Values, chin_y: float) -> Values:
    """The landmarks' depth within the face, falling to that of the ears at the outline of the hair."""
    landmarks = person.landmarks[:LANDMARKS]
    contours, _ = cv2.findContours(head_mask(person, chin_y), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    rim = max(contours, key=len)[::6, 0]
    ears = landmarks[list(EARS), 2].mean()
    places = np.vstack([landmarks[:, :2], rim])
    depths = np.concatenate([-landmarks[:, 2], np.full(len(rim), -ears)])
    total, weights = np.zeros_like(x), np.zeros_like(x)
    for (point_x, point_y), depth in zip(places, depths, strict=True):
        weight = 1 / ((x - point_x) ** 2 + (y - point_y) ** 2 + 1) ** 2
        total += weight * depth
        weights += weight
    smooth: Values = cv2.GaussianBlur(total / weights, (0, 0), 6 / COARSE)
    return smooth


def head_mask(person: Portrait, chin_y: float) -> Values:
    """Hair and face, without what the person wears beside the jaw."""
    landmarks = person.landmarks
    mask = (person.cover > 0.5).astype(np.uint8)
    ears_y = landmarks[list(EARS), 1].mean()
    mask[int(ears_y + 0.55 * (chin_y - ears_y)) :] = 0
    oval = cv2.convexHull(np.int32(landmarks[:LANDMARKS, :2]))
    cv2.fillConvexPoly(mask, oval, 1)
    return mask
