"""What people say that the columns of a file are, and why it cannot be. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairview.candidates.errors import (
    ColumnNameless,
    ColumnNameTooLong,
    ColumnNameTwice,
    EmailColumnMissing,
    RoleTwice,
)
from fairview.candidates.imports.columns import MAX_TITLE, SHARED, Column, ColumnRole, plain
from fairview.kit.errors import Invalid


@dataclass(frozen=True)
class Said:
    """`roles`, and `names` if there are any, have a place for each column of the file."""

    header: int
    roles: Sequence[ColumnRole]
    zone: str
    names: Sequence[str | None] = ()


def refuse_impossible(columns: Sequence[Column], said: Said) -> None:
    """`columns` are those of the file as they were taken for until now."""
    if len(said.roles) != len(columns):
        raise Invalid(field="roles")
    if said.names and len(said.names) != len(columns):
        raise Invalid(field="names")
    _refuse_roles(columns, said.roles)
    for column, role, name in zip(columns, said.roles, said.names, strict=False):
        if role is ColumnRole.EXTRA and name is not None:
            _refuse_name(column, plain(name))


def refuse_one_name_for_two(columns: Sequence[Column]) -> None:
    names = [column.name for column in columns if column.role is ColumnRole.EXTRA]
    for place, name in enumerate(names):
        if name in names[:place]:
            raise ColumnNameTwice(name=name, field="names")


def _refuse_roles(columns: Sequence[Column], roles: Sequence[ColumnRole]) -> None:
    for place, role in enumerate(roles):
        first = roles.index(role)
        if role not in SHARED and first < place:
            raise RoleTwice(first=columns[first].title, second=columns[place].title, field="roles")
    if ColumnRole.EMAIL not in roles:
        raise EmailColumnMissing(field="roles")


def _refuse_name(column: Column, name: str) -> None:
    if not name:
        raise ColumnNameless(column=column.title, field="names")
    if len(name) > MAX_TITLE:
        raise ColumnNameTooLong(column=column.title, limit=MAX_TITLE, field="names")
