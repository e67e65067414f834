"""Pictures and clips as files that Chromium's fake camera plays (Motion JPEG, 30 frames a second)."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FPS = 30
NOISE = 3.0
QUALITY = 90


def write_camera(path: Path, pictures: Iterable[Picture]) -> Path:
    """BGR pictures, one after the other."""
    with path.open("wb") as file:
        for picture in pictures:
            done, jpeg = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
            if not done:
                raise ValueError(f"{path.name}: a picture could not be encoded")
            file.write(jpeg.tobytes())
    return path


def still(picture: Picture, seconds: float, width: int = 640, height: int = 480) -> Iterator[Picture]:
    """One picture in a frame of this size, with a camera's noise: without it the picture is frozen."""
    chance = np.random.default_rng(0)
    framed = framed_picture(picture, width, height).astype(np.float32)
    for _ in range(int(seconds * FPS)):
        noise = chance.normal(0, NOISE, framed.shape)
        yield np.clip(framed + noise, 0, 255).astype(np.uint8)


def framed_picture(picture: Picture, width: int, height: int) -> Picture:
    scale = min(width / picture.shape[1], height / picture.shape[0])
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    frame = np.full((height, width, 3), 90, np.uint8)
    top, left = (height - size[1]) // 2, (width - size[0]) // 2
    smaller = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    frame[top : top + size[1], left : left + size[0]] = smaller
    return frame


def clip_pictures(path: Path, rotate: int | None = None) -> Iterator[Picture]:
    """A clip of any frame rate, resampled to the camera's."""
    clip = cv2.VideoCapture(str(path))
    clip.set(cv2.CAP_PROP_ORIENTATION_AUTO, 0)
    written = 0
    while True:
        at_ms: float = clip.get(cv2.CAP_PROP_POS_MSEC)
        read, picture = clip.read()
        if not read:
            return
        turned: Any = picture if rotate is None else cv2.rotate(picture, rotate)
        while written * 1000 / FPS <= at_ms:
            yield turned
            written += 1


def glance_camera(folder: Path) -> Path:
    """The real clip (turned clockwise), after 5 more seconds of its centre in which the neutral is measured.

    The person looks at the centre, at 10.6 s to the right as the viewer sees it, at 15.2 s back, until 20 s.
    """
    clip = DATA / "clips" / "center_right_center.mp4"
    pictures = list(clip_pictures(clip, cv2.ROTATE_90_CLOCKWISE))
    return write_camera(folder / "glance.mjpeg", [*pictures[: 5 * FPS], *pictures])


def image_camera(folder: Path, name: str, seconds: float = 6) -> Path:
    picture = cv2.imread(str(DATA / "images" / f"{name}.jpg"))
    return write_camera(folder / f"{name}.mjpeg", still(np.asarray(picture, np.uint8), seconds))
