"""The words of the PDF. `words/<language>.json` repeats what the pages say, key by key, and a test holds the
two together: the server cannot read the pages' own catalogues, which are built into them."""

import json
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"
HOLE = re.compile(r"\{\{(\w+)\}\}")


class Sentences:
    """One language. Keys are `catalogue:key`; `count` chooses `_zero`, `_one` or `_other` if they exist."""

    def __init__(self, catalogues: dict[str, dict[str, str]]) -> None:
        self.catalogues = catalogues

    def say(self, key: str, **params: int | str) -> str:
        """Raises `KeyError` for a sentence that does not exist, or that needs more than is given."""
        catalogue, _, name = key.partition(":")
        sentence = self._find(self.catalogues[catalogue], name, params.get("count"))
        return HOLE.sub(lambda hole: str(params[hole[1]]), sentence)

    def _find(self, catalogue: dict[str, str], name: str, count: int | str | None) -> str:
        forms = {0: f"{name}_zero", 1: f"{name}_one"}
        wanted = forms.get(count, "") if isinstance(count, int) else ""
        for form in (wanted, f"{name}_other", name):
            if form in catalogue:
                return catalogue[form]
        raise KeyError(name)


@cache
def sentences(language: str = "en") -> Sentences:
    return Sentences(json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8")))


def clock(ms: int) -> str:
    """Time within an interview as people read a stopwatch: 4:03, 1:02:09."""
    seconds = max(0, ms // 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def enumerated(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
