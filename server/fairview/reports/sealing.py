"""Sealing a held interview: before each version of its report, and whenever its log has gone on."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from fairview.evidence.contracts import SealDocument
from fairview.evidence.public import StampUnavailable, seal_session, seals_of, stamp_seals
from fairview.kit.clock import utc_now
from fairview.reports.tasks import get_stamps

ASK_AGAIN = [
    timedelta(minutes=1),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=3),
]
"""When an authority that was away is asked once more."""


def seal(room_session_id: UUID) -> SealDocument:
    """The seal over all that the log says now, of a session that has ended. Asks for missing stamps."""
    document = seal_session(room_session_id)
    if settings.TIMESTAMP_URL and any(not one.stamp for one in seals_of(room_session_id)):
        get_stamps.enqueue(str(room_session_id))
    return document


def stamp(room_session_id: UUID, tries: int) -> None:
    """Have the seals stamped, now or later: without the authority they stand as they are."""
    if not settings.TIMESTAMP_URL:
        return
    try:
        stamp_seals(room_session_id, settings.TIMESTAMP_URL)
    except StampUnavailable:
        if tries == len(ASK_AGAIN):
            raise
        again = get_stamps.using(run_after=utc_now() + ASK_AGAIN[tries])
        again.enqueue(str(room_session_id), tries + 1)
