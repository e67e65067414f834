from uuid import UUID

from fairview.audit.contracts import ChainCheck
from fairview.audit.engine import FIRST_HASH, check_lines
from fairview.audit.models import AuditChain, AuditEntry


def chained_organisations() -> list[UUID]:
    """Every organisation with entries, whether or not its chain's end is still recorded."""
    ended = AuditChain.objects.values_list("organisation_id", flat=True)
    written = AuditEntry.objects.order_by().values_list("organisation_id", flat=True).distinct()
    return sorted({*ended, *written})


def verify(organisation_id: UUID) -> ChainCheck:
    """Recompute one organisation's chain from its first entry to its recorded end."""
    chain = AuditChain.objects.filter(organisation_id=organisation_id).first()
    length, head = (chain.length, chain.head) if chain else (0, FIRST_HASH)
    entries = AuditEntry.objects.filter(organisation_id=organisation_id).order_by("number")
    lines = ((entry.as_line(), entry.hash) for entry in entries.iterator())
    problems = tuple(check_lines(lines, length, head))
    return ChainCheck(organisation_id=organisation_id, entries=entries.count(), problems=problems)
