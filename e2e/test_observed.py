"""What a device observes: the candidate sees it and switches parts of it off, interviewers see it drawn."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from e2e.house import House
from e2e.logs import exported
from e2e.people import PATIENTLY, Candidate, Interviewer

pytestmark = pytest.mark.whole_machine

HEAD = {"left": (0.25, 0.45), "top": (0.15, 0.4), "width": (0.15, 0.4), "height": (0.25, 0.55)}
"""Where the steady clip's face is, as shares of the picture: no narrower than people would say."""


@pytest.mark.timeout(180)
def test_a_candidate_sees_what_is_observed_and_decides(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    interview, link = ada.invite_new("Sana Aziz")
    cai.arrive(link)
    ada.open_room(interview)
    ada.let_in()
    ada.start()
    cai.sees("notes on attention are taken")

    cai.press(re.compile("What is observed"))
    panel = cai.page.get_by_role("dialog", name="What is observed")
    expect(panel.get_by_role("status")).to_have_text("Your device can see your picture.")
    for name, value in [("Face", "in the picture"), ("People", "only you"), ("Look", "at the screen")]:
        expect(row(panel, name)).to_have_text(value, timeout=PATIENTLY)
    assert_is_head(panel.locator("[data-box=face]"), panel.locator("video"), mirrored=True)

    drawn = ada.page.locator("[data-box=face]")
    expect(drawn).to_be_hidden()
    ada.press("Show what the device sees")
    assert_is_head(drawn, ada.page.get_by_label("Sana Aziz"), mirrored=False)

    panel.get_by_role("switch", name="Things in sight").click()
    expect(panel.get_by_text("switched off by you")).to_be_visible()
    panel.get_by_role("switch", name="The drawing over your picture").click()
    ada.sees("The candidate switched the drawing off")
    expect(drawn).to_be_hidden()

    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    expect(cai.page.get_by_role("button", name=re.compile("What is observed"))).to_be_focused()

    cai.page.reload()
    cai.press(re.compile("What is observed"))
    expect(panel.get_by_role("switch", name="Things in sight")).not_to_be_checked()
    expect(panel.get_by_role("switch", name="Voices and noise")).to_be_checked()
    ada.sees("The candidate switched the drawing off")

    ada.end()
    entries = exported(house, ada.reads_report(), tmp_path)
    own = [entry["payload"] for entry in entries if entry["role"] == "candidate"]
    watched = [one for one in own if one["kind"] == "proctoring.watch_changed" and one["part"] == "objects"]
    assert (watched[-1]["state"], watched[-1]["reason"]) == ("paused", "switched_off")
    assert not [entry for entry in entries if "overlay" in entry["payload"]["kind"]]
    assert ada.complaints == cai.complaints == []


def row(panel: Locator, name: str) -> Locator:
    return panel.locator(f"dt:text-is('{name}') + dd")


def assert_is_head(box: Locator, video: Locator, *, mirrored: bool) -> None:
    """The box lies about the face in this picture, which shows the clip whole."""
    expect(box).to_be_visible(timeout=PATIENTLY)
    face, picture = box.bounding_box(), video.bounding_box()
    assert face and picture
    left = (face["x"] - picture["x"]) / picture["width"]
    shares = {
        "left": 1 - left - face["width"] / picture["width"] if mirrored else left,
        "top": (face["y"] - picture["y"]) / picture["height"],
        "width": face["width"] / picture["width"],
        "height": face["height"] / picture["height"],
    }
    for side, (least, most) in HEAD.items():
        assert least < shares[side] < most, (side, shares)
