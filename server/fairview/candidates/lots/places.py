"""Who has which place in a lot.

A pool may have 200,000 people, and everyone who was not drawn is an alternate. Those who can be called up
before long are rows; the rest is kept as text, one line for each in order: candidate's id, space, key.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from fairview.candidates.lots.choices import Entrant
from fairview.candidates.models import Candidate, Lot, LotMember

ALTERNATES_KEPT: Final = 1_000
"""How many alternates are rows at first, and how many more become rows when those are used up."""


def split_order(order: Sequence[Entrant], size: int) -> tuple[Sequence[Entrant], str]:
    """Those who become rows, and the text of the rest."""
    kept = size + ALTERNATES_KEPT
    return order[:kept], "".join(_line(entrant.candidate_id, entrant.key) for entrant in order[kept:])


def places_of(lot: Lot, entrants: Sequence[Entrant]) -> list[LotMember]:
    return [
        LotMember(
            lot=lot,
            candidate_id=entrant.candidate_id,
            key=entrant.key,
            rank=rank,
            is_alternate=rank > lot.size,
        )
        for rank, entrant in enumerate(entrants, start=1)
    ]


def extend_places(lot: Lot, count: int = 0) -> None:
    """Make rows of the first of the rest, so many at least."""
    count = max(count, ALTERNATES_KEPT)
    lines = lot.rest.splitlines(keepends=True)
    first = lot.members.count() + 1
    LotMember.objects.bulk_create(
        LotMember(lot=lot, candidate_id=candidate_id, key=key, rank=rank, is_alternate=True)
        for rank, (candidate_id, key) in enumerate(read_rest(lines[:count]), start=first)
    )
    lot.rest = "".join(lines[count:])
    lot.save(update_fields=["rest"])


def find_alternate(lot: Lot, group: str | None, groups: Mapping[str, str]) -> LotMember | None:
    """The first in order who can be called up: of the group, or of all where nobody of it is left. `groups`
    has everyone's by key."""
    found = None if group is None else _first_of_group(lot, group, groups)
    while not found and lot.rest and not waiting(lot).exists():
        extend_places(lot)
    return found or waiting(lot).order_by("rank").first()


def _first_of_group(lot: Lot, group: str, groups: Mapping[str, str]) -> LotMember | None:
    for place in waiting(lot).order_by("rank").iterator():
        if groups.get(place.key) == group:
            return place
    for count, (_, key) in enumerate(read_rest(lot.rest.splitlines()), start=1):
        if groups.get(key) == group:
            extend_places(lot, count)
            return waiting(lot).get(key=key)
    return None


def waiting(lot: Lot) -> QuerySet[LotMember]:
    """The alternates who can still be called up, as far as they are rows."""
    return lot.members.filter(is_alternate=True, called=None, candidate__erased_at=None)


def read_rest(lines: Sequence[str]) -> Iterator[tuple[UUID, str]]:
    for line in lines:
        candidate_id, _, key = line.removesuffix("\n").partition(" ")
        yield UUID(candidate_id), key


def erase_from_rest(lot: Lot, candidate: Candidate) -> str:
    """Take the key out of the person's line, and return it."""
    _, start, behind = lot.rest.partition(f"{candidate.id} ")
    key, _, _ = behind.partition("\n")
    lot.rest = lot.rest.replace(_line(candidate.id, key), _line(candidate.id, ""), 1) if start else lot.rest
    return key


def lots_with_rest(candidate: Candidate) -> QuerySet[Lot]:
    """The lots in whose text the candidate stands."""
    return Lot.objects.filter(organisation_id=candidate.organisation_id, rest__contains=str(candidate.id))


def _line(candidate_id: UUID, key: str) -> str:
    return f"{candidate_id} {key}\n"
