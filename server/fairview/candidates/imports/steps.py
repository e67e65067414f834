"""The worker's part of an import. Each chunk of rows is one transaction together with how far it got, so a
step that is killed goes on where it stopped, and one that is begun twice does nothing twice."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import islice
from uuid import UUID

from django.db import transaction

from fairview.candidates.contracts import ImportState
from fairview.candidates.errors import ImportStopped
from fairview.candidates.imports.actions import drop_file
from fairview.candidates.imports.checking import check_chunk
from fairview.candidates.imports.columns import guess_columns, guess_header
from fairview.candidates.imports.queries import first_rows
from fairview.candidates.imports.sheets.contracts import MAX_ROWS, SheetRow
from fairview.candidates.imports.sheets.errors import FileEmpty, FileProblem, TooManyRows
from fairview.candidates.imports.sheets.reading import open_sheet
from fairview.candidates.imports.undoing import undo_chunk
from fairview.candidates.imports.writing import write_chunk
from fairview.candidates.models import Import, ImportRow
from fairview.candidates.tasks import advance_import
from fairview.kit.errors import FairviewError

CHUNK = 500
SLICE_S = 5.0
"""A long import makes way for other tasks so often."""

CHUNK_OF: dict[str, Callable[[Import, int], bool]] = {
    ImportState.CHECKING: check_chunk,
    ImportState.RUNNING: write_chunk,
    ImportState.UNDOING: undo_chunk,
}
AFTER_A_FAULT = {
    ImportState.READING: ImportState.FAILED,
    ImportState.CHECKING: ImportState.READ,
    ImportState.RUNNING: ImportState.STOPPED,
    ImportState.UNDOING: ImportState.DONE,
}

logger = logging.getLogger(__name__)


def advance(import_id: UUID, slice_s: float = SLICE_S) -> None:
    """Do what the import's state asks for, until it waits for a person or it is another task's turn."""
    try:
        read_file(import_id)
        deadline = time.monotonic() + slice_s
        while next_chunk(import_id):
            if time.monotonic() > deadline:
                advance_import.enqueue(str(import_id))
                return
    except FileProblem as problem:
        settle(import_id, problem)
    except Exception:
        logger.exception("Import %s stopped", import_id)
        settle(import_id, ImportStopped())
    finally:
        drop_read_file(import_id)


def next_chunk(import_id: UUID) -> bool:
    """One chunk of the present step; whether there may be more."""
    with transaction.atomic():
        run = _locked(import_id, *CHUNK_OF)
        return run is not None and CHUNK_OF[run.state](run, CHUNK)


def read_file(import_id: UUID) -> None:
    """Keep every row of the file, as far as that has not been done."""
    run = Import.objects.filter(id=import_id, state=ImportState.READING).first()
    if run is None:
        return
    with run.file.open("rb") as stored:
        sheet = open_sheet(stored.file)
        rows = (row for row in sheet.rows if row.number > run.cursor)
        while chunk := list(islice(rows, CHUNK)):
            if not _keep_chunk(run, chunk):
                return
    run.encoding, run.delimiter, run.sheet = sheet.encoding, sheet.delimiter, sheet.name
    _finish_reading(run)


@transaction.atomic
def _keep_chunk(run: Import, chunk: Sequence[SheetRow]) -> bool:
    """False if another worker was quicker, or the import is gone."""
    locked = _locked(run.id, ImportState.READING)
    if locked is None or locked.cursor != run.cursor:
        return False
    run.cursor, run.rows = chunk[-1].number, run.rows + len(chunk)
    if run.rows > MAX_ROWS:
        raise TooManyRows(limit=MAX_ROWS)
    lines = [ImportRow(parent=run, number=r.number, cells=r.cells, is_damaged=r.is_damaged) for r in chunk]
    ImportRow.objects.bulk_create(lines)
    run.save(update_fields=["cursor", "rows"])
    return True


@transaction.atomic
def _finish_reading(run: Import) -> None:
    _, rows = first_rows(run, 0)
    place = guess_header(rows)
    run.header = run.lines.order_by("number")[place - 1].number if place else 0
    run.rows = run.lines.filter(number__gt=run.header).count()
    if not run.rows:
        raise FileEmpty
    names, below = first_rows(run, run.header)
    columns = guess_columns(names, below, run.pool.columns)
    run.columns = [asdict(column) for column in columns]
    run.state, run.cursor = ImportState.READ, 0
    run.save()


def drop_read_file(import_id: UUID) -> None:
    run = Import.objects.filter(id=import_id).exclude(state=ImportState.READING).first()
    if run is not None:
        drop_file(run)


@transaction.atomic
def settle(import_id: UUID, problem: FairviewError) -> None:
    """After a fault: a file that cannot be read is over, any other step can be begun again."""
    run = _locked(import_id, *AFTER_A_FAULT)
    if run is None:
        return
    run.problem, run.problem_params = problem.code, problem.params
    run.state = AFTER_A_FAULT[ImportState(run.state)]
    run.save()
    if run.state == ImportState.FAILED:
        run.lines.all().delete()


def _locked(import_id: UUID, *states: str) -> Import | None:
    found = Import.objects.select_for_update().filter(id=import_id, state__in=states)
    return found.first()
