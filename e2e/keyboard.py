"""People without a pointer: Tab, arrows, Space and Enter. At each stop the focus is seen, in an order that
one can follow; after a dialog it is somewhere, and a page that opens is read from its heading."""

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from e2e.people import HERE, PATIENTLY, Candidate, Interviewer, Person
from e2e.recruiting import Recruiter

STOP = (HERE / "keyboard.js").read_text(encoding="utf-8").split("\n", 1)[1]
STOPS_AT_MOST = 120

STROKES: dict[str, Callable[[str], str]] = {
    "date": lambda text: f"{date.fromisoformat(text):%m%d%Y}",
    "time": lambda text: f"{time.fromisoformat(text):%I%M%p}",
}
"""As the browser's own language has them, which is American whatever its pages are read in."""

CONTROL = "(one) => (one instanceof HTMLLabelElement && one.control) || one.closest('label')?.control || one"
IS_FOCUSED = "(one) => one === document.activeElement"
FOCUS_IS_KEPT = """() => document.activeElement !== document.body
    || window.stopBefore?.isConnected !== false
    || !window.stopBefore.closest('[role=dialog], [role=alertdialog]')"""
"""After a dialog has closed, the focus is not left to chance."""


class ByKeyboard(Person):
    def tabs_to(self, target: Locator) -> None:
        expect(target).to_be_enabled(timeout=PATIENTLY)
        self.page.wait_for_function(FOCUS_IS_KEPT, timeout=PATIENTLY)
        control = target.evaluate_handle(CONTROL)
        stop: dict[str, Any] = self.page.evaluate(STOP, control)
        for _ in range(STOPS_AT_MOST):
            if stop["isThere"]:
                break
            if self.is_in(".cm-editor"):
                self.page.keyboard.press("Escape")
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(STOP, control)
            assert not stop["faults"], stop["faults"]
        else:
            raise AssertionError(f"{target} is not reached")
        for _ in range(STOPS_AT_MOST):
            if control.evaluate(IS_FOCUSED):
                return
            here = self.page.evaluate_handle("document.activeElement")
            self.page.keyboard.press("ArrowRight")
            self.page.wait_for_function("(here) => here !== document.activeElement", arg=here)
        raise AssertionError(f"{target} is not reached by arrows")

    def is_in(self, selector: str) -> bool:
        return bool(self.page.evaluate("(one) => Boolean(document.activeElement.closest(one))", selector))

    def arrives_at(self, heading: str | re.Pattern[str]) -> None:
        """A new page or step is read from its heading."""
        expect(self.page.get_by_role("heading", name=heading, level=1)).to_be_focused(timeout=PATIENTLY)

    # Hands

    def click(self, target: Locator) -> None:
        self.activate(target, "Enter")

    def click_twice(self, target: Locator) -> None:
        self.activate(target, "Enter", "Enter")

    def activate(self, target: Locator, *keys: str) -> None:
        target.wait_for(timeout=PATIENTLY)
        role = target.get_attribute("role")
        if role == "option":
            self.walks_to(target)
        else:
            self.tabs_to(target)
        is_choice = self.is_in("[role=radio], [role=tab], [type=radio], [type=checkbox]")
        for key in keys:
            self.page.keyboard.press("Space" if is_choice else key)

    def walks_to(self, option: Locator) -> None:
        """The focus stays in the field while arrows walk through its list."""
        field = self.page.locator("[role=combobox]:focus")
        for _ in range(STOPS_AT_MOST):
            # Its place may change while what is found comes in.
            if field.get_attribute("aria-activedescendant") == option.get_attribute("id"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{option} is not reached")

    def fill(self, target: Locator, text: str) -> None:
        self.tabs_to(target)
        if strokes := STROKES.get(target.get_attribute("type") or ""):
            self.page.keyboard.type(strokes(text))
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.insert_text(text)
        expect(target).to_have_value(text)

    def hand_in(self, target: Locator, file: Path) -> None:
        self.tabs_to(target)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)

    def reach(self, target: Locator) -> None:
        if not target.evaluate(IS_FOCUSED):
            self.tabs_to(target)

    def visit(self, path: str) -> None:
        """By a link where the page has one; by its address otherwise."""
        link = self.page.locator(f'a[href="{path}"]:visible').first
        if not link.count():
            return super().visit(path)
        before = self.page.title()
        self.click(link)
        self.page.wait_for_url(f"**{path}")
        expect(self.page.locator("h1")).to_be_focused(timeout=PATIENTLY)
        expect(self.page).not_to_have_title(before)


class CandidateByKeyboard(ByKeyboard, Candidate):
    pass


class InterviewerByKeyboard(ByKeyboard, Interviewer):
    def open_room(self, interview: str) -> None:
        """From the interview's page, which the room's observers must see loaded anew."""
        self.context.add_init_script(path=HERE / "noticing.js")
        self.page.goto(f"{self.house.address}/interviews/{interview}")
        self.visit(f"/interviews/{interview}/room")


class RecruiterByKeyboard(InterviewerByKeyboard, Recruiter):
    pass
