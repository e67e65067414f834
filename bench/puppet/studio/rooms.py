"""What is behind the person: drawn rooms, out of focus as a camera sees them, and a second screen."""

from functools import lru_cache

import cv2
import numpy as np

from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values, as_picture
from bench.puppet.portrait import Name, portrait
from bench.puppet.studio.brush import Colour, grain, laid, line, rounded, shape

SIZE = (HEIGHT, WIDTH)
DESK: Colour = (176, 138, 102)
SCREEN = (440.0, 96.0, 618.0, 204.0)  # left, top, right, bottom of the second screen
HILLS = ((110, 330), (250, 300), (400, 322), (530, 296), (530, 400), (110, 400))
BARS = (
    (104, 18, 116, 406),
    (314, 18, 326, 406),
    (524, 18, 536, 406),
    (104, 18, 536, 30),
    (96, 396, 544, 412),
)
BOOKS: tuple[Colour, ...] = (
    (142, 62, 52), (58, 84, 112), (196, 172, 128), (74, 96, 74), (118, 108, 98), (176, 124, 62), (86, 62, 92),
)  # fmt: skip


@lru_cache(maxsize=16)
def room(name: str, owner: Name, seed: int) -> Picture:
    if name == "own":
        return portrait(owner).room
    picture = {"plain": plain, "office": office, "shelf": shelf, "window": window}[name](seed)
    blurred = cv2.GaussianBlur(picture, (0, 0), 2.4 if name != "plain" else 1)
    return as_picture(blurred + grain(SIZE, seed + 7, 0.8, 1.2)[..., None])


def wall(top: Colour, bottom: Colour) -> Picture:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    down = (y / HEIGHT)[..., None]
    light = 1.05 - 0.16 * ((x / WIDTH - 0.3) ** 2 + (y / HEIGHT - 0.2) ** 2)[..., None]
    return as_picture((np.array(top) * (1 - down) + np.array(bottom) * down) * light)


def plain(_: int) -> Picture:
    return wall((208, 206, 200), (178, 174, 168))


def office(seed: int) -> Picture:
    """A wall with a picture, a plant and a low cupboard."""
    picture = wall((214, 208, 198), (190, 182, 172))
    picture = block(picture, (46, 62, 176, 168), (92, 70, 52))
    picture = block(picture, (54, 70, 168, 160), (236, 232, 222))
    picture = block(picture, (66, 92, 156, 150), (124, 150, 158))
    picture = laid(picture, (206, 158, 104), shape(SIZE, rounded(112, 100, 142, 130, 15)))
    picture = block(picture, (0, 372, WIDTH, HEIGHT), (150, 116, 84))
    picture = block(picture, (0, 366, WIDTH, 374), (178, 142, 106))
    picture = block(picture, (556, 310, 606, 370), (196, 120, 88))
    random = np.random.default_rng(seed + 3)
    for _ in range(26):
        angle, long = random.uniform(-1.15, 1.15), random.uniform(50, 105)
        tip = (581 + long * np.sin(angle), 312 - long * np.cos(angle))
        green = np.array([70, 112, 66]) * random.uniform(0.7, 1.2)
        picture = laid(picture, green, line(SIZE, np.array([(581, 312), tip]), random.uniform(5, 10), 1))
    return picture


def shelf(seed: int) -> Picture:
    picture = wall((122, 92, 68), (98, 74, 54))
    random = np.random.default_rng(seed + 5)
    for floor in (100, 214, 328, 442):
        x = 4.0
        while x < WIDTH:
            wide, high = random.uniform(11, 25), random.uniform(62, 92)
            colour = np.array(BOOKS[random.integers(len(BOOKS))]) * random.uniform(0.75, 1.15)
            if random.uniform() < 0.9:
                picture = block(picture, (x, floor - high, x + wide, floor), tuple(colour))
                picture = block(picture, (x + wide - 3, floor - high, x + wide, floor), tuple(colour * 0.7))
            x += wide + 1
        picture = block(picture, (0, floor, WIDTH, floor + 10), (164, 126, 92))
    return picture


def window(_: int) -> Picture:
    """A bright window over the whole middle, its frame and curtains."""
    picture = wall((168, 162, 152), (140, 132, 122))
    y = np.mgrid[0:HEIGHT, 0:WIDTH][0][..., None] / HEIGHT
    sky = np.array([214, 230, 246]) * (1 - y) + np.array([236, 240, 226]) * y
    picture = laid(picture, sky, shape(SIZE, rounded(110, 24, 530, 400, 2)))
    picture = laid(picture, (146, 170, 132), shape(SIZE, np.array(HILLS)))
    for bar in (
        (104, 18, 116, 406),
        (314, 18, 326, 406),
        (524, 18, 536, 406),
        (104, 18, 536, 30),
        (96, 396, 544, 412),
    ):
        picture = block(picture, bar, (240, 238, 232))
    for left in (30, 540):
        for fold in range(5):
            tone = (198, 186, 170) if fold % 2 else (180, 168, 152)
            picture = block(picture, (left + 14 * fold, 0, left + 14 * fold + 15, 440), tone)
    return picture


def with_second_screen(picture: Picture, share: float) -> Picture:
    """A monitor on the right behind the person, switched on by 0..1."""
    if share <= 0:
        return picture
    left, top, right, bottom = SCREEN
    drawn = block(picture, (516, bottom, 542, bottom + 34), (44, 45, 48))
    drawn = block(drawn, (488, bottom + 30, 572, bottom + 40), (50, 51, 54))
    drawn = laid(drawn, (26, 27, 30), shape(SIZE, rounded(left, top, right, bottom, 5)))
    drawn = block(drawn, (left + 6, top + 6, right - 6, bottom - 8), (226, 234, 244))
    drawn = block(drawn, (left + 6, top + 6, right - 6, top + 16), (66, 92, 142))
    drawn = block(drawn, (left + 14, top + 24, left + 56, bottom - 18), (190, 204, 222))
    for row in range(7):
        long = (96, 84, 100, 60, 92, 76, 40)[row]
        y = top + 26 + 9 * row
        drawn = block(drawn, (left + 64, y, left + 64 + long, y + 4), (96, 110, 130))
    drawn = as_picture(cv2.GaussianBlur(drawn, (0, 0), 1.1))
    glow = cv2.GaussianBlur(shape(SIZE, rounded(*SCREEN, 5)), (0, 0), 18) * 0.15
    drawn = laid(drawn, (226, 236, 250), glow)
    near = cv2.dilate(shape(SIZE, rounded(left, top, right, bottom + 42, 5)), np.ones((61, 61)))
    return laid(picture, drawn, cv2.GaussianBlur(near, (0, 0), 8) * share)


def with_desk(picture: Picture, top: float, light: float) -> Picture:
    """A table in front of who sits back from the camera."""
    if top >= HEIGHT:
        return picture
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    veins = (
        1 + 0.035 * np.sin(0.9 * y + 2.2 * np.sin(x / 90) + 1.5 * np.sin(x / 31)) - 0.12 * (y - top) / HEIGHT
    )
    wood = np.array(DESK) * light * veins[..., None]
    desk = shape(
        SIZE, np.array([(-9, top - 2), (WIDTH + 9, top - 2), (WIDTH + 9, HEIGHT + 9), (-9, HEIGHT + 9)])
    )
    picture = laid(picture, picture * 0.6, np.roll(desk, -5, axis=0) * 0.5)
    picture = laid(picture, wood, desk)
    rim = line(SIZE, np.array([(-9, top), (WIDTH + 9, top)]), 2.5)
    return laid(picture, np.array(DESK) * light * 1.18, rim * 0.8)


def block(picture: Picture, box: tuple[float, ...], colour: Values | tuple[float, ...]) -> Picture:
    left, top, right, bottom = box
    outline = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    return laid(picture, np.asarray(colour), shape(SIZE, outline))
