"""What a frozen report says of words that were erased since: its number stays, with a remark."""

import msgspec

from fairview.evidence.public import erased_kinds
from fairview.proctoring.public import is_recomputable
from fairview.reports.contracts import ReportDocument, ReportErasure
from fairview.reports.engine import encode
from fairview.reports.models import Report


def with_remark(report: Report) -> ReportDocument:
    kinds = erased_kinds(report.room_session_id)
    if not kinds:
        return report.content
    erasure = ReportErasure(payloads=sum(kinds.values()), recomputable=is_recomputable(kinds))
    return msgspec.structs.replace(report.content, erasure=erasure)


def document_bytes(report: Report, remarked: ReportDocument) -> bytes:
    """The frozen bytes, unless there is something to remark."""
    return encode(remarked) if remarked.erasure else report.document.encode()
