"""What a row of a file says of a candidate, and what is wrong with it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from fairview.candidates.engine import find_locale, fold
from fairview.candidates.imports.columns import Column, ColumnRole
from fairview.candidates.imports.sheets.cells import UNREADABLE, UNSAVED
from fairview.kit.addresses import is_address
from fairview.kit.zones import zone_names

LIMITS: Final[Mapping[str, int]] = {
    "name": 200,
    "email": 254,
    "phone": 40,
    "zone": 64,
    "locale": 40,
    "note": 4000,
}
HALF_A_NAME: Final = 99
MAX_VALUE: Final = 1000

SENTENCES: Final[Mapping[str, str]] = {
    "email_missing": "There is no e-mail address.",
    "email_invalid": "“{value}” is not an e-mail address.",
    "name_missing": "There is no name, and the row is about nobody who is known yet.",
    "zone_unknown": "“{value}” is not a time zone; use a name such as Europe/Berlin.",
    "locale_unknown": "“{value}” is no language that letters are written in: English, German, Arabic.",
    "too_long": "{column} is longer than {limit} characters.",
    "too_many_cells": "The row has {cells} cells, and there are {columns} columns.",
    "unreadable": "{column} has characters that cannot be read.",
    "formula_unsaved": "{column} is a formula whose value was not saved with it.",
    "stray_quote": "A quotation mark opens here and does not end.",
}
"""For the file of bad rows; the pages have their own."""


@dataclass(frozen=True)
class RowProblem:
    code: str
    params: dict[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return SENTENCES[self.code].format(**self.params)


@dataclass(frozen=True)
class Draft:
    """What a row would write. `details` are fields of the candidate and `values` extra columns of the pool;
    what the file leaves empty is not in them."""

    details: dict[str, str]
    values: dict[str, str]
    problems: tuple[RowProblem, ...]

    @property
    def email_key(self) -> str:
        return self.details.get("email", "").lower()


def draft_of(cells: Sequence[str], columns: Sequence[Column], is_damaged: bool = False) -> Draft:
    """The row by the roles of the columns. A name in two columns is put together."""
    named = [(column, cell) for column, cell in zip(columns, cells, strict=False) if cell]
    known = [(column, cell) for column, cell in named if cell != UNSAVED]
    said = {column.role: cell for column, cell in known}
    values = {column.name: cell for column, cell in known if column.role is ColumnRole.EXTRA}
    details = {name: said[ColumnRole(name)] for name in LIMITS if ColumnRole(name) in said}
    if halves := [said[role] for role in (ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME) if role in said]:
        details.setdefault("name", " ".join(halves))
    zone = find_zone(details.get("zone", ""))
    problems = [*_shape_problems(cells, columns, is_damaged), *_cell_problems(named), *_problems(details)]
    found = {"zone": zone, "locale": find_locale(details.get("locale", ""))}
    return Draft({**details, **{name: one for name, one in found.items() if one}}, values, tuple(problems))


def find_zone(said: str) -> str | None:
    """A zone by its name in any letter case, or by its city alone where there is one such city."""
    return _zones().get(fold(said).replace(" ", "_"))


@cache
def _zones() -> dict[str, str]:
    cities: dict[str, list[str]] = {}
    for zone in zone_names():
        if zone.count("/"):
            cities.setdefault(zone.rsplit("/", 1)[1].lower(), []).append(zone)
    alone = {city: zones[0] for city, zones in cities.items() if len(zones) == 1}
    return {**alone, **{zone.lower(): zone for zone in zone_names()}}


def _shape_problems(cells: Sequence[str], columns: Sequence[Column], is_damaged: bool) -> list[RowProblem]:
    if is_damaged:
        return [RowProblem("stray_quote")]
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        return [RowProblem("too_many_cells", {"cells": len(cells), "columns": len(columns)})]
    return []


def _cell_problems(named: Sequence[tuple[Column, str]]) -> list[RowProblem]:
    used = [(column, cell) for column, cell in named if column.role is not ColumnRole.SKIP]
    unreadable = [
        RowProblem("formula_unsaved" if cell == UNSAVED else "unreadable", {"column": column.title})
        for column, cell in used
        if UNREADABLE in cell
    ]
    too_long = [
        RowProblem("too_long", {"column": column.title, "limit": limit})
        for column, cell in used
        if len(cell) > (limit := _limit_of(column.role))
    ]
    return [*unreadable, *too_long]


def _limit_of(role: ColumnRole) -> int:
    return (
        HALF_A_NAME if role in {ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME} else LIMITS.get(role, MAX_VALUE)
    )


def _problems(details: Mapping[str, str]) -> list[RowProblem]:
    problems = []
    email, zone, locale = (details.get(name, "") for name in ("email", "zone", "locale"))
    if not email:
        problems.append(RowProblem("email_missing"))
    elif not is_address(email):
        problems.append(RowProblem("email_invalid", {"value": email[:100]}))
    if zone and not find_zone(zone):
        problems.append(RowProblem("zone_unknown", {"value": zone[:100]}))
    if locale and not find_locale(locale):
        problems.append(RowProblem("locale_unknown", {"value": locale[:100]}))
    return problems
