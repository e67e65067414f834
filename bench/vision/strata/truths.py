"""What is true of a clip in the words of the statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from fairview.proctoring.vision.gaze import AWAY_DOWN_DEG, AWAY_SIDEWAYS_DEG, AWAY_UP_DEG

from bench.vision.strata.clips import Clip, companion

# A look within so much of the angle at which it leaves the centre is neither here nor there: not scored.
EDGE = 0.25
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
    middle = centre(clip)
    for number, frame in enumerate(clip.truth["frames"]):
        since_ms = in_scene_ms(clip, number)
        people_stand = frame["scene"] == 0 or since_ms >= PEOPLE_MOVE_MS
        looks = frame["present"] and (frame["scene"] == 0 or since_ms >= LOOK_MOVES_MS)
        gaze = frame["gaze"]
        yield Moment(
            at_ms=clip.times_ms[number],
            presence=anybody(frame) if people_stand else None,
            faces=str(len(frame["faces"])) if people_stand else None,
            gaze=looked(gaze["direction"], middle) if looks and frame["closure"] < OPEN else None,
            eyes=lids(clip.script.scenes[frame["scene"]].closure) if looks else None,
            is_off_screen=not gaze["on_screen"] if looks and frame["closure"] < OPEN else None,
        )


def in_scene_ms(clip: Clip, number: int) -> float:
    first: int = clip.truth["scenes"][clip.truth["frames"][number]["scene"]]["first_frame"]
    return (number - first) * 1000 / clip.script.fps


def centre(clip: Clip) -> tuple[float, float]:
    """Where the person looked while the neutral was measured."""
    still = companion(clip)
    looks = [frame["gaze"]["direction"] for frame in still.truth["frames"][: still.still_frames]]
    return median(yaw for yaw, _ in looks), median(pitch for _, pitch in looks)


def looked(direction: tuple[float, float], middle: tuple[float, float]) -> str | None:
    aside = (direction[0] - middle[0]) / AWAY_SIDEWAYS_DEG
    up = direction[1] - middle[1]
    height = up / (AWAY_UP_DEG if up > 0 else AWAY_DOWN_DEG)
    reach = max(abs(aside), abs(height))
    if reach <= 1 - EDGE:
        return "centre"
    if reach < 1 + EDGE:
        return None
    if abs(aside) >= abs(height):
        return "left" if aside > 0 else "right"
    return "up" if height > 0 else "down"


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
        "gaze": looked(gaze["direction"], centre(clip)) if gaze else None,
    }


def objects(clip: Clip) -> set[str]:
    kinds = {one["kind"] for frame in clip.truth["frames"] for one in frame["objects"]}
    return {COUNTS_AS.get(kind, kind) for kind in kinds}
