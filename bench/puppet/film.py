"""Writes a script as an MJPEG file and its labels, and keeps what it wrote.

Chromium plays an MJPEG camera file at 30 pictures a second whatever it was meant to be, so each frame is
written as often as that takes. A clip is written again when its script, this code or the models change.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2

from bench.puppet import timecode
from bench.puppet.picture import Picture
from bench.puppet.script import Moment, Script, moments
from bench.puppet.stage import painted
from models.build import BUILD, MANIFEST

CLIPS = Path(__file__).parent / "clips"
FILE_RATE = 30
JPEG_QUALITY = 72
PART = ".part"

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Clip:
    video: Path
    labels: Path


def ready(script: Script, folder: Path = CLIPS, progress: Progress | None = None) -> Clip:
    """The clip of the script as it is now: kept from before, or written."""
    stem = f"{script.name}-{content_hash(script)[:12]}"
    clip = Clip(folder / f"{stem}.mjpeg", folder / f"{stem}.json")
    if not (clip.video.exists() and clip.labels.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{script.name}-*.*"):
            if old.suffix != PART:
                old.unlink(missing_ok=True)
        write(script, clip, progress)
    return clip


def write(script: Script, clip: Clip, progress: Progress | None = None) -> None:
    part = clip.video.with_suffix(f".{os.getpid()}{PART}")
    with part.open("wb") as file:
        for moment, picture in filmed(script):
            file.write(jpeg(picture) * (FILE_RATE // script.fps))
            if progress:
                progress(moment.frame + 1, script.frames)
    clip.labels.write_text(json.dumps(labels(script), separators=(",", ":")) + "\n")
    part.replace(clip.video)


def filmed(script: Script) -> Iterator[tuple[Moment, Picture]]:
    for moment in moments(script):
        picture = painted(moment.pose, moment.frame)
        timecode.draw(picture, moment.frame, f"{script.name} {moment.frame / script.fps:.1f} s")
        yield moment, picture


def labels(script: Script) -> dict[str, object]:
    """`frames[n]` is the truth of time code n; `scenes` say what each stretch of frames was written to be."""
    scenes, first = [], 0
    for scene in script.scenes:
        end = first + round(scene.seconds * script.fps)
        truth = {"faces": scene.faces, "direction": scene.direction if scene.is_present else None}
        scenes.append({**asdict(scene), **truth, "first_frame": first, "end_frame": end})
        first = end
    frames = [{"scene": moment.scene, **asdict(moment.pose)} for moment in moments(script)]
    return {
        "clip": script.name,
        "fps": script.fps,
        "seconds": script.frames / script.fps,
        "scenes": scenes,
        "frames": frames,
    }


def jpeg(picture: Picture) -> bytes:
    _, data = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return data.tobytes()


def content_hash(script: Script) -> str:
    digest = hashlib.sha256(repr(script).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    digest.update((BUILD / MANIFEST).read_bytes())
    return digest.hexdigest()
