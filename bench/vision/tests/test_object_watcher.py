"""The watcher of objects in a real browser, beside the observer of faces on the same track."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from fairview.proctoring.detectors.shelf import served

from bench.puppet.studio.files import ready
from bench.puppet.studio.language import ClipText
from bench.vision.browser import watched
from bench.vision.page_server import MODELS, bench_page

PAGE = Path(__file__).resolve().parents[1] / "objects_page"
STORY = {"name": "shows_phone", "portrait": "hopper", "fps": 5}
CALM = {"seconds": 4}
# At the face it is a hand or a phone.
PHONE = "s => s.value.endsWith('phone')"


@pytest.fixture(scope="module")
def detector() -> dict[str, bytes]:
    files = served(MODELS / "none", MODELS)
    return {f"/models/objects/{name}": path.read_bytes() for name, path in files.items()}


@pytest.fixture(scope="module")
def page(detector: dict[str, bytes]) -> Iterator[str]:
    with bench_page(page=PAGE, shown=detector) as address:
        yield address


def camera(*scenes: Mapping[str, object]) -> Path:
    return ready(ClipText.model_validate({**STORY, "name": f"phone-{len(scenes)}", "scenes": scenes})).video


def test_a_phone_is_said_while_it_is_shown_and_faces_are_read_meanwhile(page: str) -> None:
    with watched(page, camera(CALM, {"seconds": 9, "phone": "hand"}, CALM)) as watcher:
        watcher.page.evaluate("bench.observe()")
        watcher.wait_for(f"said.statements.some({PHONE}) && said.statements.at(-1).value === 'none'", 90)
        said, loaded = watcher.said, watcher.loaded
    assert loaded["detector"] == "centernet-coco"
    assert said["readings"] and said["sightings"]
    assert {one["value"] for one in said["statements"]} <= {"phone", "hand_or_phone", "none"}


def test_without_a_phone_nothing_is_said_to_be_there(page: str) -> None:
    with watched(page, camera(CALM)) as watcher:
        watcher.wait_for("said.costs.length >= 12")
        assert {one["value"] for one in watcher.said["statements"]} == {"none"}


def test_a_rate_of_none_rests_and_a_camera_that_is_off_is_told(page: str) -> None:
    with watched(page, camera(CALM)) as watcher:
        watcher.page.evaluate("bench.setRate(0)")
        watcher.wait_for("said.statuses.at(-1).reason === 'no_room'")
        watcher.page.evaluate("bench.setRate(1)")
        watcher.wait_for("said.statuses.at(-1).rate === 1")
        watcher.page.evaluate("bench.enable(false)")
        watcher.wait_for("said.statuses.at(-1).reason === 'camera_off'")


@pytest.mark.parametrize("fault", ["missing", "another"])
def test_a_model_that_is_not_the_described_one_is_missing(detector: dict[str, bytes], fault: str) -> None:
    model = "/models/objects/model.onnx"
    shown = {path: data for path, data in detector.items() if path != model}
    if fault == "another":
        shown[model] = detector[model][:-1] + b"x"
    with bench_page(page=PAGE, shown=shown) as address, watched(address, camera(CALM)) as watcher:
        assert watcher.said["statuses"][-1]["reason"] == "model_missing"
