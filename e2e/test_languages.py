"""Other languages than English: from the right to the left, and one that shows what was not translated."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from bench.puppet.film import Clip
from e2e.access import OVERFLOW, judged, lasting
from e2e.house import House
from e2e.languages import hard_coded, speak_pseudo, words
from e2e.people import PATIENTLY, Candidate, Interviewer

PHONE = {"width": 360, "height": 740}
NAMED = re.compile(r'^\s*- (?:button|link|heading|radio|checkbox|combobox|tab|switch) "(.+?)"', re.M)
ARABIC = re.compile(r"[\u0600-\u06ff]")


class ArabicReader(Candidate):
    """Someone whose phone speaks Arabic."""

    def arrives_at(self, heading: str) -> None:
        """A page that reads from the right to the left, in Arabic whatever it names, and that everybody can
        use."""
        expect(self.page.get_by_role("heading", name=heading, level=1)).to_be_visible(timeout=PATIENTLY)
        expect(self.page.locator("html")).to_have_attribute("dir", "rtl")
        named = NAMED.findall(self.page.locator("body").aria_snapshot())
        assert named
        assert [name for name in named if not ARABIC.search(name)] == []
        assert lasting(self.page, OVERFLOW) == []
        assert judged(self.page, heading) == []

    def speaks(self, language: str) -> None:
        switch = self.page.get_by_role("combobox", name=re.compile("^(Language|اللغة)$"))
        switch.focus()
        switch.select_option(label=language)
        expect(switch).to_be_focused()


def test_from_the_right_to_the_left(
    ada: Interviewer, at_browser: Callable[..., ArabicReader], steady_clip: Clip
) -> None:
    """From the link to the lobby on a phone; what was answered outlives a change of language."""
    visit, consent, rooms = (words("ar", name) for name in ("visit", "consent", "rooms"))
    link = ada.invite_new("Nour Haddad")[1]
    nour = at_browser(ArabicReader, steady_clip.video, touch=True, language="ar-EG", **PHONE)
    nour.open_link(link)
    nour.arrives_at(visit["invited_title"].replace("{{organisation}}", "Northwind Hospital"))
    nour.press(visit["continue"])

    nour.arrives_at(consent["consent_title"])
    yes = nour.page.get_by_role("radio", name=consent["notes_yes"])
    nour.page.get_by_text(consent["notes_yes"], exact=True).tap()
    nour.page.get_by_role("checkbox", name=consent["extra_sound"]).check()
    nour.speaks("English")
    nour.sees_heading("What we will see, and what you decide")
    expect(nour.page.get_by_role("checkbox", name="Voices and noise")).to_be_checked()
    nour.speaks("العربية")
    expect(yes).to_be_checked()
    nour.press(consent["agree"])

    nour.arrives_at(rooms["green_title"])
    nour.press(rooms["green_ready"])
    nour.arrives_at(rooms["neutral_title"])
    nour.press(rooms["neutral_skip"])
    nour.arrives_at(rooms["lobby_title"])
    assert nour.complaints == []


def test_nothing_is_written_into_the_pages(
    ada: Interviewer, at_browser: Callable[..., Candidate], house: House
) -> None:
    """In a language a third longer than English nothing is cut off at 360 px, and whatever is not of the
    catalogue is found out."""
    pool, lot, interview = (
        ada.page.request.get(f"{house.address}/api/{kind}").json()["items"][0]["id"]
        for kind in ("pools", "lots", "interviews")
    )
    link = ada.invite_new("Rana Aziz")[1]
    speak_pseudo(ada.context)
    ada.page.set_viewport_size({"width": 360, "height": 740})
    places = [
        *("/today", "/interviews/new", "/interviews/board", "/settings"),
        *(f"/pools/{pool}", f"/pools/{pool}/draw", f"/lots/{lot}", f"/lots/{lot}/schedule"),
        *(f"/interviews/{interview}", "/device-test", "/sign-in", link.removeprefix(house.address)),
    ]
    found = {}
    for place in places:
        ada.visit(place)
        ada.page.get_by_role("heading", level=1).wait_for()
        ada.page.wait_for_load_state("networkidle")
        found[place] = [*hard_coded(ada.page), *lasting(ada.page, OVERFLOW)]
    assert {place: faults for place, faults in found.items() if faults} == {}
