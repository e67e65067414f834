"""Phones, books and devices, in clips of six seconds at two pictures a second, by votes of six frames."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fairview.proctoring.detectors.shelf import built_in
from fairview.proctoring.detectors.trial import open_detector
from fairview.proctoring.vision.geometry import Box
from fairview.proctoring.vision.objects.detector import ObjectDetector
from fairview.proctoring.vision.objects.statements import ObjectStatements

from bench.vision.page_server import MODELS
from bench.vision.strata.clips import Clip, clips
from bench.vision.strata.said import Said, Stated, kept
from bench.vision.strata.score import Share, drawn_share
from bench.vision.strata.truths import objects

STRATA = ("objects", "honest_hand", "empty_hands")
# What is in the picture → the words that say so.
KINDS = {
    "phone": ("phone",),
    "phone, or hand or phone": ("phone", "hand_or_phone"),
    "book": ("book",),
    "device": ("device",),
}


@cache
def detector() -> ObjectDetector:
    return open_detector(built_in(MODELS))


def thing_clips() -> list[Clip]:
    return [clip for begins in STRATA for clip in clips(f"{begins}-")]


def things_said(clip: Clip, faces: Said) -> Said:
    """`faces`: what the same twin read in the clip; a phone at the face may be a hand."""
    return kept("python", clip, lambda: Said([], things_stated(clip, faces), False), "things")


def things_stated(clip: Clip, faces: Said) -> list[Stated]:
    told = ObjectStatements()
    made = []
    for at_ms, picture, reading in zip(clip.times_ms, clip.pictures(), faces.readings, strict=True):
        face = face_box(reading)
        made += [(at_ms, one) for one in told.observe(detector().detect(picture), face, at_ms)]
    made += [(clip.times_ms[-1], one) for one in told.flush()]
    return [
        Stated(one.observed, one.value, one.at_ms, one.duration_ms, one.confidence, at_ms)
        for at_ms, one in made
    ]


def face_box(reading: dict[str, float]) -> Box | None:
    if "face.score" not in reading:
        return None
    return Box(*(reading[f"face.box.{part}"] for part in ("x", "y", "width", "height")))


@dataclass(frozen=True)
class Found:
    """In clips. `recall`: of those that show the thing; `false`: of those that do not."""

    kind: str
    recall: Share | None
    false: Share | None


def found(told: Sequence[tuple[Clip, Said]]) -> list[Found]:
    return [found_of(kind, told) for kind in KINDS]


def found_of(kind: str, told: Sequence[tuple[Clip, Said]]) -> Found:
    shown: list[tuple[float, float]] = []
    without: list[tuple[float, float]] = []
    for clip, said in told:
        heard = float(any(one.value in KINDS[kind] for one in said.statements))
        (shown if KINDS[kind][0] in objects(clip) else without).append((heard, 1.0))
    return Found(kind, drawn_share(shown), drawn_share(without))
