"""Readings as tests want them."""

from dataclasses import replace
from typing import Any

from fairview.proctoring.vision.contracts import Eye, FaceLight, FaceReading, Neutral, Reading
from fairview.proctoring.vision.geometry import Box, Point

EYE = Eye(iris_x=0.5, iris_y=-0.06, open=0.28, patch=(0.0,) * 45)
FACE = FaceReading(
    score=0.99,
    box=Box(200, 120, 200, 240),
    yaw=2,
    pitch=-4,
    roll=0,
    iris_x=0.5,
    iris_y=-0.06,
    eyes_open=0.28,
    eyes=(EYE, EYE),
    at=Point(300, 200),
    iris_width=12,
    mouth_open=0.02,
    light=FaceLight(mean=120, contrast=40, sharpness=0.1, around=110, colour=(150, 115, 100)),
)
NEUTRAL = Neutral(yaw=2, pitch=-4, iris_x=0.5, iris_y=-0.06, spread=0.002, eyes_open=0.28, readings=30)
READING = Reading(at_ms=0, faces=1, counted=False, width=640, height=480, light=120, face=FACE)


def reading(at_ms: float, **changes: Any) -> Reading:
    """Somebody who looks ahead, but for these changes of their face."""
    return replace(READING, at_ms=at_ms, face=replace(FACE, **changes))


def empty(at_ms: float) -> Reading:
    return replace(READING, at_ms=at_ms, faces=0, face=None, missed=0.1)
