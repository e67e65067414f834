"""The build holds what the catalogue promises (`make test` builds it first)."""

import dataclasses
import gzip
import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from models import build as building
from models.build import BUILD, MANIFEST, build, packed
from models.catalogue import PRODUCTS, Product
from models.check import WrongProduct, answers, check_bytes, check_outputs
from models.check import test_picture as drawn_face
from models.fetch import fetch

MODELS = [product for product in PRODUCTS if product.input]


def named(name: str) -> Product:
    return next(product for product in PRODUCTS if product.name == name)


def read_table(name: str) -> dict[str, list[list[float]]]:
    table: dict[str, list[list[float]]] = json.loads((BUILD / named(name).file).read_text())
    return table


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
def test_every_product_is_made_byte_for_byte(product: Product) -> None:
    made = product.make(fetch(product.source))
    check_bytes(product, made)
    assert (BUILD / product.file).read_bytes() == made


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.name)
def test_a_packed_product_is_the_product(product: Product) -> None:
    path = BUILD / product.file
    assert gzip.decompress(packed(path).read_bytes()) == path.read_bytes()


@pytest.mark.parametrize("product", MODELS, ids=lambda product: product.name)
def test_every_model_answers_as_the_original_did(product: Product) -> None:
    check_outputs(product, (BUILD / product.file).read_bytes())


def test_a_model_that_answers_otherwise_is_refused() -> None:
    short, attention = named("face_detection_short_range"), named("face_landmark_with_attention")
    mistaken = dataclasses.replace(attention, input={**(attention.input or {}), "range": [-1, 1]})
    with pytest.raises(WrongProduct, match="away from the recorded"):
        check_outputs(mistaken, (BUILD / attention.file).read_bytes())
    with pytest.raises(WrongProduct, match="expected"):
        check_bytes(short, b"other bytes")


def test_the_drawn_face_is_found_with_its_landmarks() -> None:
    attention = named("face_landmark_with_attention")
    answer = answers(attention, (BUILD / attention.file).read_bytes())
    assert answer["conv_faceflag"].item() > 5
    irises = (answer[name].reshape(5, 2)[0] / 192 for name in ("output_left_iris", "output_right_iris"))
    np.testing.assert_allclose(list(irises), [(0.40, 0.46), (0.60, 0.46)], atol=0.03)


def test_refined_points_match_the_outputs_that_replace_them() -> None:
    attention = named("face_landmark_with_attention")
    answer = answers(attention, (BUILD / attention.file).read_bytes())
    tables = read_table("refine")
    assert set(tables) == {"lips", "left_eye", "right_eye"}
    coarse = answer["output_mesh_identity"].reshape(468, 3)[:, :2]
    for name, points in tables.items():
        fine = answer[f"output_{name}"].reshape(-1, 2)
        assert np.abs(fine - coarse[np.array(points, int)]).mean() < 6


def test_the_canonical_face_is_whole_and_symmetric() -> None:
    face = read_table("face_geometry")
    vertices, fitted = np.array(face["vertices"]), np.array(face["fitted"])
    assert vertices.shape == (468, 3) and len(face["triangles"]) == 898 and len(fitted) == 33
    assert fitted[:, 1].sum() == pytest.approx(1.055)
    np.testing.assert_allclose(vertices[33] * [-1, 1, 1], vertices[263], atol=1e-3)


@pytest.mark.parametrize("size", [320, 640])
def test_the_object_detector_takes_pictures_of_several_sizes(size: int) -> None:
    """What it sees in the drawn face is no matter; it lies where the face is."""
    session = onnxruntime.InferenceSession(BUILD / "object_detection.onnx")
    picture = (drawn_face(size) * 255)[None].astype(np.float32)
    (rows,) = session.run(["tower_0/detections"], {"tower_0/images": picture})[0]
    x1, y1, x2, y2, score, label = rows[0]
    assert rows.shape == (100, 6) and 0.1 < score < 1 and label == int(label)
    assert 0 <= x1 < size * 0.3 and 0 <= y1 < size * 0.3 and size * 0.7 < x2 < size and size * 0.7 < y2 < size


def test_the_description_of_the_object_detector_names_its_file_and_classes() -> None:
    described = json.loads((BUILD / named("object_detection_description").file).read_text())
    assert described["sha256"] == named("object_detection").sha256
    assert len(described["labels"]) == 80 and described["labels"][67] == "cell phone"
    assert set(described["counts_as"]) <= set(described["labels"])
    assert set(described["counts_as"].values()) == set(described["thresholds"])


def test_a_hummed_vowel_is_heard_and_silence_is_not() -> None:
    voice = named("voice_activity")
    speech = answers(voice, (BUILD / voice.file).read_bytes())["speech"]
    assert speech[:14].max() < 0.1 and speech[18:30].mean() > 0.5 and speech[-10:].max() < 0.1


def test_the_manifest_describes_the_build() -> None:
    manifest = json.loads((BUILD / MANIFEST).read_text())
    assert [entry["name"] for entry in manifest] == [product.name for product in PRODUCTS]
    assert all((BUILD / entry["file"]).stat().st_size == entry["bytes"] for entry in manifest)
    assert {entry["licence"] for entry in manifest} == {"Apache-2.0", "MIT"}


def test_a_second_build_makes_and_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "fetch", lambda source: pytest.fail(f"fetched {source.name}"))
    assert build() == []


def test_a_damaged_product_is_made_again(tmp_path: Path) -> None:
    for product in PRODUCTS:
        (tmp_path / product.file).write_bytes((BUILD / product.file).read_bytes())
    (tmp_path / "refine.json").write_text("{}")
    assert [product.name for product in build(tmp_path)] == ["refine"]
    assert (tmp_path / "refine.json").read_bytes() == (BUILD / "refine.json").read_bytes()
