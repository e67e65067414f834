"""Following one face and counting the others, with models that see bright squares."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from fairview.proctoring.errors import ModelMissing
from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.models import (
    CANONICAL_FILE,
    FULL_RANGE_FILE,
    MANIFEST,
    MESH_FILE,
    REFINED_FILE,
    SHORT_RANGE_FILE,
    load_models,
)
from fairview.proctoring.vision.pose import CanonicalFace
from fairview.proctoring.vision.reader import FaceModels, FaceReader, Model

SIDE = 640
Person = tuple[int, int]
"""Middle and size."""
CANDIDATE, VISITOR = (320, 200), (560, 80)


@dataclass
class Detector:
    people: list[Person]
    cells: int
    per_cell: int
    names: tuple[str, str]
    calls: int = 0

    def run(self, pixels: NDArray[np.float32]) -> Mapping[str, Values]:
        self.calls += 1
        size = pixels.shape[0]
        anchors = self.cells**2 * self.per_cell + (384 if self.per_cell == 2 else 0)
        boxes, logits = np.zeros((anchors, 16)), np.full(anchors, -20.0)
        for middle, across in self.people:
            at = (self.cells // 2 * self.cells + middle * self.cells // SIDE) * self.per_cell
            width = across / SIDE * size
            boxes[at, :8] = [0, 0, width, width, -2, 0, 2, 0]
            logits[at] = 5
        return {self.names[0]: boxes, self.names[1]: logits}


class Mesh:
    """Every point on a ring in the middle of the crop, when there is something bright in it."""

    def run(self, pixels: NDArray[np.float32]) -> Mapping[str, Values]:
        is_bright = pixels[96, 96, 0] > 0.5
        return {
            "output_mesh_identity": ring(468, 3),
            "output_left_iris": ring(5, 2),
            "output_right_iris": ring(5, 2),
            "conv_faceflag": np.array([8.0 if is_bright else -8.0]),
        }


def ring(count: int, stride: int) -> Values:
    turn = 2 * np.pi * np.arange(count) / count
    points = np.zeros((count, stride))
    points[:, 0], points[:, 1] = 96 + 60 * np.cos(turn), 96 + 60 * np.sin(turn)
    return points


@dataclass
class World:
    """`near` and `far` are whom the detectors find; `standing` who is really there."""

    near: Detector = field(default_factory=lambda: Detector([], 16, 2, ("regressors", "classificators")))
    far: Detector = field(default_factory=lambda: Detector([], 48, 1, ("Identity", "Identity_1")))
    standing: list[Person] = field(default_factory=list)

    def reader(self) -> FaceReader:
        canonical = CanonicalFace(np.arange(3), np.eye(3), np.ones(3))
        return FaceReader(FaceModels(self.near, self.far, Mesh(), {}, canonical))

    def show(self, *people: Person) -> Picture:
        self.standing = list(people)
        self.near.people = [one for one in people if one == CANDIDATE]
        self.far.people = list(people)
        return self.picture()

    def picture(self) -> Picture:
        picture = np.zeros((SIDE, SIDE, 3), np.uint8)
        for middle, across in self.standing:
            half = across // 2
            picture[SIDE // 2 - half : SIDE // 2 + half, middle - half : middle + half] = 200
        return picture


def test_a_face_is_searched_for_once_and_then_followed() -> None:
    world = World()
    reader, picture = world.reader(), world.show(CANDIDATE)
    for at_ms in range(0, 400, 100):
        reading = reader.read(picture, at_ms)
        assert reading.faces == 1 and reading.face and reading.face.score > 0.99
    assert (world.near.calls, world.far.calls) == (1, 1)


def test_someone_at_the_side_is_counted_and_counted_again_at_once_to_be_sure() -> None:
    world = World()
    reader = world.reader()
    reader.read(world.show(CANDIDATE), 0)
    both = world.show(CANDIDATE, VISITOR)
    seen = [reader.read(both, at_ms) for at_ms in (300, 500, 600, 700)]
    assert [(one.faces, one.counted) for one in seen] == [(1, False), (2, True), (2, True), (2, False)]
    assert seen[1].others_score and seen[1].others_score > 0.99


def test_a_box_without_a_face_in_it_does_not_count() -> None:
    world = World()
    picture = world.show(CANDIDATE)
    world.far.people = [CANDIDATE, VISITOR]
    assert world.reader().read(picture, 0).faces == 1


def test_an_empty_chair_is_nobody_and_a_return_is_noticed_in_the_same_frame() -> None:
    world = World()
    reader = world.reader()
    reader.read(world.show(CANDIDATE), 0)
    empty = reader.read(world.show(), 100)
    assert (empty.faces, empty.face) == (0, None)
    assert empty.missed is not None and empty.missed < 0.01
    assert reader.read(world.show(CANDIDATE), 200).faces == 1


def test_a_face_too_far_for_the_near_detector_is_found_by_the_other() -> None:
    world = World()
    assert world.reader().read(world.show(VISITOR), 0).faces == 1


CONTENT = {
    SHORT_RANGE_FILE: b"short",
    FULL_RANGE_FILE: b"full",
    MESH_FILE: b"mesh",
    REFINED_FILE: b'{"lips": [1]}',
    CANONICAL_FILE: b'{"vertices": [[0, 0, 0], [1, 2, 3]], "fitted": [[1, 0.5]]}',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, data in CONTENT.items():
        (tmp_path / file).write_bytes(data)
    entries = [{"file": file, "sha256": hashlib.sha256(data).hexdigest()} for file, data in CONTENT.items()]
    (tmp_path / MANIFEST).write_text(json.dumps(entries))
    return tmp_path


def as_model(_file: bytes) -> Model:
    return Mesh()


def test_the_version_is_the_landmark_model_s(folder: Path) -> None:
    loaded = load_models(folder, as_model)
    assert loaded.version == hashlib.sha256(b"mesh").hexdigest()[:12]
    assert loaded.models.refined == {"lips": [1]}
    assert loaded.models.canonical.vertices.tolist() == [[1, 2, 3]]


@pytest.mark.parametrize("file", [MANIFEST, *CONTENT])
def test_a_file_that_is_absent_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(ModelMissing, match=file):
        load_models(folder, as_model)


def test_a_file_that_is_another_is_refused(folder: Path) -> None:
    (folder / MESH_FILE).write_bytes(b"something else")
    with pytest.raises(ModelMissing, match="not the file"):
        load_models(folder, as_model)
