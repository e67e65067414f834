"""Pages of a pool. For one far down the whole pool is put in order, once for each state that it is in."""

from functools import lru_cache
from typing import Final
from uuid import UUID

from fairview.candidates.models import Pool, PoolMember
from fairview.candidates.pools.members import MemberFilter, selected_members

FAR: Final = 1_000
"""Up to so many members the database finds a page quicker than a whole order."""
ORDERS_KEPT: Final = 8
ID_BYTES: Final = 16


def members_page(pool: Pool, wanted: MemberFilter, start: int, count: int) -> list[PoolMember]:
    """Part of what `selected_members` finds."""
    ids = _ids(pool, wanted, start, count)
    found = PoolMember.objects.select_related("candidate").in_bulk(ids)
    return [found[one] for one in ids if one in found]


def _ids(pool: Pool, wanted: MemberFilter, start: int, count: int) -> list[UUID]:
    if start < FAR:
        return list(selected_members(pool, wanted).values_list("id", flat=True)[start : start + count])
    order = _order(pool.id, pool.version, wanted)
    places = range(start * ID_BYTES, min((start + count) * ID_BYTES, len(order)), ID_BYTES)
    return [UUID(bytes=order[at : at + ID_BYTES]) for at in places]


@lru_cache(ORDERS_KEPT)
def _order(pool_id: UUID, version: int, wanted: MemberFilter) -> bytes:
    """The ids one after the other. A pool of another version may have others, or another order."""
    found = selected_members(Pool(id=pool_id, version=version), wanted).values_list("id", flat=True)
    return b"".join(one.bytes for one in found.iterator())
