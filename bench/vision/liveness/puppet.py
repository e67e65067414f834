"""The puppet's faces as single pictures, and the script that makes a camera of them in a page."""

import base64
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from bench.puppet.studio.files import as_jpeg
from bench.puppet.studio.language import ClipText, SceneText
from bench.puppet.studio.stage import painted
from bench.puppet.studio.timeline import frames

Actor = Literal["person", "photo", "loop", "late", "wrong"]
"""Answers what is asked; a still picture; all that can be asked, in one order; too late; wrongly."""
CAMERA = Path(__file__).with_name("camera.js")
SETTLED_S = 1.0
QUALITY = 85
# Degrees of the head on its way, to the person's left; points of the screen's 1920 × 1080.
TURNS = (8.0, 15.0, 21.0)
LOOKS = {"left": (110.0, 540.0), "right": (1810.0, 540.0), "up": (960.0, 60.0), "down": (960.0, 1020.0)}


def scenes() -> dict[str, SceneText]:
    """What the puppet does, by the names that `camera.js` uses."""
    turns = {
        f"turn_{side}_{step}": SceneText(seconds=SETTLED_S, head=(sign * degrees, 0, 0))
        for side, sign in (("left", 1), ("right", -1))
        for step, degrees in enumerate(TURNS, 1)
    }
    looks = {f"look_{way}": SceneText(seconds=SETTLED_S, look_at=at) for way, at in LOOKS.items()}
    shut = SceneText(seconds=SETTLED_S, closure=1)
    return {"rest": SceneText(seconds=SETTLED_S), "shut": shut, **turns, **looks}


@cache
def faces() -> Mapping[str, bytes]:
    """JPEGs, each of the end of its scene."""
    poses = scenes()
    clip = ClipText(name="liveness", blinks=False, sway=0, fps=10, scenes=tuple(poses.values()))
    last = {frame.scene: frame for frame in frames(clip)}
    return {name: as_jpeg(painted(clip, last[scene]), QUALITY) for scene, name in enumerate(poses)}


def camera(actor: Actor, seed: int) -> str:
    """JavaScript to run ahead of a page, whose camera this actor then sits at."""
    pictures = {name: base64.b64encode(jpeg).decode() for name, jpeg in faces().items()}
    puppet = json.dumps({"pictures": pictures, "actor": actor, "seed": seed})
    return f"window.puppet = {puppet}\n{CAMERA.read_text(encoding='utf-8')}"
