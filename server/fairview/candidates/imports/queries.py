import csv
import io
from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from fairview.audit.public import Actor
from fairview.candidates.contracts import RowState
from fairview.candidates.imports.columns import Column, ColumnRole
from fairview.candidates.imports.validation import RowProblem
from fairview.candidates.lots.draw_file import guarded
from fairview.candidates.models import Import, ImportRow, Pool
from fairview.kit.errors import NotFound

GUESSED_FROM = 200
"""Rows that are looked at to say what the columns are."""


def get_import(actor: Actor, import_id: UUID) -> Import:
    run = Import.objects.visible_to(actor).select_related("pool", "created_by").filter(id=import_id).first()
    if run is None:
        raise NotFound
    return run


def list_imports(pool: Pool) -> QuerySet[Import]:
    """The newest first."""
    return Import.objects.filter(pool=pool).select_related("created_by").order_by("-created_at")


def list_rows(run: Import, state: RowState | None = None) -> QuerySet[ImportRow]:
    """Rows below the names of the columns, in the order of the file."""
    rows = run.lines.filter(number__gt=run.header).order_by("number")
    return rows.filter(state=state) if state else rows


def first_rows(run: Import, header: int) -> tuple[list[str], list[list[str]]]:
    """The names of the columns, and the first rows below them."""
    names = run.lines.filter(number=header).first() if header else None
    rows = run.lines.filter(number__gt=header).order_by("number")[:GUESSED_FROM]
    return (names.cells if names else [], [row.cells for row in rows])


def columns_of(run: Import) -> list[Column]:
    return [
        Column(
            column["title"],
            ColumnRole(column["role"]),
            tuple(column["samples"]),
            column.get("renamed", ""),
        )
        for column in run.columns
    ]


def problems_of(row: ImportRow) -> list[RowProblem]:
    return [RowProblem(problem["code"], problem["params"]) for problem in row.problems]


def bad_rows_file(run: Import) -> str:
    """CSV that can be corrected and uploaded again: the columns of the file, and in front of them the number
    of the row and what is wrong with it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["Row", "Problem", *map(guarded, (column.title for column in columns_of(run)))])
    writer.writerows(_bad_lines(run))
    return text.getvalue()


def _bad_lines(run: Import) -> Iterator[list[str]]:
    for row in list_rows(run, RowState.BAD).iterator(chunk_size=2000):
        said = " ".join(map(str, problems_of(row)))
        yield [str(row.number), guarded(said), *map(guarded, row.cells)]
