"""The puppet's clips as frames: what both twins and the peers are fed, and what is true of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from bench.puppet.film import FILE_RATE
from bench.puppet.studio import files
from bench.puppet.studio.catalogue import catalogue
from bench.puppet.studio.language import ClipText

Picture = NDArray[np.uint8]
JPEG_BEGINS = b"\xff\xd8\xff"
# Where somebody of this portrait looks at the middle of the screen: the neutral of clips that have no calm.
COMPANION = "gaze-look_at960_540-{portrait}"


@dataclass(frozen=True, eq=False)
class Clip:
    script: ClipText

    @property
    def name(self) -> str:
        return self.script.name

    @cached_property
    def _written(self) -> files.Written:
        return files.ready(self.script)

    @property
    def key(self) -> str:
        """Another one when the clip is painted otherwise."""
        return f"{self.name}-{files.content_hash(self.script)[: files.HASH]}"

    @cached_property
    def truth(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._written.labels.read_text(encoding="utf-8"))
        return told

    @property
    def times_ms(self) -> list[float]:
        return [number * 1000 / self.script.fps for number in range(len(self.truth["frames"]))]

    @property
    def still_frames(self) -> int:
        """How many of the first frames show somebody who sits still and looks at the middle of the screen."""
        first = self.script.scenes[0]
        calm = first.present and not first.others and first.look_at in (None, (960, 540))
        return self.truth["scenes"][0]["end_frame"] if calm and first.head == (0, 0, 0) else 0

    def pictures(self) -> Iterator[Picture]:
        """RGB. The file holds each frame as often as a camera of 30 a second would show it."""
        for data in jpegs(self._written.video)[:: FILE_RATE // self.script.fps]:
            decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
            yield np.ascontiguousarray(np.asarray(decoded, np.uint8)[..., ::-1])


def jpegs(path: Path) -> list[bytes]:
    return [JPEG_BEGINS + part for part in path.read_bytes().split(JPEG_BEGINS)[1:]]


@cache
def every_clip() -> dict[str, Clip]:
    return {name: Clip(script) for name, script in catalogue().items()}


def clips(begins: str = "") -> list[Clip]:
    return [clip for name, clip in every_clip().items() if name.startswith(begins)]


def companion(clip: Clip) -> Clip:
    """The clip whose beginning gives this one's neutral."""
    if clip.still_frames:
        return clip
    return every_clip()[COMPANION.format(portrait=clip.script.portrait)]
