"""What is true of a clip in the words of the statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.puppet.studio.screen import Screen, direction
from bench.vision.strata.clips import Clip

# A look beside the screen by less than this, degrees, is neither here nor there: not scored.
EDGE_DEG = 4
# Eyes jump, heads turn, people walk in: what a frame shows then is not scored.
LOOK_MOVES_MS, PEOPLE_MOVE_MS = 300, 800
OPEN, SHUT = 0.2, 0.9
COUNTS_AS = {"second_screen": "device"}


@dataclass(frozen=True)
class Moment:
    """One frame. None: not scored."""

    at_ms: float
    presence: str | None
    faces: str | None
    gaze: str | None
    eyes: str | None
    is_off_screen: bool | None


@dataclass(frozen=True)
class Change:
    observed: str
    value: str
    at_ms: float
    until_ms: float
    """Until something else is true."""


def moments(clip: Clip) -> Iterator[Moment]:
    screen = clip.script.screen.screen()
    for number, frame in enumerate(clip.truth["frames"]):
        since_ms = in_scene_ms(clip, number)
        people_stand = frame["scene"] == 0 or since_ms >= PEOPLE_MOVE_MS
        looks = frame["present"] and (frame["scene"] == 0 or since_ms >= LOOK_MOVES_MS)
        gaze = frame["gaze"]
        yield Moment(
            at_ms=clip.times_ms[number],
            presence=anybody(frame) if people_stand else None,
            faces=str(len(frame["faces"])) if people_stand else None,
            gaze=looked(gaze, screen) if looks and frame["closure"] < OPEN else None,
            eyes=lids(clip.script.scenes[frame["scene"]].closure) if looks else None,
            is_off_screen=not gaze["on_screen"] if looks and frame["closure"] < OPEN else None,
        )


def in_scene_ms(clip: Clip, number: int) -> float:
    first: int = clip.truth["scenes"][clip.truth["frames"][number]["scene"]]["first_frame"]
    return (number - first) * 1000 / clip.script.fps


def looked(gaze: dict[str, Any], screen: Screen) -> str | None:
    """By the screen, whatever the product calls away: at it, or beside which edge. Nothing near an edge."""
    if gaze["on_screen"]:
        return "centre"
    eyes, point = np.array(gaze["eyes_mm"]), gaze["point"]
    nearest = tuple(min(max(at, 0), whole) for at, whole in zip(point, screen.pixels, strict=True))
    (yaw, pitch), (edge_yaw, edge_pitch) = (direction(screen.place(at), eyes) for at in (point, nearest))
    aside, up = yaw - edge_yaw, pitch - edge_pitch
    if max(abs(aside), abs(up)) < EDGE_DEG:
        return None
    if abs(aside) >= abs(up):
        return "left" if aside > 0 else "right"
    return "up" if up > 0 else "down"


def anybody(frame: dict[str, Any]) -> str:
    """Whoever it is: the product does not know the candidate from others."""
    return "present" if frame["faces"] else "absent"


def lids(closure: float) -> str | None:
    """As the scene has it: a blink is not shut eyes."""
    return "open" if closure <= OPEN else "closed" if closure >= SHUT else None


def changes(clip: Clip) -> Iterator[Change]:
    """Where a scene begins in which something else holds than in the one before."""
    frames, scenes = clip.truth["frames"], clip.truth["scenes"]
    settled = [scene_truth(clip, frames[scene["end_frame"] - 1]) for scene in scenes]
    for number in range(1, len(scenes)):
        for observed, value in settled[number].items():
            if value and settled[number - 1][observed] not in (None, value):
                begins, ends = (scenes[number][edge] for edge in ("first_frame", "end_frame"))
                yield Change(observed, value, *(at * 1000 / clip.script.fps for at in (begins, ends)))


def scene_truth(clip: Clip, frame: dict[str, Any]) -> dict[str, str | None]:
    gaze = frame["gaze"]
    return {
        "presence": anybody(frame),
        "faces": str(len(frame["faces"])),
        "gaze": looked(gaze, clip.script.screen.screen()) if gaze else None,
    }


def objects(clip: Clip) -> set[str]:
    kinds = {one["kind"] for frame in clip.truth["frames"] for one in frame["objects"]}
    return {COUNTS_AS.get(kind, kind) for kind in kinds}
