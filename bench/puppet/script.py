"""What happens in a clip: scenes as written, and from them the truth of every frame.

People do not jump: the head turns within 0.4 s, the eyes within 0.13 s, someone walks in or out within 0.7 s.
Between scenes the frames follow that movement, and their labels with them. Angles are quantised, so that
equal poses are painted once.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Direction = Literal["centre", "left", "right", "up", "down"]

HEAD_S, EYES_S, WALK_S = 0.4, 0.13, 0.7
BLINK_S, BLINK_EVERY_S, FIRST_BLINK_S = 0.15, 3.7, 2.2
AWAY = 10.0  # degrees of gaze from which a direction has a name


@dataclass(frozen=True)
class Scene:
    name: str
    seconds: float
    gaze: tuple[float, float] = (0, 0)  # yaw, pitch
    head: tuple[float, float, float] = (0, 0, 0)  # yaw, pitch, roll
    closure: float = 0  # 1 = eyes shut
    is_present: bool = True
    has_company: bool = False  # a second person behind
    light: float = 1  # factor
    distance: float = 1  # factor

    @property
    def faces(self) -> int:
        return int(self.is_present) + int(self.has_company)

    @property
    def direction(self) -> Direction:
        """Where the person looks, in the person's own left and right."""
        yaw, pitch = self.gaze[0] + self.head[0], self.gaze[1] + self.head[1]
        if max(abs(yaw), abs(pitch)) < AWAY:
            return "centre"
        if abs(yaw) >= abs(pitch):
            return "left" if yaw > 0 else "right"
        return "up" if pitch > 0 else "down"


@dataclass(frozen=True)
class Script:
    name: str
    scenes: tuple[Scene, ...]
    fps: int = 15
    has_blinks: bool = True
    sway: float = 1  # largest natural movement of the head, degrees

    @property
    def frames(self) -> int:
        return sum(round(scene.seconds * self.fps) for scene in self.scenes)


@dataclass(frozen=True)
class Pose:
    """What is painted: all that makes two frames look alike."""

    gaze_yaw: float
    gaze_pitch: float
    closure: float
    head_yaw: float
    head_pitch: float
    head_roll: float
    distance: float
    away: float  # 0 = at the desk, 1 = out of the picture
    company: float  # 0 = alone, 1 = the second person stands behind
    light: float


@dataclass(frozen=True)
class Moment:
    frame: int
    scene: int
    pose: Pose


def moments(script: Script) -> Iterator[Moment]:
    """Every frame of the script. The first scene starts settled, as if it had always been so."""
    frame = 0
    before = script.scenes[0]
    for number, scene in enumerate(script.scenes):
        for k in range(round(scene.seconds * script.fps)):
            yield Moment(frame, number, pose(script, before, scene, k / script.fps, frame / script.fps))
            frame += 1
        before = scene


def pose(script: Script, before: Scene, scene: Scene, since_s: float, at_s: float) -> Pose:
    eyes, head, walk = (eased(since_s / length) for length in (EYES_S, HEAD_S, WALK_S))
    swayed = [
        between(old, new, head) + script.sway * weight * wave
        for old, new, weight, wave in zip(before.head, scene.head, (1, 0.6, 0.4), waves(at_s), strict=True)
    ]
    closure = between(before.closure, scene.closure, eyes)
    if script.has_blinks:
        closure = max(closure, blink(at_s))
    return Pose(
        gaze_yaw=stepped(between(before.gaze[0], scene.gaze[0], eyes), 1),
        gaze_pitch=stepped(between(before.gaze[1], scene.gaze[1], eyes), 1),
        closure=stepped(closure, 0.25),
        head_yaw=stepped(swayed[0], 0.25),
        head_pitch=stepped(swayed[1], 0.25),
        head_roll=stepped(swayed[2], 0.25),
        distance=stepped(between(before.distance, scene.distance, head), 0.02),
        away=stepped(between(not before.is_present, not scene.is_present, walk), 0.05),
        company=stepped(between(before.has_company, scene.has_company, walk), 0.05),
        light=stepped(between(before.light, scene.light, head), 0.02),
    )


def waves(at_s: float) -> tuple[float, float, float]:
    """Slow, never quite repeating movement for yaw, pitch and roll, within −1…1."""
    return (
        0.6 * math.sin(at_s * 0.83) + 0.4 * math.sin(at_s * 1.9 + 1),
        0.6 * math.sin(at_s * 0.67 + 2) + 0.4 * math.sin(at_s * 1.5),
        0.6 * math.sin(at_s * 0.51 + 4) + 0.4 * math.sin(at_s * 1.2 + 3),
    )


def blink(at_s: float) -> float:
    since = (at_s - FIRST_BLINK_S) % BLINK_EVERY_S
    return math.sin(math.pi * (since + 0.02) / (BLINK_S + 0.04)) if since <= BLINK_S else 0


def eased(share: float) -> float:
    share = min(max(share, 0), 1)
    return share * share * (3 - 2 * share)


def between(old: float, new: float, share: float) -> float:
    return old + (new - old) * share


def stepped(value: float, step: float) -> float:
    return round(round(value / step) * step, 3)
