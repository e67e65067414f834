"""A candidate from the link to the lobby: by the keyboard alone, on a phone, and without motion."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from bench.puppet.film import Clip
from e2e.access import FINGER_PX, MOVING, SMALL_TARGETS, faults, lasting
from e2e.house import House
from e2e.keyboard import CandidateByKeyboard
from e2e.people import Candidate, Interviewer

PHONE = {"width": 360, "height": 740}


def test_by_the_keyboard_alone(
    ada: Interviewer, at_browser: Callable[..., CandidateByKeyboard], steady_clip: Clip
) -> None:
    noor = at_browser(CandidateByKeyboard, steady_clip.video, height=600)
    noor.open_link(ada.invite_new("Noor Haddad")[1])
    noor.arrives_at("Northwind Hospital invites you to a talk")
    expect(noor.page.get_by_role("heading", level=1)).to_have_accessible_description("1 of 4 · Invitation")
    noor.press("Continue")

    noor.arrives_at("What we will see, and what you decide")
    expect(noor.page.get_by_role("heading", level=1)).to_have_accessible_description("2 of 4 · Your decision")
    yes = noor.page.get_by_role("radio", name="Yes, notes may be taken")
    noor.tabs_to(yes)
    noor.page.keyboard.press("Space")
    voices = noor.page.get_by_role("checkbox", name="Voices and noise")
    noor.tabs_to(voices)
    noor.page.keyboard.press("Space")
    noor.press("Agree and test my camera")

    noor.arrives_at("Can you see and hear yourself?")
    noor.press("Back")
    noor.arrives_at("What we will see, and what you decide")
    expect(yes).to_be_checked()
    expect(voices).to_be_checked()
    expect(noor.page.get_by_role("checkbox", name="Things in sight")).not_to_be_checked()
    noor.press("Agree and test my camera")

    noor.arrives_at("Can you see and hear yourself?")
    noor.press("Play a sound")
    noor.press("Yes, I heard it")
    noor.sees("Good: you will hear the others.")
    noor.press("This works")
    noor.arrives_at("Look at the screen for three seconds")
    noor.press("Go on without")
    noor.arrives_at("You are in the lobby")
    expect(noor.page.get_by_role("timer")).to_contain_text("Starts in")
    noor.press("Leave")
    noor.arrives_at("You have left")
    assert noor.is_off_camera()
    assert noor.complaints == []


def test_on_a_phone_without_motion(
    ada: Interviewer, at_browser: Callable[..., Candidate], steady_clip: Clip
) -> None:
    mika = at_browser(Candidate, steady_clip.video, touch=True, **PHONE)
    mika.page.emulate_media(reduced_motion="reduce")
    mika.open_link(ada.invite_new("Mika Laine")[1])
    fits_a_phone(mika, "Continue")
    mika.press("Continue")
    mika.sees_heading("What we will see, and what you decide")
    fits_a_phone(mika, "Agree and test my camera")
    mika.page.get_by_text("Yes, notes may be taken").tap()
    fits_a_phone(mika, "Agree and test my camera")
    mika.press("Agree and test my camera")
    mika.sees("Your voice is heard.")
    fits_a_phone(mika, "This works")
    mika.press("This works")
    mika.sees_heading("Look at the screen for three seconds")
    fits_a_phone(mika, "Start")
    mika.press("Go on without")
    mika.sees_heading("You are in the lobby")
    fits_a_phone(mika, "Mute")
    assert mika.complaints == []


def fits_a_phone(person: Candidate, action: str) -> None:
    """Nothing is wider than the screen, nothing too small for a thumb, the next step in sight, all still."""
    person.page.evaluate("scrollTo(0, 0)")
    expect(person.page.get_by_role("button", name=action, exact=True)).to_be_in_viewport(ratio=1)
    assert person.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = lasting(person.page, SMALL_TARGETS, FINGER_PX)
    assert small == [], small
    assert person.page.evaluate(MOVING) == []


@pytest.mark.timeout(180)
def test_what_a_candidate_needs_is_told_read_and_answered(
    ada: Interviewer, at_browser: Callable[..., Candidate], steady_clip: Clip
) -> None:
    tala = at_browser(Candidate, steady_clip.video, touch=True, **PHONE)
    interview, link = ada.invite_new("Tala Haddad")
    tala.open_link(link)
    asked = tala.page.get_by_role("group").filter(has_text="I need something else")
    asked.get_by_text("I need something else").tap()
    tala.click(asked.get_by_role("button", name="Send to Northwind Hospital"))
    tala.sees("There are no words in it yet.")
    tala.fill(asked.get_by_label("Your message"), "A quarter of an hour more, please: I read slowly.")
    tala.click(asked.get_by_role("button", name="Send to Northwind Hospital"))
    tala.sees("It has arrived. The answer comes by e-mail.")
    tala.sees("You said what you need")
    assert faults(tala.page, "need-told", finger=True) == []

    ada.visit("/today")
    waiting = ada.page.get_by_role("listitem").filter(
        has_text="candidate asks something before the talk: Tala"
    )
    ada.click(waiting.get_by_role("link", name="Read and answer"))
    ada.sees("A quarter of an hour more, please: I read slowly.")
    assert faults(ada.page, "need-read") == []
    ada.press("Answer")
    dialog = ada.page.get_by_role("dialog", name="Answer Tala Haddad")
    ada.fill(dialog.get_by_label("Your answer"), "We planned an hour. See you then.")
    ada.click(dialog.get_by_role("button", name="Send the answer"))
    ada.sees("We planned an hour. See you then.")
    ada.visit("/today")
    ada.sees_heading("Today’s interviews")
    expect(waiting).to_have_count(0)
    ada.open_interview(interview)
    ada.click(ada.page.get_by_role("link", name="All its messages"))
    ada.sees("An answer to your message to Northwind Hospital")

    ada.open_interview(interview)
    ada.press("Switch off or on")
    switches = ada.page.get_by_role("dialog", name="What is not counted for Tala Haddad")
    ada.click(switches.get_by_role("checkbox", name="Looking away"))
    assert faults(ada.page, "rules-off") == []
    ada.click(switches.get_by_role("button", name="Save"))
    ada.sees("Saved. It holds from now on.")
    ada.sees_state("Looking away")

    tala.page.reload()
    tala.sees("The answer was sent by e-mail")
    tala.press("Continue")
    tala.sees("As agreed with Northwind Hospital, these do not count for you: looking away.")
    tala.press("Back")
    tala.sees("The answer was sent by e-mail")
    assert tala.complaints + ada.complaints == []


def test_the_devices_are_tested_days_before(
    house: House, ada: Interviewer, at_browser: Callable[..., Candidate], steady_clip: Clip
) -> None:
    consents = "select count(*) from scheduling_consent"
    before = house.ask_desk(consents)
    ravi = at_browser(Candidate, steady_clip.video, **PHONE)
    ravi.open_link(ada.invite_new("Ravi Menon")[1])
    ravi.page.get_by_role("link", name="Test my devices now").click()
    ravi.sees("Your voice is heard.")
    ravi.press("Done")
    ravi.sees_heading("Northwind Hospital invites you to a talk")
    assert ravi.is_off_camera()
    assert house.ask_desk(consents) == before
