"""The Python twin sees the things that the browser's did (`bench/vision/twins/objects.json`)."""

import json
from functools import cache
from typing import Any

import cv2
import msgspec
import numpy as np
import pytest
from fairview.proctoring.detectors.shelf import Detector, built_in
from fairview.proctoring.detectors.trial import open_detector
from fairview.proctoring.vision.objects.detector import ObjectDetector

from bench.vision.twins.__main__ import HERE
from models.build import BUILD

ANSWERS: dict[str, list[dict[str, Any]]] = json.loads((HERE / "objects.json").read_text())
THRESHOLDS = {"phone": 0.2, "book": 0.2, "device": 0.2}
PIXELS, SCORE = 0.5, 0.01


@cache
def detector() -> ObjectDetector:
    """Everything counts here, people too, so that there is more to compare."""
    own = built_in(BUILD)
    about = own.description
    counts_as = dict.fromkeys(about.labels, "device") | about.counts_as
    asked = msgspec.structs.replace(about, counts_as=counts_as, thresholds=THRESHOLDS)
    return open_detector(Detector(asked, own.described_in, own.model))


@pytest.mark.parametrize("name", ANSWERS)
def test_both_see_the_same_things(name: str) -> None:
    picture = np.asarray(cv2.imread(str(HERE / name)), np.uint8)[..., ::-1]
    seen = detector().detect(picture)
    assert [(one.label, one.counts_as) for one in seen] == [
        (one["label"], one["countsAs"]) for one in ANSWERS[name]
    ]
    for one, wanted in zip(seen, ANSWERS[name], strict=True):
        assert one.score == pytest.approx(wanted["score"], abs=SCORE)
        assert one.box._asdict() == pytest.approx(wanted["box"], abs=PIXELS)


def test_there_is_something_to_compare() -> None:
    assert sum(map(len, ANSWERS.values())) > len(ANSWERS)
