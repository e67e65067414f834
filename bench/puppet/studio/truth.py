"""What is true in each frame of a clip, worked out from the script and from geometry, never from a detector.

Boxes are pixels of the written picture: left, top, right, bottom. Angles are degrees, places millimetres (see
`screen.py`). A box counts from six tenths of it inside the picture.
"""

from typing import Any

from bench.puppet.picture import HEIGHT, WIDTH
from bench.puppet.studio import props, skin
from bench.puppet.studio.company import company
from bench.puppet.studio.figure import Box, clipped
from bench.puppet.studio.language import ClipText
from bench.puppet.studio.screen import FOCAL, direction, eyes_at
from bench.puppet.studio.stage import eyes_in_head, figure_of
from bench.puppet.studio.timeline import Frame, State, frames

ABSENT = 0.5


def truth(clip: ClipText) -> dict[str, Any]:
    told = {
        "clip": clip.name,
        "stratum": clip.stratum,
        "fps": clip.fps,
        "size": [clip.width, clip.width * HEIGHT // WIDTH],
        "focal_px": FOCAL * clip.width / WIDTH,
        "script": clip.model_dump(mode="json"),
        "scenes": scenes(clip),
        "frames": [frame_truth(clip, frame) for frame in frames(clip)],
    }
    return told if clip.skin == "own" else {"note": skin.NOTE, **told}


def scenes(clip: ClipText) -> list[dict[str, Any]]:
    told, first = [], 0
    for scene in clip.scenes:
        end = first + round(scene.seconds * clip.fps)
        told.append({"name": scene.name, "first_frame": first, "end_frame": end})
        first = end
    return told


def frame_truth(clip: ClipText, frame: Frame) -> dict[str, Any]:
    state = frame.state
    there = state.away < ABSENT
    return {
        "scene": frame.scene,
        "present": there,
        "gaze": gaze(clip, state) if there else None,
        "head": list(state.head) if there else None,
        "closure": state.closure if there else None,
        "mouth": state.mouth if there else None,
        "faces": faces(clip, state),
        "objects": objects(clip, state),
        "hand_at_chin": there and state.objects.hand >= props.THERE,
        "light": {"level": state.light, "side": state.side, "back": state.back_light},
    }


def gaze(clip: ClipText, state: State) -> dict[str, Any]:
    """The point, whether it is on the screen, and the angles against the camera's axis and in the head."""
    screen = clip.screen.screen()
    eyes = eyes_at(figure_of(clip, state).eyes, state.distance)
    return {
        "point": list(state.look_at),
        "on_screen": screen.holds(state.look_at),
        "direction": rounded(direction(screen.place(state.look_at), eyes)),
        "in_head": rounded(eyes_in_head(clip, state)),
        "eyes_mm": rounded(eyes),
    }


def faces(clip: ClipText, state: State) -> list[dict[str, Any]]:
    parts = zip(("second", "third"), company(clip.portrait), state.others, strict=True)
    found = [("candidate", figure_of(clip, state).face)] if state.away < ABSENT else []
    found += [(who, part.figure(arrival).face) for who, part, arrival in parts if arrival]
    return [{"who": who, "box": in_picture(clip, inside)} for who, box in found if (inside := clipped(box))]


def objects(clip: ClipText, state: State) -> list[dict[str, Any]]:
    held = props.boxes(figure_of(clip, state), state.objects) if state.away < ABSENT else []
    return [
        {"kind": kind, "box": in_picture(clip, box)}
        for kind, box in [*held, *props.second_screen_box(state.objects)]
    ]


def in_picture(clip: ClipText, box: Box) -> list[float]:
    return rounded(part * clip.width / WIDTH for part in box)


def rounded(values: Any) -> list[float]:
    return [round(float(value), 3) for value in values]
