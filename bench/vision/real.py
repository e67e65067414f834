"""`python -m bench.vision.real`: a real person's glance, and people counted in pictures.

The clip and two of the pictures are in `../shared/data`, and left out with a word where that is absent.
Further groups are composed of the puppet's portraits; the pictures without a face ship with scikit-image.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from fairview.proctoring.vision.contracts import FaceReading, Reading
from fairview.proctoring.vision.pictures import STILL_SIDE, taken
from fairview.proctoring.vision.reader import FaceReader
from skimage import data

from bench.vision.cameras import DATA, FPS, Picture, clip_pictures
from bench.vision.peers.score import d_prime
from bench.vision.strata.clips import every_clip
from bench.vision.strata.python_side import loaded, neutral_of, stated
from bench.vision.strata.table import markdown

# Every so many frames of the clip are read.
STEP = 3
NEUTRAL_S = 3
# Seconds of the clip, and where the person looks as the viewer sees it. The movement between is left out.
LOOKS = (("centre", 0, 5.2), ("right", 6, 10), ("centre", 11, 15))
PORTRAITS = ("collins", "hopper", "mirrored")
STILL = "gaze-look_at960_540-{}"
GROUPS, SEED = 12, 4
# A wall of so many by so many people, and how small one may be in their place.
WALLS, SMALLEST = (2, 3), 0.55
WALL = (1280, 960)
FACELESS = (
    *(
        "brick",
        "cell",
        "chelsea",
        "checkerboard",
        "clock",
        "coffee",
        "coins",
        "colorwheel",
        "grass",
        "gravel",
    ),
    *(
        "hubble_deep_field",
        "immunohistochemistry",
        "logo",
        "microaneurysms",
        "moon",
        "page",
        "retina",
        "rocket",
    ),
    "text",
)


@dataclass(frozen=True)
class Counted:
    name: str
    people: int
    found: int


def main() -> None:
    if DATA.exists():
        print(f"## A real glance\n\n{glance()}\n")
    else:
        print("../shared/data is not on this machine: no real clip, no real group", file=sys.stderr)
    print(f"## People counted\n\n{people([*real_groups(), *composed_groups(), *faceless()])}")


def glance() -> str:
    """Both ways: the clip as it is, and mirrored."""
    clip = DATA / "clips" / "center_right_center.mp4"
    shown = list(clip_pictures(clip, cv2.ROTATE_90_CLOCKWISE))[::STEP]
    sides = {"as it is": shown, "mirrored": [np.ascontiguousarray(one[:, ::-1]) for one in shown]}
    head = ("", "d′ of the iris ratio, without calibration", "said while at the centre", "during the glance")
    return markdown(head, [glance_row(name, read(pictures)) for name, pictures in sides.items()])


def read(pictures: Sequence[Picture]) -> list[Reading]:
    reader = FaceReader(loaded().models)
    return [reader.read(taken(one)[0], k * STEP * 1000 / FPS) for k, one in enumerate(pictures)]


def glance_row(name: str, readings: Sequence[Reading]) -> list[str]:
    apart = d_prime(*([face.iris_x for face in faces(readings, look)] for look in ("centre", "right")))
    neutral = neutral_of([one for one in readings if one.at_ms <= NEUTRAL_S * 1000])
    told = [one for one in stated(readings, neutral) if one.observed == "gaze"]
    said = [sorted({one.value for one in told if is_during(one.at_ms, look)}) for look in ("centre", "right")]
    return [name, f"{apart:.1f}" if apart else "–", *(", ".join(values) for values in said)]


def faces(readings: Sequence[Reading], look: str) -> list[FaceReading]:
    return [one.face for one in readings if one.face and is_during(one.at_ms, look)]


def is_during(at_ms: float, look: str) -> bool:
    return any(name == look and start <= at_ms / 1000 < end for name, start, end in LOOKS)


def people(pictures: Sequence[Counted]) -> str:
    """Where fewer are found than there are, the rest is missed; where more are, the rest is false."""
    rows = []
    for kind in dict.fromkeys(one.name for one in pictures):
        mine = [one for one in pictures if one.name == kind]
        true = sum(one.people for one in mine)
        found = sum(min(one.found, one.people) for one in mine)
        extra = sum(max(one.found - one.people, 0) for one in mine)
        rows.append([kind, str(len(mine)), str(true), f"{found / true:.3f}" if true else "–", str(extra)])
    return markdown(("", "pictures", "people", "recall", "false faces"), rows)


def real_groups() -> Iterator[Counted]:
    if DATA.exists():
        for name, there in (("three_people", 3), ("portrait", 1)):
            picture = np.asarray(cv2.imread(str(DATA / "images" / f"{name}.jpg")), np.uint8)
            yield Counted("real", there, count(picture))


def composed_groups() -> Iterator[Counted]:
    """The portraits side by side, as in a call's tiles, each in a size of its own."""
    chance = np.random.default_rng(SEED)
    portraits = [next(every_clip()[STILL.format(name)].pictures())[..., ::-1] for name in PORTRAITS]
    for side in WALLS:
        for _ in range(GROUPS):
            people = [portraits[k] for k in chance.integers(len(portraits), size=side * side)]
            yield Counted(f"composed, {side} × {side}", len(people), count(wall_of(people, side, chance)))


def wall_of(people: Sequence[Picture], side: int, chance: np.random.Generator) -> Picture:
    wall = np.full((WALL[1], WALL[0], 3), 90, np.uint8)
    across, down = (whole // side for whole in WALL)
    for place, portrait in enumerate(people):
        share = float(chance.uniform(SMALLEST, 1))
        size = (round(across * share), round(down * share))
        left, top = place % side * across, place // side * down
        smaller = cv2.resize(portrait, size, interpolation=cv2.INTER_AREA)
        wall[top : top + size[1], left : left + size[0]] = smaller
    return wall


def faceless() -> Iterator[Counted]:
    for name in FACELESS:
        picture = getattr(data, name)()
        colour = np.dstack([picture] * 3) if picture.ndim == 2 else picture[..., :3]
        yield Counted("without a face", 0, count(np.ascontiguousarray(colour, np.uint8)))


def count(picture: Picture) -> int:
    """As `fairview proctor analyze` counts in a picture."""
    return FaceReader(loaded().models, is_thorough=True).read(taken(picture, STILL_SIDE)[0], 0).faces


if __name__ == "__main__":
    main()
