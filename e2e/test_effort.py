"""What the ways through the product ask of a person is what `docs/comparison.md` says."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.puppet.film import Clip
from e2e.effort import documented, effort_of, is_counted, words_shown
from e2e.people import Candidate, Interviewer
from e2e.recruiting import Recruiter, workbook

HEADINGS: list[object] = ["Name", "E-mail", "Time zone"]
NURSES: list[list[object]] = [
    [f"Nurse {number}", f"nurse{number}@candidates.example", "Europe/Berlin"] for number in range(8)
]
DRAWN = 4


def test_from_invitation_to_the_lobby(
    ada: Interviewer, at_browser: Callable[..., Candidate], steady_clip: Clip
) -> None:
    noor = at_browser(Candidate, steady_clip.video)
    is_counted(noor)
    words = 0
    noor.open_link(ada.invite_new("Noor Haddad")[1])
    noor.sees_heading("Northwind Hospital invites you to a talk")
    words += words_shown(noor)
    noor.press("Continue")
    noor.sees_heading("What we will see, and what you decide")
    words += words_shown(noor)
    noor.page.get_by_text("Yes, notes may be taken").click()
    noor.press("Agree and test my camera")
    noor.sees("Your voice is heard.")
    words += words_shown(noor)
    noor.press("This works")
    noor.sees_heading("Look at the screen for three seconds")
    words += words_shown(noor)
    noor.press("Go on without")
    noor.sees_heading("You are in the lobby")
    effort = effort_of(noor)
    assert documented("From the invitation to the lobby") == {
        "Presses": effort.presses,
        "Fields": effort.fields,
        "Words": round(words, -1),
    }


def test_from_a_pool_to_sent_invitations(at_browser: Callable[..., Recruiter], tmp_path: Path) -> None:
    ada = at_browser(Recruiter)
    is_counted(ada)
    ada.sign_in()
    ada.creates_pool("Nursing")
    ada.brings_in(workbook(tmp_path / "nurses.xlsx", [HEADINGS, *NURSES]))
    ada.writes_it(len(NURSES))
    ada.page.get_by_role("link", name="To the pool").click()
    before = effort_of(ada)
    ada.page.get_by_role("link", name="Draw a lot").first.click()
    ada.page.get_by_label("How many").fill(str(DRAWN))
    ada.press("Draw")
    ada.page.get_by_role("alertdialog").get_by_role("button", name="Draw").click()
    ada.page.wait_for_url(re.compile(r"/lots/[0-9a-f-]{36}$"))
    first_day = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=10)
    ada.plans_lot("Ward nurse", first_day.replace(hour=9, minute=0), DRAWN)
    effort = effort_of(ada) - before
    assert documented("From a pool to sent invitations") == {
        "Presses": effort.presses,
        "Fields": effort.fields,
    }
