"""Letters to a real mail server: one that takes them, one that refuses, and none at all."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from e2e.house import House, free_port
from e2e.people import Candidate, Interviewer
from e2e.post import PostOffice, words_of

A_SECOND_ATTEMPT_MS = 60_000


@pytest.fixture(scope="module")
def post() -> Iterator[PostOffice]:
    """Closed at first."""
    office = PostOffice(free_port())
    yield office
    office.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, post: PostOffice) -> Iterator[House]:
    settings = {"FAIRVIEW_SMTP_URL": f"smtp://127.0.0.1:{post.port}"}
    built = House(tmp_path_factory.mktemp("house"), free_port(), settings)
    built.start()
    yield built
    built.stop()


def test_without_a_mail_server_the_letter_is_safe(ada: Interviewer, post: PostOffice) -> None:
    post.close()
    interview = invited(ada, "Lena Fischer")
    ada.sees("The mail server cannot be reached. The letter is safe here and is tried again.")
    ada.sees_state("on its way")
    ada.open_interview(interview)
    ada.sees("On its way since")
    ada.sees("The mail server cannot be reached. The letter is safe here and is tried again.")


def test_the_letter_arrives_with_the_time_of_the_candidate(
    ada: Interviewer, cai: Candidate, post: PostOffice
) -> None:
    post.open()
    interview = invited(ada, "Sora Tanaka")
    letter = post.letter_to("sora@candidates.example")
    ada.sees_state("sent")
    planned = ada.downloads(f"/api/interviews/{interview}")
    starts_at = datetime.fromisoformat(planned["starts_at"])

    there = starts_at.astimezone(ZoneInfo("Asia/Tokyo"))
    text = words_of(letter)
    assert f"{there:%H:%M} (Asia/Tokyo, UTC+09:00)" in text
    (file,) = (part for part in letter.iter_attachments() if part.get_filename() == "invitation.ics")
    calendar = Calendar.from_ical(file.get_content())
    (event,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event.decoded("DTSTART")) == ("REQUEST", starts_at)
    assert event["URL"] == link_in(text)

    cai.open_link(link_in(text))
    cai.sees_heading("Northwind Hospital invites you to a talk")


def test_a_refused_address_is_told_and_can_be_corrected(ada: Interviewer, post: PostOffice) -> None:
    post.open()
    post.unknown.add("noor.hadad@candidates.example")
    ada.add_candidate("Noor Haddad", "noor.hadad@candidates.example", "Asia/Beirut")
    invited(ada, "Noor Haddad")
    ada.sees_state("not delivered")
    ada.sees("The mail server does not accept this address. Correct it with the candidate and send the")
    ada.sees("550 5.1.1 Nobody of that name lives here")

    ada.page.get_by_role("link", name="Today").click()
    waiting = ada.page.get_by_role("listitem").filter(has_text="Noor Haddad")
    expect(waiting).to_contain_text("invitation to Noor Haddad could not be delivered")
    waiting.get_by_role("link", name="Correct").click()
    interview = ada.arrives_at_interview()
    ada.sees("Could not be delivered.")
    correct_address(ada, "Noor Haddad", "noor.haddad@candidates.example")
    ada.open_interview(interview)
    ada.press("Send again")
    ada.confirm("Send again")
    assert "Noor Haddad" in words_of(post.letter_to("noor.haddad@candidates.example"))

    ada.page.get_by_role("link", name="Read the letter").click()
    ada.sees_state("sent")
    ada.page.get_by_role("link", name="Today").click()
    ada.sees_heading("Today’s interviews")
    expect(ada.page.get_by_text("could not be delivered")).to_be_hidden()


def test_a_letter_that_waited_goes_out_by_itself(house: House, ada: Interviewer, post: PostOffice) -> None:
    """The demo's invitation was written before any mail server was there."""
    post.open()
    ada.page.goto(f"{house.address}/messages")
    ada.page.get_by_role("row").filter(has_text="cai@candidates.example").get_by_role("link").click()
    ada.sees_heading("Backend engineer, second talk")
    ada.sees_state("sent", timeout=A_SECOND_ATTEMPT_MS)


def invited(ada: Interviewer, name: str) -> str:
    """Plans and sends, and opens the letter. Returns the interview."""
    interview = ada.plan_interview(name, "Data engineer")
    ada.press("Send invitation")
    ada.page.get_by_role("link", name="Read the letter").click()
    ada.page.wait_for_url("**/messages/*")
    return interview


def correct_address(ada: Interviewer, name: str, email: str) -> None:
    ada.page.get_by_role("link", name=name).click()
    ada.press("Change")
    dialog = ada.page.get_by_role("dialog")
    dialog.get_by_label("E-mail address").fill(email)
    dialog.get_by_role("button", name="Save").click()
    ada.sees(email)


def link_in(text: str) -> str:
    found = re.search(r"https?://\S+/i/\S+", text)
    assert found, text
    return found.group(0)
