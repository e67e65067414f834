"""Gaps of lips as the product reads them off the puppet, talking and still."""

import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from fairview.proctoring.vision.models import load_models
from fairview.proctoring.vision.reader import FaceReader
from fairview.proctoring.vision.runtime import OnnxModel

from bench.hearing.scenes import SECONDS, Played, Scene
from bench.puppet.film import FILE_RATE
from bench.puppet.studio import files
from bench.puppet.studio.language import ClipText, SceneText
from models.build import BUILD

PORTRAITS = ("collins", "hopper", "mirrored")
SIGHTS_A_SECOND = 10
HALF_S = 6
REST = 2
"""Sights beside one with open lips that are of the same phrase."""
Gaps = list[float | None]


class Mouths:
    """For each portrait some seconds of still lips, and talking ones without the rests between phrases: those
    are the voice's."""

    def __init__(self) -> None:
        self._models = load_models(BUILD, OnnxModel).models
        self._gaps = [self._read(portrait) for portrait in PORTRAITS]

    def sights(self, scene: Scene, sound: Played) -> Iterator[tuple[float | None, float]]:
        """Gap and milliseconds, as long as the scene lasts."""
        still, talks = self._gaps[scene.seed % len(PORTRAITS)]
        for k in range(int(SECONDS * SIGHTS_A_SECOND)):
            at_s = k / SIGHTS_A_SECOND
            speaks = any(whose == "own" and start <= at_s < end for whose, start, end in sound.voices)
            gaps = talks if speaks and scene.lips == "seen" else still
            yield gaps[k % len(gaps)], at_s * 1000

    def _read(self, portrait: str) -> tuple[Gaps, Gaps]:
        scenes = [SceneText(seconds=HALF_S), SceneText(seconds=HALF_S, talks=True)]
        clip = ClipText.model_validate(
            {"name": f"lips-{portrait}", "seed": 3, "fps": SIGHTS_A_SECOND, "portrait": portrait}
            | {"scenes": [scene.model_dump() for scene in scenes]}
        )
        written = files.ready(clip)
        gaps, half = list(self._gaps_in(written.video)), HALF_S * SIGHTS_A_SECOND
        opened = [frame["mouth"] > 0 for frame in json.loads(written.labels.read_text())["frames"]]
        talks = [gaps[k] for k in range(half, len(gaps)) if any(opened[k - REST : k + REST + 1])]
        return gaps[:half], talks

    def _gaps_in(self, video: Path) -> Iterator[float | None]:
        reader, capture = FaceReader(self._models), cv2.VideoCapture(str(video))
        step = FILE_RATE // SIGHTS_A_SECOND
        number = 0
        while capture.grab():
            if number % step == 0:
                _, picture = capture.retrieve()
                rgb = np.ascontiguousarray(picture[..., ::-1], np.uint8)
                face = reader.read(rgb, number * 1000 / FILE_RATE).face
                yield face.mouth_open if face else None
            number += 1
