"""The server's twin on a clip."""

from collections.abc import Sequence
from functools import cache

from fairview.proctoring.vision.contracts import Neutral, Reading
from fairview.proctoring.vision.models import LoadedModels, load_models
from fairview.proctoring.vision.neutral import StillWatch
from fairview.proctoring.vision.pictures import in_camera_pixels, taken
from fairview.proctoring.vision.reader import FaceReader
from fairview.proctoring.vision.runtime import OnnxModel
from fairview.proctoring.vision.statements import StatementMaker

from bench.vision.page_server import MODELS
from bench.vision.strata.clips import Clip, companion
from bench.vision.strata.said import Said, Stated, flat, kept


@cache
def loaded() -> LoadedModels:
    return load_models(MODELS, OnnxModel)


def said_in_python(clip: Clip) -> Said:
    return kept("python", clip, lambda: said(clip))


def said(clip: Clip) -> Said:
    seen = readings(clip)
    still = companion(clip)
    neutral = neutral_of(tuple(seen[: clip.still_frames]) if still is clip else still_readings(still))
    return Said([flat(reading) for reading in seen], stated(seen, neutral), neutral is not None)


def readings(clip: Clip) -> list[Reading]:
    reader = FaceReader(loaded().models)
    found = []
    for at_ms, shown in zip(clip.times_ms, clip.pictures(), strict=True):
        picture, scale = taken(shown[..., ::-1])
        found.append(in_camera_pixels(reader.read(picture, at_ms), scale))
    return found


@cache
def still_readings(clip: Clip) -> tuple[Reading, ...]:
    return tuple(readings(clip)[: clip.still_frames])


def neutral_of(still: Sequence[Reading]) -> Neutral | None:
    """None where the product would give advice instead, or has too little."""
    if not still:
        return None
    watch = StillWatch(still[-1].at_ms - still[0].at_ms)
    if any(watch.take(reading) for reading in still):
        return None
    found = watch.neutral()
    return found if isinstance(found, Neutral) else None


def stated(seen: Sequence[Reading], neutral: Neutral | None) -> list[Stated]:
    maker = StatementMaker()
    maker.set_neutral(neutral)
    made = [(reading.at_ms, one) for reading in seen for one in maker.observe(reading)]
    made += [(seen[-1].at_ms, one) for one in maker.flush()]
    return [
        Stated(one.observed, one.value, one.at_ms, one.duration_ms, one.confidence, at_ms)
        for at_ms, one in made
    ]
