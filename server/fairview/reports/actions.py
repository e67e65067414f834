"""Freezing reports: when an interview has ended and its log is complete, and again when the log says more.
Each version is made of what was sealed."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from fairview.audit.public import SYSTEM, record
from fairview.coding.public import code_records, note_code
from fairview.evidence.public import erased_kinds, last_position, pack_when_settled, read_entries
from fairview.kit.clock import as_datetime, now_us, utc_now
from fairview.kit.events import publish
from fairview.policies.public import get_policy
from fairview.reports.contracts import ReportFrozen
from fairview.reports.engine import (
    compute,
    document,
    encode,
    findings_of,
    is_settled,
    open_moments,
    reason_for,
)
from fairview.reports.errors import InterviewNotEnded, RoomSessionUnknown
from fairview.reports.facts import facts_of
from fairview.reports.models import Report
from fairview.reports.sealing import seal
from fairview.reports.tasks import prepare_report
from fairview.rooms.public import RoomSession, note_acts

QUIET_US = 5_000_000
"""A device that did not close its stream is not waited for when nothing came for this long."""
LOOK_AGAIN = timedelta(seconds=2)
LOOKS = 15
"""After so many looks the report is made of what is there; the rest makes a new version."""
LATER_LOOKS = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=24)]
"""When a finished report is compared with the log again: devices may still send for a day after the end."""


def prepare(room_session_id: UUID, looks: int) -> None:
    """Freeze the report if there is nothing to wait for; otherwise look again soon."""
    room = _room(room_session_id)
    if room.state != "ended":
        return
    newest = _newest(room)
    if newest and newest.log_position == last_position(room.id):
        return
    if looks < LOOKS and not is_settled(read_entries(room.id), now_us(), QUIET_US):
        _look_again(room.id, LOOK_AGAIN, looks + 1)
        return
    freeze_report(room.id)


def current_report(room_session_id: UUID) -> Report:
    """The newest version, made anew if the log has gone on since: everything acknowledged until now is in it.
    Raises as `freeze_report` does."""
    newest = Report.objects.filter(room_session_id=room_session_id).order_by("-version").first()
    if newest is not None and newest.log_position == last_position(room_session_id):
        return newest
    return freeze_report(room_session_id)


def freeze_report(room_session_id: UUID) -> Report:
    """Seal the log, and the report on everything that it says now: the newest version if that says the same,
    else a new one, unless words were erased since: then nothing better can be said. Raises
    `RoomSessionUnknown` or `InterviewNotEnded`."""
    room = _room(room_session_id)
    if room.state != "ended":
        raise InterviewNotEnded
    note_acts(room.id)
    note_code(room.id)
    sealed = seal(room.id)
    newest = _newest(room)
    if newest and (newest.log_position >= sealed.positions or erased_kinds(room.id)):
        return newest
    report = _compute(room, newest, sealed.positions)
    if report is None or not _save(report):
        return Report.objects.filter(room_session=room).newest().get()
    return report


def _compute(room: RoomSession, newest: Report | None, positions: int) -> Report | None:
    """The next version, of so many entries, or None if nothing changed. The facts stay those of the first."""
    before = newest.content if newest else None
    facts = before.facts if before else facts_of(room)
    entries = list(read_entries(room.id, limit=positions))
    findings = compute(facts, entries, get_policy(room.policy), code_records(entries))
    if before and findings_of(before) == findings:
        return None
    version = before.version + 1 if before else 1
    content = document(findings, entries, version, reason_for(entries, before), now_us())
    return Report(
        room_session=room,
        version=version,
        reason=content.reason,
        log_position=content.log.position,
        document=encode(content).decode(),
        score=content.outcome.score,
        incidents=len(content.outcome.incidents),
        open_moments=open_moments(content.outcome),
        created_at=as_datetime(content.created_us),
    )


def _save(report: Report) -> bool:
    """Whether this was the first to freeze the version; another process may have been."""
    try:
        with transaction.atomic():
            report.save(force_insert=True)
            room_session = report.room_session
            record(SYSTEM, "reports.report_frozen", "room_session", room_session.id, version=report.version)
            publish(ReportFrozen(room_session.id, report.version))
            pack_when_settled(room_session.id)
            if report.version == 1:
                for pause in LATER_LOOKS:
                    _look_again(room_session.id, pause, LOOKS)
    except IntegrityError:
        return False
    return True


def _room(room_session_id: UUID) -> RoomSession:
    related = ("interview__candidate", "interview__organisation")
    room = RoomSession.objects.select_related(*related).filter(id=room_session_id).first()
    if room is None:
        raise RoomSessionUnknown(session=str(room_session_id))
    return room


def _newest(room: RoomSession) -> Report | None:
    return Report.objects.filter(room_session=room).order_by("-version").first()


def _look_again(room_session_id: UUID, pause: timedelta, looks: int) -> None:
    prepare_report.using(run_after=utc_now() + pause).enqueue(str(room_session_id), looks)
