from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from fairview.accounts.public import Role, StaffRequest, require, staff_auth
from fairview.audit.public import record
from fairview.kit.api import Page, paginate
from fairview.reports.exports import document_bytes, file_name, log_bytes
from fairview.reports.queries import find_report, get_report, list_reports
from fairview.reports.schemas import DOCUMENT_RESPONSE, Preparing, ReportLine, report_line

router = Router(auth=staff_auth, tags=["reports"])


@router.get("", response=Page[ReportLine], operation_id="list_reports")
def get_reports(request: StaffRequest, page: int = 1) -> dict[str, Any]:
    return paginate(list_reports(request.actor), page, report_line)


@router.get(
    "/{uuid:room_session_id}",
    response={202: Preparing},
    operation_id="get_report",
    openapi_extra=DOCUMENT_RESPONSE,
)
def get_one(
    request: StaffRequest, room_session_id: UUID, version: int | None = None
) -> HttpResponse | Status[Preparing]:
    report = find_report(request.actor, room_session_id, version)
    if report is None:
        return Status(202, Preparing())
    return HttpResponse(document_bytes(report), content_type="application/json")


@router.get("/{uuid:room_session_id}/report.json", operation_id="download_report", include_in_schema=False)
def get_document(request: StaffRequest, room_session_id: UUID, version: int | None = None) -> HttpResponse:
    report = get_report(request.actor, room_session_id, version)
    return as_download(document_bytes(report), "application/json", file_name(room_session_id, "json"))


@router.get("/{uuid:room_session_id}/log.jsonl", operation_id="download_log", include_in_schema=False)
def get_log(request: StaffRequest, room_session_id: UUID) -> HttpResponse:
    require(request.actor, Role.OWNER, Role.ADMIN, Role.AUDITOR)
    report = get_report(request.actor, room_session_id)
    record(request.actor, "reports.log_exported", "room_session", room_session_id)
    return as_download(log_bytes(report), "application/jsonl", file_name(room_session_id, "jsonl"))


def as_download(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
