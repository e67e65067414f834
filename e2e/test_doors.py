"""Who may open which door, and what is said at the others."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from e2e.house import House
from e2e.people import Candidate, Interviewer


@pytest.fixture
def ines(at_browser: Callable[..., Interviewer], house: House) -> Interviewer:
    """An interviewer, at the door of the desk."""
    person = at_browser(Interviewer)
    person.page.goto(f"{house.address}/sign-in")
    return person


def test_a_wrong_password(ines: Interviewer) -> None:
    ines.page.get_by_label("E-mail address").fill("ines@northwind.example")
    ines.page.get_by_label("Password", exact=True).fill("not the one")
    ines.press("Sign in")
    ines.sees("The address and the password do not belong together. Check both and try again.")
    expect(ines.page.get_by_label("E-mail address")).to_have_value("ines@northwind.example")


def test_signing_in_again_leads_back_to_the_same_page(house: House, ada: Interviewer) -> None:
    ada.page.goto(f"{house.address}/candidates?search=Sora")
    ada.sees("sora@candidates.example")
    house.end_sign_ins()
    ada.page.get_by_role("link", name="Interviews").click()
    ada.page.wait_for_url("**/sign-in?next=*")
    ada.fill_sign_in()
    ada.page.wait_for_url("**/interviews")

    house.end_sign_ins()
    ada.page.go_back()
    ada.page.wait_for_url("**/sign-in?next=*")
    ada.fill_sign_in()
    ada.page.wait_for_url("**/candidates?search=Sora")
    ada.sees("sora@candidates.example")


def test_what_was_typed_outlives_the_session(house: House, ada: Interviewer) -> None:
    ada.fill_plan("Sora Tanaka", "Pharmacist", datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(hours=3))
    house.end_sign_ins()
    ada.press("Plan interview")
    ada.sees("You are not signed in any more. Sign in to go on.")
    ada.in_another_tab().sign_in()
    ada.press("Plan interview")
    ada.arrives_at_interview()
    ada.sees("Pharmacist")


def test_the_room_says_that_one_must_sign_in_again(house: House, ada: Interviewer) -> None:
    interview, _ = ada.invite_new("Ravi Menon")
    ada.open_room(interview)
    ada.sees("Nobody else is here yet")
    house.end_sign_ins()
    house.kill()
    house.start()
    ada.sees("You are not signed in any more. Sign in to go on.")
    ada.press("Use this one")
    ada.page.wait_for_url("**/sign-in?next=*")
    ada.fill_sign_in()
    ada.page.wait_for_url(f"**/interviews/{interview}/room")
    ada.sees("Nobody else is here yet")


def test_the_door_for_candidates(house: House, ada: Interviewer, cai: Candidate) -> None:
    door = f"{house.address}/interview?role=candidate"
    for person in (cai, ada):
        person.page.goto(door)
        person.sees_heading("Please open the link of your invitation")

    _, link = ada.invite_new("Noor Haddad")
    cai.open_link(link)
    cai.press("Continue")
    cai.sees_heading("What we will see, and what you decide")
    cai.page.goto(door)
    cai.page.wait_for_url("**/join")
    cai.sees_heading("What we will see, and what you decide")


def test_the_door_for_interviewers(house: House, ines: Interviewer) -> None:
    door = f"{house.address}/interview?role=interviewer"
    ines.page.goto(door)
    ines.page.wait_for_url("**/sign-in?next=*")
    ines.fill_sign_in("ines")
    ines.page.wait_for_url("**/interviews/*/room")
    ines.sees("Ward nurse")
    room = ines.page.url
    ines.page.goto(door)
    ines.page.wait_for_url(room)

    rhea = ines.in_another_tab()
    rhea.context.clear_cookies()
    rhea.page.goto(door)
    rhea.fill_sign_in("rhea")
    rhea.sees_heading("No interview waits for you")


def test_the_door_asks_who_comes(house: House, cai: Candidate) -> None:
    cai.page.goto(f"{house.address}/interview?role=somebody")
    cai.sees_heading("Who are you?")
    cai.page.get_by_role("link", name="I am the candidate").click()
    cai.sees_heading("Please open the link of your invitation")


def test_a_candidate_sees_nothing_of_the_desk(house: House, ada: Interviewer, cai: Candidate) -> None:
    _, link = ada.invite_new("Mika Laine")
    cai.open_link(link)
    cai.press("Continue")
    cai.sees_heading("What we will see, and what you decide")
    for path in ("today", "candidates", "interviews", "messages", "reports", "me"):
        answer = cai.context.request.get(f"{house.address}/api/{path}")
        assert (answer.status, answer.json()["code"]) == (401, "unauthenticated")
    cai.page.goto(f"{house.address}/today")
    cai.page.wait_for_url("**/sign-in?next=*")


def test_an_interview_of_others_is_not_there(house: House, ada: Interviewer, ines: Interviewer) -> None:
    interview, _ = ada.invite_new("Tove Berg")
    ines.fill_sign_in("ines")
    ines.page.wait_for_url("**/today")
    ines.open_interview(interview)
    ines.sees("There is nothing here that you may see.")
    ines.open_room(interview)
    ines.sees("There is nothing here that you may see.")
    assert ines.context.request.get(f"{house.address}/api/interviews/{interview}").status == 404
