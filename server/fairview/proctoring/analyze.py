"""`fairview proctor analyze`: a recorded video or pictures, seen as the candidate's device would see them."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import click
from django.conf import settings

from fairview.evidence.public import RecordedLog
from fairview.policies.contracts import Policy
from fairview.policies.public import policy_document
from fairview.proctoring.analysis import Analysis, Between, FirstSteady
from fairview.proctoring.errors import RecordingUnreadable
from fairview.proctoring.hearing.recorded import hearing_of
from fairview.proctoring.replay import as_replay_json
from fairview.proctoring.vision.contracts import Reading
from fairview.proctoring.vision.models import load_models
from fairview.proctoring.vision.objects.recorded import looking_by
from fairview.proctoring.vision.pictures import STILL_SIDE, in_camera_pixels, taken
from fairview.proctoring.vision.reader import FaceReader
from fairview.proctoring.vision.runtime import OnnxModel
from fairview.proctoring.vision.video import Recording, is_picture, read_picture

CUT_SHORT_MS = 1_000
"""A file whose frames end this much before it says has lost its end."""


def analyze_video(
    path: Path,
    rate: float,
    neutral: tuple[float, float] | None,
    policy: Policy,
    out: Path | None,
    *,
    sound: Path | None = None,
    objects: bool = True,
) -> dict[str, Any]:
    recording = Recording(path)
    choice = Between(*(second * 1000 for second in neutral)) if neutral else FirstSteady()
    models = load_models(Path(settings.MODELS), OnnxModel)
    looking = looking_by(policy, Path(settings.DETECTORS), Path(settings.MODELS), is_wanted=objects)
    with (
        TemporaryFile("w+", encoding="utf-8") as lines,
        hearing_of(path, sound, Path(settings.MODELS)) as hearing,
    ):
        analysis = Analysis(models, choice, RecordedLog(lines), hearing, looking)
        progress = Progress(recording.promised_ms)
        outcome = analysis.outcome_of(recording, rate, policy, progress.say)
        progress.end()
        if out:
            with out.open("w", encoding="utf-8") as file:
                analysis.log.save(policy_document(policy), file)
    return as_replay_json(outcome) | {
        "file": path.name,
        "readings": analysis.readings,
        "with_face": analysis.with_face,
        "is_cut_short": _is_cut_short(recording),
        "sound": {"heard": hearing.why_not is None, "why_not": hearing.why_not},
        "objects": {
            "looked": looking.why_not is None,
            "why_not": looking.why_not,
            "detector": looking.name,
            "model_version": looking.version,
            "pictures": looking.pictures,
        },
        "neutral": asdict(analysis.neutral) if analysis.neutral else None,
        "seen": [asdict(one) for one in analysis.seen],
    }


def analyze_pictures(paths: Sequence[Path]) -> list[dict[str, Any]]:
    models = load_models(Path(settings.MODELS), OnnxModel).models
    return [
        {"file": path.name} | _plain(_read_alone(FaceReader(models, is_thorough=True), path))
        for path in paths
    ]


def are_pictures(paths: Sequence[Path]) -> bool:
    """Raises `RecordingUnreadable` where it is neither one video nor pictures alone."""
    if len(paths) == 1:
        return is_picture(paths[0])
    for path in paths:
        if not is_picture(path):
            raise RecordingUnreadable(
                file=path.name, problem="several files must all be pictures, and this is none"
            )
    return True


def notes_in_words(analysis: dict[str, Any]) -> list[str]:
    """What a person should know about a recording beside its outcome."""
    notes = [f"{analysis['readings']} readings, {analysis['with_face']} with a face."]
    if not analysis["with_face"]:
        notes.append("No face was seen in this recording.")
    elif analysis["neutral"] is None:
        notes.append("No neutral: the person was not seen holding still. So nothing is said of gaze.")
    if not analysis["sound"]["heard"]:
        notes.append(f"The sound was not heard: {analysis['sound']['why_not']}.")
    if not analysis["objects"]["looked"]:
        notes.append(f"Things were not looked for: {analysis['objects']['why_not']}.")
    if analysis["is_cut_short"]:
        notes.append(
            f"The file ends too soon: {analysis['duration_ms'] / 1000:.1f} s of it could be read, and count."
        )
    return notes


def picture_in_words(picture: dict[str, Any]) -> str:
    faces, face = picture["faces"], picture["face"]
    if face is None:
        return f"{picture['file']}: no face."
    pose = f"yaw {face['yaw']:.0f}°, pitch {face['pitch']:.0f}°, roll {face['roll']:.0f}°"
    return f"{picture['file']}: {faces} face{'' if faces == 1 else 's'}; the nearest {pose}."


class Progress:
    """Says on a terminal how far the reading is, once a second of the recording."""

    def __init__(self, of_ms: float | None) -> None:
        self._of = f" of {of_ms / 1000:.0f}" if of_ms else ""
        self._said_s = -1

    def say(self, at_ms: float) -> None:
        at_s = int(at_ms / 1000)
        if at_s > self._said_s and sys.stderr.isatty():
            click.echo(f"\r{at_s}{self._of} s", err=True, nl=False)
        self._said_s = at_s

    def end(self) -> None:
        if sys.stderr.isatty():
            click.echo(err=True)


def _is_cut_short(recording: Recording) -> bool:
    promised_ms = recording.promised_ms
    return promised_ms is not None and promised_ms - recording.ended_ms > CUT_SHORT_MS


def _read_alone(reader: FaceReader, path: Path) -> Reading:
    picture, scale = taken(read_picture(path), STILL_SIDE)
    return in_camera_pixels(reader.read(picture, 0), scale)


def _plain(reading: Reading) -> dict[str, Any]:
    plain = asdict(reading)
    if reading.face:
        plain["face"]["box"] = reading.face.box._asdict()
    return {key: value for key, value in plain.items() if key not in {"at_ms", "counted"}}
