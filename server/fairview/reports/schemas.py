from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema

from fairview.reports.models import Report

DOCUMENT = "#/components/schemas/WireReportDocument"
"""`reports.contracts.ReportDocument`, as `config/schema.py` describes it for the browser."""


class ReportLine(Schema):
    """A report as lists show it."""

    room_session_id: UUID
    interview_id: UUID
    title: str
    candidate: str
    started_at: datetime | None
    ended_at: datetime | None
    zone: str
    version: int
    reason: str
    score: int | None
    incidents: int
    created_at: datetime


class Preparing(Schema):
    state: Literal["preparing"] = "preparing"


def report_line(report: Report) -> ReportLine:
    room = report.room_session
    return ReportLine(
        room_session_id=room.id,
        interview_id=room.interview_id,
        title=room.interview.title,
        candidate=room.interview.candidate.name,
        started_at=room.started_at,
        ended_at=room.ended_at,
        zone=room.interview.zone,
        version=report.version,
        reason=report.reason,
        score=report.score,
        incidents=report.incidents,
        created_at=report.created_at,
    )


DOCUMENT_RESPONSE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The frozen document, byte for byte.",
            "content": {"application/json": {"schema": {"$ref": DOCUMENT}}},
        }
    }
}
