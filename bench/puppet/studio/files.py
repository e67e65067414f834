"""Clips on disk: the video in one of three forms, and its truth beside it.

- `mjpeg`: what Chromium's fake camera plays, 30 pictures a second, each frame as often as that takes;
- `y4m`: raw pictures (4:2:0), the same bytes for the same script everywhere;
- `webm`: VP8 by ffmpeg, one thread, without times and names of its own.

A script's `quality` belongs to the picture: it has been through that encoder, whatever the file's form.
"""

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Literal

import cv2
import numpy as np

from bench.puppet.film import FILE_RATE
from bench.puppet.picture import HEIGHT, WIDTH, Picture
from bench.puppet.studio.language import ClipText
from bench.puppet.studio.stage import painted
from bench.puppet.studio.timeline import frames
from bench.puppet.studio.truth import truth
from models.build import BUILD, MANIFEST

Form = Literal["mjpeg", "y4m", "webm"]
FORMS: tuple[Form, ...] = ("mjpeg", "y4m", "webm")
JPEG_QUALITY, VP8_KBPS = 90, 2500
CLIPS = Path(__file__).parents[1] / "clips" / "studio"
HASH = 12  # digits in a clip's file name
PUPPET = Path(__file__).parents[1]
# What the studio takes from the puppet, and which models found the portraits' landmarks.
PAINTS = ("eyes.py", "landmarks.py", "package.py", "picture.py", "portrait.py", "script.py", "turning.py")
FACES = ("face_", "refine")
PART = ".part"
EXACT = ("-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1")
VP8 = ("-c:v", "libvpx", "-deadline", "good", "-cpu-used", "4", "-auto-alt-ref", "0", "-g", "60")


class NoEncoder(RuntimeError):
    """ffmpeg with VP8 is not on this machine."""


@dataclass(frozen=True)
class Written:
    video: Path
    labels: Path


def ready(clip: ClipText, form: Form = "mjpeg", folder: Path = CLIPS) -> Written:
    """The clip as its script is now: kept from before, or written."""
    stem = f"{clip.name}-{content_hash(clip)[:HASH]}"
    written = Written(folder / f"{stem}.{form}", folder / f"{stem}.json")
    if not (written.video.exists() and written.labels.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{clip.name}-{'?' * HASH}.*"):
            if old.stem != stem and old.suffix != PART:
                old.unlink(missing_ok=True)
        write(clip, form, written)
    return written


def write(clip: ClipText, form: Form, to: Written) -> None:
    part = to.video.with_suffix(f".{os.getpid()}{PART}")
    with part.open("wb") as file:
        WRITERS[form](clip, pictures(clip), file)
    to.labels.write_text(json.dumps(truth(clip), separators=(",", ":")) + "\n", encoding="utf-8")
    part.replace(to.video)


def pictures(clip: ClipText) -> Iterator[Picture]:
    """Every frame as it comes out of the camera: painted, and through the encoders that the script names."""
    made: Iterable[Picture] = (painted(clip, frame) for frame in frames(clip))
    if clip.quality.jpeg is not None:
        quality = clip.quality.jpeg
        made = (from_jpeg(as_jpeg(picture, quality)) for picture in made)
    if clip.quality.vp8_kbps is not None:
        made = through_vp8(clip, made, clip.quality.vp8_kbps)
    yield from made


def write_mjpeg(clip: ClipText, made: Iterable[Picture], file: IO[bytes]) -> None:
    for picture in made:
        file.write(as_jpeg(picture, JPEG_QUALITY) * (FILE_RATE // clip.fps))


def write_y4m(clip: ClipText, made: Iterable[Picture], file: IO[bytes]) -> None:
    file.write(f"YUV4MPEG2 W{clip.width} H{height(clip)} F{clip.fps}:1 Ip A1:1 C420jpeg\n".encode())
    for picture in made:
        file.write(b"FRAME\n" + cv2.cvtColor(picture, cv2.COLOR_RGB2YUV_I420).tobytes())


def write_webm(clip: ClipText, made: Iterable[Picture], file: IO[bytes]) -> None:
    file.write(as_vp8(clip, made, VP8_KBPS))


WRITERS = {"mjpeg": write_mjpeg, "y4m": write_y4m, "webm": write_webm}


def as_jpeg(picture: Picture, quality: int) -> bytes:
    _, data = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return data.tobytes()


def from_jpeg(data: bytes) -> Picture:
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    return np.asarray(decoded, np.uint8)[..., ::-1]


def through_vp8(clip: ClipText, made: Iterable[Picture], kbps: int) -> Iterator[Picture]:
    with tempfile.NamedTemporaryFile(suffix=".webm") as file:
        file.write(as_vp8(clip, made, kbps))
        file.flush()
        video = cv2.VideoCapture(file.name)
        while (answer := video.read())[0]:
            yield np.asarray(answer[1], np.uint8)[..., ::-1]


def as_vp8(clip: ClipText, made: Iterable[Picture], kbps: int) -> bytes:
    raw = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{clip.width}x{height(clip)}", "-r", str(clip.fps))
    rate = ("-b:v", f"{kbps}k", "-maxrate", f"{kbps}k", "-bufsize", f"{kbps}k", "-pix_fmt", "yuv420p")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "clip.webm"
        command = ["ffmpeg", "-loglevel", "error", *raw, "-i", "-", *VP8, *rate, *EXACT, str(out)]
        try:
            encoder = subprocess.Popen(command, stdin=subprocess.PIPE)
        except FileNotFoundError as error:
            raise NoEncoder("VP8 needs ffmpeg on this machine (with libvpx)") from error
        assert encoder.stdin
        with encoder.stdin:
            for picture in made:
                encoder.stdin.write(np.ascontiguousarray(picture).tobytes())
        if encoder.wait():
            raise NoEncoder("ffmpeg did not write VP8: does it have libvpx?")
        return out.read_bytes()


def height(clip: ClipText) -> int:
    return clip.width * HEIGHT // WIDTH


def content_hash(clip: ClipText) -> str:
    """Of the script, of what paints it and of the models that found the portraits' landmarks."""
    digest = hashlib.sha256(clip.model_dump_json().encode())
    digest.update(painting())
    return digest.hexdigest()


@cache
def painting() -> bytes:
    digest = hashlib.sha256()
    for path in [*(PUPPET / name for name in PAINTS), *sorted(PUPPET.glob("studio/*.py"))]:
        digest.update(path.read_bytes())
    for model in json.loads((BUILD / MANIFEST).read_bytes()):
        if model["file"].startswith(FACES):
            digest.update(model["sha256"].encode())
    return digest.digest()
