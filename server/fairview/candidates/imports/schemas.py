from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from fairview.candidates.contracts import ImportState, RowState
from fairview.candidates.imports.columns import ColumnRole
from fairview.candidates.imports.mapping import Said
from fairview.candidates.imports.queries import columns_of
from fairview.candidates.imports.sheets.contracts import MAX_COLUMNS, MAX_ROWS
from fairview.candidates.imports.validation import Draft, draft_of
from fairview.candidates.models import Import, ImportRow


class ColumnsIn(Schema):
    """`roles` in the order of the file, and `names`, if any: what the pool is to call an extra column, null
    for as the file does. `header` is the number of the row that names the columns, or 0; `zone` is for new
    candidates of whom the file does not say it."""

    roles: Annotated[list[ColumnRole], Field(max_length=MAX_COLUMNS)]
    names: Annotated[list[str | None], Field(max_length=MAX_COLUMNS)] = []
    header: Annotated[int, Field(ge=0, le=MAX_ROWS)]
    zone: str

    def as_said(self) -> Said:
        return Said(self.header, self.roles, self.zone, self.names)


class ColumnOut(Schema):
    """`name` is what the pool calls it, if it becomes a column of the pool."""

    title: str
    name: str
    role: ColumnRole
    samples: list[str]


class ImportOut(Schema):
    """`handled` of `total` rows are done in the present step; `total` is 0 while it is not known yet.

    `created`, `merged` and `bad` count what writing the rows would do, and then what it did.
    """

    id: UUID
    pool_id: UUID
    pool_name: str
    file_name: str
    encoding: str
    delimiter: str
    sheet: str
    state: ImportState
    problem: str
    problem_params: dict[str, str | int]
    header: int
    columns: list[ColumnOut]
    zone: str
    rows: int
    handled: int
    total: int
    created: int
    merged: int
    bad: int
    kept: int
    can_undo: bool
    created_by: str
    created_at: datetime
    done_at: datetime | None


class RowProblemOut(Schema):
    code: str
    params: dict[str, str | int]


class RowOut(Schema):
    """A row as it would be written. `cells` are what stands in the file."""

    number: int
    state: RowState
    details: dict[str, str]
    values: dict[str, str]
    cells: list[str]
    problems: list[RowProblemOut]


def import_out(run: Import) -> ImportOut:
    return ImportOut(
        id=run.id,
        pool_id=run.pool_id,
        pool_name=run.pool.name,
        file_name=run.file_name,
        encoding=run.encoding,
        delimiter=run.delimiter,
        sheet=run.sheet,
        state=ImportState(run.state),
        problem=run.problem,
        problem_params=run.problem_params,
        header=run.header,
        columns=[
            ColumnOut(title=column.title, name=column.name, role=column.role, samples=list(column.samples))
            for column in columns_of(run)
        ],
        zone=run.zone,
        rows=run.rows,
        handled=run.handled,
        total=_total(run),
        created=run.created,
        merged=run.merged,
        bad=run.bad,
        kept=run.kept,
        can_undo=run.state in {ImportState.DONE, ImportState.STOPPED} and run.lines.exists(),
        created_by=run.created_by.name,
        created_at=run.created_at,
        done_at=run.done_at,
    )


def _total(run: Import) -> int:
    """Rows that the present step goes over."""
    if run.state == ImportState.READING:
        return 0
    return run.rows - run.bad if run.state in {ImportState.RUNNING, ImportState.STOPPED} else run.rows


def rows_out(run: Import, rows: Sequence[ImportRow]) -> list[RowOut]:
    columns = columns_of(run)
    return [_row_out(run, row, draft_of(row.cells, columns, row.is_damaged)) for row in rows]


def _row_out(run: Import, row: ImportRow, draft: Draft) -> RowOut:
    default = {"zone": run.zone} if row.state == RowState.NEW else {}
    return RowOut(
        number=row.number,
        state=RowState(row.state),
        details={**default, **draft.details},
        values=draft.values,
        cells=row.cells,
        problems=[RowProblemOut(**problem) for problem in row.problems],
    )
