"""Reports as files: the frozen document, the letter, the table, the log it can be recomputed from,
and the bundle of all that it takes to check it."""

import hashlib
import io
from typing import Literal
from uuid import UUID

from django.conf import settings

from fairview.evidence.public import WHOLE, Withheld, write_log
from fairview.kit.languages import SOURCE, Locale
from fairview.policies.public import policy_document
from fairview.reports.bundle import bundle_bytes
from fairview.reports.decisions import newest_decisions
from fairview.reports.engine import decode
from fairview.reports.erasure import document_bytes, with_remark
from fairview.reports.letter.pdf import typeset
from fairview.reports.letter.sentences import sentences
from fairview.reports.letter.text import Decided, letter
from fairview.reports.models import Report
from fairview.reports.sheets import report_csv

FileKind = Literal["json", "pdf", "csv", "log", "bundle"]


def file_bytes(
    report: Report, kind: FileKind, document: bytes | None = None, locale: Locale = SOURCE
) -> bytes:
    """`document`: what the reader may see of it; the whole unless given. `locale` is the letter's alone: all
    else is data."""
    document = document_bytes(report, with_remark(report)) if document is None else document
    match kind:
        case "json":
            return document
        case "log":
            return log_bytes(report)
        case "csv":
            return report_csv(decode(document), _decided(report))
        case "pdf":
            return pdf_bytes(report, document, locale)
        case "bundle":
            return bundle_bytes(report, document)


def pdf_bytes(report: Report, document: bytes, locale: Locale) -> bytes:
    return typeset(
        letter(
            decode(document),
            sentences(locale),
            decided=_decided(report),
            digest=hashlib.sha256(document).hexdigest(),
            link=f"{settings.ORIGIN}/reports/{report.room_session_id}",
        )
    )


def log_bytes(report: Report, withheld: Withheld = WHOLE) -> bytes:
    """JSON lines: a header with the policy, then every entry that the session has now. What is withheld from
    the reader stands without its words."""
    text = io.StringIO()
    write_log(report.room_session_id, policy_document(report.content.policy), text, withheld)
    return text.getvalue().encode()


def file_name(room_session_id: UUID, ending: str) -> str:
    """Says nothing of the person."""
    return f"fairview-{room_session_id}.{ending}"


def _decided(report: Report) -> Decided | None:
    interview = report.room_session.interview_id
    made = newest_decisions([interview]).get(interview)
    return Decided(made.decision, made.reason, made.by.name, made.at) if made else None
