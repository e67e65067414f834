"""The Python twin answers as the browser's did (`bench/vision/twins`), and has the same constants."""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from fairview.proctoring.vision.contracts import (
    Eye,
    FaceLight,
    FaceReading,
    Neutral,
    Picture,
    Reading,
    Statement,
)
from fairview.proctoring.vision.crop import cut, whole_picture
from fairview.proctoring.vision.detection import FULL_RANGE, decode_faces, region_of_detection
from fairview.proctoring.vision.gaze_point import Look, Screen, fit, widened
from fairview.proctoring.vision.geometry import Box, Point
from fairview.proctoring.vision.landmarks import MESH_SIZE, decode_landmarks, region_of_landmarks
from fairview.proctoring.vision.looking import PointTeller
from fairview.proctoring.vision.models import LoadedModels, load_models
from fairview.proctoring.vision.neutral import StillWatch
from fairview.proctoring.vision.reader import FaceReader
from fairview.proctoring.vision.runtime import OnnxModel
from fairview.proctoring.vision.statements import StatementMaker

from bench.vision import twins
from models.build import BUILD

HERE = Path(twins.__file__).parent
BROWSER = Path(__file__).resolve().parents[3] / "web" / "src" / "vision"
TWINS = (
    "crop",
    "detection",
    "eyelids",
    "eyes",
    "gaze",
    "gaze_point",
    "landmarks",
    "light",
    "looking",
    "neutral",
    "objects.decoding",
    "objects.detector",
    "objects.hands",
    "objects.placing",
    "objects.sightings",
    "objects.statements",
    "objects.votes",
    "patch",
    "reader",
    "spans",
    "statements",
)
# What only a page that waits for a camera needs.
BROWSER_ONLY = {"NO_READINGS_MS"}
CONSTANT = re.compile(r"^(?:export )?const ([A-Z_]+) = ([\d_.]+|'[a-z_]+')$", re.MULTILINE)
EVERY_MS, NEUTRAL_MS, LIMIT_DEG = 300, 3_000, 6
# The first of what is watched serves as a check.
CHECKED, CHECK = 12, Point(-500, 200)
PIXELS, SCORE, DEGREES, RATIO = 0.1, 0.01, 0.2, 0.002


@cache
def loaded() -> LoadedModels:
    return load_models(BUILD, OnnxModel)


@cache
def answers() -> dict[str, Any]:
    recorded: dict[str, Any] = json.loads((HERE / "answers.json").read_text())
    return recorded


@cache
def pictures() -> list[Picture]:
    return [np.asarray(cv2.imread(str(path)), np.uint8)[..., ::-1] for path in sorted(HERE.glob("*.png"))]


@cache
def trace() -> list[Reading]:
    return [as_reading(plain) for plain in json.loads((HERE / "readings.json").read_text())]


def as_eye(plain: dict[str, Any]) -> Eye:
    return Eye(plain["irisX"], plain["irisY"], plain["open"], tuple(plain.get("patch", ())))


def as_reading(plain: dict[str, Any]) -> Reading:
    """A reading in the browser's words."""
    seen = plain.get("face")
    face = None
    if seen:
        left, right = (as_eye(eye) for eye in seen["eyes"])
        face = FaceReading(
            score=seen["score"],
            box=Box(**seen["box"]),
            yaw=seen["yaw"],
            pitch=seen["pitch"],
            roll=seen["roll"],
            iris_x=seen["irisX"],
            iris_y=seen["irisY"],
            eyes_open=seen["eyesOpen"],
            eyes=(left, right),
            at=Point(**seen["at"]),
            iris_width=seen["irisWidth"],
            mouth_open=seen["mouthOpen"],
            light=FaceLight(**seen["light"]),
        )
    return Reading(
        at_ms=plain.get("atMs", 0),
        faces=plain["faces"],
        counted=plain["counted"],
        width=plain["width"],
        height=plain["height"],
        light=plain["light"],
        face=face,
        others_score=plain.get("othersScore"),
        missed=plain.get("missed"),
    )


def neutral() -> Neutral:
    watch = StillWatch(NEUTRAL_MS)
    for reading in trace():
        assert watch.take(reading) is None
        if watch.is_complete:
            break
    measured = watch.neutral()
    assert isinstance(measured, Neutral)
    return measured


def test_both_run_the_same_model() -> None:
    assert loaded().version == answers()["model"]


def test_landmarks_agree_to_a_tenth_of_a_pixel() -> None:
    models = loaded().models
    for picture, wanted in zip(pictures(), answers()["landmarks"], strict=True):
        square, _ = cut(picture, whole_picture(picture), FULL_RANGE.size, -1)
        found = decode_faces(FULL_RANGE, models.full_range.run(square), picture).found
        assert len(found) == len(wanted)
        for detection, points in zip(found, wanted, strict=True):
            region = region_of_detection(detection)
            for _ in range(2):
                pixels, to_picture = cut(picture, region, MESH_SIZE, 0)
                landmarks = decode_landmarks(models.mesh.run(pixels), models.refined, to_picture)
                region = region_of_landmarks(landmarks)
            assert np.abs(landmarks - np.reshape(points, (-1, 3))).max() < PIXELS


def test_readings_agree() -> None:
    reader = FaceReader(loaded().models)
    for index, (picture, plain) in enumerate(zip(pictures(), answers()["readings"], strict=True)):
        read, wanted = reader.read(picture, index * EVERY_MS), as_reading(plain)
        assert (read.faces, read.counted) == (wanted.faces, wanted.counted)
        assert read.light == pytest.approx(wanted.light, abs=PIXELS)
        assert read.missed == pytest.approx(wanted.missed, abs=SCORE)
        assert read.others_score == pytest.approx(wanted.others_score, abs=SCORE)
        assert (read.face is None) == (wanted.face is None)
        if read.face and wanted.face:
            assert_faces_agree(read.face, wanted.face)


def assert_faces_agree(read: FaceReading, wanted: FaceReading) -> None:
    assert read.score == pytest.approx(wanted.score, abs=SCORE)
    assert read.box == pytest.approx(wanted.box, abs=PIXELS)
    assert (read.yaw, read.pitch, read.roll) == pytest.approx(
        (wanted.yaw, wanted.pitch, wanted.roll), abs=DEGREES
    )
    assert read.at == pytest.approx(wanted.at, abs=PIXELS)
    assert read.iris_width == pytest.approx(wanted.iris_width, abs=PIXELS)
    assert ratios(read) == pytest.approx(ratios(wanted), abs=RATIO)
    for eye, same_eye in zip(read.eyes, wanted.eyes, strict=True):
        assert eye.patch == pytest.approx(same_eye.patch, abs=SCORE)
    light, same = read.light, wanted.light
    assert (light.mean, light.contrast, light.around) == pytest.approx(
        (same.mean, same.contrast, same.around), abs=PIXELS
    )
    assert light.colour == pytest.approx(same.colour, abs=PIXELS)


def ratios(face: FaceReading) -> list[float]:
    each = [ratio for eye in face.eyes for ratio in (eye.iris_x, eye.iris_y, eye.open)]
    return [face.iris_x, face.iris_y, face.eyes_open, face.mouth_open, face.light.sharpness, *each]


def test_the_same_readings_give_the_same_neutral() -> None:
    wanted, measured = answers()["neutral"], neutral()
    assert measured.readings == wanted["readings"]
    assert [measured.yaw, measured.pitch, measured.iris_x, measured.iris_y] == pytest.approx(
        [wanted["yaw"], wanted["pitch"], wanted["irisX"], wanted["irisY"]], abs=1e-4
    )
    assert [measured.spread, measured.eyes_open] == pytest.approx(
        [wanted["spread"], wanted["eyesOpen"]], abs=1e-4
    )


def test_the_same_readings_give_the_same_statements() -> None:
    maker = StatementMaker()
    maker.set_neutral(neutral())
    said = [statement for reading in trace() for statement in maker.observe(reading)] + maker.flush()
    wanted = answers()["statements"]
    for one, other in zip(said, wanted, strict=True):
        assert (one.observed, one.value) == (other["observed"], other["value"])
        assert (one.at_ms, one.duration_ms) == (other["atMs"], other["durationMs"])
        assert one.confidence == pytest.approx(other["confidence"], abs=1e-4)
    assert {one.value for one in said if one.observed == "eyes"} == {"open", "closed"}
    assert [one for one in said if one.observed == "blinks"]
    assert {one.value for one in said if one.observed == "gaze"} == {
        *("centre", "left", "right", "up", "down", "unknown")
    }


def test_the_same_looks_give_the_same_points() -> None:
    asked, wanted = json.loads((HERE / "gaze.json").read_text()), answers()["gaze"]
    looks = [Look(as_reading(one["reading"]), Point(**one["point"]), one["number"]) for one in asked["looks"]]
    fitted = fit(looks, Screen(**asked["screen"]))
    assert fitted
    checks = [Look(as_reading(one["reading"]), CHECK, 0) for one in asked["watched"][:CHECKED]]
    model = widened(fitted, checks)
    assert [model.error, model.deg_per_px * 1000, model.distance_mm] == pytest.approx(
        [wanted["error"], wanted["mdegPerPx"], wanted["distanceMm"]], rel=1e-3
    )
    teller = PointTeller(model, LIMIT_DEG)
    maker = StatementMaker()
    maker.set_neutral(neutral())
    maker.set_points(teller)
    said = []
    for one in asked["watched"]:
        said += maker.observe(as_reading(one["reading"]))
        if worked := one["worked"]:
            place = Point(worked["x"], worked["y"])
            teller.worked_at(place, worked["kind"], one["reading"]["atMs"])
    assert_same_statements(said + maker.flush(), wanted["statements"])
    assert {one.value for one in said if one.observed == "gaze"} >= {"centre", "right", "down"}
    assert sum(one.observed == "gaze_point" for one in said) > len(asked["watched"]) / 10


def assert_same_statements(said: Sequence[Statement], wanted: Sequence[Any]) -> None:
    for one, other in zip(said, wanted, strict=True):
        assert (one.observed, one.at_ms, one.duration_ms) == (
            *(other["observed"], other["atMs"], other["durationMs"]),
        )
        assert one.confidence == pytest.approx(other["confidence"], abs=1e-3)
        if one.observed != "gaze_point":
            assert one.value == other["value"]
            continue
        here, there = ([int(part) for part in value.split(",")] for value in (one.value, other["value"]))
        assert here == pytest.approx(there, abs=1)


@pytest.mark.parametrize("name", TWINS)
def test_constants_of_one_name_have_one_value(name: str) -> None:
    twin = import_module(f"fairview.proctoring.vision.{name}")
    browser = re.sub(r"_(.)", lambda found: found[1].upper(), name).replace(".", "/")
    for constant, value in CONSTANT.findall((BROWSER / f"{browser}.ts").read_text()):
        expected = value.strip("'") if "'" in value else float(value.replace("_", ""))
        if constant in BROWSER_ONLY:
            continue
        assert hasattr(twin, constant), f"{name}.py has no {constant}"
        assert getattr(twin, constant) == expected, f"{constant} of {name}.ts and {name}.py"
