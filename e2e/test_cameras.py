"""Cameras that may not be used, are not there, or go away in the middle: the talk takes place nonetheless."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from bench.vision.cameras import still, write_camera
from e2e.house import House
from e2e.logs import exported
from e2e.people import Candidate, Interviewer

pytestmark = pytest.mark.whole_machine


def test_a_denied_camera(house: House, ada: Interviewer, at_browser: Callable[..., Candidate]) -> None:
    noor = at_browser(Candidate, allow_camera=False)
    noor.context.grant_permissions([])
    noor.agree(ada.invite_new("Noor Haddad")[1])
    noor.sees("The browser may not use your camera.")
    noor.sees("To allow it, click the sign to the left of the address")
    noor.sees("Nothing was seen.")
    expect(noor.page.get_by_role("button", name="This works")).to_be_hidden()

    noor.context.grant_permissions(["camera", "microphone"], origin=house.address)
    noor.press("Try again")
    expect(noor.page.get_by_text("The browser may not use your camera.")).to_be_hidden()
    noor.press("This works")
    noor.sees_heading("Look at the screen for three seconds")


def test_no_camera_at_all(ada: Interviewer, at_browser: Callable[..., Candidate]) -> None:
    mika = at_browser(Candidate, cameras=0)
    interview, link = ada.invite_new("Mika Laine")
    mika.agree(link)
    mika.sees("No camera was found.")
    expect(mika.page.get_by_role("button", name="This works")).to_be_hidden()
    mika.press("Go on with sound only")
    mika.sees_heading("You are in the lobby")
    mika.sees("No camera was found.")
    ada.open_room(interview)
    ada.let_in()
    ada.start()
    assert ada.hears_sound_meanwhile()
    ada.sees("Mika Laine has the camera off")
    ada.sees("the camera is off")
    mika.sees("no notes while the camera is off")


@pytest.mark.timeout(180)
def test_a_camera_that_is_unplugged_and_comes_back(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    cai.may_lose_camera()
    interview, link = ada.invite_new("Ravi Menon")
    ada.open_room(interview)
    cai.arrive(link)
    ada.let_in()
    ada.start()
    assert ada.receives_media()
    cai.sees("notes on attention are taken")

    cai.unplug_camera()
    cai.sees("Your camera was unplugged. It comes back by itself when you plug it in again; the talk goes on")
    cai.sees("no notes: the camera is gone")
    ada.sees("Ravi Menon has the camera off")
    ada.sees("the camera is gone")
    assert ada.hears_sound_meanwhile()
    assert cai.decodes_pictures_meanwhile()

    cai.plug_camera_in()
    cai.sees("notes on attention are taken")
    expect(cai.page.get_by_text("Your camera was unplugged.")).to_be_hidden()
    assert ada.decodes_pictures_meanwhile()
    expect(ada.page.get_by_text("Ravi Menon has the camera off")).to_be_hidden()

    ada.end()
    entries = exported(house, ada.reads_report(), tmp_path)
    own = [entry["payload"] for entry in entries if entry["role"] == "candidate"]
    cameras = [(one["camera"], one["reason"]) for one in own if one["kind"] == "rooms.media_changed"]
    assert cameras[:2] == [(False, "device_lost"), (True, "device_found")]
    watched = [one["reason"] for one in own if one["kind"] == "proctoring.watch_changed"]
    assert "camera_lost" in watched
    assert cai.complaints == []


NAMED_LIKE_A_PROGRAM = """
    Object.defineProperty(MediaStreamTrack.prototype, 'label', {get: () => 'OBS Virtual Camera'})
"""


@pytest.mark.timeout(180)
def test_a_covered_camera_that_is_a_program(
    house: House, ada: Interviewer, at_browser: Callable[..., Candidate], tmp_path: Path
) -> None:
    covered = write_camera(tmp_path / "covered.mjpeg", still(np.zeros((480, 640, 3), np.uint8), seconds=2))
    lena = at_browser(Candidate, covered)
    lena.context.add_init_script(NAMED_LIKE_A_PROGRAM)
    interview, link = ada.invite_new("Lena Brandt")
    lena.agree(link)
    lena.sees("Your picture is black. Is the lens covered, or its shutter closed?")
    lena.press("This works")
    lena.press("Go on without")
    lena.sees_heading("You are in the lobby")

    ada.open_room(interview)
    ada.let_in()
    ada.start()
    lena.sees("no notes: the picture is black")
    ada.sees("the picture is black")
    ada.end()
    entries = exported(house, ada.reads_report(), tmp_path)
    own = [entry["payload"] for entry in entries if entry["role"] == "candidate"]
    [camera] = [one for one in own if one["kind"] == "proctoring.camera_used"]
    assert (camera["width"], camera["height"]) == (640, 480)
    assert (camera["is_virtual"], camera["label"]) == (True, "OBS Virtual Camera")
    watched = [one["reason"] for one in own if one["kind"] == "proctoring.watch_changed"]
    assert "camera_black" in watched
