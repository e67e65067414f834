"""What a recruiter does before anybody talks: a file into a pool, a lot, interviews for everyone in it."""

import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import expect

from e2e.people import PATIENTLY, Interviewer


class Recruiter(Interviewer):
    def creates_pool(self, name: str) -> None:
        self.visit("/pools")
        self.press("Create pool")
        dialog = self.page.get_by_role("dialog")
        self.fill(dialog.get_by_label("Name", exact=True), name)
        self.click(dialog.get_by_role("button", name="Create pool"))
        self.page.wait_for_url(re.compile(r"/pools/[0-9a-f-]{36}"))

    def brings_in(self, file: Path) -> None:
        """From the choice of the file to the page that shows what it would do."""
        self.chooses_file(file)
        self.looks_over(file)

    def looks_over(self, file: Path) -> None:
        """The columns as they were guessed."""
        self.click(self.page.get_by_role("button", name="Look it over"))
        self.sees_heading(f"What {file.name} would do")

    def chooses_file(self, file: Path) -> None:
        if not self.page.url.endswith("/import"):
            self.click(self.page.get_by_role("link", name="Bring in a file").first)
        self.hand_in(self.page.locator("input[type=file]"), file)

    def writes_it(self, rows: int) -> None:
        self.click(self.page.get_by_role("button", name=f"Bring in {rows} rows"))
        self.sees_heading(re.compile(f"^{rows} rows are in the pool"))

    def draws(self, size: int, seed: str) -> str:
        """From the pool's page. Returns the lot's id."""
        self.click(self.page.get_by_role("link", name="Draw a lot").first)
        self.fill(self.page.get_by_label("How many"), str(size))
        self.fill(self.page.get_by_label("Seed", exact=True), seed)
        self.press("Draw")
        self.click_twice(self.page.get_by_role("alertdialog").get_by_role("button", name="Draw"))
        self.page.wait_for_url(re.compile(r"/lots/[0-9a-f-]{36}$"))
        return self.page.url.rsplit("/", 1)[-1]

    def saves(self, link: str, folder: Path) -> Path:
        """The file behind a link of the page."""
        with self.page.expect_download() as download:
            self.click(self.page.get_by_role("link", name=link))
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def plans_lot(self, title: str, first_day: datetime, interviews: int) -> None:
        """Alone, by the form's own length and break, looked over and invited."""
        self.click(self.page.get_by_role("link", name="Schedule interviews"))
        self.fill(self.page.get_by_label("For", exact=True), title)
        self.fill(self.page.get_by_label("First day"), f"{first_day:%Y-%m-%d}")
        self.fill(self.page.get_by_label("Days begin at"), f"{first_day:%H:%M}")
        self.press("Propose times")
        self.press(re.compile(f"^Plan {interviews} interviews and send invitations$"))
        self.sees(re.compile(f"{interviews} interviews are planned, and the invitations are on their way"))

    def sees_interview_of(self, name: str) -> str:
        """Opens it from the lot's page. Returns its id."""
        self.click(self.page.get_by_role("row").filter(has_text=name).get_by_role("link").first)
        return self.arrives_at_interview()

    def gives_exercise(self, title: str) -> None:
        """On the page of an interview, or in its room."""
        self.press(re.compile("^(Choose an exercise|Give another exercise)$"))
        dialog = self.page.get_by_role("dialog")
        self.click(dialog.get_by_text(title, exact=True).first)
        self.click(dialog.get_by_role("button", name="Give this exercise"))
        expect(dialog).to_be_hidden(timeout=PATIENTLY)

    def rates(self, ratings: list[str]) -> None:
        """Each competency by one key, with a note on this moment on the first."""
        self.click(self.page.get_by_role("tab", name="Scorecard"))
        fields = self.page.locator("[data-competency]")
        for place, key in enumerate(ratings):
            self.reach(fields.nth(place))
            self.page.keyboard.press(key)

    def notes(self, text: str) -> None:
        self.reach(self.page.locator("[data-competency]").first)
        self.page.keyboard.press("n")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Escape")

    def submits_scorecard(self, recommendation: str) -> None:
        self.click(self.page.get_by_role("radio", name=recommendation, exact=True))
        self.press("Submit")
        self.sees("Submitted.")

    def sees_something(self, what: str, note: str) -> None:
        self.press("I see something")
        dialog = self.page.get_by_role("dialog")
        self.click(dialog.get_by_text(what, exact=True))
        self.fill(dialog.get_by_label("Note (optional)"), note)
        self.click(dialog.get_by_role("button", name="Note it"))
        expect(dialog).to_be_hidden()

    def decides(self, word: str, reason: str) -> None:
        self.press("Record a decision")
        dialog = self.page.get_by_role("dialog")
        self.click(dialog.get_by_text(word, exact=True))
        self.fill(dialog.get_by_label("Why"), reason)
        self.click(dialog.get_by_role("button", name="Record"))
        expect(dialog).to_be_hidden()


def workbook(file: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file
