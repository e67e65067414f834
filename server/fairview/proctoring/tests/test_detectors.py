"""An operator's own detector is taken when it does what its description says; each fault has its sentence."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from onnx import TensorProto, helper
from pytest_django.fixtures import Settings

from fairview.proctoring.detectors import shelf as on_shelf
from fairview.proctoring.detectors.commands import models
from fairview.proctoring.detectors.description import read_description
from fairview.proctoring.detectors.errors import DetectorUnfit
from fairview.proctoring.detectors.shelf import (
    built_in,
    described_beside,
    in_use,
    lay_in,
    shelf,
    taken_from,
    warn_of_unfit_detectors,
)
from fairview.proctoring.detectors.trial import tried
from fairview.proctoring.tests.detectors import ROWS, as_file, constant_model, write_detector, yolo8

FREE: list[int | str] = [1, 3, "rows", "columns"]


@pytest.fixture(autouse=True)
def detectors(tmp_path: Path, settings: Settings) -> Path:
    settings.DETECTORS = tmp_path / "detectors"
    return tmp_path / "detectors"


def fairview_models(*arguments: object) -> Any:
    return CliRunner().invoke(models, [str(argument) for argument in arguments])


def add(file: Path) -> str:
    """Adds, and returns the sentence of a refusal; empty when it was taken."""
    result = fairview_models("add", file)
    return str(result.exception) if isinstance(result.exception, DetectorUnfit) else ""


def test_a_detector_that_fits_is_tried_laid_in_and_used(tmp_path: Path, detectors: Path) -> None:
    result = fairview_models("add", write_detector(tmp_path))
    assert result.exit_code == 0
    assert result.output.startswith("Added tiny  ") and "Objects are looked for with tiny." in result.output
    (added,) = shelf(detectors).added
    assert added.description.labels[1] == "cell phone" and added.model.is_file()


@pytest.mark.usefixtures("needs_models")
def test_until_one_is_added_the_products_own_is_used(tmp_path: Path, settings: Settings) -> None:
    assert in_use(settings.DETECTORS, settings.MODELS) == built_in(settings.MODELS)
    tried(built_in(settings.MODELS))
    add(write_detector(tmp_path))
    assert in_use(settings.DETECTORS, settings.MODELS).description.name == "tiny"


@pytest.fixture
def needs_models(settings: Settings) -> None:
    if not (Path(settings.MODELS) / "manifest.json").exists():
        pytest.skip("the models are not built: run `python -m models`")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sha256": "0" * 64}, "its sha256 is "),
        ({"sha256": "abc"}, "- at `$.sha256`"),
        ({"name": "../tiny"}, "- at `$.name`"),
        ({"file": "other.onnx"}, "its description is of other.onnx"),
        ({"licence": ""}, "- at `$.licence`"),
        ({"colour": "rgb"}, "unknown field `colour`"),
        ({"input__layout": "chw"}, "- at `$.input.layout`"),
        ({"input__size": [160]}, "- at `$.input.size`"),
        ({"input__name": "picture"}, "its inputs are images, described is picture"),
        ({"input__size": [96, 160]}, "its input has the shape [1, 3, 96, 160], described is [1, 3, 160, 96]"),
        ({"input__layout": "nhwc"}, "described is [1, 96, 160, 3] (nhwc, 160 × 96)"),
        ({"output__name": "rows"}, "it has no output rows, but boxes"),
        ({"output__kind": "yolo9"}, "- at `$.output.kind`"),
        (
            {"output__kind": "yolo8"},
            "yolo8 with 3 labels is [1, 7, N], but the output boxes has the shape [1, 3, 6]",
        ),
        (
            {"output__kind": "yolo5"},
            "yolo5 with 3 labels is [1, N, 8], but the output boxes has the shape [1, 3, 6]",
        ),
        ({"labels": ["person", "cell phone"]}, "counts_as names 'open book', which is not among the labels"),
        ({"labels": ["open book", "cell phone"]}, "gives classes up to 2, beyond 2 labels"),
        ({"labels": ["cell phone", "open book", "open book"]}, "labels has 'open book' more than once"),
        ({"counts_as": {"cell phone": "weapon"}}, "- at `$.counts_as[...]`"),
        ({"counts_as": {}}, "- at `$.counts_as`"),
        ({"thresholds": {"phone": 0.5}}, "thresholds says nothing of 'book'"),
        ({"thresholds": {"phone": 1.5, "book": 0.5}}, "- at `$.thresholds[...]`"),
        ({"format": "other/1"}, "- at `$.format`"),
    ],
)
def test_each_fault_of_a_description_is_named(
    tmp_path: Path, detectors: Path, changes: dict[str, Any], said: str
) -> None:
    assert said in add(write_detector(tmp_path, **changes))
    assert shelf(detectors).added == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no model at all", "onnxruntime does not open it: "),
        (constant_model([ROWS], FREE, TensorProto.INT64), "its input takes tensor(int64), not tensor(float)"),
        (
            constant_model([ROWS], [1, 3, 96]),
            "its input has the shape [1, 3, 96], described is [1, 3, 96, 160]",
        ),
        (constant_model(ROWS, FREE), "but the output boxes has the shape [3, 6]"),
        (
            constant_model([[[0, 0, 9, 9, np.nan, 1]]], FREE),
            "the output boxes holds numbers that are not finite",
        ),
        (constant_model([[[0, 0, 9, 9, 7, 1]]], FREE), "gives scores outside 0 to 1: are they logits?"),
    ],
)
def test_each_fault_of_a_file_is_named(tmp_path: Path, detectors: Path, data: bytes, said: str) -> None:
    assert said in add(write_detector(tmp_path, data))
    assert shelf(detectors).added == []


def test_a_model_that_breaks_while_it_runs_is_refused(tmp_path: Path) -> None:
    given = helper.make_tensor_value_info("images", TensorProto.FLOAT, FREE)
    result = helper.make_tensor_value_info("boxes", TensorProto.FLOAT, [1, "n", 6])
    shape = helper.make_tensor("shape", TensorProto.INT64, [3], [1, 7, 6])
    nodes = [
        helper.make_node("Constant", [], ["shape"], value=shape),
        helper.make_node("Reshape", ["images", "shape"], ["boxes"]),
    ]
    assert "it does not run: " in add(write_detector(tmp_path, as_file(nodes, given, result)))


def test_a_model_in_half_precision_or_bytes_gets_the_numbers_it_takes(tmp_path: Path) -> None:
    for kind in (TensorProto.FLOAT16, TensorProto.UINT8):
        assert add(write_detector(tmp_path, constant_model([ROWS], FREE, kind))) == ""


def test_other_kinds_of_output_fit_as_well(tmp_path: Path) -> None:
    eight = yolo8([[60, 50, 40, 20, 0.1, 0.9, 0]])
    assert add(write_detector(tmp_path, constant_model(eight, FREE), output__kind="yolo8")) == ""
    five = [[[60, 50, 40, 20, 0.9, 0.1, 0.9, 0]]]
    assert add(write_detector(tmp_path, constant_model(five, FREE), output__kind="yolo5")) == ""


def test_what_is_missing_or_no_json_is_named(tmp_path: Path) -> None:
    assert "there is no such file" in add(tmp_path / "tiny.onnx")
    file = write_detector(tmp_path)
    file.with_suffix(".json").write_text("{")
    assert "its description tiny.json is no JSON" in add(file)
    file.with_suffix(".json").unlink()
    assert "there is no description tiny.json beside it" in add(file)


def test_a_file_too_large_for_browsers_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_shelf, "LARGEST_BYTES", 100)
    assert "more than 100 are not taken" in add(write_detector(tmp_path))


def test_what_was_refused_leaves_the_older_one_in_use(tmp_path: Path, detectors: Path) -> None:
    add(write_detector(tmp_path))
    assert add(write_detector(tmp_path, version="2", output__kind="yolo8"))
    assert [one.description.version for one in shelf(detectors).added] == ["1"]


def test_one_of_the_same_name_takes_the_place_of_the_older(tmp_path: Path, detectors: Path) -> None:
    add(write_detector(tmp_path))
    add(write_detector(tmp_path, version="2"))
    assert [one.description.version for one in shelf(detectors).added] == ["2"]
    assert [path.name for path in detectors.iterdir()] == ["tiny"]


def test_a_file_that_changed_is_left_out_named_and_everything_starts(
    tmp_path: Path, detectors: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add(write_detector(tmp_path))
    (detectors / "tiny" / "model.onnx").write_bytes(b"other")
    with caplog.at_level(logging.WARNING):
        warn_of_unfit_detectors(detectors)
    assert "The detector tiny is left out: its sha256 is " in caplog.text
    checked = fairview_models("check", "--json")
    assert checked.exit_code == 1 and "its sha256 is" in json.loads(checked.output)["problems"]["tiny"]
    listed = json.loads(fairview_models("list", "--json").output)
    assert listed["own"] == [] and "tiny" in listed["left_out"]


def test_a_detector_that_was_laid_in_by_hand_is_tried_by_check(tmp_path: Path, detectors: Path) -> None:
    offered = described_beside(write_detector(tmp_path, output__kind="yolo8"))
    lay_in(detectors, offered, offered.read())
    assert taken_from(detectors / "tiny").description == read_description(tmp_path / "tiny.json")
    assert "yolo8 with 3 labels" in fairview_models("check").output


def test_a_damaged_model_of_the_product_is_named(tmp_path: Path, settings: Settings) -> None:
    settings.MODELS = tmp_path
    entry = {"name": "mesh", "file": "mesh.onnx", "sha256": "0" * 64, "bytes": 3}
    about = {"licence": "MIT", "source": "npm:mesh", "version": "1"}
    (tmp_path / "manifest.json").write_text(json.dumps([entry | about]))
    assert "✗ mesh.onnx: missing: run `make setup`" in fairview_models("check").output
    (tmp_path / "mesh.onnx").write_bytes(b"abc")
    assert "not the file that set-up built" in fairview_models("list").output
    assert "There is no model for objects: run `make setup`." in fairview_models("list").output


def test_a_web_process_loads_no_runtime_for_models() -> None:
    heavy = "{'onnxruntime', 'fairview.proctoring.vision', 'fairview.proctoring.detectors.trial'}"
    looked = f"import sys, fairview.config.asgi; print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
