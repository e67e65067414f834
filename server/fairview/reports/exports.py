"""Reports as files: the frozen document, and the log that anyone can recompute it from."""

import io
from uuid import UUID

from fairview.evidence.public import write_log
from fairview.policies.public import policy_document
from fairview.reports.models import Report


def document_bytes(report: Report) -> bytes:
    return report.document.encode()


def log_bytes(report: Report) -> bytes:
    """JSON lines: a header with the policy, then every entry that the session has now."""
    text = io.StringIO()
    write_log(report.room_session_id, policy_document(report.content.policy), text)
    return text.getvalue().encode()


def file_name(room_session_id: UUID, ending: str) -> str:
    """Says nothing of the person."""
    return f"fairview-{room_session_id}.{ending}"
