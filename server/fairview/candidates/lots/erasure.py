"""A person's erasure, in the lots that they took part in: the address goes, the place stays."""

import json

from fairview.candidates.lots.draw_file import parse_pool, pool_text
from fairview.candidates.lots.places import erase_from_rest, lots_with_rest
from fairview.candidates.models import Candidate, Lot, LotMember, Replacement

ERASED = "erased"


def erase_in_lots(candidate: Candidate) -> None:
    """Take the address out of pool file and record. From then on the lot says that it cannot be repeated."""
    for place in LotMember.objects.filter(candidate=candidate).select_related("lot"):
        _erase_in_files(place.lot, place.key)
        place.key = ""
        place.save(update_fields=["key"])
    for lot in lots_with_rest(candidate):
        _erase_in_files(lot, erase_from_rest(lot, candidate))
    Replacement.objects.filter(left__candidate=candidate).update(reason="")


def _erase_in_files(lot: Lot, key: str) -> None:
    if lot.pool_file:
        field = _field(lot)
        entrants = parse_pool("pool.csv", lot.pool_file, field)
        entrants.pop(key, None)
        lot.pool_file = pool_text(entrants, field)
    if lot.record:
        record = json.loads(lot.record)
        for part in ("drawn", "alternates"):
            record[part] = [ERASED if each == key else each for each in record[part]]
        lot.record = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    lot.save(update_fields=["pool_file", "record", "rest"])


def _field(lot: Lot) -> str | None:
    named = lot.strategy or str(lot.rule.get("order", "")).removeprefix("-")
    kind, _, field = named.partition(":")
    return field if kind in ("stratified", "ranked", "value") else None
