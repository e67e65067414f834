"""More than one interviewer, and a candidate who wants no notes."""

from collections.abc import Callable

import pytest

from bench.puppet.film import Clip
from e2e.house import House
from e2e.people import Candidate, Interviewer

pytestmark = pytest.mark.whole_machine


@pytest.mark.timeout(180)
def test_everybody_sees_everybody_and_a_choice_against_notes_is_said(
    house: House,
    ada: Interviewer,
    cai: Candidate,
    at_browser: Callable[..., Interviewer],
    steady_clip: Clip,
) -> None:
    ines = at_browser(Interviewer, steady_clip.video)
    ines.sign_in("ines")
    ada.page.goto(f"{house.address}/interviews")
    ada.page.get_by_role("link", name="Imani Okafor").first.click()
    ada.sees_heading("Imani Okafor")
    interview = ada.page.url.rsplit("/", 1)[-1]
    link = ada.invite()
    ada.open_room(interview)
    ines.open_room(interview)
    cai.arrive(link, notes=False)
    ines.let_in()
    ada.start()
    for person in (ada, ines, cai):
        assert person.receives_media(others=2)
        assert person.complaints == []
    ada.sees("The candidate chose to talk without notes.")
    ines.sees("The candidate chose to talk without notes.")

    ines.end()
    cai.sees_heading("That was it. Thank you.")
    ada.sees_heading("Imani Okafor")
    ada.sees("Insufficient evidence")
    ada.sees("Nothing was observed")
