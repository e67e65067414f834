"""Who of a pool is meant, and in which order: one rule for its page, removals, export and lots."""

import json
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Case, F, FloatField, Func, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Lower, NullIf, Replace
from django.db.models.sql.compiler import SQLCompiler

from fairview.candidates.engine import fold
from fairview.candidates.models import Pool, PoolMember

FIELDS: Final = {
    "name": "candidate__search_text",
    "email": "candidate__email",
    "zone": "candidate__zone",
    "added": "added_at",
}
NUMBER: Final = r"^[+-]?[0-9]+([.,][0-9]+)?$"


@dataclass(frozen=True)
class MemberFilter:
    """`search` is over names and addresses; `column` must hold exactly `value` (nothing: an empty value).

    `order` is `name`, `email`, `zone`, `added` or `value:` and an extra column; a minus before it turns it
    round. Numbers count as numbers, whatever mark their decimals have, and come before words; members
    without a value come last either way. Those who are equal follow by name.
    """

    search: str = ""
    column: str = ""
    value: str = ""
    order: str = "name"


@dataclass(frozen=True)
class Selection:
    """Members by their ids, or else everyone whom the filter means."""

    ids: tuple[UUID, ...] | None = None
    filter: MemberFilter = MemberFilter()


def chosen_members(pool: Pool, selection: Selection) -> QuerySet[PoolMember]:
    if selection.ids is None:
        return selected_members(pool, selection.filter)
    return selected_members(pool, MemberFilter()).filter(id__in=selection.ids)


def selected_members(pool: Pool, wanted: MemberFilter) -> QuerySet[PoolMember]:
    """The members that the filter means, in its order, each with the candidate."""
    members = PoolMember.objects.filter(pool=pool).select_related("candidate")
    for word in fold(wanted.search).split():
        members = members.filter(candidate__search_text__contains=word)
    if wanted.column:
        members = members.alias(held=ColumnText(wanted.column)).filter(_holds(wanted.value))
    return _ordered(members, wanted.order)


class ColumnText(Func):
    """What members have in an extra column. (Django's own lookup takes the column `2024` for a place.)"""

    function = "JSON_EXTRACT"
    output_field = TextField()

    def __init__(self, column: str) -> None:
        super().__init__(F("values"), Value(f"$.{json.dumps(column)}"))
        self.column = column

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_context: Any
    ) -> tuple[str, list[Any]]:
        sql, params = compiler.compile(self.source_expressions[0])
        return f"({sql} ->> %s)", [*params, self.column]


def _holds(value: str) -> Q:
    return Q(held=value) if value else Q(held=None) | Q(held="")


def _ordered(members: QuerySet[PoolMember], order: str) -> QuerySet[PoolMember]:
    backwards, name = order.startswith("-"), order.removeprefix("-")
    keys = ["number", "word"] if name.startswith("value:") else [FIELDS.get(name, FIELDS["name"])]
    if name.startswith("value:"):
        members = members.alias(**_sortable(name.removeprefix("value:")))
    ordered = [F(key).desc(nulls_last=True) if backwards else F(key).asc(nulls_last=True) for key in keys]
    return members.order_by(*ordered, "candidate__search_text", "id")


def _sortable(column: str) -> dict[str, Any]:
    """A number has both, a word only the latter, an empty value none."""
    decimal = Replace("held_here", Value(","), Value("."))
    return {
        "held_here": ColumnText(column),
        "number": Case(When(held_here__regex=NUMBER, then=Cast(decimal, FloatField()))),
        "word": NullIf(Lower("held_here"), Value("")),
    }
