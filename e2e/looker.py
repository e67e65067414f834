"""Pictures of somebody who looks at points of a screen, drawn by the puppet."""

from collections.abc import Iterator

from bench.puppet.studio.files import as_jpeg
from bench.puppet.studio.language import ClipText
from bench.puppet.studio.stage import painted
from bench.puppet.studio.timeline import frames

SIZE = (1280, 800)
SCREEN_MM = (300, 188)
FPS = 10
SETTLED = 5
"""Frames after which eyes and head have arrived."""
TURNS = ((9, 0, 0), (-9, 0, 0), (0, 7, 0), (0, -7, 0))
JPEG_QUALITY = 92

Share = tuple[float, float]
"""Of the screen, from its left and its top; beyond 0 and 1 beside it."""


def pictures_of(looks: dict[str, Share], turning: set[str]) -> Iterator[tuple[str, bytes]]:
    """File names and pictures: a few for each look, and more with the head turned for those named."""
    scenes, names = [], []
    for name, (x, y) in looks.items():
        for head in TURNS if name in turning else ((0, 0, 0),):
            look = {"look_at": (x * SIZE[0], y * SIZE[1]), "head": head}
            scenes.append({"seconds": 1.0 if name not in turning else 0.7, **look})
            names.append(name)
    screen = {"pixels": SIZE, "mm": SCREEN_MM}
    clip = ClipText.model_validate(
        {"name": "looker", "seed": 4, "fps": FPS, "background": "office", "screen": screen}
        | {"blinks": False, "scenes": scenes}
    )
    first, numbers = dict[int, int](), dict[str, int]()
    for frame in frames(clip):
        since = frame.number - first.setdefault(frame.scene, frame.number)
        if since < SETTLED:
            continue
        name = names[frame.scene]
        number = numbers.get(name, 0)
        numbers[name] = number + 1
        yield f"{name}-{number}.jpg", as_jpeg(painted(clip, frame), JPEG_QUALITY)
