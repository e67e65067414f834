"""The personal data of one candidate: taken out as a document, or erased for good."""

from django.db import transaction

from fairview.audit.public import Actor, record
from fairview.candidates.lots.erasure import erase_in_lots
from fairview.candidates.models import Candidate
from fairview.candidates.pools.erasure import erase_in_pools, export_from_pools
from fairview.kit.clock import utc_now

ERASED = ("name", "email", "locale", "phone", "note", "search_text")


def export_candidate(candidate: Candidate) -> dict[str, object]:
    return {
        "name": candidate.name,
        "email": candidate.email,
        "zone": candidate.zone,
        "locale": candidate.locale,
        "phone": candidate.phone,
        "note": candidate.note,
        "created_at": candidate.created_at.isoformat(),
        "pools": export_from_pools(candidate),
    }


@transaction.atomic
def erase_candidate(actor: Actor, candidate: Candidate) -> None:
    """Blank every word about the person; the row stays for what refers to it."""
    erase_in_pools(candidate, candidate.email)
    for field in ERASED:
        setattr(candidate, field, "")
    candidate.zone = "UTC"
    candidate.erased_at = utc_now()
    candidate.save()
    erase_in_lots(candidate)
    record(actor, "candidates.candidate_erased", "candidate", candidate.id)
