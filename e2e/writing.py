"""What both sides do with code in the room."""

import re

from playwright.sync_api import Locator, expect

from e2e.people import PATIENTLY, Person


def editor_of(person: Person) -> Locator:
    return person.page.locator(".cm-content[contenteditable=true]")


def writes(person: Person, text: str) -> None:
    """Replaces the whole text, as pasting over everything does."""
    editor = editor_of(person)
    expect(editor).to_be_visible(timeout=PATIENTLY)
    editor.click()
    person.page.keyboard.press("ControlOrMeta+a")
    person.page.keyboard.insert_text(text)


def adds(person: Person, text: str) -> None:
    """Types at the end."""
    person.reach(editor_of(person))
    person.page.keyboard.press("ControlOrMeta+End")
    person.page.keyboard.type(text, delay=15)


def reads(person: Person) -> str:
    """The text alone, without the names at the others' carets."""
    lines = person.page.locator(".cm-content .cm-line")
    return "\n".join(
        lines.evaluate_all(
            """(lines) => lines.map((line) => {
                const copy = line.cloneNode(true)
                copy.querySelectorAll("[class*=ySelection] *, .cm-ySelectionCaret").forEach((x) => x.remove())
                return copy.textContent.replaceAll("\\u200b", "")
            })"""
        )
    )


def sees_code(person: Person, text: str, timeout: float = PATIENTLY) -> None:
    expect(person.page.locator(".cm-content")).to_contain_text(text, timeout=timeout)


def runs(person: Person, button: str, said: str) -> None:
    """Presses, and waits until the bar says how it went."""
    person.press(re.compile(f"^{button}"))
    expect(person.page.get_by_role("status").filter(has_text=re.compile(said)).first).to_be_visible(
        timeout=60_000
    )
