"""One candidate in two places: the newer goes on when they say so, and the older says that it has ended."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.puppet.film import Clip
from e2e.house import House
from e2e.logs import assert_receipts_are_honoured, assert_streams_have_no_holes, exported
from e2e.network import candidates_streams
from e2e.people import Candidate, Interviewer

pytestmark = pytest.mark.whole_machine


@pytest.mark.timeout(180)
def test_a_second_tab_takes_over_when_told_to(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    interview, link = ada.invite_new("Noor Haddad")
    ada.open_room(interview)
    cai.arrive(link)
    ada.let_in()
    ada.start()
    assert ada.receives_media()
    cai.has_acknowledged(entries=20)

    tab = cai.in_another_tab()
    tab.page.goto(f"{house.address}/join")
    tab.press("This works")
    tab.hold_still(until="The interview is open in another tab")
    tab.sees("Only one tab at a time can take part. Go on there, or use this one; the other then closes.")
    assert cai.receives_media(), "nothing happens to the first tab until the person says so"

    tab.press("Use this one")
    cai.sees_heading("This page is no longer in the interview")
    cai.sees("The interview goes on in another tab of this browser.")
    assert cai.is_off_camera()
    assert tab.receives_media()
    assert ada.decodes_pictures_meanwhile()
    tab.has_acknowledged(entries=50)

    ada.end()
    tab.sees("All notes of your device have arrived.")
    entries = exported(house, ada.reads_report(), tmp_path)
    assert_streams_have_no_holes(entries)
    (candidates,) = candidates_streams(entries)
    assert len({entry["epoch"] for entry in candidates}) == 2, "one stream, written by two pages"
    assert "evidence.gap_noted" not in [entry["kind"] for entry in entries]
    for person in (ada, cai, tab):
        assert person.complaints == []


@pytest.mark.timeout(180)
def test_a_second_device_takes_over_when_told_to(
    house: House,
    ada: Interviewer,
    cai: Candidate,
    at_browser: Callable[..., Candidate],
    steady_clip: Clip,
    tmp_path: Path,
) -> None:
    interview, link = ada.invite_new("Mika Laine")
    ada.open_room(interview)
    cai.arrive(link)
    ada.let_in()
    ada.start()
    assert cai.receives_media()
    cai.has_acknowledged(entries=20)

    phone = at_browser(Candidate, steady_clip.video, width=390, height=800)
    phone.open_link(link)
    phone.sees("This interview is already open on another device or browser. If you continue here, it closes")
    assert cai.receives_media(), "to look at the link changes nothing"

    held = cai.receipts()
    phone.press("Continue here instead")
    cai.sees_heading("This page is no longer in the interview")
    cai.sees("The interview was opened on another device or in another window, so it closed here.")
    assert cai.is_off_camera()
    cai.page.reload()
    cai.sees("You opened this interview on another device. Go on there, or open your link here again.")
    phone.sees_heading("Can you see and hear yourself?")
    phone.press("This works")
    phone.hold_still(until="Data engineer")
    assert phone.receives_media(), "who was let in stays let in"
    phone.has_acknowledged(entries=20)
    assert ada.decodes_pictures_meanwhile()

    ada.end()
    phone.sees("All notes of your device have arrived.")
    entries = exported(house, ada.reads_report(), tmp_path)
    assert_receipts_are_honoured([*held, *phone.receipts()], entries)
    assert_streams_have_no_holes(entries)
    assert len(candidates_streams(entries)) == 2, "each device writes its own"
    for person in (ada, cai, phone):
        assert person.complaints == []
