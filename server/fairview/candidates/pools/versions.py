"""Each pool counts the changes in who is in it and what is known of them, so that what was worked out from it
can be known to hold still. Called inside the transaction that makes the change, before anyone leaves."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from fairview.candidates.models import Pool, PoolMember


def note_change(pool_id: UUID) -> None:
    Pool.objects.filter(id=pool_id).update(version=F("version") + 1)


def note_change_of(candidate_ids: Iterable[UUID]) -> None:
    """In every pool that one of the candidates is in."""
    present = PoolMember.objects.filter(candidate__in=list(candidate_ids))
    Pool.objects.filter(id__in=present.values("pool")).update(version=F("version") + 1)
