from datetime import datetime
from typing import Annotated, Any, Literal, cast
from uuid import UUID

import msgspec
from ninja import Schema
from pydantic import Field, StringConstraints

from fairview.evidence.contracts import Seal
from fairview.evidence.public import read_stamp
from fairview.kit.clock import as_datetime
from fairview.reports.decisions import Verdict
from fairview.reports.findings.sections import Recommendation
from fairview.reports.models import Decision, Report, Scorecard
from fairview.reports.rubric import get_rubric
from fairview.reports.scorecards import Draft, Note

Key = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Words = Annotated[str, StringConstraints(max_length=5_000, pattern=r"^[^\x00]*$")]

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
    decision: Verdict | None
    """The newest of a person."""
    created_at: datetime


class Preparing(Schema):
    state: Literal["preparing"] = "preparing"


def report_line(report: Report) -> ReportLine:
    """Of a report that was read with `with_decision`."""
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
        decision=getattr(report, "decision", None),
        created_at=report.created_at,
    )


class StampOut(Schema):
    """When an authority says that the seal was there, and who it says it is."""

    at: datetime
    by: str


class SealOut(Schema):
    """A seal as the report's page shows it; the bundle has it whole."""

    sequence: int
    positions: int
    root: str
    sealed_at: datetime
    key: str
    stamp: StampOut | None


def seal_out(seal: Seal) -> SealOut:
    document = seal.document
    stamp = read_stamp(seal.stamp) if seal.stamp else None
    return SealOut(
        sequence=document.sequence,
        positions=document.positions,
        root=document.root,
        sealed_at=as_datetime(document.sealed_us),
        key=document.key,
        stamp=StampOut(at=stamp.at, by=stamp.by) if stamp else None,
    )


DOCUMENT_RESPONSE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The frozen document, byte for byte.",
            "content": {"application/json": {"schema": {"$ref": DOCUMENT}}},
        }
    }
}


class DecisionIn(Schema):
    decision: Verdict
    reason: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=r"^[^\x00]*$")
    ]


class DecisionOut(Schema):
    id: UUID
    decision: Verdict
    reason: str
    by: str
    at: datetime


def decision_out(decision: Decision) -> DecisionOut:
    return DecisionOut(
        id=decision.id,
        decision=cast(Verdict, decision.decision),
        reason=decision.reason,
        by=decision.by.name,
        at=decision.at,
    )


class CompetencyOut(Schema):
    """`levels` says what a rating of 1, 2, 3 and 4 means."""

    key: str
    title: str
    sentence: str
    levels: list[str]


class RubricOut(Schema):
    reference: str
    title: str
    competencies: list[CompetencyOut]


class CardNote(Schema):
    """`key` is the page's own name for it; `at_ms` counts from the start of the session."""

    key: Key
    competency: Key
    at_ms: Annotated[int, Field(ge=0, le=86_400_000)] | None
    text: Words


class CardContent(Schema):
    """`ratings`: 1 to 4, or null for what the talk did not show; what is left out is not answered yet."""

    ratings: dict[str, Annotated[int, Field(ge=1, le=4)] | None]
    notes: Annotated[list[CardNote], Field(max_length=200)]
    recommendation: Recommendation | None
    closing: Words


class ScorecardIn(CardContent):
    version: Annotated[int, Field(ge=0)]
    """The version that this is a change of; 0 begins the card."""

    def as_draft(self) -> Draft:
        notes = [Note(note.key, note.competency, note.at_ms, note.text) for note in self.notes]
        return Draft(self.ratings, notes, self.recommendation, self.closing)


class SubmitIn(Schema):
    version: Annotated[int, Field(ge=1)]


class ScorecardOut(CardContent):
    rubric: RubricOut
    version: int
    saved_at: datetime | None
    submitted_at: datetime | None
    submitted_version: int | None


def scorecard_out(card: Scorecard) -> ScorecardOut:
    rubric, begun = get_rubric(card.rubric), card.version > 0
    return ScorecardOut.model_validate(
        {
            "rubric": {
                "reference": rubric.reference,
                "title": rubric.title,
                "competencies": [msgspec.to_builtins(one) for one in rubric.competencies],
            },
            "ratings": dict(card.ratings.values_list("competency", "rating")) if begun else {},
            "notes": list(card.notes.order_by("id").values("key", "competency", "at_ms", "text"))
            if begun
            else [],
            "recommendation": card.recommendation or None,
            "closing": card.closing,
            "version": card.version,
            "saved_at": card.saved_at if begun else None,
            "submitted_at": card.submitted_at,
            "submitted_version": card.submitted_version,
        }
    )
