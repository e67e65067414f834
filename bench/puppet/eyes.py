"""Eyes that look where they are told, painted onto the portrait at six times its size and scaled down.

An eyeball of 12 mm carries an iris of 5.9 mm (both radii), so an angle moves the iris by
`12/5.9 × its radius × sin`.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from bench.puppet.landmarks import Points
from bench.puppet.picture import Picture, Values, as_picture
from bench.puppet.portrait import Portrait, portrait

ENLARGED = 6
MARGIN = 10
EYEBALL_PER_IRIS = 12 / 5.9
SCLERA, IRIS, PUPIL, LASHES = (205, 196, 190), (82, 62, 48), (20, 18, 18), (60, 45, 40)

# The eye's outline: along the lower lid from the outer corner to the inner one, and back along the upper lid.
OUTLINES = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
)
IRIS_CENTRES = (468, 473)
LOWER, INNER_CORNER, UPPER = slice(1, 8), 8, slice(9, 16)


@dataclass(frozen=True, eq=False)
class Socket:
    """Where an eye is painted: enlarged pixels, measured from the corner of its patch."""

    left: int
    top: int
    patch: Values
    outline: Points
    iris_radius: float
    white: float


def with_gaze(
    yaw: float, pitch: float, closure: float, person: Portrait | None = None, lower_lid: float = 0
) -> Picture:
    """The portrait, looking yaw and pitch degrees away from straight ahead, eyes closed by 0..1.

    The lower lids sink by `lower_lid` radii of the iris.
    """
    person = person or portrait()
    picture = person.picture.copy()
    eyes = painted_eyes(person, yaw, pitch, closure, lower_lid)
    for socket, eye in zip(sockets(person), eyes, strict=True):
        height, width = eye.shape[:2]
        picture[socket.top : socket.top + height, socket.left : socket.left + width] = eye
    return picture


@lru_cache(maxsize=512)
def painted_eyes(
    person: Portrait, yaw: float, pitch: float, closure: float, lower_lid: float
) -> list[Picture]:
    return [painted(socket, yaw, pitch, closure, lower_lid) for socket in sockets(person)]


@lru_cache(maxsize=16)
def sockets(person: Portrait) -> list[Socket]:
    landmarks = person.landmarks[:, :2]
    return [
        emptied_socket(person, landmarks[list(outline)], landmarks[iris : iris + 5])
        for outline, iris in zip(OUTLINES, IRIS_CENTRES, strict=True)
    ]


def emptied_socket(person: Portrait, outline: Points, iris: Points) -> Socket:
    """The eye's surroundings with skin where the eye was."""
    left, top = np.floor(outline.min(axis=0) - MARGIN).astype(int)
    right, bottom = np.ceil(outline.max(axis=0) + MARGIN).astype(int)
    patch = person.picture[top:bottom, left:right]
    patch = cv2.resize(patch, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC)
    inside = (outline - [left, top]) * ENLARGED
    # Lashes and their shadow reach above the eye; left in, they would darken the closed lid.
    opening = cv2.dilate(filled(patch.shape, inside), np.ones((8 * ENLARGED, 4 * ENLARGED)))
    skin = cv2.inpaint(patch, opening, 3, cv2.INPAINT_TELEA).astype(np.float32)
    skin = cv2.GaussianBlur(skin, (0, 0), ENLARGED)
    seam = softened(opening, 0.6)
    radius = float(np.linalg.norm(iris[1:] - iris[0], axis=1).mean()) * ENLARGED
    return Socket(int(left), int(top), patch * (1 - seam) + skin * seam, inside, radius, person.eye_white)


def painted(socket: Socket, yaw: float, pitch: float, closure: float, lower_lid: float) -> Picture:
    outline = closed_outline(sunk_outline(socket.outline, lower_lid * socket.iris_radius), closure)
    opening = softened(filled(socket.patch.shape, outline), 0.5)
    picture = socket.patch * (1 - opening) + eyeball(socket, outline, yaw, pitch) * opening
    lashes = np.int32(np.vstack([outline[INNER_CORNER], outline[UPPER], outline[0]]))
    line = np.zeros(picture.shape[:2], np.uint8)
    cv2.polylines(line, [lashes], False, 255, ENLARGED + 1, cv2.LINE_AA)
    strength = (0.55 + 0.35 * closure) * softened(line, 0.35)
    picture = picture * (1 - strength) + np.array(LASHES) * strength
    height, width = picture.shape[0] // ENLARGED, picture.shape[1] // ENLARGED
    return as_picture(cv2.resize(picture.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA))


def sunk_outline(outline: Points, by: float) -> Points:
    """The lower lid hangs lower, most in its middle."""
    sunk = outline.copy()
    sunk[LOWER, 1] += by * np.sin(np.linspace(0, np.pi, len(outline[LOWER]) + 2))[1:-1]
    return sunk


def closed_outline(outline: Points, closure: float) -> Points:
    """The upper lid moves down to the lower one."""
    moved = outline.copy()
    lower = outline[LOWER][np.argsort(outline[LOWER, 0])]
    below = np.interp(outline[UPPER, 0], lower[:, 0], lower[:, 1])
    moved[UPPER, 1] = outline[UPPER, 1] * (1 - closure) + below * closure
    return moved


def eyeball(socket: Socket, outline: Points, yaw: float, pitch: float) -> Values:
    height, width = socket.patch.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = socket.iris_radius
    middle_x = socket.outline[[0, INNER_CORNER], 0].mean()
    middle_y = socket.outline[:, 1].mean() * 0.6 + socket.outline[[0, INNER_CORNER], 1].mean() * 0.4
    iris_x = middle_x + EYEBALL_PER_IRIS * radius * np.sin(np.radians(yaw))
    iris_y = middle_y - EYEBALL_PER_IRIS * radius * np.sin(np.radians(pitch)) - 0.05 * radius
    across, down = (x - iris_x) / np.cos(np.radians(yaw)), (y - iris_y) / np.cos(np.radians(pitch))
    distance = np.hypot(across, down)[..., None]

    darker_sides = 1 - 0.25 * np.clip(np.abs(x - middle_x) / (width * 0.35), 0, 1)[..., None] ** 2
    picture = socket.white * np.array(SCLERA) * darker_sides
    picture = over(
        picture, np.array(IRIS) * (0.8 + 0.4 * np.clip(distance / radius, 0, 1)), distance, radius, 0.12
    )
    picture = over(picture, np.array(PUPIL), distance, 0.42 * radius, 0.1)
    spot = np.hypot(x - iris_x - 0.3 * radius, y - iris_y + 0.35 * radius) / (0.13 * radius)
    highlight = np.exp(-(spot**2) / 2)[..., None]
    picture = picture * (1 - highlight) + 245 * highlight
    lid_shadow = np.clip(1 - (y - outline[UPPER, 1].min()) / (0.5 * radius), 0, 1)[..., None]
    shaded: Values = picture * (1 - 0.45 * lid_shadow)
    return shaded


def over(picture: Values, colour: Values, distance: Values, radius: float, softness: float) -> Values:
    """A disc over the picture; its edge is softened by a share of the radius."""
    share = np.clip((radius - distance) / (softness * radius), 0, 1)
    return picture * (1 - share) + colour * share


def filled(shape: tuple[int, ...], outline: Points) -> Picture:
    mask = np.zeros(shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.int32(outline)], 255)
    return mask


def softened(mask: Picture, reach: float) -> Values:
    """0..1 with one channel; the edge is blurred by `reach` pixels of the final picture."""
    blurred: Values = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), ENLARGED * reach)[..., None]
    return blurred
