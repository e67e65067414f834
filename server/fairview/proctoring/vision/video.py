"""Recorded video and pictures, decoded by OpenCV (with FFmpeg). Times are the frames' own, from the first."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from fairview.proctoring.errors import RecordingUnreadable
from fairview.proctoring.vision.contracts import Values
from fairview.proctoring.vision.pictures import Beat

# What is wrong with a file is said in our words, once: FFmpeg would say it for every packet.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)


class Frame(NamedTuple):
    at_ms: float
    pixels: Values
    """BGR, turned as the recording says."""


class Recording:
    """One video file. Raises `RecordingUnreadable` where there is none in it."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        if not self._capture.isOpened():
            raise RecordingUnreadable(file=path.name, problem="no video is found in it")
        self.promised_ms = self._promise()
        """How long the file says that it is. Many recorders never write it."""
        self.ended_ms = 0.0
        """Where reading has come to."""

    def frames(self, rate: float) -> Iterator[Frame]:
        """At most `rate` a second, as far as the file can be read."""
        beat = Beat(rate)
        first_ms: float | None = None
        while self._capture.grab():
            stamp_ms = self._capture.get(cv2.CAP_PROP_POS_MSEC)
            first_ms = stamp_ms if first_ms is None else first_ms
            at_ms = stamp_ms - first_ms
            if at_ms < self.ended_ms:
                continue
            self.ended_ms = at_ms
            if not beat.is_due(at_ms):
                continue
            read, pixels = self._capture.retrieve()
            if read:
                yield Frame(at_ms, pixels)
        self._capture.release()
        if first_ms is None:
            raise RecordingUnreadable(file=self._name, problem="not one of its frames can be decoded")

    def _promise(self) -> float | None:
        frames = self._capture.get(cv2.CAP_PROP_FRAME_COUNT)
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        return frames / rate * 1000 if frames > 0 and rate > 0 else None


def is_picture(path: Path) -> bool:
    return cv2.haveImageReader(str(path))


def read_picture(path: Path) -> Values:
    """BGR, turned as its EXIF data say. Raises `RecordingUnreadable`."""
    pixels = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise RecordingUnreadable(file=path.name, problem="the picture is damaged")
    return np.asarray(pixels)
