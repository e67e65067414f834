"""`python -m bench.vision.twins` draws the questions anew; the answers must then be recorded anew."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from bench.puppet.picture import Picture
from bench.puppet.script import Pose
from bench.puppet.stage import clean
from bench.puppet.studio.files import pictures
from bench.puppet.studio.language import ClipText
from bench.vision.twins import gaze

HERE = Path(__file__).parent
SIZE = (320, 240)
CALM = Pose(0, 0, 0, 0, 0, 0, distance=1, away=0, company=0, light=1)
POSES = {
    "1-calm": CALM,
    "2-turned": replace(CALM, head_yaw=12, head_pitch=-6, head_roll=8, gaze_yaw=15),
    "3-company": replace(CALM, company=1, gaze_pitch=8, closure=0.5),
    "4-dim": replace(CALM, distance=1.6, light=0.4),
    "5-nobody": replace(CALM, away=1),
}
PHONE = ClipText.model_validate(
    {"name": "phone", "portrait": "hopper", "scenes": [{"seconds": 1, "phone": "hand"}]}
)

STEP_MS = 97
CENTRE = {
    "yaw": 2.0,
    "pitch": -4.0,
    "irisX": 0.5,
    "irisY": -0.06,
    "eyesOpen": 0.28,
    "roll": 1.0,
    "score": 0.98,
}
NOISE = {
    "yaw": 0.4,
    "pitch": 0.4,
    "irisX": 0.003,
    "irisY": 0.003,
    "eyesOpen": 0.01,
    "roll": 0.2,
    "score": 0.01,
}
BOX = {"x": 200, "y": 120, "width": 200, "height": 240}
# What lasts so many readings: shifts of the face from its centre, or a word.
SCENES: tuple[tuple[int, dict[str, float] | str], ...] = (
    (45, {}),
    (20, {"irisX": 0.11}),
    (12, {}),
    (20, {"irisX": -0.09}),
    (12, {"irisX": 0.055}),
    (20, {"irisY": 0.045}),
    (10, {}),
    (20, {"irisY": -0.04, "pitch": 3}),
    (3, {"eyesOpen": -0.2}),
    (12, {}),
    (15, {"eyesOpen": -0.16}),
    (12, {}),
    (25, {"yaw": 20, "irisX": -0.09}),
    (25, {"yaw": -25}),
    (2, {"irisX": 0.12}),
    (12, {}),
    (3, "absent"),
    (10, {}),
    (18, "absent"),
    (16, "company"),
    (12, {}),
    (1, "gap"),
    (25, {"yaw": 3, "pitch": -3, "irisX": 0.01}),
    (1, "absent"),
    (14, {}),
    (70, {"irisX": 0.02}),
    (14, {"irisX": 0.07}),
    (20, {}),
    (32, {"eyesOpen": -0.16}),
    (30, {}),
    (12, {"eyesOpen": -0.16, "pitch": -20}),
    *((2, {"eyesOpen": -0.16}), (40, {})) * 6,
)


def as_seen(face: dict[str, float]) -> dict[str, Any]:
    """What else a reading says of such a face."""
    eye = {"irisX": face["irisX"], "irisY": face["irisY"], "open": face["eyesOpen"]}
    return {
        **{"eyes": [eye, eye], "at": {"x": 300, "y": 200}, "irisWidth": 12, "mouthOpen": 0.02},
        **{"light": gaze.LIGHT, "box": BOX},
    }


def readings() -> Iterator[dict[str, Any]]:
    chance = np.random.default_rng(11)
    at_ms = 0.0
    for length, scene in SCENES:
        for k in range(length):
            at_ms += STEP_MS + float(chance.uniform(-15, 15)) + (2500 if scene == "gap" else 0)
            counted = int(at_ms / 500) != int((at_ms - STEP_MS) / 500) or (scene == "company" and k < 3)
            reading = {"atMs": round(at_ms, 2), "counted": counted, "width": 640, "height": 480}
            reading |= {"light": 110, "costMs": 12}
            if scene == "absent":
                yield reading | {"faces": 0, "missed": round(float(chance.uniform(0, 0.4)), 4)}
                continue
            shift = scene if isinstance(scene, dict) else {}
            face: dict[str, Any] = {
                part: round(centre + shift.get(part, 0) + float(chance.normal(0, NOISE[part])), 5)
                for part, centre in CENTRE.items()
            }
            face |= as_seen(face)
            company = {"faces": 2, "othersScore": 0.9} if scene == "company" and k else {"faces": 1}
            yield reading | company | {"face": face}


def write_picture(path: Path, picture: Picture) -> None:
    """Without a filter of rows a PNG is a header and an inflated array: anybody reads it in ten lines."""
    small = cv2.resize(picture, SIZE, interpolation=cv2.INTER_AREA)[..., ::-1]
    options = [cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_NONE, cv2.IMWRITE_PNG_COMPRESSION, 9]
    path.parent.mkdir(exist_ok=True)
    cv2.imwrite(str(path), small, options)


def main() -> None:
    for name, pose in POSES.items():
        write_picture(HERE / f"{name}.png", clean(pose))
    write_picture(HERE / "objects" / "phone.png", next(pictures(PHONE)))
    lines = ",\n".join(json.dumps(reading) for reading in readings())
    (HERE / "readings.json").write_text(f"[\n{lines}\n]\n")
    (HERE / "gaze.json").write_text(json.dumps(gaze.questions(), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
