"""The candidates of a lot side by side. The numbers are those of their newest reports, and the order is that
of the lot: nothing here ranks people."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, cast
from uuid import UUID

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor
from fairview.candidates.public import Candidate, Lot, get_lot, lot_candidates
from fairview.reports.contracts import ReportDocument, ReportOutcome
from fairview.reports.decisions import Verdict, newest_decisions
from fairview.reports.findings.cards import marks_of, mean_tenths
from fairview.reports.findings.exercises import best_run
from fairview.reports.findings.sections import Recommendation, ReportExercise, ReportScorecard
from fairview.reports.models import Decision, Report
from fairview.reports.withholding import without_others
from fairview.rooms.public import RoomSession
from fairview.scheduling.public import Interview

InterviewStage = Literal["planned", "live", "ended", "cancelled"]


@dataclass(frozen=True)
class ComparedInterview:
    id: UUID
    stage: InterviewStage
    starts_at: datetime
    zone: str
    room_session_id: UUID | None


@dataclass(frozen=True)
class ComparedExercise:
    """How the best tested run ended; `verdict` is None where nothing was tested."""

    exercise: str
    title: str
    verdict: str | None
    passed: int
    total: int


@dataclass(frozen=True)
class ComparedRating:
    """The mean over `count` people who rated it, in tenths; None where the talks of all did not show it."""

    competency: str
    title: str
    mean_tenths: int | None
    count: int


@dataclass(frozen=True)
class Recommended:
    by: str
    recommendation: Recommendation


@dataclass(frozen=True)
class ComparedReport:
    """`reason` says why there is no score. `withheld`: cards that open once the reader's own is submitted."""

    score: int | None
    reason: str | None
    coverage_pm: int
    open: int
    confirmed: int
    dismissed: int
    exercises: list[ComparedExercise]
    ratings: list[ComparedRating]
    recommendations: list[Recommended]
    withheld: int


@dataclass(frozen=True)
class ComparedDecision:
    decision: Verdict
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ComparedCandidate:
    """`place` counts in the order of the lot; `interview` is the newest that was not cancelled, if any."""

    place: int
    id: UUID
    name: str
    email: str
    interview: ComparedInterview | None
    report: ComparedReport | None
    decision: ComparedDecision | None


@dataclass(frozen=True)
class Comparison:
    lot_id: UUID
    name: str
    rows: list[ComparedCandidate]


@dataclass(frozen=True)
class _Known:
    """What is known of a lot's people: interviews by candidate, the rest by interview."""

    interviews: dict[UUID, Interview]
    rooms: dict[UUID, RoomSession]
    reports: dict[UUID, ReportDocument]
    decisions: dict[UUID, Decision]

    def row(self, place: int, candidate: Candidate) -> ComparedCandidate:
        interview = self.interviews.get(candidate.id)
        shown = ComparedCandidate(place, candidate.id, candidate.name, candidate.email, None, None, None)
        if interview is None:
            return shown
        report, decision = self.reports.get(interview.id), self.decisions.get(interview.id)
        return replace(
            shown,
            interview=_interview(interview, self.rooms.get(interview.id)),
            report=_report(report) if report else None,
            decision=_decision(decision) if decision else None,
        )


def compare_lot(actor: Actor, lot_id: UUID) -> Comparison:
    """A handful of queries, however large the lot. Raises `Forbidden` or `NotFound`."""
    require_capability(actor, "reports.read")
    require_capability(actor, "candidates.read")
    lot = get_lot(actor, lot_id)
    interviews = _interviews(actor, lot)
    ids = [interview.id for interview in interviews.values()]
    rooms = _rooms(ids)
    known = _Known(interviews, rooms, _reports(actor, rooms), newest_decisions(ids))
    rows = [known.row(place, candidate) for place, candidate in enumerate(lot_candidates(lot), 1)]
    return Comparison(lot.id, lot.name, rows)


def _interviews(actor: Actor, lot: Lot) -> dict[UUID, Interview]:
    """By candidate. Cancelled ones come first, so that any other takes their place."""
    planned = Interview.objects.visible_to(actor).filter(lot_id=lot.id).order_by("starts_at", "id")
    in_order = sorted(planned, key=lambda interview: interview.cancelled_at is None)
    return {interview.candidate_id: interview for interview in in_order}


def _rooms(interview_ids: Collection[UUID]) -> dict[UUID, RoomSession]:
    rooms = RoomSession.objects.filter(interview_id__in=interview_ids).order_by("id")
    return {room.interview_id: room for room in rooms}


def _reports(actor: Actor, rooms: dict[UUID, RoomSession]) -> dict[UUID, ReportDocument]:
    """The newest version for each interview, as this reader may see it."""
    found = Report.objects.visible_to(actor).newest().filter(room_session__in=rooms.values())
    shown = without_others(actor, {report.room_session_id: report.content for report in found})
    return {interview: shown[room.id] for interview, room in rooms.items() if room.id in shown}


def _interview(interview: Interview, room: RoomSession | None) -> ComparedInterview:
    stage: InterviewStage = (
        "cancelled"
        if interview.cancelled_at
        else "ended"
        if interview.ended_at or (room and room.state == "ended")
        else "live"
        if interview.started_at
        else "planned"
    )
    return ComparedInterview(
        interview.id, stage, interview.starts_at, interview.zone, room.id if room else None
    )


def _report(report: ReportDocument) -> ComparedReport:
    outcome = report.outcome
    return ComparedReport(
        score=outcome.score,
        reason=outcome.reason,
        coverage_pm=outcome.coverage_pm,
        open=_count(outcome, "open"),
        confirmed=_count(outcome, "confirmed"),
        dismissed=_count(outcome, "dismissed"),
        exercises=[_exercise(each) for each in report.code],
        ratings=_ratings(report.scorecards),
        recommendations=[Recommended(card.name, card.recommendation) for card in report.scorecards],
        withheld=report.withheld_scorecards,
    )


def _count(outcome: ReportOutcome, review: str) -> int:
    return sum(incident.review == review for incident in outcome.incidents)


def _exercise(exercise: ReportExercise) -> ComparedExercise:
    best = best_run(exercise.runs)
    return ComparedExercise(
        exercise=exercise.exercise,
        title=exercise.title,
        verdict=best.verdict if best else None,
        passed=best.passed if best else 0,
        total=best.total if best else 0,
    )


def _ratings(cards: Iterable[ReportScorecard]) -> list[ComparedRating]:
    return [
        ComparedRating(competency, title, mean_tenths(marks) if marks else None, len(marks))
        for (competency, title), marks in marks_of(cards).items()
    ]


def _decision(decision: Decision) -> ComparedDecision:
    return ComparedDecision(cast(Verdict, decision.decision), decision.reason, decision.by.name, decision.at)
