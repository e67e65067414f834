"""How much a way through the pages asks of a person, and what `docs/comparison.md` says of it."""

import re
from dataclasses import dataclass
from pathlib import Path

from e2e.people import Person

COUNTING = Path(__file__).parent / "counting.js"
TABLE = Path(__file__).parents[1] / "docs" / "comparison.md"


@dataclass(frozen=True)
class Effort:
    """Presses of a pointer and fields filled."""

    presses: int
    fields: int

    def __sub__(self, before: "Effort") -> "Effort":
        return Effort(self.presses - before.presses, self.fields - before.fields)


def is_counted(person: Person) -> None:
    """From the next page on."""
    person.context.add_init_script(path=COUNTING)


def effort_of(person: Person) -> Effort:
    return Effort(**person.page.evaluate("effortSoFar()"))


def words_shown(person: Person) -> int:
    """On the page as it is, folded parts left out."""
    return len(re.findall(r"\w[\w’'-]*", person.page.locator("main").inner_text()))


def documented(way: str) -> dict[str, int]:
    """Fairview's own row of a way in the table, by the names of its columns."""
    text = TABLE.read_text(encoding="utf-8")
    section = text.split(f"## {way}\n", 1)[1].split("\n## ", 1)[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if "|" in line
    ]
    ours = next(row for row in rows if row[0].startswith("**Fairview"))
    return {name: int(cell) for name, cell in zip(rows[0], ours, strict=True) if cell.isdecimal()}
