"""A real person's glance, filmed by a webcam, through the same camera and pages as the puppet's."""

import json
from collections.abc import Callable
from pathlib import Path

import cv2
import pytest

from bench.vision.cameras import DATA, FPS, clip_pictures, framed_picture, write_camera
from e2e.house import House
from e2e.people import Candidate, Interviewer

pytestmark = pytest.mark.whole_machine

CLIP = DATA / "clips" / "center_right_center.mp4"
STEADY_S = 5


@pytest.fixture
def glance(tmp_path: Path) -> Path:
    """Centre, at 10 s to the right as the viewer sees it, at 15 s back; 5 steady seconds more before it."""
    if not CLIP.exists():
        pytest.skip(f"The real clip {CLIP.name} is not on this machine; it is not part of the project.")
    pictures = [framed_picture(one, 640, 480) for one in clip_pictures(CLIP, cv2.ROTATE_90_CLOCKWISE)]
    return write_camera(tmp_path / "glance.mjpeg", [*pictures[: STEADY_S * FPS], *pictures])


@pytest.mark.timeout(240)
def test_a_real_glance_is_observed_on_the_right_side(
    house: House, ada: Interviewer, at_browser: Callable[..., Candidate], glance: Path, tmp_path: Path
) -> None:
    someone = at_browser(Candidate, glance)
    interview = ada.plan_interview("Lena Fischer", "Ward nurse")
    link = ada.invite()
    ada.open_room(interview)
    someone.arrive(link)
    ada.let_in()
    ada.start()

    ada.sees("to their left")
    ada.sees("at the screen")
    ada.end()
    session = ada.reads_report()

    log = tmp_path / "log.jsonl"
    assert house.run("report", "export", session, "--format", "log", "--out", str(log)).returncode == 0
    with log.open(encoding="utf-8") as lines:
        payloads = [json.loads(line).get("payload") or {} for line in lines]
    looked = {one["value"] for one in payloads if one.get("observed") == "gaze"}
    assert "left" in looked, "the clip's right is the viewer's, which is the person's left"
    assert "right" not in looked
