from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.candidates.errors import PoolArchived, PoolExists
from fairview.candidates.models import Candidate, Pool, PoolMember, Removal
from fairview.candidates.pools.members import Selection, chosen_members
from fairview.candidates.pools.queries import get_member, get_pool, get_removal
from fairview.candidates.pools.versions import note_change
from fairview.candidates.tasks import forget_removal
from fairview.kit.clock import utc_now
from fairview.kit.errors import Invalid

UNDO_FOR = timedelta(days=1)
"""How long removed members are kept."""


@transaction.atomic
def create_pool(actor: Actor, name: str) -> Pool:
    require_capability(actor, "candidates.write")
    pool = Pool(organisation_id=actor.organisation, name=name)
    _save(pool)
    record(actor, "candidates.pool_created", "pool", pool.id)
    return pool


@transaction.atomic
def change_pool(actor: Actor, pool_id: UUID, name: str | None, archived: bool | None) -> Pool:
    """Rename a pool, put it away or take it back; what is None stays."""
    require_capability(actor, "candidates.write")
    pool = get_pool(actor, pool_id)
    if name is not None:
        pool.name = name
    if archived is not None and archived != bool(pool.archived_at):
        pool.archived_at = utc_now() if archived else None
    _save(pool, "name", "archived_at")
    record(actor, "candidates.pool_changed", "pool", pool.id)
    return pool


@transaction.atomic
def add_members(actor: Actor, pool_id: UUID, candidate_ids: Sequence[UUID]) -> int:
    """Add candidates that are known already. Returns how many were not in the pool before."""
    pool = open_pool(actor, pool_id)
    known = Candidate.objects.visible_to(actor).filter(id__in=candidate_ids, erased_at=None)
    if known.count() < len(set(candidate_ids)):
        raise Invalid(field="candidate_ids")
    new = list(known.exclude(memberships__in=PoolMember.objects.filter(pool=pool)))
    PoolMember.objects.bulk_create([PoolMember(pool=pool, candidate=candidate) for candidate in new])
    note_change(pool.id)
    record(actor, "candidates.pool_members_added", "pool", pool.id, count=len(new))
    return len(new)


@transaction.atomic
def change_member(actor: Actor, pool_id: UUID, member_id: UUID, values: Mapping[str, str]) -> PoolMember:
    """Set extra columns; an empty text takes a value out, and columns that are left out stay."""
    pool = open_pool(actor, pool_id)
    member = get_member(pool, member_id)
    if set(values) - set(pool.columns):
        raise Invalid(field="values")
    together = {**member.values, **values}
    member.values = {column: value for column, value in together.items() if value}
    member.save(update_fields=["values"])
    note_change(pool.id)
    record(actor, "candidates.pool_member_changed", "pool", pool.id, member=str(member.id))
    return member


@transaction.atomic
def remove_members(actor: Actor, pool_id: UUID, selection: Selection) -> Removal:
    """Take members out of the pool; the candidates stay. `undo_removal` puts them back for a day."""
    pool = open_pool(actor, pool_id)
    removal = Removal.objects.create(pool=pool, created_by_id=actor.person)
    removal.count = chosen_members(pool, selection).order_by().update(removal=removal)
    removal.save(update_fields=["count"])
    note_change(pool.id)
    record(actor, "candidates.pool_members_removed", "pool", pool.id, count=removal.count)
    forget_removal.using(run_after=utc_now() + UNDO_FOR).enqueue(str(removal.id))
    return removal


@transaction.atomic
def undo_removal(actor: Actor, pool_id: UUID, removal_id: UUID) -> int:
    """Put the removed members back with their values. Returns how many; who has been added again since is
    in the pool already."""
    pool = open_pool(actor, pool_id)
    removal = get_removal(pool, removal_id)
    present = PoolMember.objects.filter(pool=pool).values("candidate")
    restored = PoolMember.ever.filter(removal=removal).exclude(candidate__in=present).update(removal=None)
    removal.undone_at = utc_now()
    removal.save(update_fields=["undone_at"])
    note_change(pool.id)
    record(actor, "candidates.pool_removal_undone", "pool", pool.id, count=restored)
    return restored


def open_pool(actor: Actor, pool_id: UUID) -> Pool:
    """A pool that may be changed by this person now."""
    require_capability(actor, "candidates.write")
    pool = get_pool(actor, pool_id)
    if pool.archived_at:
        raise PoolArchived
    return pool


def _save(pool: Pool, *fields: str) -> None:
    """These fields, or all of a new pool."""
    try:
        with transaction.atomic():
            pool.save(update_fields=fields or None)
    except IntegrityError:
        raise PoolExists(field="name") from None
