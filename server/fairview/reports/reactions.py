"""What makes a report: the end of an interview, a review, a run, the last entry of a device that was late."""

import asyncio
import logging
from uuid import UUID

from django.db import close_old_connections

from fairview.evidence.contracts import Entry
from fairview.proctoring.contracts import IncidentJudged
from fairview.reports.engine import CLOSED, RUN_FINISHED
from fairview.reports.tasks import prepare_report
from fairview.rooms.public import RoomEnded

logger = logging.getLogger(__name__)


def on_room_ended(event: RoomEnded) -> None:
    prepare_report.enqueue(str(event.room_session_id))


def on_incident_judged(event: IncidentJudged) -> None:
    prepare_report.enqueue(str(event.room_session_id))


def follow_closed_streams(session_id: UUID, entries: list[Entry]) -> None:
    """A consumer of the log, on the live plane's event loop. What is asked for too early comes to nothing."""
    if any(_may_be_late(entry) for entry in entries):
        asyncio.get_running_loop().run_in_executor(None, _ask_for_report, session_id)


def _may_be_late(entry: Entry) -> bool:
    return entry.kind == RUN_FINISHED or (entry.kind == CLOSED and entry.role == "candidate")


def _ask_for_report(session_id: UUID) -> None:
    close_old_connections()
    try:
        prepare_report.enqueue(str(session_id))
    except Exception:
        logger.exception("The report on %s could not be asked for; a later look makes it", session_id)
    finally:
        close_old_connections()
