from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from fairview.accounts.public import Role, StaffRequest, anyone_auth, language_of, require, staff_auth
from fairview.audit.public import record
from fairview.evidence.public import seals_of
from fairview.kit.api import Page, paginate
from fairview.kit.languages import SOURCE, Locale
from fairview.reports.actions import current_report, freeze_report
from fairview.reports.bundle import bundle_bytes
from fairview.reports.comparison import Comparison, compare_lot
from fairview.reports.decisions import list_decisions, record_decision
from fairview.reports.exports import FileKind, file_bytes, file_name, log_bytes
from fairview.reports.queries import Step, find_report, get_report, list_reports, steps_of
from fairview.reports.schemas import (
    DOCUMENT_RESPONSE,
    DecisionIn,
    DecisionOut,
    Preparing,
    ReportLine,
    ScorecardIn,
    ScorecardOut,
    SealOut,
    SubmitIn,
    decision_out,
    report_line,
    scorecard_out,
    seal_out,
)
from fairview.reports.scorecards import get_scorecard, save_scorecard, submit_scorecard
from fairview.reports.sheets import comparison_csv
from fairview.reports.withholding import document_for, withheld_from

CSV = "text/csv; charset=utf-8"
CONTENT_TYPES = {"json": "application/json", "pdf": "application/pdf", "csv": CSV}

router = Router(auth=staff_auth, tags=["reports"])
scorecards_router = Router(auth=staff_auth, tags=["reports"])
decisions_router = Router(auth=staff_auth, tags=["reports"])
comparison_router = Router(auth=staff_auth, tags=["reports"])


@router.get("", response=Page[ReportLine], operation_id="list_reports")
def get_reports(request: StaffRequest, page: int = 1) -> dict[str, Any]:
    return paginate(list_reports(request.actor), page, report_line)


@router.get(
    "/{uuid:room_session_id}",
    response={202: Preparing},
    operation_id="get_report",
    auth=anyone_auth,
    openapi_extra=DOCUMENT_RESPONSE,
)
def get_one(
    request: StaffRequest, room_session_id: UUID, version: int | None = None
) -> HttpResponse | Status[Preparing]:
    report = find_report(request.actor, room_session_id, version)
    if request.actor.kind == "service" and version is None:
        report = current_report(room_session_id)
    if report is None:
        return Status(202, Preparing())
    return HttpResponse(document_for(request.actor, report), content_type="application/json")


@router.get("/{uuid:room_session_id}/report.json", operation_id="download_report", include_in_schema=False)
def get_document(request: StaffRequest, room_session_id: UUID, version: int | None = None) -> HttpResponse:
    return as_file(request, room_session_id, version, "json")


@router.get("/{uuid:room_session_id}/report.pdf", operation_id="download_letter", include_in_schema=False)
def get_letter(
    request: StaffRequest, room_session_id: UUID, version: int | None = None, locale: Locale | None = None
) -> HttpResponse:
    """In the reader's language, unless they ask for another."""
    return as_file(request, room_session_id, version, "pdf", locale or language_of(request.user))


@router.get("/{uuid:room_session_id}/report.csv", operation_id="download_table", include_in_schema=False)
def get_table(request: StaffRequest, room_session_id: UUID, version: int | None = None) -> HttpResponse:
    return as_file(request, room_session_id, version, "csv")


@router.get("/{uuid:room_session_id}/log.jsonl", operation_id="download_log", include_in_schema=False)
def get_log(request: StaffRequest, room_session_id: UUID) -> HttpResponse:
    require(request.actor, Role.OWNER, Role.ADMIN, Role.AUDITOR)
    report = get_report(request.actor, room_session_id)
    record(request.actor, "reports.log_exported", "room_session", room_session_id)
    content = log_bytes(report, withheld_from(request.actor, room_session_id))
    return as_download(content, "application/jsonl", file_name(room_session_id, "jsonl"))


@router.get("/{uuid:room_session_id}/bundle.zip", operation_id="download_bundle", include_in_schema=False)
def get_bundle(request: StaffRequest, room_session_id: UUID) -> HttpResponse:
    require(request.actor, Role.OWNER, Role.ADMIN, Role.AUDITOR)
    get_report(request.actor, room_session_id)
    report = freeze_report(room_session_id)
    record(request.actor, "reports.bundle_exported", "room_session", room_session_id)
    document = document_for(request.actor, report)
    content = bundle_bytes(report, document, withheld_from(request.actor, room_session_id))
    return as_download(content, "application/zip", file_name(room_session_id, "zip"))


@router.get("/{uuid:room_session_id}/seals", response=list[SealOut], operation_id="list_seals")
def get_seals(request: StaffRequest, room_session_id: UUID) -> list[SealOut]:
    get_report(request.actor, room_session_id)
    return [seal_out(seal) for seal in seals_of(room_session_id)]


@router.get(
    "/{uuid:room_session_id}/code/{document}/steps", response=list[Step], operation_id="get_code_steps"
)
def get_steps(request: StaffRequest, room_session_id: UUID, document: str) -> list[Step]:
    return steps_of(get_report(request.actor, room_session_id), document)


@scorecards_router.get("/{uuid:room_session_id}", response=ScorecardOut, operation_id="get_scorecard")
def get_card(request: StaffRequest, room_session_id: UUID) -> ScorecardOut:
    return scorecard_out(get_scorecard(request.actor, room_session_id))


@scorecards_router.put("/{uuid:room_session_id}", response=ScorecardOut, operation_id="save_scorecard")
def put_card(request: StaffRequest, room_session_id: UUID, details: ScorecardIn) -> ScorecardOut:
    draft = details.as_draft()
    return scorecard_out(save_scorecard(request.actor, room_session_id, details.version, draft))


@scorecards_router.post(
    "/{uuid:room_session_id}/submit", response=ScorecardOut, operation_id="submit_scorecard"
)
def post_card(request: StaffRequest, room_session_id: UUID, details: SubmitIn) -> ScorecardOut:
    return scorecard_out(submit_scorecard(request.actor, room_session_id, details.version))


@decisions_router.get(
    "/interviews/{uuid:interview_id}/decisions", response=list[DecisionOut], operation_id="list_decisions"
)
def get_decisions(request: StaffRequest, interview_id: UUID) -> list[DecisionOut]:
    return [decision_out(one) for one in list_decisions(request.actor, interview_id)]


@decisions_router.post(
    "/interviews/{uuid:interview_id}/decisions", response={201: DecisionOut}, operation_id="record_decision"
)
def post_decision(request: StaffRequest, interview_id: UUID, details: DecisionIn) -> Status[DecisionOut]:
    made = record_decision(request.actor, interview_id, details.decision, details.reason)
    return Status(201, decision_out(made))


@comparison_router.get("/{uuid:lot_id}/comparison", response=Comparison, operation_id="compare_lot")
def get_comparison(request: StaffRequest, lot_id: UUID) -> Comparison:
    return compare_lot(request.actor, lot_id)


@comparison_router.get(
    "/{uuid:lot_id}/comparison.csv", operation_id="download_comparison", include_in_schema=False
)
def get_comparison_table(request: StaffRequest, lot_id: UUID) -> HttpResponse:
    comparison = compare_lot(request.actor, lot_id)
    record(request.actor, "reports.comparison_exported", "lot", lot_id)
    return as_download(comparison_csv(comparison), CSV, f"fairview-lot-{lot_id}.csv")


def as_file(
    request: StaffRequest, room_session_id: UUID, version: int | None, kind: FileKind, locale: Locale = SOURCE
) -> HttpResponse:
    """What the reader may see of the report, as a file."""
    report = get_report(request.actor, room_session_id, version)
    content = file_bytes(report, kind, document_for(request.actor, report), locale)
    return as_download(content, CONTENT_TYPES[kind], file_name(room_session_id, kind))


def as_download(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
