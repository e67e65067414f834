"""Making a lot: looked at first, then frozen in one step."""

import secrets
from collections import Counter
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.candidates.errors import LotsSince, PoolArchived, PoolChanged
from fairview.candidates.lots.choices import Choice, Wish, check_numbers, choose, enter
from fairview.candidates.lots.draw import parse_seed, parse_strategy
from fairview.candidates.lots.places import split_order, write_places
from fairview.candidates.models import Lot, Pool
from fairview.kit.errors import NotFound

SEED_BYTES = 32
GROUPS_SHOWN = 30


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


@transaction.atomic
def make_lot(actor: Actor, wish: Wish, request_key: UUID, name: str = "", seen: Seen | None = None) -> Lot:
    """Choose and freeze. The same request key gives the same lot, however often it comes.

    Without a seed the server makes one. Raises `PoolChanged` and `LotsSince` where the pool is not as it
    was seen, and what `enter` and `choose` raise.
    """
    require_capability(actor, "candidates.write")
    pool = _pool(actor, wish.pool_id, lock=True)
    known = Lot.objects.visible_to(actor).filter(request_key=request_key).first()
    if known:
        return known
    if pool.archived_at:
        raise PoolArchived
    given = parse_seed(wish.seed) if wish.seed else ""
    entry, number = enter(pool, wish), pool.lots.count() + 1
    seen = seen or Seen()
    if seen.pool_hash is not None and seen.pool_hash != entry.pool_hash:
        raise PoolChanged
    if seen.lots is not None and seen.lots != number - 1:
        raise LotsSince
    choice = choose(entry, wish, given or secrets.token_hex(SEED_BYTES))
    lot = Lot(organisation_id=actor.organisation, pool=pool, number=number, request_key=request_key)
    lot.name = name or f"{pool.name[:190]} · {number}"
    lot.seed_origin = ("given" if given else "made") if wish.way == "lot" else ""
    return _freeze(actor, lot, wish, choice)


def _freeze(actor: Actor, lot: Lot, wish: Wish, choice: Choice) -> Lot:
    lot.way, lot.rule = wish.way, asdict(wish.wanted) if wish.way != "hand" else {}
    lot.strategy, lot.seed, lot.size = choice.strategy, choice.seed, choice.size
    lot.pool_hash, lot.pool_size = choice.entry.pool_hash, len(choice.entry.entrants)
    lot.pool_file, lot.record = choice.pool_file, choice.record
    lot.created_by_id = actor.person
    kept, lot.rest = split_order(choice.order, choice.size)
    lot.save(force_insert=True)
    write_places(lot, kept)
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
