"""The personal data of one participant in a session's log: taken out as a document, or erased for good."""

from uuid import UUID

from django.db import transaction

from fairview.audit.public import Actor, record
from fairview.evidence.contracts import ErasureReason
from fairview.evidence.doors import read_entries
from fairview.evidence.erasure import erase_payloads, wipe_log
from fairview.evidence.log_file import Line, as_line


def export_words(session_id: UUID, author_id: UUID) -> list[Line]:
    """Everything that they wrote."""
    return [as_line(entry) for entry in read_entries(session_id, author_id=author_id)]


def erase_words(actor: Actor, session_id: UUID, reason: ErasureReason, author_id: UUID | None = None) -> int:
    """Erase what one participant wrote, or every payload of the session, and say how many there were. Raises
    `ErasedNotWiped`: then once more, when nobody reads the log as it was."""
    with transaction.atomic():
        count = erase_payloads(session_id, reason=reason, actor_id=actor.person, author_id=author_id)
        record(
            actor,
            "evidence.payloads_erased",
            "room_session",
            session_id,
            author=str(author_id or ""),
            payloads=count,
            reason=reason,
        )
    wipe_log()
    return count
