"""People at their browsers. Each verb is what a person does, by the words that the page shows."""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Error, Locator, Page, expect

from e2e.house import House
from e2e.truth import scenes

HERE = Path(__file__).parent
RECEIPTS = (HERE / "receipts.js").read_text(encoding="utf-8").split("*/", 1)[1].strip()
UNSENT = (HERE / "unsent.js").read_text(encoding="utf-8").split("*/", 1)[1].strip()
PATIENTLY = 30_000
CLIP_LIMIT_MS = 240_000


class Person:
    def __init__(self, context: BrowserContext, house: House, tab: Page | None = None) -> None:
        self.context = context
        self.house = house
        context.add_init_script(path=HERE / "listening.js")
        self.page = tab or context.pages[0]
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def in_another_tab(self) -> Self:
        """The same person at the same browser, looking at a new tab."""
        return type(self)(self.context, self.house, self.context.new_page())

    # What hands do. Whoever has no pointer does it otherwise (keyboard.py).

    def visit(self, path: str) -> None:
        self.page.goto(f"{self.house.address}{path}")

    def click(self, target: Locator) -> None:
        target.click(timeout=PATIENTLY)

    def click_twice(self, target: Locator) -> None:
        """As impatient people do."""
        target.dblclick(timeout=PATIENTLY)

    def fill(self, target: Locator, text: str) -> None:
        target.fill(text)

    def hand_in(self, target: Locator, file: Path) -> None:
        target.set_input_files(file)

    def reach(self, target: Locator) -> None:
        """Have the focus there."""
        target.focus()

    # What people do.

    def press(self, name: str | re.Pattern[str], *, exact: bool = True) -> None:
        self.click(self.page.get_by_role("button", name=name, exact=exact))

    def press_twice(self, name: str) -> None:
        self.click_twice(self.page.get_by_role("button", name=name, exact=True))

    def sees(self, text: str | re.Pattern[str], timeout: float = PATIENTLY) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=timeout)

    def sees_state(self, word: str, timeout: float = PATIENTLY) -> None:
        """A chip or cell that holds just this word."""
        expect(self.page.get_by_text(word, exact=True)).to_be_visible(timeout=timeout)

    def sees_heading(self, text: str | re.Pattern[str], timeout: float = PATIENTLY) -> None:
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible(timeout=timeout)

    def receives_media(self, others: int = 1) -> bool:
        """Whether pictures and sound of the others arrive, by the browser's own statistics."""
        self.page.wait_for_function("(others) => window.mediaFlows(others)", arg=others, timeout=PATIENTLY)
        return True

    def decodes_pictures_meanwhile(self) -> bool:
        """Whether more pictures of the other arrive from now on."""
        self.page.wait_for_function(
            "async (before) => (await picturesDecoded()) > before + 10",
            arg=self.page.evaluate("picturesDecoded()"),
            timeout=PATIENTLY,
        )
        return True

    def hears_sound_meanwhile(self) -> bool:
        """Whether more sound of the other arrives from now on."""
        self.page.wait_for_function(
            "async (before) => (await soundHeard()) > before",
            arg=self.page.evaluate("soundHeard()"),
            timeout=PATIENTLY,
        )
        return True

    def is_off_camera(self) -> bool:
        """Whether nothing of this person is captured any more."""
        self.page.wait_for_function("capturedTracks.every((track) => track.readyState === 'ended')")
        return True

    def connections_made(self) -> int:
        return int(self.page.evaluate("peerConnections.length"))


class Interviewer(Person):
    def sign_in(self, mailbox: str = "ada") -> None:
        self.visit("/sign-in")
        self.fill_sign_in(mailbox)
        self.page.wait_for_url("**/today")

    def fill_sign_in(self, mailbox: str = "ada") -> None:
        """As one of the demo's staff, who all have the same generated password."""
        self.fill(self.page.get_by_label("E-mail address"), f"{mailbox}@northwind.example")
        self.fill(self.page.get_by_label("Password", exact=True), self.house.sign_in["password"])
        self.press("Sign in")

    def add_candidate(self, name: str, email: str, zone: str) -> None:
        self.visit("/candidates")
        self.press("Add candidate")
        dialog = self.page.get_by_role("dialog")
        self.fill(dialog.get_by_label("Name", exact=True), name)
        self.fill(dialog.get_by_label("E-mail address"), email)
        self.choose(dialog.get_by_role("combobox", name="Time zone"), zone)
        self.click(dialog.get_by_role("button", name="Add candidate"))
        self.sees(f"{name} was added.")

    def plan_interview(self, candidate: str, title: str, zone: str = "Europe/Berlin") -> str:
        """Half an hour from now, with oneself. Returns its id."""
        self.fill_plan(candidate, title, datetime.now(ZoneInfo(zone)) + timedelta(minutes=30))
        self.press("Plan interview")
        self.plans_anyway()
        return self.arrives_at_interview()

    def plans_anyway(self) -> None:
        """Where someone is taken at that time, the page asks; a person of these tests means it."""
        anyway = self.page.get_by_role("button", name="Plan anyway")
        planned = self.page.get_by_role("button", name="Send invitation")
        expect(anyway.or_(planned).first).to_be_visible(timeout=PATIENTLY)
        if anyway.is_visible():
            self.click(anyway)

    def fill_plan(self, candidate: str, title: str, at: datetime) -> None:
        self.visit("/interviews/new")
        self.choose(self.page.get_by_role("combobox", name="Candidate"), candidate)
        self.fill(self.page.get_by_label("For", exact=True), title)
        self.fill(self.page.get_by_label("Date", exact=True), f"{at:%Y-%m-%d}")
        self.fill(self.page.get_by_label("Time", exact=True), f"{at:%H:%M}")

    def arrives_at_interview(self) -> str:
        """Waits until the page of one interview is open. Returns its id."""
        self.page.wait_for_url(re.compile(r"/interviews/[0-9a-f-]{36}$"))
        return self.page.url.rsplit("/", 1)[-1]

    def choose(self, combobox: Locator, text: str) -> None:
        """Type, and take the entry that exists (not the offer to add a new one)."""
        self.fill(combobox, text)
        words = text.rsplit("/", 1)[-1].replace("_", " ")
        options = self.page.get_by_role("option").filter(has_text=words, has_not_text="as a new candidate")
        self.click(options.first)

    def invite(self) -> str:
        """Send the invitation, open it in the outbox as a person without mail would, and copy the link."""
        self.press("Send invitation")
        return self.copy_link()

    def invite_new(self, name: str, zone: str = "Europe/Lisbon") -> tuple[str, str]:
        """A candidate nobody knew, with an interview and its link."""
        self.add_candidate(name, f"{name.lower().replace(' ', '.')}@candidates.example", zone)
        return self.plan_interview(name, "Data engineer"), self.invite()

    def invite_again(self, interview: str) -> str:
        self.open_interview(interview)
        self.press("Send again")
        self.confirm("Send again")
        return self.copy_link()

    def copy_link(self) -> str:
        """Out of the letter of the interview that is on the page."""
        self.click(self.page.get_by_role("link", name="Read the letter"))
        self.click(self.page.get_by_role("tab", name="As plain text"))
        text = self.page.get_by_role("tabpanel", name="As plain text").inner_text()
        found = re.search(r"https?://\S+/i/\S+", text)
        assert found, text
        return found.group(0)

    def open_interview(self, interview: str) -> None:
        self.visit(f"/interviews/{interview}")

    def confirm(self, name: str) -> None:
        """Say yes to the question that is asked, and wait until it is done."""
        dialog = self.page.get_by_role("alertdialog")
        self.click(dialog.get_by_role("button", name=name, exact=True))
        expect(dialog).to_be_hidden()

    def open_room(self, interview: str) -> None:
        self.context.add_init_script(path=HERE / "noticing.js")
        self.visit(f"/interviews/{interview}/room")

    def let_in(self) -> None:
        self.click(self.page.get_by_role("button", name="Let in"))

    def start(self) -> None:
        self.click(self.page.get_by_role("button", name="Start the interview"))
        expect(self.page.get_by_role("button", name="End interview")).to_be_visible()

    def end(self) -> None:
        self.press("End interview")
        self.click(self.page.get_by_role("alertdialog").get_by_role("button", name="End interview"))

    def moments_appeared(self) -> dict[str, float]:
        """When the first moment of each rule came onto the page, in milliseconds since the epoch."""
        return dict(self.page.evaluate("window.momentsAppeared"))

    def reads_report(self) -> str:
        """Waits until the report is there. Returns the id of the session."""
        self.page.wait_for_url(re.compile(r"/reports/[0-9a-f-]{36}$"), timeout=PATIENTLY)
        expect(self.page.get_by_test_id("score")).to_be_visible(timeout=PATIENTLY)
        return self.page.url.rsplit("/", 1)[-1]

    def opens_moment(self, rule: str) -> Locator:
        """The first of that rule in the report, with all that is known of it."""
        moment = self.page.locator(f"[data-rule={rule}]").first
        self.click(moment.get_by_role("button", expanded=False).first)
        return moment

    def downloads(self, path: str) -> dict[str, Any]:
        answer = self.context.request.get(f"{self.house.address}{path}")
        assert answer.ok, answer.text()
        return dict(answer.json())


class Candidate(Person):
    def may_lose_camera(self) -> None:
        """Its camera can be pulled out from now on."""
        self.context.add_init_script(path=HERE / "unplugging.js")

    def unplug_camera(self) -> None:
        self.page.evaluate("unplugCamera()")

    def plug_camera_in(self) -> None:
        self.page.evaluate("plugCameraIn()")

    def watch_camera(self) -> None:
        """Note which frame of the clip is shown when, in every page from now on."""
        self.context.add_init_script(path=HERE / "watching.js")

    def open_link(self, link: str) -> None:
        self.page.goto(link)

    def arrive(self, link: str, *, notes: bool = True) -> None:
        """From the link to the lobby."""
        self.agree(link, notes=notes)
        self.press("This works")
        if notes:
            self.hold_still()
        self.sees_heading("You are in the lobby")

    def agree(self, link: str, *, notes: bool = True) -> None:
        """From the link to the test of the devices."""
        self.open_link(link)
        self.press("Continue")
        self.decide(notes=notes)

    def decide(self, *, notes: bool = True) -> None:
        """Yes to notes and to all that is asked besides, or no."""
        self.page.get_by_text("Yes, notes may be taken" if notes else "No notes, please").click()
        for extra in self.page.get_by_role("checkbox").all():
            extra.check()
        self.press("Agree and test my camera")

    def hold_still(self, until: str = "You are in the lobby") -> None:
        """A clip cannot look at dots or answer what comes when it likes: what else is asked before a
        talk is left out."""
        self.measures_centre()
        self.press("Go on without")
        self.sees_heading("Show that a person sits at the camera")
        self.press("Go on without")
        self.sees_heading(until)

    def measures_centre(self) -> None:
        """As often as it takes: the clip may just be looking away."""
        start = self.page.get_by_role("button", name=re.compile("^(Start|Once more)$"))
        measured = self.page.get_by_role("heading", name="Where on the screen you look")
        for _ in range(20):
            start.click(timeout=60_000)
            expect(start.or_(measured).first).to_be_enabled(timeout=PATIENTLY)
            if measured.is_visible():
                return
        raise AssertionError("no steady seconds found")

    def crash(self) -> None:
        """Nothing of this page runs any more, not even its farewell; the person closes what is left of it."""
        with suppress(Error), self.page.expect_event("crash"):
            self.page.goto("chrome://crash")
        self.page.close()

    def frames_seen(self) -> list[list[float]]:
        return list(self.page.evaluate("window.framesSeen ?? []"))

    def waits_for_scene(self, labels: Path, number: int) -> None:
        """Until the camera shows the middle of that scene of the clip (-1 is the last one)."""
        scene = scenes(labels)[number]
        self.page.wait_for_function(
            """([since, first, end]) => window.framesSeen.some(
                ([at, frame]) => at > since && frame >= first && frame < end,
            )""",
            arg=[self.now_ms(), (scene.first_frame + scene.end_frame) // 2, scene.end_frame],
            timeout=CLIP_LIMIT_MS,
        )

    def now_ms(self) -> float:
        return float(self.page.evaluate("performance.timeOrigin + performance.now()"))

    def has_acknowledged(self, entries: int) -> None:
        """Until the server has acknowledged that many entries of this browser."""
        self.page.wait_for_function(
            f"async (count) => (await ({RECEIPTS})()).some(({{ through }}) => through >= count)",
            arg=entries,
            timeout=PATIENTLY,
        )

    def keeps_unsent(self, entries: int) -> None:
        """Until that many entries wait on this browser's disk for the server."""
        self.page.wait_for_function(
            f"async (count) => (await ({UNSENT})()) >= count", arg=entries, timeout=PATIENTLY
        )

    def receipts(self) -> list[dict[str, Any]]:
        return list(self.page.evaluate(RECEIPTS))
