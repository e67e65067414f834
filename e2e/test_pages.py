"""Every page can be used by everybody, and none asks anybody but us for anything."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Request

from bench.puppet.film import Clip
from e2e.access import Fault, faults
from e2e.conftest import ARTIFACTS
from e2e.house import House
from e2e.names import reads_as
from e2e.people import Candidate, Interviewer
from e2e.recruiting import Recruiter
from e2e.writing import runs, sees_code, writes

LATE = """Full name;E-mail;Zone;Ward
Mira Kallas;mira@candidates.example;Europe/Tallinn;surgery
Tomas Vega;tomas@candidates.example;Europe/Madrid;intensive care
Jo Park;jo.park at home;Asia/Seoul;surgery
;warwick@candidates.example;Atlantis;paediatrics
"""
READ_OUT = ("plan", "import-preview", "draw", "lot", "schedule-plan")
"""Of the desk's pages: those of a recruiter's way from a file to an invitation."""


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
        "board": "/interviews/board",
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
        if name in READ_OUT:
            reads_as(ada.page, name)
        found += faults(ada.page, name, pictures)
    assert found == []
    assert asked == []


@pytest.mark.timeout(300)
def test_pools_and_lots(
    at_browser: Callable[..., Recruiter], house: House, pictures: Path | None, tmp_path: Path
) -> None:
    ada = at_browser(Recruiter)
    asked = strangers(ada.context, house)
    found: list[Fault] = []

    def look(name: str) -> None:
        ada.page.wait_for_load_state("networkidle")
        if name in READ_OUT:
            reads_as(ada.page, name)
        found.extend(faults(ada.page, name, pictures))

    ada.sign_in()
    ada.page.goto(f"{house.address}/pools")
    ada.sees("Ward nurses, spring")
    look("pools")
    ada.page.get_by_role("link", name="Ward nurses, spring").click()
    ada.sees_heading("Files")
    pool = ada.page.url
    look("pool")

    ada.page.get_by_role("link", name="Bring in a file").first.click()
    ada.sees_heading("Bring in a file")
    look("import")
    (late := tmp_path / "late.csv").write_text(LATE, encoding="utf-8")
    ada.chooses_file(late)
    ada.page.get_by_role("button", name="Look it over").wait_for()
    look("import-columns")
    ada.looks_over(late)
    look("import-preview")
    ada.writes_it(2)
    look("import-done")

    ada.page.goto(pool)
    ada.page.get_by_role("link", name="Draw a lot").first.click()
    ada.page.get_by_label("How many").wait_for()
    look("draw")
    ada.page.goto(pool)
    lot = ada.draws(3, "5eed" * 16)
    look("lot")
    ada.page.goto(f"{house.address}/lots")
    ada.sees("First round")
    look("lots")

    ada.page.goto(f"{house.address}/lots/{lot}/schedule")
    ada.page.get_by_label("For", exact=True).fill("Ward nurse")
    ada.page.get_by_label("First day").fill(f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%d}")
    look("schedule")
    ada.press("Propose times")
    ada.sees_heading(re.compile("^Plan for"))
    look("schedule-plan")
    ada.page.goto(f"{house.address}/lots")
    ada.page.get_by_role("link", name="First round").click()
    ada.page.get_by_role("link", name="Compare").click()
    ada.sees_heading(re.compile("side by side|Compar"))
    look("compare")
    ada.page.goto(f"{house.address}/tokens")
    ada.sees_heading("Other programs")
    look("tokens")
    assert found == []
    assert asked == []
    assert ada.complaints == []


@pytest.mark.timeout(300)
def test_the_interview(
    cai: Candidate,
    house: House,
    pictures: Path | None,
    at_browser: Callable[..., Any],
    steady_clip: Clip,
) -> None:
    ada: Recruiter = at_browser(Recruiter, steady_clip.video)
    ada.sign_in()
    asked = [*strangers(ada.context, house), *strangers(cai.context, house)]
    found: list[Fault] = []
    stranger: Candidate = at_browser(Candidate)
    stranger.page.goto(f"{house.address}/sign-in")
    stranger.page.get_by_role("heading", level=1).wait_for()
    found += faults(stranger.page, "sign-in", pictures)
    stranger.open_link(f"{house.address}/i/nobody-wrote-this")
    stranger.sees_heading("This link does not open")
    found += faults(stranger.page, "wrong-link", pictures, finger=True)

    interview = ada.plan_interview("Lena Fischer", "Ward nurse")
    link = ada.invite()
    cai.open_link(link)
    cai.sees_heading("Northwind Hospital invites you to a talk")
    reads_as(cai.page, "invitation")
    found += faults(cai.page, "invitation", pictures, finger=True)
    cai.press("Continue")
    cai.sees_heading("What we will see, and what you decide")
    reads_as(cai.page, "consent")
    found += faults(cai.page, "consent", pictures, finger=True)
    cai.decide()
    cai.sees_heading("Can you see and hear yourself?")
    reads_as(cai.page, "green-room")
    found += faults(cai.page, "green-room", pictures, finger=True)
    cai.press("This works")
    cai.sees_heading("Look at the screen for three seconds")
    found += faults(cai.page, "neutral", pictures, finger=True)
    cai.hold_still()
    cai.sees_heading("You are in the lobby")
    reads_as(cai.page, "lobby")
    found += faults(cai.page, "lobby", pictures, finger=True)

    ada.open_room(interview)
    ada.page.get_by_role("button", name="Let in").wait_for()
    found += faults(ada.page, "room-lobby", pictures)
    ada.let_in()
    ada.start()
    assert ada.receives_media()
    ada.sees("at the screen")
    reads_as(ada.page, "room", "body")
    found += faults(ada.page, "room", pictures)
    reads_as(cai.page, "talk", "body")
    found += faults(cai.page, "talk", pictures, finger=True)
    ada.gives_exercise("The longest tide window")
    writes(cai, "print(int('one'))")
    sees_code(ada, "int('one')")
    runs(cai, "Run examples", "0 of 3 examples")
    found += faults(ada.page, "room-code", pictures)
    found += faults(cai.page, "talk-code", pictures)
    ada.rates(["4", "3"])
    ada.notes("Reads the message before changing anything.")
    ada.sees_state("Saved")
    reads_as(ada.page, "room-scorecard")
    found += faults(ada.page, "room-scorecard", pictures)
    ada.end()
    cai.sees_heading("That was it. Thank you.")
    reads_as(cai.page, "thanks")
    found += faults(cai.page, "thanks", pictures, finger=True)
    ada.reads_report()
    reads_as(ada.page, "report")
    found += faults(ada.page, "report", pictures)
    ada.press("Replay from the first key")
    ada.page.get_by_role("slider", name="Time").press("End")
    found += faults(ada.page, "report-replay", pictures)
    assert found == []
    assert asked == []
    assert ada.complaints == cai.complaints == []
