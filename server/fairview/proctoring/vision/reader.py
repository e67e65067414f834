"""Follows the face at the camera from frame to frame and counts the people around it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.vision.contracts import FaceReading, Picture, Reading, Values
from fairview.proctoring.vision.crop import cut, whole_picture
from fairview.proctoring.vision.detection import (
    FULL_RANGE,
    SHORT_RANGE,
    Detection,
    Detections,
    DetectorLayout,
    decode_faces,
    region_of_detection,
)
from fairview.proctoring.vision.eyes import read_eyes, read_mouth
from fairview.proctoring.vision.geometry import Region, mean, overlap
from fairview.proctoring.vision.landmarks import (
    FACE_FLAG,
    MESH_SIZE,
    Landmarks,
    RefinedPoints,
    box_of,
    decode_landmarks,
    region_of_landmarks,
)
from fairview.proctoring.vision.light import light_around, light_of_face
from fairview.proctoring.vision.people import everybody
from fairview.proctoring.vision.pose import CanonicalFace, head_pose

# A face counts when the landmark model says so with more than this.
IS_FACE = 0.5
# How often the picture is searched for further people; at once again when the number has changed.
COUNT_EVERY_MS = 500
# A further detection that covers the tracked face this much is the tracked face.
SAME_PERSON = 0.2


class Model(Protocol):
    def run(self, pixels: NDArray[np.float32]) -> Mapping[str, Values]: ...


@dataclass(frozen=True, eq=False)
class FaceModels:
    short_range: Model
    full_range: Model
    mesh: Model
    refined: RefinedPoints
    canonical: CanonicalFace


class Face(NamedTuple):
    landmarks: Landmarks
    score: float
    pixels: NDArray[np.float32]
    """The square that the landmarks were read in."""


class FaceReader:
    """One for each camera or recording: it remembers where the face was. `is_thorough`: looks for people in
    parts of the picture too, which takes five times as long."""

    def __init__(self, models: FaceModels, *, is_thorough: bool = False) -> None:
        self._models = models
        self._is_thorough = is_thorough
        self._region: Region | None = None
        self._others = 0
        self._others_score = 1.0
        self._counted_at_ms = -math.inf
        self._recount = False

    def read(self, picture: Picture, at_ms: float) -> Reading:
        counted = self._recount or at_ms - self._counted_at_ms >= COUNT_EVERY_MS
        everyone = self._everyone(picture) if counted else []
        face, missed = self._follow(picture, everyone)
        if counted:
            self._count(picture, everyone, face, at_ms)
        self._region = region_of_landmarks(face.landmarks) if face else None
        height, width = picture.shape[:2]
        light, around = light_around(picture, box_of(face.landmarks) if face else None)
        return Reading(
            at_ms=at_ms,
            faces=(1 if face else 0) + self._others,
            counted=counted,
            width=width,
            height=height,
            light=light,
            face=self._measured(face, picture, around) if face else None,
            others_score=self._others_score if face and self._others else None,
            missed=None if face else missed,
        )

    def _follow(self, picture: Picture, everyone: Sequence[Detection]) -> tuple[Face | None, float]:
        if self._region and (face := self._face_in(picture, self._region)):
            return face, 0
        near = self._detect(SHORT_RANGE, self._models.short_range, picture)
        missed = near.best
        for detection in (*near.found, *everyone):
            if face := self._face_in(picture, region_of_detection(detection)):
                return face, 0
            missed = min(missed, IS_FACE)
        return None, missed

    def _count(
        self, picture: Picture, everyone: Sequence[Detection], tracked: Face | None, at_ms: float
    ) -> None:
        known = [box_of(tracked.landmarks)] if tracked else []
        weakest = 1.0
        for detection in everyone:
            if any(overlap(box, detection.box) > SAME_PERSON for box in known):
                continue
            face = self._face_in(picture, region_of_detection(detection))
            if face is None or any(overlap(box, box_of(face.landmarks)) > SAME_PERSON for box in known):
                continue
            known.append(box_of(face.landmarks))
            weakest = min(weakest, face.score)
        count = len(known) - (1 if tracked else 0)
        self._recount = count != self._others
        self._others, self._others_score = count, weakest
        self._counted_at_ms = at_ms

    def _everyone(self, picture: Picture) -> list[Detection]:
        def detect(part: Picture) -> list[Detection]:
            return self._detect(FULL_RANGE, self._models.full_range, part).found

        return everybody(picture, detect) if self._is_thorough else detect(picture)

    def _detect(self, layout: DetectorLayout, model: Model, picture: Picture) -> Detections:
        pixels, _ = cut(picture, whole_picture(picture), layout.size, -1)
        return decode_faces(layout, model.run(pixels), picture)

    def _face_in(self, picture: Picture, region: Region) -> Face | None:
        pixels, to_picture = cut(picture, region, MESH_SIZE, 0)
        outputs = self._models.mesh.run(pixels)
        score = 1 / (1 + math.exp(-float(outputs[FACE_FLAG].reshape(-1)[0])))
        if score <= IS_FACE:
            return None
        return Face(decode_landmarks(outputs, self._models.refined, to_picture), score, pixels)

    def _measured(self, face: Face, picture: Picture, around: float) -> FaceReading:
        yaw, pitch, roll = head_pose(face.landmarks, self._models.canonical)
        each, at, iris_width = read_eyes(face.landmarks, picture)
        return FaceReading(
            score=face.score,
            box=box_of(face.landmarks),
            yaw=yaw,
            pitch=pitch,
            roll=roll,
            iris_x=mean([eye.iris_x for eye in each]),
            iris_y=mean([eye.iris_y for eye in each]),
            eyes_open=mean([eye.open for eye in each]),
            eyes=each,
            at=at,
            iris_width=iris_width,
            mouth_open=read_mouth(face.landmarks),
            light=light_of_face(face.pixels, around),
        )
