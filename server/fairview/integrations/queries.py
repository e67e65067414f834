"""A session as other programs see it: the same outcome that the product's own pages show."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from fairview.audit.public import Actor
from fairview.evidence.public import read_entries
from fairview.integrations.schemas import (
    SessionDeduction,
    SessionEvent,
    SessionOut,
    SessionSummary,
)
from fairview.kit.clock import as_datetime, utc_now
from fairview.policies.contracts import RuleName
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import Incident, Outcome
from fairview.proctoring.public import evaluate
from fairview.reports.public import current_report
from fairview.rooms.public import RoomSession, get_room

MOST_EVENTS = 1_000
OBJECTS: tuple[RuleName, ...] = ("phone", "book", "device")


def session_view(actor: Actor, room_session_id: UUID) -> SessionOut:
    """The session as it stands, or its final report once it has ended: then everything that was acknowledged
    is in it. Raises `NotFound`."""
    room = get_room(actor, room_session_id)
    version = current_report(room.id).version if room.state == "ended" else None
    return _view(room, evaluate(read_entries(room.id), get_policy(room.policy)), version)


def _view(room: RoomSession, outcome: Outcome, version: int | None) -> SessionOut:
    candidate = room.interview.candidate
    started_at = room.started_at or room.opened_at
    return SessionOut(
        id=room.id,
        session_id=room.id,
        candidate_name=candidate.name,
        candidate_email=candidate.email,
        title=room.interview.title,
        status="ended" if room.state == "ended" else "active",
        start_time=started_at,
        end_time=room.ended_at,
        duration_seconds=_seconds(started_at, room.ended_at or utc_now()),
        events=[_event(incident) for incident in outcome.incidents[-MOST_EVENTS:]],
        events_total=len(outcome.incidents),
        summary=_summary(outcome),
        objects_detected=[rule for rule in OBJECTS if _count(outcome, rule)],
        deductions=[
            SessionDeduction(type=one.rule, count=len(one.incidents), points=one.points, capped=one.capped)
            for one in outcome.deductions
        ],
        integrity_score=outcome.score,
        score_reason=outcome.reason,
        coverage=outcome.coverage_pm / 1_000,
        policy=outcome.policy,
        report_version=version,
        report_url=f"{settings.ORIGIN}/api/reports/{room.id}" if version else None,
    )


def _event(incident: Incident) -> SessionEvent:
    return SessionEvent(
        id=incident.id,
        type=incident.rule,
        reason=incident.reason,
        start_time=as_datetime(incident.started_us),
        end_time=None if incident.ended_us is None else as_datetime(incident.ended_us),
        duration_seconds=(incident.seen_until_us - incident.started_us) / 1_000_000,
        review=incident.review,
    )


def _summary(outcome: Outcome) -> SessionSummary:
    return SessionSummary(
        focus_lost=_count(outcome, "look_away"),
        absences=_count(outcome, "absence"),
        multiple_faces=_count(outcome, "several_faces"),
        phones=_count(outcome, "phone"),
        books=_count(outcome, "book"),
        devices=_count(outcome, "device"),
        eye_closures=_count(outcome, "eyes_closed"),
    )


def _count(outcome: Outcome, rule: RuleName) -> int:
    """What was found, without what a person dismissed."""
    return sum(one.rule == rule and one.review != "dismissed" for one in outcome.incidents)


def _seconds(start: datetime, end: datetime) -> float:
    return round((end - start).total_seconds(), 3)
