"""Times that no clock shows, or shows twice, and hands that are quicker than the page."""

from calendar import monthcalendar
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from e2e.house import House
from e2e.logs import exported
from e2e.people import Candidate, Interviewer

BERLIN = ZoneInfo("Europe/Berlin")
NEXT_YEAR = datetime.now(BERLIN).year + 1


def half_past_two(month: int) -> datetime:
    """In the night in which the clocks of Berlin change: the last Sunday of March or October."""
    last_sunday = max(week[-1] for week in monthcalendar(NEXT_YEAR, month))
    return datetime(NEXT_YEAR, month, last_sunday, 2, 30, tzinfo=BERLIN)


def assert_still_there(ada: Interviewer, title: str, time: str) -> None:
    """Nothing was planned, and what was typed stays."""
    assert ada.page.url.endswith("/interviews/new")
    expect(ada.page.get_by_label("For", exact=True)).to_have_value(title)
    expect(ada.page.get_by_label("Time", exact=True)).to_have_value(time)
    planned = ada.downloads("/api/interviews?when=all")["items"]
    assert title not in [interview["title"] for interview in planned]


def test_an_hour_that_the_clocks_skip(ada: Interviewer) -> None:
    ada.fill_plan("Sora Tanaka", "Night nurse", half_past_two(month=3))
    ada.sees("Clocks in Berlin go forward on this day and never show 02:30.")
    ada.press("Plan interview")
    assert_still_there(ada, "Night nurse", "02:30")

    ada.press("Use 03:00")
    ada.press("Plan interview")
    planned = ada.downloads(f"/api/interviews/{ada.arrives_at_interview()}")
    assert planned["starts_at"].endswith("T01:00:00Z")


def test_an_hour_that_the_clocks_show_twice(ada: Interviewer) -> None:
    ada.fill_plan("Sora Tanaka", "Ward sister", half_past_two(month=10))
    ada.sees("Clocks in Berlin go back on this day and show 02:30 twice. Say which one you mean.")
    ada.press("Plan interview")
    assert_still_there(ada, "Ward sister", "02:30")

    ada.page.get_by_text("The second, after the change").click()
    ada.press("Plan interview")
    planned = ada.downloads(f"/api/interviews/{ada.arrives_at_interview()}")
    assert planned["starts_at"].endswith("T01:30:00Z")


def test_a_time_that_has_passed(ada: Interviewer) -> None:
    yesterday = datetime.now(BERLIN) - timedelta(days=1)
    ada.fill_plan("Sora Tanaka", "Time traveller", yesterday)
    ada.sees("This time has passed. Choose a later one.")
    ada.press("Plan interview")
    assert_still_there(ada, "Time traveller", f"{yesterday:%H:%M}")


@pytest.mark.timeout(180)
def test_every_button_pressed_twice_does_it_once(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    ada.fill_plan("Lena Fischer", "Midwife", datetime.now(BERLIN) + timedelta(hours=2))
    ada.press_twice("Plan interview")
    interview = ada.arrives_at_interview()
    ada.press_twice("Send invitation")
    cai.arrive(ada.copy_link(), notes=False)
    ada.open_room(interview)
    ada.press_twice("Let in")
    ada.press_twice("Start the interview")
    cai.sees("no notes on attention")
    ada.press("End interview")
    ada.page.get_by_role("alertdialog").get_by_role("button", name="End interview").dblclick()
    session = ada.reads_report()

    planned = ada.downloads("/api/interviews?when=all")["items"]
    assert [one["title"] for one in planned].count("Midwife") == 1
    letters = ada.downloads("/api/messages")["items"]
    assert [one["to"] for one in letters].count("lena@candidates.example") == 1
    kinds = [entry["kind"] for entry in exported(house, session, tmp_path)]
    for kind in ("rooms.participant_admitted", "rooms.session_started", "rooms.session_ended"):
        assert kinds.count(kind) == 1
