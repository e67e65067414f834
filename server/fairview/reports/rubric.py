"""Rubrics: what a scorecard asks for. Data, one file of `rubrics/` for each version; pure.

A published version never changes, because scorecards refer to it: a correction is a new file.
"""

from functools import cache
from pathlib import Path

import msgspec
import yaml

FOLDER = Path(__file__).parent / "rubrics"
DEFAULT = "standard@1"
LEVELS = 4


class Competency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`levels` says what a rating of 1, 2, 3 and 4 means."""

    key: str
    title: str
    sentence: str
    levels: tuple[str, str, str, str]


class Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    version: int
    title: str
    competencies: tuple[Competency, ...]

    @property
    def reference(self) -> str:
        return f"{self.name}@{self.version}"

    @property
    def titles(self) -> dict[str, str]:
        return {each.key: each.title for each in self.competencies}


def get_rubric(reference: str = DEFAULT) -> Rubric:
    """The installed rubric `name@version`. Raises `KeyError` for one that is not there."""
    return _installed()[reference]


@cache
def _installed() -> dict[str, Rubric]:
    files = sorted(FOLDER.glob("*.yaml"))
    rubrics = [msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), Rubric) for file in files]
    return {rubric.reference: rubric for rubric in rubrics}
