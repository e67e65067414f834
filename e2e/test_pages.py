"""Every page can be used by everybody, and none asks anybody but us for anything."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Request

from e2e.access import Fault, faults
from e2e.conftest import ARTIFACTS
from e2e.house import House
from e2e.people import Candidate, Interviewer


@pytest.fixture(scope="module")
def pictures() -> Path | None:
    """With PICTURES=1, every page is drawn into e2e/artifacts for a person to look at."""
    if not os.environ.get("PICTURES"):
        return None
    ARTIFACTS.mkdir(exist_ok=True)
    return ARTIFACTS


def strangers(context: BrowserContext, house: House) -> list[str]:
    """Fills with the addresses of requests that leave the house."""
    asked: list[str] = []
    own = (house.address, house.address.replace("http", "ws", 1), "data:", "blob:")

    def note(request: Request) -> None:
        if not request.url.startswith(own):
            asked.append(request.url)

    context.on("request", note)
    return asked


@pytest.mark.timeout(300)
def test_the_desk(ada: Interviewer, house: House, pictures: Path | None) -> None:
    asked = strangers(ada.context, house)
    found: list[Fault] = []
    ada.plan_interview("Sora Tanaka", "Data engineer")
    planned = ada.page.url
    ada.invite()
    letter = ada.page.url
    ada.page.goto(f"{house.address}/candidates")
    ada.page.get_by_role("link", name="Sora Tanaka").click()
    candidate = ada.page.url
    pages = {
        "today": "/today",
        "candidates": "/candidates",
        "candidate": candidate,
        "interviews": "/interviews",
        "plan": "/interviews/new",
        "interview": planned,
        "reports": "/reports",
        "messages": "/messages",
        "letter": letter,
        "door": "/interview",
        "nowhere": "/nowhere",
    }
    for name, address in pages.items():
        ada.page.goto(address if address.startswith("http") else f"{house.address}{address}")
        ada.page.get_by_role("heading", level=1).wait_for()
        ada.page.wait_for_load_state("networkidle")
        found += faults(ada.page, name, pictures)
    assert found == []
    assert asked == []


@pytest.mark.timeout(300)
def test_the_interview(
    ada: Interviewer,
    cai: Candidate,
    house: House,
    pictures: Path | None,
    at_browser: Callable[..., Candidate],
) -> None:
    asked = [*strangers(ada.context, house), *strangers(cai.context, house)]
    found: list[Fault] = []
    stranger = at_browser(Candidate)
    stranger.page.goto(f"{house.address}/sign-in")
    stranger.page.get_by_role("heading", level=1).wait_for()
    found += faults(stranger.page, "sign-in", pictures)
    stranger.open_link(f"{house.address}/i/nobody-wrote-this")
    stranger.sees_heading("This link does not open")
    found += faults(stranger.page, "wrong-link", pictures)

    interview = ada.plan_interview("Lena Fischer", "Ward nurse")
    link = ada.invite()
    cai.open_link(link)
    cai.sees_heading("Northwind Hospital invites you to a talk")
    found += faults(cai.page, "invitation", pictures)
    cai.press("Continue")
    cai.sees_heading("What we will see, and what you decide")
    found += faults(cai.page, "consent", pictures)
    cai.page.get_by_text("Yes, notes may be taken").click()
    cai.press("Agree and test my camera")
    cai.sees_heading("Can you see and hear yourself?")
    found += faults(cai.page, "green-room", pictures)
    cai.press("This works")
    cai.sees_heading("Look at the screen for three seconds")
    found += faults(cai.page, "neutral", pictures)
    cai.hold_still()
    cai.sees_heading("You are in the lobby")
    found += faults(cai.page, "lobby", pictures)

    ada.open_room(interview)
    ada.page.get_by_role("button", name="Let in").wait_for()
    found += faults(ada.page, "room-lobby", pictures)
    ada.let_in()
    ada.start()
    assert ada.receives_media()
    ada.sees("at the screen")
    found += faults(ada.page, "room", pictures)
    found += faults(cai.page, "talk", pictures)
    ada.end()
    cai.sees_heading("That was it. Thank you.")
    found += faults(cai.page, "thanks", pictures)
    ada.reads_report()
    found += faults(ada.page, "report", pictures)
    assert found == []
    assert asked == []
    assert ada.complaints == cai.complaints == []
