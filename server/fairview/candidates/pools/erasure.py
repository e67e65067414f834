"""A person's data in pools and in the files that were imported."""

from django.db.models import Q

from fairview.candidates.models import Candidate, ImportRow, PoolMember
from fairview.candidates.pools.versions import note_change_of


def export_from_pools(candidate: Candidate) -> list[dict[str, object]]:
    """Each pool with what its extra columns say of the person."""
    members = PoolMember.ever.filter(candidate=candidate).select_related("pool").order_by("added_at")
    return [{"pool": member.pool.name, "values": member.values} for member in members]


def erase_in_pools(candidate: Candidate, email: str) -> None:
    """Take the person out of every pool, and out of every file, whether its rows were written or not."""
    note_change_of([candidate.id])
    PoolMember.ever.filter(candidate=candidate).delete()
    rows = ImportRow.objects.filter(parent__organisation_id=candidate.organisation_id)
    said_by_address = Q(email_key=email.lower()) if email else Q(pk__in=[])
    rows.filter(Q(candidate=candidate) | said_by_address).delete()
