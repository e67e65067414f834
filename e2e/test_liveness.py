"""Asked at the camera: a candidate who answers passes, and the report tells what was asked and seen."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from bench.vision.liveness.puppet import camera
from e2e.house import House
from e2e.people import PATIENTLY, Candidate, Interviewer

pytestmark = pytest.mark.whole_machine

CHECK_LIMIT = 120_000


@pytest.mark.timeout(300)
def test_a_candidate_shows_that_they_sit_at_the_camera(
    house: House, ada: Interviewer, at_browser: Callable[..., Candidate]
) -> None:
    iris = at_browser(Candidate)
    iris.context.add_init_script(camera("person", seed=1))
    interview, link = ada.invite_new("Iris Novak")
    iris.agree(link)
    iris.press("This works")
    iris.measures_centre()
    iris.press("Go on without")
    answers_all(iris)
    iris.press("Go on")
    iris.sees_heading("You are in the lobby")

    ada.open_room(interview)
    ada.let_in()
    ada.start()
    ada.end()
    session = ada.reads_report()
    report = json.loads(house.run("report", "export", session, "--format", "json").stdout)
    [checked] = report["watch"]["liveness"]
    assert checked["outcome"] == "answered"
    assert len(checked["answers"]) == 4
    assert {"blink", "follow_dot"} < {answer["asked"] for answer in checked["answers"]}
    ada.press(re.compile("^How it was observed"))
    ada.sees("asked to follow a dot")


def answers_all(person: Candidate) -> None:
    """As often as the page allows: on a machine that is busy, an answer may come late."""
    person.sees_heading("Show that a person sits at the camera")
    result = person.page.get_by_role("heading", name=re.compile("^(Everything|Not everything) was seen$"))
    person.press("Start")
    for _ in range(3):
        expect(result).to_be_visible(timeout=CHECK_LIMIT)
        if result.inner_text() == "Everything was seen":
            return
        person.press("Once more")
        expect(result).to_be_hidden(timeout=PATIENTLY)
    raise AssertionError("not everything was seen")
