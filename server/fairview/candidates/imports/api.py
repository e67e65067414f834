from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.candidates.contracts import RowState
from fairview.candidates.imports.actions import discard_import, map_columns, run_import, undo_import
from fairview.candidates.imports.queries import bad_rows_file, get_import, list_rows
from fairview.candidates.imports.schemas import ColumnsIn, ImportOut, RowOut, import_out, rows_out
from fairview.candidates.pools.api import csv_answer
from fairview.kit.api import Page, paginate

router = Router(auth=staff_auth, tags=["imports"])


@router.get("/{uuid:import_id}", response=ImportOut, operation_id="get_import")
def get_one(request: StaffRequest, import_id: UUID) -> ImportOut:
    require_capability(request.actor, "candidates.read")
    return import_out(get_import(request.actor, import_id))


@router.put("/{uuid:import_id}/columns", response=ImportOut, operation_id="map_columns")
def put_columns(request: StaffRequest, import_id: UUID, said: ColumnsIn) -> ImportOut:
    """Say what the columns are; every row is then checked."""
    return import_out(map_columns(request.actor, import_id, said.as_said()))


@router.get("/{uuid:import_id}/rows", response=Page[RowOut], operation_id="list_import_rows")
def get_rows(
    request: StaffRequest, import_id: UUID, state: RowState | None = None, page: int = 1
) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    run = get_import(request.actor, import_id)
    found = paginate(list_rows(run, state), page, lambda row: row)
    return {**found, "items": rows_out(run, found["items"])}


@router.get("/{uuid:import_id}/problems.csv", operation_id="download_problems", include_in_schema=False)
def get_problems(request: StaffRequest, import_id: UUID) -> HttpResponse:
    require_capability(request.actor, "candidates.read")
    return csv_answer(bad_rows_file(get_import(request.actor, import_id)), "rows-to-correct.csv")


@router.post("/{uuid:import_id}/run", response=ImportOut, operation_id="run_import")
def post_run(request: StaffRequest, import_id: UUID) -> ImportOut:
    """Write what was checked, or go on where writing broke off."""
    return import_out(run_import(request.actor, import_id))


@router.post("/{uuid:import_id}/undo", response=ImportOut, operation_id="undo_import")
def post_undo(request: StaffRequest, import_id: UUID) -> ImportOut:
    return import_out(undo_import(request.actor, import_id))


@router.delete("/{uuid:import_id}", response={204: None}, operation_id="discard_import")
def delete_one(request: StaffRequest, import_id: UUID) -> Status[None]:
    discard_import(request.actor, import_id)
    return Status(204, None)
