"""Whom each way of choosing takes from a pool, and in which order: by hand, by order, by lot."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from uuid import UUID

from django.db.models import Value

from fairview.candidates.errors import FieldUnknown, MembersGone, MemberTwice, SizeInvalid
from fairview.candidates.lots.draw import (
    Draw,
    Strategy,
    check_size,
    draw,
    hash_pool,
    key_of,
    number_of,
    parse_strategy,
    record_text,
)
from fairview.candidates.lots.draw_file import pool_text
from fairview.candidates.models import Pool
from fairview.candidates.pools.members import ColumnText, MemberFilter, selected_members

Way = Literal["hand", "order", "lot"]
ORDER_BY_COLUMN = "value:"


@dataclass(frozen=True)
class Wish:
    """What a person asks for. By hand `member_ids` are those chosen, in order; by order the first `size` of
    the filter's order; by lot `size` of those whom the filter means, by strategy and seed."""

    pool_id: UUID
    way: Way
    wanted: MemberFilter = field(default_factory=MemberFilter)
    size: int = 0
    strategy: str = "random"
    seed: str = ""
    member_ids: Sequence[UUID] = ()


@dataclass(frozen=True)
class Entrant:
    candidate_id: UUID
    member_id: UUID
    key: str
    value: str


@dataclass(frozen=True)
class Entry:
    """Those who take part, in the filter's order, with their values of the column that counts."""

    column: str | None
    entrants: list[Entrant]

    @cached_property
    def values(self) -> dict[str, str]:
        return {entrant.key: entrant.value for entrant in self.entrants}

    @cached_property
    def pool_hash(self) -> str:
        return hash_pool(self.values, self.column)

    @property
    def pool_file(self) -> str:
        return pool_text(self.values, self.column)


@dataclass(frozen=True)
class Choice:
    """`order` has the chosen first, then the alternates."""

    entry: Entry
    order: list[Entrant]
    size: int
    strategy: str = ""
    seed: str = ""
    record: str = ""
    pool_file: str = ""


def enter(pool: Pool, wish: Wish) -> Entry:
    """Raises `FieldUnknown` for a column that the pool does not have, `MemberTwice` for an address that two
    candidates write differently."""
    column = column_of(wish)
    if column is not None and column not in pool.columns:
        known = ", ".join(pool.columns)
        raise FieldUnknown(field="strategy", column=column, known=known)
    wanted = MemberFilter() if wish.way == "hand" else wish.wanted
    entry = Entry(column, list(_entrants(pool, wanted, column)))
    if len(entry.values) < len(entry.entrants):
        raise MemberTwice(field="pool", key=_first_repeated(entry.entrants))
    return entry


def column_of(wish: Wish) -> str | None:
    if wish.way == "lot":
        return parse_strategy(wish.strategy).field
    order = wish.wanted.order.removeprefix("-")
    if wish.way == "order" and order.startswith(ORDER_BY_COLUMN):
        return order.removeprefix(ORDER_BY_COLUMN)
    return None


def check_numbers(entry: Entry, strategy: Strategy) -> None:
    """Raises `NotANumber`, as drawing would."""
    if strategy.kind == "ranked":
        for entrant in entry.entrants:
            number_of(entrant.key, entrant.value)


def choose(entry: Entry, wish: Wish, seed: str) -> Choice:
    """Raises what drawing does, and `MembersGone` where someone chosen by hand is not in the pool."""
    match wish.way:
        case "hand":
            return _by_hand(entry, wish)
        case "order":
            check_size(wish.size, len(entry.entrants))
            return Choice(entry, entry.entrants, wish.size, pool_file=entry.pool_file)
        case "lot":
            return _by_lot(entry, draw(entry.values, parse_strategy(wish.strategy), wish.size, seed))


def _by_hand(entry: Entry, wish: Wish) -> Choice:
    members = {entrant.member_id: entrant for entrant in entry.entrants}
    wanted = list(dict.fromkeys(wish.member_ids))
    gone = sum(member_id not in members for member_id in wanted)
    if gone:
        raise MembersGone(field="member_ids", count=gone)
    if not wanted:
        raise SizeInvalid(field="size", size=0, members=len(members))
    return Choice(entry, [members[member_id] for member_id in wanted], len(wanted))


def _by_lot(entry: Entry, drawn: Draw) -> Choice:
    members = {entrant.key: entrant for entrant in entry.entrants}
    return Choice(
        entry,
        order=[members[key] for key in drawn.drawn + drawn.alternates],
        size=drawn.size,
        strategy=drawn.strategy,
        seed=drawn.seed,
        record=record_text(drawn),
        pool_file=entry.pool_file,
    )


def _entrants(pool: Pool, wanted: MemberFilter, column: str | None) -> Iterator[Entrant]:
    """A candidate without an address takes part by id."""
    present = selected_members(pool, wanted).filter(candidate__erased_at=None)
    held = Value("") if column is None else ColumnText(column)
    rows = present.annotate(held=held).values_list("candidate_id", "id", "candidate__email", "held")
    for candidate_id, member_id, email, value in rows.iterator():
        yield Entrant(candidate_id, member_id, key_of(email) or str(candidate_id), (value or "").strip())


def _first_repeated(entrants: Sequence[Entrant]) -> str:
    counts = Counter(entrant.key for entrant in entrants)
    return max(counts, key=counts.__getitem__)
