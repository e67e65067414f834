"""A person's own centre, from readings in which they hold still."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import Literal

from fairview.proctoring.vision.contracts import FaceReading, Neutral, Reading

# Advice is given only after this much of a second thought.
PATIENCE_MS = 800
MIN_READINGS = 6
# Degrees and eye widths that a person who holds still stays within, around the median.
STILL_HEAD_DEG = 5
STILL_IRIS = 0.035
# Share of the picture's longer side: a narrower face has irises of a handful of pixels.
MIN_FACE_SHARE = 0.12
MIN_LIGHT = 45
# The iris ratio of eyes that look straight ahead, and how far from it they look at something else.
AHEAD_IRIS = 0.5
AHEAD_WITHIN = 0.13
# Eyes this much less open than usual are blinking.
BLINK_SHARE = 0.75
# Share of readings that may stray.
STRAY_SHARE = 0.2
# Standard deviation over median absolute deviation of the normal: a stray reading does not count.
DEVIATION_PER_MEDIAN = 1.4826

NotStill = Literal["no_face", "several_faces", "moving", "too_dark", "too_far", "looking_aside"]


class StillWatch:
    """Collects the readings of a person who holds still."""

    def __init__(self, duration_ms: float) -> None:
        self._duration_ms = duration_ms
        self._readings: list[Reading] = []

    @property
    def is_complete(self) -> bool:
        readings = self._readings
        return bool(readings) and readings[-1].at_ms - readings[0].at_ms >= self._duration_ms

    def take(self, reading: Reading) -> NotStill | None:
        """What keeps the person from being still, if anything does."""
        self._readings.append(reading)
        if reading.at_ms - self._readings[0].at_ms < PATIENCE_MS:
            return None
        recent = [one for one in self._readings if one.at_ms >= reading.at_ms - PATIENCE_MS]
        for reason, holds in HINDRANCES:
            if sum(map(holds, recent)) > len(recent) / 2:
                return reason
        return "moving" if _is_moving(_open_eyed(self._readings)) else None

    def neutral(self) -> Neutral | NotStill:
        """The median of what was read with open eyes; what was wrong when that is too little."""
        faces = _open_eyed(self._readings)
        if len(faces) < MIN_READINGS:
            return "moving" if faces else "no_face"
        iris_x = median(face.iris_x for face in faces)
        return Neutral(
            yaw=median(face.yaw for face in faces),
            pitch=median(face.pitch for face in faces),
            iris_x=iris_x,
            iris_y=median(face.iris_y for face in faces),
            spread=median(abs(face.iris_x - iris_x) for face in faces) * DEVIATION_PER_MEDIAN,
            eyes_open=median(face.eyes_open for face in faces),
            readings=len(faces),
        )


def _is_too_far(reading: Reading) -> bool:
    face = reading.face
    return face is not None and face.box.width < max(reading.width, reading.height) * MIN_FACE_SHARE


def _looks_aside(reading: Reading) -> bool:
    face = reading.face
    return face is not None and abs(face.iris_x - AHEAD_IRIS) > AHEAD_WITHIN


HINDRANCES: tuple[tuple[NotStill, Callable[[Reading], bool]], ...] = (
    ("too_dark", lambda reading: reading.light < MIN_LIGHT),
    ("no_face", lambda reading: reading.face is None),
    ("several_faces", lambda reading: reading.faces > 1),
    ("too_far", _is_too_far),
    ("looking_aside", _looks_aside),
)


def _open_eyed(readings: Sequence[Reading]) -> list[FaceReading]:
    faces = [reading.face for reading in readings if reading.face]
    if not faces:
        return []
    usual = median(face.eyes_open for face in faces)
    return [face for face in faces if face.eyes_open >= usual * BLINK_SHARE]


def _is_moving(faces: Sequence[FaceReading]) -> bool:
    if len(faces) < MIN_READINGS:
        return False
    return (
        _strays([face.yaw for face in faces], STILL_HEAD_DEG)
        or _strays([face.pitch for face in faces], STILL_HEAD_DEG)
        or _strays([face.iris_x for face in faces], STILL_IRIS)
    )


def _strays(values: Sequence[float], limit: float) -> bool:
    middle = median(values)
    return sum(abs(value - middle) > limit for value in values) > len(values) * STRAY_SHARE
