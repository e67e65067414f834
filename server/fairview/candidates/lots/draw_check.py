"""Whether a draw is what its record says: everything is computed again from the pool, and compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from itertools import zip_longest
from typing import Any, Final

from fairview.candidates.errors import DrawRefused, SizeInvalid
from fairview.candidates.lots.draw import Draw, Entrants, Strategy, draw, hash_pool, parse_strategy

SENTENCES: Final = {
    "missing": "is missing from the record",
    "foreign": "is no part of a record",
    "differs": "the record says {said}, the pool and the seed give {found}",
    "not_in_pool": "{key} is in the record, but not in the pool",
    "not_in_record": "{key} is in the pool, but not in the record",
    "other_places": "{count} places are not what this pool and the seed give",
    "places_moved": "the places that the product holds are not those of the record",
    "kept_otherwise": "the product holds {kept}",
}
LISTS: Final = ("drawn", "alternates")
LONGEST: Final = 120

ReadPool = Callable[[str | None], Entrants]
"""The entrants with their values of a field (None: of no field)."""


@dataclass(frozen=True)
class Difference:
    """`code` is stable and `params` are its values; `what` says the same as a sentence."""

    where: str
    code: str
    params: dict[str, str | int] = field(default_factory=dict)
    sentence: str = ""

    @property
    def what(self) -> str:
        return self.sentence or SENTENCES[self.code].format(**self.params)


def differences(record: Mapping[str, Any], read: ReadPool) -> list[Difference]:
    """Everything in which the record is not the draw from this pool; empty if it is.

    The pool counts in the columns that the draw used: key and field. Where its hash differs, so do all the
    tickets; then the people are compared, and places are only counted.
    """
    try:
        strategy = parse_strategy(str(record.get("strategy", "")))
        entrants = read(strategy.field)
    except DrawRefused as error:
        return [_refused(error)]
    people = list(_people(record, entrants))
    try:
        found = _repeat(record, entrants, strategy)
    except DrawRefused as error:
        pool = {"pool_hash": hash_pool(entrants, strategy.field), "pool_size": len(entrants)}
        return [_refused(error), *_fields(record, pool), *people]
    return [*_fields(record, asdict(found)), *_foreign(record), *people, *_places(record, found)]


def _repeat(record: Mapping[str, Any], entrants: Entrants, strategy: Strategy) -> Draw:
    size = record.get("size")
    if type(size) is not int:
        raise SizeInvalid(field="size", size=_short(size), members=len(entrants))
    return draw(entrants, strategy, size, str(record.get("seed", "")))


def _refused(error: DrawRefused) -> Difference:
    return Difference(str(error.params.get("field", "record")), error.code, error.params, str(error))


def _fields(record: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Difference]:
    for name, value in found.items():
        if name not in record:
            yield Difference(name, "missing")
        elif type(record[name]) is not type(value) or (name not in LISTS and record[name] != value):
            yield Difference(name, "differs", {"said": _short(record[name]), "found": _short(value)})


def _foreign(record: Mapping[str, Any]) -> Iterator[Difference]:
    known = {each.name for each in fields(Draw)}
    yield from (Difference(_short(name), "foreign") for name in record if name not in known)


def _people(record: Mapping[str, Any], entrants: Entrants) -> Iterator[Difference]:
    named = set()
    for name in LISTS:
        for index, key in enumerate(_listed(record, name)):
            named.add(key)
            if key not in entrants:
                yield Difference(f"{name}[{index}]", "not_in_pool", {"key": _short(key)})
    for key in sorted(set(entrants) - named):
        yield Difference("pool", "not_in_record", {"key": key})


def _places(record: Mapping[str, Any], found: Draw) -> Iterator[Difference]:
    for name in LISTS:
        said, right = _listed(record, name), getattr(found, name)
        wrong = [index for index, pair in enumerate(zip_longest(said, right)) if pair[0] != pair[1]]
        if wrong and record.get("pool_hash") != found.pool_hash:
            yield Difference(name, "other_places", {"count": len(wrong)})
            continue
        for index in wrong:
            yield Difference(
                f"{name}[{index}]", "differs", {"said": _at(said, index), "found": _at(right, index)}
            )


def _listed(record: Mapping[str, Any], name: str) -> list[str]:
    value = record.get(name)
    return [key if isinstance(key, str) else f"({key!r})" for key in value] if isinstance(value, list) else []


def _at(keys: list[str], index: int) -> str:
    return _short(keys[index]) if index < len(keys) else "nobody"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
