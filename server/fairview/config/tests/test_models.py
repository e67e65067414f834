"""What is wrong with a model is said by the doctor and by a process that starts, and nothing stops for it.
What is right is served to browsers."""

import json
import logging
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from pytest_django.fixtures import Settings
from starlette.applications import Starlette

from fairview.config.doctor import models
from fairview.config.pages import SecurityHeaders, page_routes
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


@pytest.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(SecurityHeaders(Starlette(routes=page_routes)))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost/models/objects/") as client:
        yield client


async def test_browsers_get_the_detector_in_use(own: Path, browser: httpx.AsyncClient) -> None:
    description, model = await browser.get("description.json"), await browser.get("model.onnx")
    assert description.json()["name"] == "tiny"
    assert model.content == (own / "model.onnx").read_bytes()
    for answer in (description, model):
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.usefixtures("own")
async def test_a_browser_that_has_it_is_told_so(browser: httpx.AsyncClient) -> None:
    kept = (await browser.get("model.onnx")).headers["etag"]
    again = await browser.get("model.onnx", headers={"If-None-Match": kept})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_detector_that_comes_or_goes_is_noticed_while_everything_runs(
    own: Path, browser: httpx.AsyncClient, settings: Settings, tmp_path: Path
) -> None:
    settings.MODELS = tmp_path / "models"
    settings.MODELS.mkdir()
    assert (await browser.get("model.onnx")).status_code == 200
    (own / "model.onnx").write_bytes(b"other")
    assert (await browser.get("model.onnx")).status_code == 404
    built_in = write_detector(settings.MODELS)
    built_in.with_suffix(".json").rename(settings.MODELS / "object_detection.json")
    assert (await browser.get("model.onnx")).content == built_in.read_bytes()
    shutil.rmtree(own)
    write_detector(tmp_path / "mine", version="2").rename(tmp_path / "mine" / "model.onnx")
    (tmp_path / "mine" / "tiny.json").rename(tmp_path / "mine" / "description.json")
    assert json.loads((await browser.get("description.json")).content)["version"] == "2"


async def test_nothing_else_lies_there(own: Path, browser: httpx.AsyncClient) -> None:
    (own / "notes.txt").touch()
    for path in ("notes.txt", "tiny/model.onnx", "..%2Fsecret", ""):
        assert (await browser.get(path)).status_code == 404
