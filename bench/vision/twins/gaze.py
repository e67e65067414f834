"""Somebody who looks at points and is then watched, in numbers that follow from where they look."""

from collections.abc import Iterator
from typing import Any

import numpy as np

SCREEN = {"width": 1600, "height": 900}
POINTS = [(x, y) for y in (-400, 0, 400) for x in (-720, 0, 720)]
READINGS, CELLS = 4, 45
STEP_MS = 80
# Where they look afterwards, for so many readings, and what they do at the end of it.
WATCHED: tuple[tuple[int, int, int, str], ...] = (
    (-500, 200, 12, ""),
    (300, -300, 12, "click"),
    (-100, 350, 10, "typing"),
    (1500, 0, 14, ""),
    (0, 0, 14, "click"),
    (100, 900, 12, ""),
    (600, 300, 12, ""),
)
FAR_HEAD = 4
MISSED_BY = 45
LIGHT = {"mean": 120, "contrast": 40, "sharpness": 0.1, "around": 110, "colour": [150, 115, 100]}


class Eyes:
    """How one person's head and eyes follow a point: a little of everything, and noise."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._cells = self._chance.normal(0, 0.6, (2 * CELLS, 2))

    def reading(self, x: float, y: float, at_ms: int, head: float = 1) -> dict[str, Any]:
        """`head`: how much more than usual it moves."""
        share = np.array([x / 800, y / 450])
        yaw, pitch, roll = (float(turn) for turn in self._chance.normal(0, 1.5 * head, 3))
        eye = {
            "irisX": 0.49 - 0.075 * share[0] - 0.0052 * yaw,
            "irisY": -0.05 + 0.02 * share[1],
            "open": 0.28 - 0.03 * share[1],
        }
        cells = np.tanh(self._cells @ share) + self._chance.normal(0, 0.05, 2 * CELLS)
        patches = [[round(float(cell), 3) for cell in half] for half in np.split(cells, 2)]
        eye = {name: round(float(value), 5) for name, value in eye.items()}
        face = {
            **{"score": 0.98, "box": {"x": 200, "y": 120, "width": 200, "height": 240}},
            **{"yaw": round(yaw, 3), "pitch": round(pitch, 3), "roll": round(roll, 3)},
            **{"irisX": eye["irisX"], "irisY": eye["irisY"], "eyesOpen": eye["open"]},
            "eyes": [eye | {"patch": patch} for patch in patches],
            **{"at": {"x": round(300 + 2 * yaw, 2), "y": 200}, "irisWidth": 12, "mouthOpen": 0.02},
            "light": LIGHT,
        }
        reading = {"atMs": at_ms, "counted": False, "width": 640, "height": 480, "light": 110, "costMs": 12}
        return reading | {"faces": 1, "face": face}


def questions() -> dict[str, Any]:
    eyes = Eyes(seed=5)
    looks = [
        {"point": {"x": x, "y": y}, "number": number, "reading": eyes.reading(x, y, 0)}
        for number, (x, y) in enumerate(POINTS)
        for _ in range(READINGS)
    ]
    return {"screen": SCREEN, "looks": looks, "watched": list(watched(eyes))}


def watched(eyes: Eyes) -> Iterator[dict[str, Any]]:
    at_ms = 0
    for index, (x, y, readings, work) in enumerate(WATCHED):
        for k in range(readings):
            at_ms += STEP_MS
            head = FAR_HEAD if index == len(WATCHED) - 1 else 1
            worked = {"kind": work, "x": x + MISSED_BY, "y": y} if work and k == readings - 1 else None
            yield {"reading": eyes.reading(x, y, at_ms, head), "worked": worked}
        at_ms += 20_000 if index == 0 else 0
