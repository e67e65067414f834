"""Which frames of a gaze clip calibrate, and which are tested."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bench.puppet.studio.screen import Screen
from bench.vision.gaze.scripts import SETTLED_S, gaze_scripts
from bench.vision.strata.clips import Clip

# WebGazer keeps no more than fifty clicks: so many of each scene, the last ones, of the frames that ours has.
CLICKS = {"calibration": 3, "turn": 1, "check": 3}
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
    """What the model is fitted to. Heads turn at one point: that is one point, as on the product's page."""
    asked = [*looks_in(clip, "calibration"), *looks_in(clip, "turn")]
    points = list(dict.fromkeys((one.point, one.number in numbers_of(clip, "turn")) for one in asked))
    return [
        replace(one, number=points.index((one.point, one.number in numbers_of(clip, "turn"))))
        for one in asked
    ]


def checks(clip: Clip) -> list[Look]:
    return looks_in(clip, "check")


def clicks(clip: Clip) -> list[Look]:
    return [
        one
        for name, most in CLICKS.items()
        for number in numbers_of(clip, name)
        for one in settled(clip, number)[-most:]
    ]


def tested(clip: Clip) -> list[Look]:
    return looks_in(clip, "test")


def looks_in(clip: Clip, name: str) -> list[Look]:
    return [one for number in numbers_of(clip, name) for one in settled(clip, number)]


def numbers_of(clip: Clip, name: str) -> list[int]:
    return [k for k, scene in enumerate(clip.script.scenes) if scene.name == name]


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
