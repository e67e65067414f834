"""Links that do not open: each says why, and what to do."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from e2e.house import House
from e2e.people import Candidate, Interviewer

SEND_ME_ONE = "Send me a new link"


def test_a_garbled_link(house: House, cai: Candidate) -> None:
    cai.open_link(f"{house.address}/i/cut-in-the-midd")
    cai.sees_heading("This link does not open")
    cai.sees("This link does not belong to an interview. Check that it was copied whole.")
    expect(cai.page.get_by_role("button", name=SEND_ME_ONE)).to_be_hidden()


def test_a_replaced_link(ada: Interviewer, cai: Candidate) -> None:
    interview, first = ada.invite_new("Noor Haddad")
    second = ada.invite_again(interview)
    cai.open_link(first)
    cai.sees("A newer link was sent. Use the one in the latest e-mail, or ask for a new one here.")
    cai.press(SEND_ME_ONE)
    cai.sees("A new link is on its way to the e-mail address that we have for you.")

    ada.open_interview(interview)
    third = ada.copy_link()
    assert len({first, second, third}) == 3
    cai.open_link(second)
    cai.sees("A newer link was sent.")
    cai.open_link(third)
    cai.sees_heading("Northwind Hospital invites you to a talk")


def test_an_expired_link(house: House, ada: Interviewer, cai: Candidate) -> None:
    interview, link = ada.invite_new("Mika Laine")
    house.let_days_pass(interview, days=8)
    cai.open_link(link)
    cai.sees("This link is too old. Write to the people who invited you; they can send a new one.")
    expect(cai.page.get_by_role("button", name=SEND_ME_ONE)).to_be_hidden()

    ada.open_interview(interview)
    ada.press("Change")
    soon = datetime.now(UTC) + timedelta(days=2)
    ada.page.get_by_label("Date", exact=True).fill(f"{soon:%Y-%m-%d}")
    ada.press("Save")
    ada.sees("Changed.")
    cai.open_link(ada.copy_link())
    cai.sees_heading("Northwind Hospital invites you to a talk")


def test_the_link_of_a_cancelled_interview(ada: Interviewer, cai: Candidate) -> None:
    interview, link = ada.invite_new("Ravi Menon")
    cai.open_link(link)
    cai.sees_heading("Northwind Hospital invites you to a talk")
    ada.open_interview(interview)
    ada.press("Cancel interview")
    ada.confirm("Cancel interview")
    cai.press("Continue")
    cai.sees("This interview was cancelled.")
    cai.open_link(link)
    cai.sees_heading("This link does not open")
    cai.sees("This interview was cancelled.")
    expect(cai.page.get_by_role("button", name=SEND_ME_ONE)).to_be_hidden()
