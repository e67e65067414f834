"""The clips: a calm beginning, the product's calibration, thirty looks to be tested on."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.puppet.studio.language import ClipText, checked
from bench.puppet.studio.reach import problems

FPS = 10
CALM_S, CALIBRATION_S, TURN_S, TEST_S = 2.0, 1.0, 0.8, 0.5
# From here on, the eyes have arrived.
SETTLED_S = 0.2
SCREEN = (1920, 1080)
# Shares of the screen, as in web/src/vision/calibration.ts; the order does not matter to either side.
NEAR_EDGE = 0.06
GRID = tuple((x, y) for y in (NEAR_EDGE, 0.5, 1 - NEAR_EDGE) for x in (NEAR_EDGE, 0.5, 1 - NEAR_EDGE))
TURNS = ((0.5, 0.5), (0.3, 0.3))
CHECKS = ((0.25, 0.25), (0.75, 0.3), (0.3, 0.75), (0.72, 0.72))
# How people turn their heads when they are asked to: yaw, pitch, roll.
TURNED = ((9, 0, 0), (-9, 0, 0), (0, 8, 0), (0, -8, 0))
ON, OFF = 20, 10
# Degrees of yaw, pitch and roll that a head is free to turn.
CALIBRATION_HEAD, TEST_HEAD = (2, 1.5, 1), (10, 10, 5)
# Pixels beside the screen.
NEAR, FAR = 150, 900
VARIANTS: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("plain", {}, {}),
    ("light0.25", {"noise": 5}, {"light": 0.25}),
    ("glasses", {"glasses": "clear"}, {}),
)
PORTRAITS = ("collins", "hopper", "mirrored")


def gaze_scripts() -> list[ClipText]:
    """Hopper's glasses are her own."""
    return [
        gaze_script(f"{variant}-{portrait}", portrait, of_clip, of_scenes)
        for variant, of_clip, of_scenes in VARIANTS
        for portrait in PORTRAITS
        if not (portrait == "hopper" and "glasses" in of_clip)
    ]


def gaze_script(label: str, portrait: str, of_clip: dict[str, Any], of_scenes: dict[str, Any]) -> ClipText:
    seed = int.from_bytes(label.encode()) % 9973
    chance = np.random.default_rng(seed)
    scenes = [{"name": "calm", "seconds": CALM_S}]
    scenes += [asked_scene("calibration", share, turned(chance, CALIBRATION_HEAD)) for share in GRID]
    scenes += [{**asked_scene("turn", share, head), "seconds": TURN_S} for share in TURNS for head in TURNED]
    scenes += [asked_scene("check", share, turned(chance, CALIBRATION_HEAD)) for share in CHECKS]
    places = [on_screen] * ON + [off_screen] * OFF
    scenes += [tested_scene(chance, places[k]) for k in chance.permutation(len(places))]
    written = {
        "name": f"point-{label}",
        "seed": seed,
        "stratum": {"name": "gaze_point", "variant": label.rpartition("-")[0], "portrait": portrait},
        "portrait": portrait,
        "fps": FPS,
        "background": "office",
        **of_clip,
        "scenes": [{**scene, **of_scenes} for scene in scenes],
    }
    return checked(written, "bench.vision.gaze")


def asked_scene(name: str, share: tuple[float, float], head: Sequence[float]) -> dict[str, Any]:
    point = [part * whole for part, whole in zip(share, SCREEN, strict=True)]
    return {"name": name, "seconds": CALIBRATION_S, "look_at": point, "head": head}


def tested_scene(chance: np.random.Generator, place: Any) -> dict[str, Any]:
    """A look that the eyes can reach from where the head is."""
    while True:
        scene = {
            "name": "test",
            "seconds": TEST_S,
            "look_at": place(chance),
            "head": turned(chance, TEST_HEAD),
        }
        if not problems(checked({"name": "try", "scenes": [scene]}, "bench.vision.gaze")):
            return scene


def turned(chance: np.random.Generator, reach: tuple[float, float, float]) -> list[float]:
    return [round(float(chance.uniform(-most, most)), 1) for most in reach]


def on_screen(chance: np.random.Generator) -> list[float]:
    return [round(float(chance.uniform(0.03, 0.97)) * whole) for whole in SCREEN]


def off_screen(chance: np.random.Generator) -> list[float]:
    """Beside one edge, anywhere along it."""
    point, beyond = on_screen(chance), float(chance.uniform(NEAR, FAR))
    axis = int(chance.integers(2))
    point[axis] = round(-beyond if chance.random() < 0.5 else SCREEN[axis] + beyond)
    return point
