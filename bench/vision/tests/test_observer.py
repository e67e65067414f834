"""The observer in a real browser, on people whose behaviour is known."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from bench.puppet import film
from bench.puppet.script import Scene, Script
from bench.vision import twins
from bench.vision.browser import watched
from bench.vision.cameras import DATA, glance_camera, image_camera, still, write_camera
from bench.vision.page_server import bench_page

GLANCE = Script("glance", (Scene("steady", 10), Scene("looks_away", 3, gaze=(-20, 0)), Scene("steady", 9)))
TOLERANCE_S = 0.4
CALM_PICTURE = Path(twins.__file__).parent / "1-calm.png"

needs_data = pytest.mark.skipif(
    not DATA.exists(), reason="real pictures are not on this machine (../shared/data)"
)


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    with bench_page() as address:
        yield address


def test_a_glance_is_one_span_of_its_length_and_the_page_stays_free(page: str) -> None:
    with watched(page, film.ready(GLANCE).video) as observer:
        assert isinstance(observer.neutral(), dict)
        observer.wait_for("said.statements.some(s => s.value === 'right')")
        observer.wait_for("said.statements.filter(s => s.observed === 'gaze').at(-1).value === 'centre'")
        gaze = observer.spans("gaze")
        said = observer.said
    [glance] = [span for span in gaze if span.value not in {"centre", "unknown"}]
    assert glance.value == "right"
    assert glance.seconds == pytest.approx(3, abs=TOLERANCE_S)
    assert all(before.end_s == after.start_s for before, after in pairwise(gaze))
    # Other programs hold the page up too: a share of the time, not none.
    watched_ms = said["readings"][-1]["atMs"] - said["readings"][0]["atMs"]
    assert sum(task["duration"] for task in said["longTasks"]) < watched_ms * 0.02


def test_a_camera_that_is_turned_off_pauses_and_comes_back(page: str) -> None:
    with watched(page, film.ready(GLANCE).video) as observer:
        observer.page.evaluate("bench.enable(false)")
        observer.wait_for("said.statuses.at(-1).reason === 'camera_off'")
        observer.page.evaluate("bench.enable(true)")
        observer.wait_for("said.statuses.at(-1).state === 'watching'")


def test_a_browser_without_access_to_frames_is_watched_by_pictures(page: str) -> None:
    without = "delete globalThis.MediaStreamTrackProcessor"
    with watched(page, film.ready(GLANCE).video, before=without) as observer:
        assert isinstance(observer.neutral(), dict)
        assert {span.value for span in observer.spans("presence")} == {"present"}


@pytest.mark.parametrize("lacking", ["OffscreenCanvas", "Worker", "createImageBitmap"])
def test_a_browser_that_cannot_observe_says_so(page: str, lacking: str) -> None:
    without = f"delete globalThis.{lacking}"
    with watched(page, film.ready(GLANCE).video, before=without) as observer:
        assert observer.said["statuses"] == [
            {"state": "unavailable", "reason": "not_supported", "atMs": pytest.approx(0, abs=60_000)}
        ]


def test_a_browser_without_simd_says_so(page: str) -> None:
    without = "WebAssembly.validate = () => false"
    with watched(page, film.ready(GLANCE).video, before=without) as observer:
        assert observer.said["statuses"][-1]["reason"] == "not_supported"


def test_a_browser_that_does_not_tell_of_frames_is_watched_by_the_clock(page: str) -> None:
    without = (
        "delete globalThis.MediaStreamTrackProcessor;"
        "delete HTMLVideoElement.prototype.requestVideoFrameCallback"
    )
    with watched(page, film.ready(GLANCE).video, before=without) as observer:
        observer.wait_for("said.readings.length > 5")


def test_a_covered_camera_is_black(page: str, tmp_path: Path) -> None:
    covered = write_camera(tmp_path / "covered.mjpeg", still(np.zeros((480, 640, 3), np.uint8), seconds=2))
    with watched(page, covered) as observer:
        observer.wait_for("said.statuses.at(-1).reason === 'camera_black'")


def test_a_worker_that_dies_has_one_successor(page: str) -> None:
    killing = """
        const post = Worker.prototype.postMessage
        Worker.prototype.postMessage = function (...all) { window.newestWorker = this; post.apply(this, all) }
    """
    with watched(page, film.ready(GLANCE).video, before=killing) as observer:
        for state in ("watching", "unavailable"):
            observer.page.evaluate("newestWorker.terminate()")
            observer.wait_for("said.statuses.at(-1).state !== 'watching'")
            observer.wait_for(f"said.statuses.at(-1).state === '{state}'")


@pytest.mark.parametrize("size", [(160, 120), (480, 640), (1920, 1080)])
def test_a_face_is_found_at_any_size(page: str, tmp_path: Path, size: tuple[int, int]) -> None:
    picture = cv2.imread(str(CALM_PICTURE))
    camera = write_camera(tmp_path / "sized.mjpeg", still(np.asarray(picture, np.uint8), 2, *size))
    with watched(page, camera, *size) as observer:
        observer.wait_for("said.readings.some(reading => reading.face)")
        [reading] = [one for one in observer.said["readings"] if one.get("face")][:1]
    assert (reading["width"], reading["height"]) == size
    face = reading["face"]["box"]
    assert 0.4 < (face["x"] + face["width"] / 2) / size[0] < 0.6


def test_models_that_are_not_there_are_said_to_be_missing(tmp_path: Path) -> None:
    with bench_page(models=tmp_path) as address, watched(address, film.ready(GLANCE).video) as observer:
        assert observer.said["statuses"][-1]["reason"] == "model_missing"


@needs_data
def test_a_real_person_s_glance_is_one_span_of_its_direction(page: str, tmp_path: Path) -> None:
    with watched(page, glance_camera(tmp_path), 480, 848) as observer:
        neutral = observer.neutral()
        assert isinstance(neutral, dict), neutral
        observer.wait_for("said.statements.some(s => s.value === 'left')")
        observer.wait_for("said.statements.filter(s => s.observed === 'gaze').at(-1).value === 'centre'")
        spans = observer.spans("gaze")
    # The clip's right is the viewer's, which is the person's left.
    [glance] = [span for span in spans if span.value not in {"centre", "unknown"}]
    assert glance.value == "left"
    assert glance.seconds == pytest.approx(4.65, abs=TOLERANCE_S)


@needs_data
def test_three_people_are_counted(page: str, tmp_path: Path) -> None:
    with watched(page, image_camera(tmp_path, "three_people")) as observer:
        observer.wait_for("said.statements.some(s => s.observed === 'faces')")
        assert {span.value for span in observer.spans("faces")} == {"3"}
        assert observer.neutral() == "several_faces"
