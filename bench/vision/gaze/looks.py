"""Which frames of a gaze clip calibrate, and which are tested."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.puppet.studio.screen import Screen
from bench.vision.gaze.scripts import SETTLED_S, gaze_scripts
from bench.vision.strata.clips import Clip

# Frames of one calibration point that are used, the last ones: WebGazer keeps no more than fifty in all.
SAMPLES = 3
BLINKING = 0.3


@dataclass(frozen=True)
class Look:
    """A frame of somebody whose eyes rest on a point. `number` is that of the scene."""

    frame: int
    number: int
    point: tuple[float, float]
    is_on_screen: bool
    eyes_mm: tuple[float, float, float]
    direction: tuple[float, float]


def gaze_clips() -> list[Clip]:
    return [Clip(script) for script in gaze_scripts()]


def screen_of(clip: Clip) -> Screen:
    return clip.script.screen.screen()


def calibration(clip: Clip) -> list[Look]:
    numbers = [k for k, scene in enumerate(clip.script.scenes) if scene.name == "calibration"]
    return [one for number in numbers for one in settled(clip, number)[-SAMPLES:]]


def tested(clip: Clip) -> list[Look]:
    numbers = [k for k, scene in enumerate(clip.script.scenes) if scene.name == "test"]
    return [one for number in numbers for one in settled(clip, number)]


def settled(clip: Clip, number: int) -> Sequence[Look]:
    """Frames of this scene in which the eyes have arrived and are open."""
    scene = clip.truth["scenes"][number]
    first = scene["first_frame"] + round(SETTLED_S * clip.script.fps)
    frames = [(k, clip.truth["frames"][k]) for k in range(first, scene["end_frame"])]
    return [look(k, number, frame["gaze"]) for k, frame in frames if frame["closure"] < BLINKING]


def look(frame: int, number: int, gaze: dict[str, Any]) -> Look:
    return Look(
        frame=frame,
        number=number,
        point=tuple(gaze["point"]),
        is_on_screen=gaze["on_screen"],
        eyes_mm=tuple(gaze["eyes_mm"]),
        direction=tuple(gaze["direction"]),
    )
