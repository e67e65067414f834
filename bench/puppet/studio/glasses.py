"""Glasses: a rim that darkens the skin behind it, and in the lenses, on demand, the light of a window.

Measured in the distance between the eyes, from their middle, along the line between them.
"""

import numpy as np

from bench.puppet.eyes import OUTLINES
from bench.puppet.landmarks import Points
from bench.puppet.picture import Picture, Values
from bench.puppet.studio.brush import laid, line, rounded, shape

RIM = (46, 34, 30)
LENS = (0.13, -0.27, 0.86, 0.33)  # left, top, right, bottom of the right one in the picture
CORNER, THICK = 0.24, 0.045
BRIDGE = ((-0.13, -0.06), (-0.07, -0.1), (0.07, -0.1), (0.13, -0.06))
PANES = (
    ((0.24, -0.22), (0.52, -0.22), (0.4, 0.22), (0.16, 0.22)),
    ((0.57, -0.22), (0.72, -0.22), (0.6, 0.26), (0.45, 0.26)),
)
EARS = (234, 454)
TINT, WINDOW = (225, 235, 240), (236, 244, 252)


def worn(picture: Picture, landmarks: Points, reflecting: bool) -> Picture:
    size = (picture.shape[0], picture.shape[1])
    place, unit = frame_of(landmarks)
    lenses = [place(np.array([side, 1]) * rounded(*LENS, CORNER)) for side in (-1, 1)]
    rims = [line(size, np.vstack([lens, lens[:1]]), THICK * unit) for lens in lenses]
    rims.append(line(size, place(np.array(BRIDGE)), THICK * unit))
    for lens, ear in zip(lenses, EARS, strict=True):
        hinge = lens[np.argmax(np.abs(lens[:, 0] - landmarks[6, 0]))] - [0, 0.12 * unit]
        rims.append(line(size, np.array([hinge, landmarks[ear, :2] - [0, 0.08 * unit]]), 0.8 * THICK * unit))
    rim = np.max(rims, axis=0)
    shadow = np.roll(rim, round(0.05 * unit), axis=0)
    picture = laid(picture, picture * 0.72, shadow * 0.6)
    glass = np.max([shape(size, lens) for lens in lenses], axis=0)
    picture = laid(picture, TINT, glass * 0.06)
    if reflecting:
        # A window stands on the same side of both lenses.
        panes = [
            shape(size, place(np.array(pane) + np.array([shift, 0])), 1.2)
            for pane in PANES
            for shift in (0, -1)
        ]
        picture = laid(picture, WINDOW, np.max(panes, axis=0) * glass * 0.72)
    picture = laid(picture, RIM, rim * 0.95)
    gloss = np.roll(rim, -1, axis=0) * np.clip(rim - shadow, 0, 1)
    return laid(picture, (150, 140, 135), gloss * 0.3)


def frame_of(landmarks: Points) -> tuple["Place", float]:
    right, left = (landmarks[list(outline), :2].mean(axis=0) for outline in OUTLINES)
    return Place((right + left) / 2, left - right), float(np.linalg.norm(left - right))


class Place:
    """Takes units along and down from the line between the eyes to pixels."""

    def __init__(self, middle: Values, along: Values) -> None:
        self.middle = middle
        self.axes = np.array([along, [-along[1], along[0]]])

    def __call__(self, points: Values) -> Values:
        placed: Values = self.middle + points @ self.axes
        return placed
