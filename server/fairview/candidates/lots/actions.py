"""Lots that were made: reading them, checking them again, and calling up alternates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.candidates.errors import LotNotDrawn, NoAlternates, PlaceNotHeld
from fairview.candidates.lots.draw import Strategy, parse_strategy
from fairview.candidates.lots.draw_check import Difference, differences
from fairview.candidates.lots.draw_file import parse_pool, parse_record
from fairview.candidates.lots.places import find_alternate, read_rest
from fairview.candidates.models import Candidate, Lot, LotMember, Replacement
from fairview.kit.errors import NotFound
from fairview.kit.searching import every_word


def get_lot(actor: Actor, lot_id: UUID) -> Lot:
    lot = _lots(actor).filter(id=lot_id).first()
    if lot is None:
        raise NotFound
    return lot


def list_lots(actor: Actor, pool_id: UUID | None = None, search: str = "") -> QuerySet[Lot]:
    """Newest first; those in whose name or pool every word of the search occurs."""
    lots = _lots(actor)
    if pool_id:
        lots = lots.filter(pool_id=pool_id)
    return lots.filter(every_word(search, "name", "pool__name")).order_by("-created_at", "-id")


def _lots(actor: Actor) -> QuerySet[Lot]:
    """The texts are long, and read where they are needed."""
    lots = Lot.objects.visible_to(actor).select_related("pool", "created_by")
    return lots.defer("record", "pool_file", "rest")


def lot_candidates(lot: Lot) -> list[Candidate]:
    """Whom the lot invites, in order of rank: those drawn who have not dropped out, and the alternates that
    were called up in their place."""
    places = standing(lot).select_related("candidate").order_by("rank")
    return [place.candidate for place in places]


def standing(lot: Lot) -> QuerySet[LotMember]:
    return lot.members.filter(left=None).exclude(is_alternate=True, called=None)


def list_places(lot: Lot, *, alternates: bool) -> QuerySet[LotMember]:
    """The drawn or the alternates, as they were drawn, with what became of each."""
    places = lot.members.filter(is_alternate=alternates).order_by("rank")
    return places.select_related("candidate", "left__called__candidate", "called__left__candidate")


def list_calls(lot: Lot) -> QuerySet[Replacement]:
    """Who was called up for whom, in the order in which it happened."""
    return lot.replacements.select_related("left__candidate", "called__candidate", "created_by").order_by(
        "id"
    )


@dataclass(frozen=True)
class Recheck:
    """`same`: the draw is what its record says. `differs`: `problems` say in what. `incomplete`: people were
    erased since, and only copies made before can be checked; `erased` counts them."""

    state: Literal["same", "differs", "incomplete"]
    problems: list[Difference]
    erased: int


def recheck_lot(actor: Actor, lot_id: UUID) -> Recheck:
    """Repeat the draw from what was frozen, and compare it with the record and with the places."""
    require_capability(actor, "candidates.read")
    lot = get_lot(actor, lot_id)
    _require_drawn(lot)
    erased = lot.members.filter(key="").count() + lot.rest.count(" \n")
    problems = [] if erased else _problems(lot)
    found = Recheck("incomplete" if erased else "differs" if problems else "same", problems, erased)
    record(actor, "candidates.lot_checked", "lot", lot.id, found=found.state)
    return found


def _problems(lot: Lot) -> list[Difference]:
    said = parse_record("record.json", lot.record)
    problems = differences(said, lambda field: parse_pool("pool.csv", lot.pool_file, field))
    for name, keys in _kept_places(lot).items():
        if said.get(name) != keys:
            problems.append(Difference(name, "places_moved"))
    columns: dict[str, str | int] = {
        "pool_hash": lot.pool_hash,
        "seed": lot.seed,
        "strategy": lot.strategy,
        "size": lot.size,
    }
    for name, kept in columns.items():
        if said.get(name) != kept:
            problems.append(Difference(name, "kept_otherwise", {"kept": kept}))
    return problems


def _kept_places(lot: Lot) -> dict[str, list[str]]:
    rows = list(lot.members.order_by("rank").values_list("key", "is_alternate"))
    alternates = [key for key, is_alternate in rows if is_alternate]
    alternates += [key for _, key in read_rest(lot.rest.splitlines())]
    return {"drawn": [key for key, is_alternate in rows if not is_alternate], "alternates": alternates}


def record_file(actor: Actor, lot_id: UUID) -> str:
    lot = get_lot(actor, lot_id)
    _require_drawn(lot)
    record(actor, "candidates.lot_exported", "lot", lot.id, file="record.json")
    return lot.record


def pool_file(actor: Actor, lot_id: UUID) -> str:
    lot = get_lot(actor, lot_id)
    if lot.way == "hand":
        raise LotNotDrawn
    record(actor, "candidates.lot_exported", "lot", lot.id, file="pool.csv")
    return lot.pool_file


def _require_drawn(lot: Lot) -> None:
    if lot.way != "lot":
        raise LotNotDrawn


def call_up(actor: Actor, lot_id: UUID, rank: int, reason: str) -> Replacement:
    """The candidate at this rank drops out, and the next alternate takes the place: in a lot that was drawn
    by groups the next of the same group, as long as there is one.

    Raises `PlaceNotHeld` where the rank is not in (any more), `NoAlternates` where nobody is left.
    """
    require_capability(actor, "candidates.write")
    lot = get_lot(actor, lot_id)
    return _replace(actor, lot, rank, reason, _groups(lot))


@transaction.atomic
def _replace(actor: Actor, seen: Lot, rank: int, reason: str, groups: Mapping[str, str]) -> Replacement:
    lot = Lot.objects.select_for_update().defer("record", "pool_file").get(id=seen.id)
    left = standing(lot).filter(rank=rank).first()
    if left is None:
        raise PlaceNotHeld
    group = groups.get(left.key)
    called = find_alternate(lot, group, groups)
    if called is None:
        raise NoAlternates
    is_same = None if group is None else groups.get(called.key) == group
    made = Replacement.objects.create(
        lot=lot, left=left, called=called, reason=reason, same_group=is_same, created_by_id=actor.person
    )
    facts = {} if is_same is None else {"same_group": is_same}
    record(actor, "candidates.alternate_called", "lot", lot.id, left=left.rank, called=called.rank, **facts)
    return made


def _groups(lot: Lot) -> dict[str, str]:
    """The group of each member by key; nothing unless the lot was drawn by groups."""
    strategy = parse_strategy(lot.strategy) if lot.strategy else Strategy()
    if strategy.kind != "stratified":
        return {}
    return parse_pool("pool.csv", lot.pool_file, strategy.field)
