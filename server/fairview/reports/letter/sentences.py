"""The words of the PDF. `words/<language>.json` repeats what the pages say, key by key, and a test holds the
two together: the server cannot read the pages' own catalogues, which are built into them."""

import json
import re
from functools import cache
from pathlib import Path

from babel import Locale as Cldr

from fairview.kit.languages import CLDR, SOURCE, Locale

FOLDER = Path(__file__).parent / "words"
HOLE = re.compile(r"\{\{(\w+)\}\}")


class Sentences:
    """One language. Keys are `catalogue:key`; `count` chooses among the forms that the language counts with,
    of those that exist. Nothing at all may be said in a way of its own (`_zero`) in every language."""

    def __init__(self, locale: Locale, catalogues: dict[str, dict[str, str]]) -> None:
        self.locale = locale
        self.catalogues = catalogues
        cldr = Cldr.parse(CLDR[locale])
        self.is_rtl = cldr.text_direction == "rtl"
        self.form = cldr.plural_form

    def say(self, key: str, **params: int | str) -> str:
        """Raises `KeyError` for a sentence that does not exist, or that needs more than is given."""
        catalogue, _, name = key.partition(":")
        sentence = self._find(self.catalogues[catalogue], name, params.get("count"))
        return HOLE.sub(lambda hole: self.apart(str(params[hole[1]])), sentence)

    def apart(self, words: str) -> str:
        """What may read from the left, where all else reads from the right: in Unicode's isolates."""
        return f"\u2068{words}\u2069" if self.is_rtl and not words.isdigit() else words

    def _find(self, catalogue: dict[str, str], name: str, count: int | str | None) -> str:
        forms = [f"{name}_other", name]
        if isinstance(count, int):
            forms = [f"{name}_{self.form(count)}", *forms]
        if count == 0:
            forms = [f"{name}_zero", *forms]
        return catalogue[next((form for form in forms if form in catalogue), name)]


@cache
def sentences(locale: Locale = SOURCE) -> Sentences:
    return Sentences(locale, json.loads((FOLDER / f"{locale}.json").read_text(encoding="utf-8")))


def clock(ms: int) -> str:
    """Time within an interview as people read a stopwatch: 4:03, 1:02:09."""
    seconds = max(0, ms // 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
