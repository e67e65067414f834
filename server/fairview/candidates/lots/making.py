"""Making a lot: looked at first, worked out, then frozen in one step."""

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.candidates.errors import LotsSince, PoolArchived, PoolChanged
from fairview.candidates.lots.choices import Choice, Wish, check_numbers, choose, enter
from fairview.candidates.lots.draw import parse_seed, parse_strategy
from fairview.candidates.lots.places import places_of, split_order
from fairview.candidates.models import Lot, LotMember, Pool
from fairview.kit.errors import NotFound

SEED_BYTES = 32
GROUPS_SHOWN = 30
TRIES = 3
"""How often a lot is worked out anew because the pool changed meanwhile."""


@dataclass(frozen=True)
class Seen:
    """What the person saw before confirming: the pool's hash and how many lots it had. None: not looked."""

    pool_hash: str | None = None
    lots: int | None = None


@dataclass(frozen=True)
class Preview:
    """Who would take part. `groups` are the values of the column that counts, the largest first."""

    members: int
    pool_hash: str
    lots: int
    groups: list[tuple[str, int]]
    group_count: int


def preview_lot(actor: Actor, wish: Wish) -> Preview:
    require_capability(actor, "candidates.read")
    pool = _pool(actor, wish.pool_id)
    entry = enter(pool, wish)
    if wish.way == "lot":
        check_numbers(entry, parse_strategy(wish.strategy))
    groups = _groups([entrant.value for entrant in entry.entrants]) if entry.column else []
    return Preview(
        members=len(entry.entrants),
        pool_hash=entry.pool_hash,
        lots=pool.lots.count(),
        groups=groups[:GROUPS_SHOWN],
        group_count=len(groups),
    )


def make_lot(actor: Actor, wish: Wish, request_key: UUID, name: str = "", seen: Seen | None = None) -> Lot:
    """Choose and freeze. The same request key gives the same lot, however often it comes.

    Everything is worked out before anything is locked, and counts if the pool is still the same then. Without
    a seed the server makes one. Raises `PoolChanged` and `LotsSince` where the pool is not as it was seen,
    `PoolChanged` also where it never holds still, and what `enter` and `choose` raise.
    """
    require_capability(actor, "candidates.write")
    given, seen = parse_seed(wish.seed) if wish.seed else "", seen or Seen()
    for _ in range(TRIES):
        pool = _pool(actor, wish.pool_id)
        if known := _made_before(actor, request_key):
            return known
        _check(pool, seen)
        entry = enter(pool, wish)
        if seen.pool_hash not in (None, entry.pool_hash):
            raise PoolChanged
        lot = Lot(organisation_id=actor.organisation, pool=pool, name=name, request_key=request_key)
        lot.seed_origin = ("given" if given else "made") if wish.way == "lot" else ""
        places = _fill(lot, wish, choose(entry, wish, given or secrets.token_hex(SEED_BYTES)))
        if frozen := _freeze(actor, lot, places, seen):
            return frozen
    raise PoolChanged


def _made_before(actor: Actor, request_key: UUID) -> Lot | None:
    return Lot.objects.visible_to(actor).filter(request_key=request_key).first()


def _check(pool: Pool, seen: Seen) -> None:
    if pool.archived_at:
        raise PoolArchived
    if seen.lots not in (None, pool.lots.count()):
        raise LotsSince


def _fill(lot: Lot, wish: Wish, choice: Choice) -> list[LotMember]:
    """Write the choice into the lot. Returns the places that become rows."""
    lot.way, lot.rule = wish.way, asdict(wish.wanted) if wish.way != "hand" else {}
    lot.strategy, lot.seed, lot.size = choice.strategy, choice.seed, choice.size
    lot.pool_hash, lot.pool_size = choice.entry.pool_hash, len(choice.entry.entrants)
    lot.pool_file, lot.record = choice.pool_file, choice.record
    kept, lot.rest = split_order(choice.order, choice.size)
    return places_of(lot, kept)


@transaction.atomic
def _freeze(actor: Actor, lot: Lot, places: Sequence[LotMember], seen: Seen) -> Lot | None:
    """None where the pool is not any more what the lot was worked out from."""
    pool = _pool(actor, lot.pool_id, lock=True)
    if known := _made_before(actor, lot.request_key):
        return known
    _check(pool, seen)
    if pool.version != lot.pool.version:
        return None
    lot.number, lot.created_by_id = pool.lots.count() + 1, actor.person
    lot.name = lot.name or f"{pool.name[:190]} · {lot.number}"
    lot.save(force_insert=True)
    LotMember.objects.bulk_create(places)
    record(
        actor,
        "candidates.lot_made",
        "lot",
        lot.id,
        way=lot.way,
        size=lot.size,
        pool_hash=lot.pool_hash,
        seed=lot.seed,
    )
    return lot


def _pool(actor: Actor, pool_id: UUID, *, lock: bool = False) -> Pool:
    pools = Pool.objects.visible_to(actor)
    pool = (pools.select_for_update() if lock else pools).filter(id=pool_id).first()
    if pool is None:
        raise NotFound
    return pool


def _groups(values: list[str]) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
