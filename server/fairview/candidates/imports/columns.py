"""What the columns of a file are about, guessed from their names and from what stands in them. Pure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from fairview.candidates.engine import find_locale, fold

Cells = Sequence[str]

SAMPLES: Final = 3
LOOKED_AT: Final = 10
"""A title and empty lines may stand above the names of the columns; not more than this many rows."""
MAX_TITLE: Final = 80


class ColumnRole(StrEnum):
    """`extra` columns become columns of the pool; `skip` ones are left out."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    ZONE = "zone"
    LOCALE = "locale"
    NOTE = "note"
    EXTRA = "extra"
    SKIP = "skip"


SHARED = frozenset({ColumnRole.EXTRA, ColumnRole.SKIP})
"""Roles that several columns may have."""


@dataclass(frozen=True)
class Column:
    """`title` is unique among the columns of its file; `samples` are the first things that stand in it;
    `renamed` is what the pool calls an extra column, where that is not its title."""

    title: str
    role: ColumnRole
    samples: tuple[str, ...] = ()
    renamed: str = ""

    @property
    def name(self) -> str:
        return self.renamed or self.title


NAMES: Final[Mapping[ColumnRole, str]] = {
    ColumnRole.EMAIL: "email mail emailaddress mailaddress emailadresse mailadresse correo correoelectronico "
    "courriel adresseemail adressemail postaelettronica epost eposta",
    ColumnRole.FIRST_NAME: "firstname givenname forename vorname nombre nombres prenom nome fornavn",
    ColumnRole.LAST_NAME: "lastname surname familyname nachname familienname apellido apellidos nomdefamille "
    "cognome sobrenome etternavn efternamn",
    ColumnRole.NAME: "name fullname candidate candidatename applicant kandidat kandidatin bewerber "
    "bewerberin nombrecompleto nomcomplet nomecompleto navn namn nom",
    ColumnRole.PHONE: "phone telephone tel mobile cell cellphone phonenumber mobilenumber telefon "
    "telefonnummer handy mobil telefono movil portable telefone",
    ColumnRole.ZONE: "zone timezone tz zeitzone zonahoraria fuseauhoraire fusoorario",
    ColumnRole.LOCALE: "language locale lang sprache idioma langue lingua",
    ColumnRole.NOTE: "note notes comment comments remark remarks notiz notizen bemerkung kommentar nota "
    "notas commentaire",
}
ROLE_OF: Final = {name: role for role, names in NAMES.items() for name in names.split()}

ADDRESS = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
FULL_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(\s+[\w.'’-]+)+$")


def guess_header(rows: Sequence[Cells]) -> int:
    """Which of the first rows names the columns, counted from 1; nought where none does.

    It is the first that has a name of ours and no address, or else the first of all, unless an address
    stands in it.
    """
    for place, cells in enumerate(rows[:LOOKED_AT], 1):
        if any(map(_role_by_name, cells)) and not any(map(ADDRESS.match, cells)):
            return place
    return 1 if rows and not any(map(ADDRESS.match, rows[0])) else 0


def guess_columns(header: Cells, rows: Sequence[Cells], known: Sequence[str] = ()) -> list[Column]:
    """Each role is given once: by the name of the column, or else by what stands in it. Extra columns are
    spelled as the pool's own (`known`)."""
    width = _width(header, rows)
    roles = _roles([*header, *[""] * width][:width], _held(rows, width))
    return columns_by(header, rows, roles, known)


def columns_by(
    header: Cells,
    rows: Sequence[Cells],
    roles: Sequence[ColumnRole],
    known: Sequence[str] = (),
    names: Sequence[str | None] = (),
) -> list[Column]:
    """The columns with these roles, in the order of the file. `names` are what people call extra ones."""
    titles = titles_of(header, len(roles))
    columns = [
        Column(title, role, tuple(held[:SAMPLES]), plain(name or "") if role is ColumnRole.EXTRA else "")
        for title, role, held, name in zip(
            titles, roles, _held(rows, len(roles)), names or [None] * len(roles), strict=True
        )
    ]
    return _spelled(columns, known)


def _spelled(columns: Sequence[Column], known: Sequence[str]) -> list[Column]:
    """Extra columns that the pool has, whatever their letter case, are called what it calls them."""
    named = {column.name for column in columns if column.role is ColumnRole.EXTRA}
    spelling = {fold(name): name for name in known if name not in named}
    return [
        replace(column, renamed=spelling.pop(fold(column.name), column.renamed))
        if column.role is ColumnRole.EXTRA
        else column
        for column in columns
    ]


def _width(header: Cells, rows: Sequence[Cells]) -> int:
    """As many as have names, or as most rows have cells."""
    widths = Counter(map(len, rows))
    usual = widths.most_common(1)[0][0] if header and widths else max(widths, default=0)
    return max(len(header), usual)


def _held(rows: Sequence[Cells], width: int) -> list[list[str]]:
    return [[cells[i] for cells in rows if i < len(cells) and cells[i]] for i in range(width)]


def titles_of(header: Cells, width: int) -> list[str]:
    """Each once: a column without a name has its letter, the second of one name a number."""
    titles: list[str] = []
    for place in range(width):
        name = plain(header[place]) if place < len(header) else ""
        titles.append(_unlike(name[:MAX_TITLE] or letter_of(place), titles))
    return titles


def plain(name: str) -> str:
    """As a column may be called."""
    return " ".join(name.split()).replace('"', "'")


def letter_of(place: int) -> str:
    """As spreadsheets name columns: A, B, …, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _unlike(title: str, taken: Sequence[str]) -> str:
    if title not in taken:
        return title
    number = 2
    while f"{title} ({number})" in taken:
        number += 1
    return f"{title} ({number})"


def _roles(names: Cells, held: Sequence[Cells]) -> list[ColumnRole]:
    by_name = [_role_by_name(name) for name in names]
    given: set[ColumnRole] = set()
    roles: list[ColumnRole | None] = []
    for role in by_name:
        roles.append(role if role not in given else None)
        given |= {role} if role else set()
    _doubt_languages(roles, given, held)
    if ColumnRole.FIRST_NAME in given and ColumnRole.NAME in given:
        _settle_names(roles, given)
    for role, pattern in ((ColumnRole.EMAIL, ADDRESS), (ColumnRole.NAME, FULL_NAME)):
        needed = role not in given and not (
            role is ColumnRole.NAME and given & {ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME}
        )
        place = _column_of(pattern, held, roles) if needed else None
        if place is not None:
            roles[place] = role
    return [role or ColumnRole.EXTRA for role in roles]


def _doubt_languages(roles: list[ColumnRole | None], given: set[ColumnRole], held: Sequence[Cells]) -> None:
    """Under `Language` stand those that people speak or program in as often as that of our letters."""
    if ColumnRole.LOCALE in given and not all(map(find_locale, held[roles.index(ColumnRole.LOCALE)])):
        roles[roles.index(ColumnRole.LOCALE)] = None


def _settle_names(roles: list[ColumnRole | None], given: set[ColumnRole]) -> None:
    """`Nombre, Apellidos` are two halves, and so are `Vorname, Name`; `First name, Last name, Name` has a
    whole one."""
    place = roles.index(ColumnRole.NAME)
    if ColumnRole.LAST_NAME in given:
        roles[:] = [None if role in {ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME} else role for role in roles]
    else:
        roles[place] = ColumnRole.LAST_NAME


def _column_of(
    pattern: re.Pattern[str], held: Sequence[Cells], roles: Sequence[ColumnRole | None]
) -> int | None:
    for place, values in enumerate(held):
        if roles[place] is None and values and sum(map(bool, map(pattern.match, values))) * 2 > len(values):
            return place
    return None


def _role_by_name(name: str) -> ColumnRole | None:
    return ROLE_OF.get(re.sub(r"[^a-z]", "", fold(name)))
