"""The draw: who of a pool is chosen, so that anyone can repeat it.

It depends on four things only: the pool, the seed, the strategy and the size. Another program repeats it so
(all text is UTF-8, every hash is written as lower-case hexadecimal):

1. The **key** of a member is the e-mail address, trimmed and in lower case; no key occurs twice. The
   **value** is what the member has in the field of the strategy, trimmed, as it stands; without a field it
   is the empty text.
2. **pool_hash** is the SHA-256 of this JSON, without spaces, without escapes that JSON does not demand, the
   pairs in the order of their keys' code points:
   `{"field":"region","format":"fairview-pool","members":[["ada@example.org","North"],…],"version":1}`
   (`"field":null` without a field).
3. The **ticket** of a member is the HMAC-SHA256 with the seed's bytes as its key, of the 64 characters of
   pool_hash followed by the member's key. Nobody can tell it before both pool and seed are known.
4. The **order** is that of the tickets, lowest first:
   - `random`: the first N of all.
   - `stratified:FIELD`: each value of the field gets its share of N by the largest remainder: N × its
     members ÷ all members, rounded down; places that are left go one each to the largest remainders.
     Between equal remainders the lower HMAC-SHA256 of pool_hash, a line feed and the value comes first.
     Of each value's members the first by ticket are drawn; the drawn, taken together, stand by ticket.
   - `ranked:FIELD`: by the field as a number, highest first, members without a value last; the ticket
     decides between equal numbers.
5. All who were not drawn are **alternates**, in the same order. Who drops out later is followed by the first
   of them who was not called up yet; of a stratified draw, by the first such with the same value, and only
   where none is left by the first of all. The record stays what it was.
6. **tickets_hash** is the SHA-256 of the tickets' bytes, one after the other, of drawn and alternates.

A record (`record_text`) says all of this; `differences` computes it again from a pool.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Final, Literal, cast

from fairview.candidates.errors import NotANumber, PoolEmpty, SeedInvalid, SizeInvalid, StrategyUnknown

FORMAT: Final = "fairview-lot"
VERSION: Final = 1
MOST_SEED_BYTES: Final = 64

Kind = Literal["random", "stratified", "ranked"]
Entrants = Mapping[str, str]
"""Value by key."""

_HEX = re.compile(r"([0-9a-f]{2})+")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


@dataclass(frozen=True)
class Strategy:
    kind: Kind = "random"
    field: str | None = None

    def __str__(self) -> str:
        return self.kind if self.field is None else f"{self.kind}:{self.field}"


@dataclass(frozen=True)
class Draw:
    """One draw; the fields are those of its record, in their order."""

    format: str
    version: int
    pool_hash: str
    pool_size: int
    seed: str
    strategy: str
    size: int
    drawn: list[str]
    alternates: list[str]
    tickets_hash: str


@dataclass(frozen=True)
class Lottery:
    """Pool and seed together: what gives everybody a ticket."""

    seed: bytes
    pool_hash: str

    def ticket(self, text: str) -> bytes:
        return hmac.digest(self.seed, (self.pool_hash + text).encode(), "sha256")


def parse_strategy(text: str) -> Strategy:
    kind, colon, field = text.partition(":")
    if kind == "random" and not colon:
        return Strategy()
    if kind in ("stratified", "ranked") and field.strip():
        return Strategy(cast(Kind, kind), field.strip())
    raise StrategyUnknown(field="strategy", strategy=text)


def parse_seed(text: str) -> str:
    """1 to 64 bytes in hexadecimal digits, in lower case."""
    seed = text.strip().lower()
    if not _HEX.fullmatch(seed) or len(seed) > 2 * MOST_SEED_BYTES:
        raise SeedInvalid(field="seed", most=MOST_SEED_BYTES)
    return seed


def key_of(email: str) -> str:
    return email.strip().lower()


def hash_pool(entrants: Entrants, field: str | None) -> str:
    members = [[key, entrants[key]] for key in sorted(entrants)]
    content = {"field": field, "format": "fairview-pool", "members": members, "version": 1}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def draw(entrants: Entrants, strategy: Strategy, size: int, seed: str) -> Draw:
    """Draw `size` of the entrants, whose values are those of the strategy's field.

    Raises `PoolEmpty`, `SizeInvalid`, `SeedInvalid`, and `NotANumber` when ranked by words.
    """
    check_size(size, len(entrants))
    seed = parse_seed(seed)
    lottery = Lottery(bytes.fromhex(seed), hash_pool(entrants, strategy.field))
    tickets = {key: lottery.ticket(key) for key in entrants}
    order = _RULES[strategy.kind](entrants, tickets, size, lottery)
    return Draw(
        format=FORMAT,
        version=VERSION,
        pool_hash=lottery.pool_hash,
        pool_size=len(entrants),
        seed=seed,
        strategy=str(strategy),
        size=size,
        drawn=order[:size],
        alternates=order[size:],
        tickets_hash=hashlib.sha256(b"".join(tickets[key] for key in order)).hexdigest(),
    )


def check_size(size: int, members: int) -> None:
    if not members:
        raise PoolEmpty(field="pool")
    if not 1 <= size <= members:
        raise SizeInvalid(field="size", size=size, members=members)


def record_text(drawn: Draw) -> str:
    """The record as the file holds it, the same bytes for the same draw."""
    return json.dumps(asdict(drawn), ensure_ascii=False, indent=1) + "\n"


def number_of(key: str, value: str) -> Decimal | None:
    """A whole or decimal number with either decimal mark; None for an empty value."""
    if not value:
        return None
    if not _NUMBER.fullmatch(value):
        raise NotANumber(field="strategy", key=key, value=value[:80])
    return Decimal(value.replace(",", "."))


Tickets = Mapping[str, bytes]


def _random(entrants: Entrants, tickets: Tickets, _size: int, _lottery: Lottery) -> list[str]:
    return sorted(entrants, key=tickets.__getitem__)


def _stratified(entrants: Entrants, tickets: Tickets, size: int, lottery: Lottery) -> list[str]:
    order = _random(entrants, tickets, size, lottery)
    left = shares(entrants, size, lottery)
    drawn: list[str] = []
    others: list[str] = []
    for key in order:
        value = entrants[key]
        (drawn if left[value] else others).append(key)
        left[value] -= left[value] > 0
    return drawn + others


def _ranked(entrants: Entrants, tickets: Tickets, _size: int, _lottery: Lottery) -> list[str]:
    numbers = {key: number_of(key, entrants[key]) for key in sorted(entrants)}

    def place(key: str) -> tuple[bool, Decimal, bytes]:
        number = numbers[key]
        return number is None, Decimal(0) if number is None else number.copy_negate(), tickets[key]

    return sorted(entrants, key=place)


_RULES: Final[Mapping[Kind, Callable[[Entrants, Tickets, int, Lottery], list[str]]]] = {
    "random": _random,
    "stratified": _stratified,
    "ranked": _ranked,
}


def shares(entrants: Entrants, size: int, lottery: Lottery) -> dict[str, int]:
    """How many places each value gets (Hamilton's method, in whole numbers)."""
    counts: dict[str, int] = {}
    for value in entrants.values():
        counts[value] = counts.get(value, 0) + 1
    places = {value: size * count // len(entrants) for value, count in counts.items()}

    def claim(value: str) -> tuple[int, bytes]:
        return -(size * counts[value] % len(entrants)), lottery.ticket(f"\n{value}")

    for value in sorted(counts, key=claim)[: size - sum(places.values())]:
        places[value] += 1
    return places


def seats(entrants: Entrants, drawn: Sequence[str]) -> dict[str, tuple[int, int]]:
    """For each value: how many members have it, and how many of them were drawn."""
    chosen = set(drawn)
    table: dict[str, tuple[int, int]] = {}
    for key, value in sorted(entrants.items(), key=lambda pair: (pair[1], pair[0])):
        of, got = table.get(value, (0, 0))
        table[value] = (of + 1, got + (key in chosen))
    return table
