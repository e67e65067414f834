"""What a page is to a screen reader: the names and roles of what is used or found on it, as a person has
looked them over. Text is left out.

`NAMES=record` writes down what a page has now into e2e/names, with numbers and days left open. Cut it down to
what matters, and read it aloud: what a file leaves out is not compared.
"""

import os
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.people import PATIENTLY

KEPT = Path(__file__).parent / "names"
RECORDS = os.environ.get("NAMES") == "record"
CHANGES = re.compile(
    r"\d[\d:.,]*|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    r"|\b(?:Jan|Febr)uary\b|\b(?:March|April|May|June|July|August)\b|\b(?:Septem|Octo|Novem|Decem)ber\b"
    r"|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
NAMED = re.compile(
    r"- '?(heading|link|button|textbox|searchbox|combobox|radio|radiogroup|checkbox|switch|tab|tablist"
    r"|tabpanel|group|region|navigation|img|meter|progressbar|timer|log|table|columnheader|separator|slider)\b"
)
ANYTHING = r"[\w:.,]+"
ROLE_AND_NAME = re.compile(r"""\s*- '?\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*'?""")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def reads_as(page: Page, name: str, part: str = "main") -> None:
    parts = page.locator(part)
    file = KEPT / f"{name}.yaml"
    if RECORDS:
        KEPT.mkdir(exist_ok=True)
        file.write_text("\n".join(named(parts.aria_snapshot().splitlines())) + "\n", encoding="utf-8")
    assert file.exists(), f"Nobody has looked over what {name} is to a screen reader: run with NAMES=record."
    expect(parts).to_match_aria_snapshot(file.read_text(encoding="utf-8"), timeout=PATIENTLY)


def named(lines: list[str]) -> list[str]:
    """Those with a role that people use or look for, and what they lie in."""
    kept: list[str] = []
    for line in reversed(lines):
        holds = bool(kept) and depth(kept[0]) > depth(line)
        if holds or NAMED.match(line.strip()):
            kept.insert(0, open_to_change(line) + (":" if holds else ""))
    return kept


def depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def open_to_change(line: str) -> str:
    """Without its text, and with a pattern in place of a name that differs from day to day."""
    found = ROLE_AND_NAME.match(line)
    assert found, line
    return QUOTED.sub(lambda name: pattern(name[1]) if CHANGES.search(name[1]) else name[0], found[0])


def pattern(words: str) -> str:
    between = [re.escape(part).replace("/", r"\/").replace(r"\ ", " ") for part in CHANGES.split(words)]
    return "/" + ANYTHING.join(between) + "/"
