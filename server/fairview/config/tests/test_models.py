"""What is wrong with a model is said by the doctor and by a process that starts; nothing stops for it."""

import logging
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from fairview.config.doctor import models
from fairview.config.worker import tell_what_is_left_out
from fairview.proctoring.tests.detectors import write_detector


@pytest.fixture
def own(tmp_path: Path, settings: Settings) -> Path:
    """The folder of an operator's own detector."""
    settings.DETECTORS = tmp_path
    file = write_detector(tmp_path / "tiny")
    file.rename(file.with_name("model.onnx"))
    return file.with_suffix(".json").rename(file.with_name("description.json")).parent


@pytest.mark.usefixtures("own")
def test_the_doctor_names_a_detector_that_fits() -> None:
    assert {"detector tiny": True}.items() <= {finding.what: finding.ok for finding in models()}.items()


def test_a_detector_that_does_not_fit_is_named_where_things_start(
    own: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (own / "model.onnx").write_bytes(b"other")
    with caplog.at_level(logging.WARNING):
        tell_what_is_left_out()
    assert "The detector tiny is left out: its sha256 is " in caplog.text
    (finding,) = [finding for finding in models() if finding.what == "detector tiny"]
    assert not finding.ok and finding.detail.startswith("left out: its sha256 is ")


def test_before_set_up_the_doctor_says_what_to_run(tmp_path: Path, settings: Settings) -> None:
    settings.MODELS = tmp_path
    assert [(finding.what, finding.detail) for finding in models()] == [
        ("models", "missing: run `make setup`")
    ]
