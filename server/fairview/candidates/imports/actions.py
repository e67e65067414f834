"""What a person does with a file of candidates: upload, say what its columns are, write it, take it back.

Everything that goes over the rows is done by a worker (`import_steps.py`); here only the state moves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import PurePath
from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.core.files.base import File
from django.db import transaction

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.candidates.contracts import ImportState
from fairview.candidates.errors import ImportNotReady
from fairview.candidates.imports.columns import Column, ColumnRole, columns_by
from fairview.candidates.imports.mapping import Said, refuse_impossible, refuse_one_name_for_two
from fairview.candidates.imports.queries import columns_of, first_rows, get_import
from fairview.candidates.imports.sheets.kinds import HEAD, kind_of
from fairview.candidates.models import Import
from fairview.candidates.pools.actions import open_pool
from fairview.candidates.tasks import advance_import, forget_import
from fairview.kit.clock import utc_now
from fairview.kit.errors import FileTooLarge
from fairview.kit.ids import new_id
from fairview.kit.zones import check_zone

KEPT_FOR = timedelta(days=30)
"""After it, the rows are forgotten, and the import can no longer be undone."""
WORKING = [ImportState.READING, ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING]
UNWRITTEN = [
    ImportState.READING,
    ImportState.READ,
    ImportState.CHECKING,
    ImportState.CHECKED,
    ImportState.FAILED,
]
MB = 1 << 20


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


def start_import(actor: Actor, pool_id: UUID, file_name: str, content: Stream) -> Import:
    """Store the file for a worker to read. What cannot be a table by its first bytes is refused at once."""
    pool = open_pool(actor, pool_id)
    upload = Upload(content)
    run = Import(
        organisation_id=actor.organisation,
        pool=pool,
        file_name=PurePath(file_name.replace("\\", "/")).name[:255] or "upload",
        state=ImportState.READING,
        created_by_id=actor.person,
    )
    run.file.name = place = f"imports/{new_id()}"
    try:
        run.file.storage.save(place, upload)
        with transaction.atomic():
            run.save()
            record(actor, "candidates.import_started", "import", run.id)
            advance_import.enqueue(str(run.id))
            forget_import.using(run_after=utc_now() + KEPT_FOR).enqueue(str(run.id))
    except BaseException:
        run.file.storage.delete(place)
        raise
    return run


class Upload(File[bytes]):
    """A stream on its way to storage, looked at as it begins and counted as it goes by."""

    def __init__(self, content: Stream) -> None:
        super().__init__(None)
        self.content = content
        self.head = content.read(HEAD)
        kind_of(self.head)

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        size, chunk = 0, self.head
        while chunk:
            size += len(chunk)
            if size > settings.UPLOAD_LIMIT_MB * MB:
                raise FileTooLarge(limit_mb=settings.UPLOAD_LIMIT_MB)
            yield chunk
            chunk = self.content.read(chunk_size or MB)


@transaction.atomic
def map_columns(actor: Actor, import_id: UUID, said: Said) -> Import:
    """Say what the columns are and are called, and which row names them. A worker then checks
    every row. May be repeated until the import is written."""
    require_capability(actor, "candidates.write")
    run = get_import(actor, import_id)
    open_pool(actor, run.pool_id)
    check_zone(said.zone)
    columns = _columns(run, said)
    run.rows = run.lines.filter(number__gt=said.header).count()
    _move(run, [ImportState.READ, ImportState.CHECKED], ImportState.CHECKING, cursor=said.header)
    run.header, run.zone, run.problem = said.header, said.zone, ""
    run.columns = [asdict(column) for column in columns]
    run.created = run.merged = run.bad = 0
    run.save()
    return run


@transaction.atomic
def run_import(actor: Actor, import_id: UUID) -> Import:
    """Write what was checked; also goes on where writing broke off."""
    require_capability(actor, "candidates.write")
    run = get_import(actor, import_id)
    pool = open_pool(actor, run.pool_id)
    if run.state == ImportState.STOPPED:
        _move(run, [ImportState.STOPPED], ImportState.RUNNING, run.cursor, run.handled)
    else:
        _move(run, [ImportState.CHECKED], ImportState.RUNNING, cursor=run.header)
        extra = [column.name for column in columns_of(run) if column.role is ColumnRole.EXTRA]
        run.new_columns = [name for name in extra if name not in pool.columns]
        pool.columns = [*pool.columns, *run.new_columns]
        pool.save(update_fields=["columns"])
        run.created = run.merged = 0
    run.problem = ""
    run.save()
    record(actor, "candidates.import_run", "import", run.id)
    return run


@transaction.atomic
def undo_import(actor: Actor, import_id: UUID) -> Import:
    """Take back what was written, except what people have changed or used since."""
    require_capability(actor, "candidates.write")
    run = get_import(actor, import_id)
    open_pool(actor, run.pool_id)
    if not run.lines.exists():
        raise ImportNotReady
    _move(run, [ImportState.DONE, ImportState.STOPPED], ImportState.UNDOING, run.cursor)
    run.problem = ""
    run.save()
    record(actor, "candidates.import_undone", "import", run.id)
    return run


def discard_import(actor: Actor, import_id: UUID) -> None:
    """Drop a file that has written nothing."""
    require_capability(actor, "candidates.write")
    run = get_import(actor, import_id)
    with transaction.atomic():
        if not Import.objects.filter(id=run.id, state__in=UNWRITTEN).delete()[0]:
            raise ImportNotReady
        record(actor, "candidates.import_discarded", "import", run.id)
    drop_file(run)


def forget(import_id: UUID) -> None:
    """Drop the rows of an import that nobody has touched for long, and the file if it is still there."""
    run = Import.objects.filter(id=import_id).first()
    if run is None:
        return
    due = (run.done_at or run.created_at) + KEPT_FOR
    if due > utc_now() or run.state in WORKING:
        forget_import.using(run_after=max(due, utc_now() + KEPT_FOR / 30)).enqueue(str(import_id))
        return
    run.lines.all().delete()
    drop_file(run)


def drop_file(run: Import) -> None:
    if run.file.name:
        run.file.storage.delete(run.file.name)
        Import.objects.filter(id=run.id).update(file="")


def _columns(run: Import, said: Said) -> list[Column]:
    refuse_impossible(columns_of(run), said)
    titles, rows = first_rows(run, said.header)
    columns = columns_by(titles, rows, said.roles, run.pool.columns, said.names)
    refuse_one_name_for_two(columns)
    return columns


def _move(
    run: Import, before: Sequence[ImportState], after: ImportState, cursor: int, handled: int = 0
) -> None:
    """Compare and set: of two people who press at once, one is told that it has been done."""
    step: dict[str, Any] = {"state": after, "cursor": cursor, "handled": handled}
    if not Import.objects.filter(id=run.id, state__in=before).update(**step):
        raise ImportNotReady
    for name, value in step.items():
        setattr(run, name, value)
    advance_import.enqueue(str(run.id))
