"""The draw is what its description says, and nobody can change anything about it unseen."""

import hashlib
import hmac
import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fairview.candidates.errors import NotANumber, PoolEmpty, SeedInvalid, SizeInvalid, StrategyUnknown
from fairview.candidates.lots.draw import Lottery, Strategy, draw, key_of, parse_strategy, record_text, shares
from fairview.candidates.lots.draw_check import differences
from fairview.candidates.lots.draw_file import parse_pool, parse_record, pool_text

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12).map(str.strip)
KEYS = st.builds("{}@{}.org".format, TEXT, st.sampled_from(["a", "b"])).map(key_of)
POOLS = st.dictionaries(KEYS, TEXT, min_size=1, max_size=25)
SEEDS = st.binary(min_size=1, max_size=64).map(bytes.hex)
FIELDS = st.sampled_from([None, "region", "=what; is, it"])
NUMBERS = st.one_of(st.just(""), st.decimals(-999, 999, places=2).map(str), st.integers().map(str))


def seed_number(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def strategy_over(field: str | None) -> Strategy:
    return Strategy() if field is None else Strategy("stratified", field)


def entrants_of(pool: dict[str, str], field: str | None) -> dict[str, str]:
    return {key: value if field else "" for key, value in pool.items()}


def test_another_program_draws_the_same_from_the_description() -> None:
    entrants = {"cy@x.org": "", "ada@x.org": "", "bo@x.org": ""}
    seed = bytes.fromhex("00ff10")
    pool = (
        '{"field":null,"format":"fairview-pool","members":[["ada@x.org",""],["bo@x.org",""],["cy@x.org",""]]'
    )
    pool_hash = hashlib.sha256(f'{pool},"version":1}}'.encode()).hexdigest()
    tickets = {key: hmac.new(seed, (pool_hash + key).encode(), "sha256").digest() for key in entrants}
    order = sorted(entrants, key=lambda key: tickets[key])
    drawn = draw(entrants, Strategy(), 2, "00FF10")
    assert (drawn.pool_hash, drawn.drawn, drawn.alternates) == (pool_hash, order[:2], order[2:])
    assert drawn.tickets_hash == hashlib.sha256(b"".join(tickets[key] for key in order)).hexdigest()


def test_a_record_from_the_past_still_verifies() -> None:
    """Whoever changes the draw makes a new version of it."""
    entrants = {f"p{number}@example.org": "NS"[number % 2] for number in range(5)}
    drawn = draw(entrants, Strategy("stratified", "region"), 3, "0badcafe" * 4)
    assert drawn.drawn == ["p2@example.org", "p0@example.org", "p3@example.org"]
    assert drawn.pool_hash == "497ef06439df6ae18d6517cb7450e284323abeb51fad226a09589b1841890b5b"
    assert drawn.tickets_hash == "0c45fcb733391ce426d2be3c33eb3bfa3ad74b851a15c8fd09a7fd5044826185"


@given(POOLS, SEEDS, FIELDS, st.data())
def test_the_order_of_rows_the_letter_case_and_spaces_do_not_count(
    pool: dict[str, str], seed: str, field: str | None, data: st.DataObject
) -> None:
    entrants = entrants_of(pool, field)
    shuffled = {key_of(f" {key.upper()}\t"): entrants[key] for key in data.draw(st.permutations(list(pool)))}
    assume(shuffled.keys() == entrants.keys())
    size = data.draw(st.integers(1, len(pool)))
    assert draw(shuffled, strategy_over(field), size, seed.upper()) == draw(
        entrants, strategy_over(field), size, seed
    )


@given(POOLS, SEEDS, st.data())
def test_everyone_is_drawn_or_an_alternate_and_once(
    pool: dict[str, str], seed: str, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(pool)))
    drawn = draw(pool, Strategy("stratified", "region"), size, seed)
    assert len(drawn.drawn) == size
    assert sorted(drawn.drawn + drawn.alternates) == sorted(pool)


def chi_squared(counts: dict[str, int], expected: float, chance: float) -> float:
    """Against everyone drawn equally often; drawing without putting back narrows the spread."""
    return sum((count - expected) ** 2 for count in counts.values()) / (expected * (1 - chance))


@pytest.mark.parametrize("strategy", [Strategy(), Strategy("stratified", "region")], ids=str)
def test_the_draw_is_uniform(strategy: Strategy) -> None:
    """4,000 seeds, 4 of 12: everyone is drawn equally often, and as often first as at any other place.

    31.3 is what chance alone exceeds once in 1,000 times at 11 degrees of freedom. The regions have 6, 3 and
    3 members, so that their shares are whole.
    """
    entrants = {f"p{number}@x.org": "NNNNNNSSSEEE"[number] for number in range(12)}
    often, first = dict.fromkeys(entrants, 0), dict.fromkeys(entrants, 0)
    for number in range(4_000):
        drawn = draw(entrants, strategy, 4, seed_number(number)).drawn
        first[drawn[0]] += 1
        for key in drawn:
            often[key] += 1
    assert chi_squared(often, 4_000 / 3, 1 / 3) < 31.3
    assert chi_squared(first, 4_000 / 12, 1 / 12) < 31.3


def test_equal_remainders_are_settled_by_chance() -> None:
    """Of two places, regions with 1 and 3 members claim 0.5 and 1.5: each gets the odd one half the time."""
    entrants = {"a": "small", "b": "large", "c": "large", "d": "large"}
    won = sum(
        "a" in draw(entrants, Strategy("stratified", "f"), 2, seed_number(n)).drawn for n in range(1_000)
    )
    assert 420 < won < 580


@given(POOLS, SEEDS, st.data())
def test_shares_are_in_proportion(pool: dict[str, str], seed: str, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(pool)))
    values = list(pool.values())
    given_out = shares(pool, size, Lottery(bytes.fromhex(seed), "0" * 64))
    assert sum(given_out.values()) == size
    for value, places in given_out.items():
        assert abs(places - size * values.count(value) / len(pool)) < 1


@given(st.dictionaries(KEYS, NUMBERS, min_size=1, max_size=25), SEEDS)
def test_ranked_goes_by_number_and_leaves_those_without_to_the_end(pool: dict[str, str], seed: str) -> None:
    order = draw(pool, Strategy("ranked", "mark"), len(pool), seed).drawn
    marks = [float(pool[key]) if pool[key] else None for key in order]
    known = [mark for mark in marks if mark is not None]
    assert known == sorted(known, reverse=True)
    assert marks == known + [None] * (len(marks) - len(known))


def test_ranked_reads_both_decimal_marks_and_refuses_words() -> None:
    assert draw({"a": "7,5", "b": "7.25", "c": "-1"}, Strategy("ranked", "m"), 1, "00").drawn == ["a"]
    with pytest.raises(NotANumber, match='b has "very good"'):
        draw({"a": "7", "b": "very good"}, Strategy("ranked", "m"), 1, "00")


def test_the_seed_decides_between_equals() -> None:
    equal = {f"p{number}": "5" for number in range(8)}
    assert len({tuple(draw(equal, Strategy("ranked", "m"), 3, seed_number(n)).drawn) for n in range(20)}) > 10


@given(POOLS, SEEDS, FIELDS, st.data())
def test_the_files_give_the_draw_back(
    pool: dict[str, str], seed: str, field: str | None, data: st.DataObject
) -> None:
    entrants = entrants_of(pool, field)
    drawn = draw(entrants, strategy_over(field), data.draw(st.integers(1, len(pool))), seed)
    file, text = pool_text(entrants, field), record_text(drawn)
    assert parse_pool("pool.csv", file, field) == entrants
    assert not differences(parse_record("r.json", text), lambda used: parse_pool("pool.csv", file, used))


def changed_pools(pool: dict[str, str], data: st.DataObject) -> dict[str, str]:
    victim = data.draw(st.sampled_from(sorted(pool)))
    changed = dict(pool)
    match data.draw(st.sampled_from(["remove", "add", "rename", "value"])):
        case "remove":
            del changed[victim]
        case "add":
            changed[data.draw(KEYS)] = "North"
        case "rename":
            changed[data.draw(KEYS)] = changed.pop(victim)
        case _:
            changed[victim] = data.draw(TEXT)
    return changed


@given(POOLS, SEEDS, st.data())
def test_any_change_of_the_pool_is_found(pool: dict[str, str], seed: str, data: st.DataObject) -> None:
    drawn = draw(pool, Strategy("stratified", "region"), data.draw(st.integers(1, len(pool))), seed)
    changed = changed_pools(pool, data)
    assume(changed != pool)
    assert differences(asdict(drawn), lambda _field: changed)


@given(POOLS, SEEDS, st.data())
def test_any_change_of_the_record_is_found(pool: dict[str, str], seed: str, data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(pool)))
    record: dict[str, Any] = asdict(draw(pool, Strategy("stratified", "region"), size, seed))
    changed = json.loads(json.dumps(record))
    name = data.draw(st.sampled_from([*record, "note"]))
    anything = st.one_of(
        TEXT, SEEDS, st.integers(), st.booleans(), st.lists(KEYS), st.permutations(list(pool))
    )
    if name in record and data.draw(st.booleans()):
        del changed[name]
    else:
        changed[name] = data.draw(anything)
    assume(changed != record or type(changed[name]) is not type(record[name]))
    assert differences(changed, lambda _field: pool)


def test_each_difference_is_named() -> None:
    pool = {f"p{number}@x.org": "" for number in range(4)}
    record = asdict(draw(pool, Strategy(), 2, "00ff"))
    record["drawn"], record["alternates"] = record["alternates"], record["drawn"]
    swapped = differences(record, lambda _field: pool)
    assert [problem.where for problem in swapped] == [
        "drawn[0]",
        "drawn[1]",
        "alternates[0]",
        "alternates[1]",
    ]
    other = differences(asdict(draw(pool, Strategy(), 2, "00ff")), lambda _field: {**pool, "new@x.org": ""})
    assert ("pool", "new@x.org is in the pool, but not in the record") in [(p.where, p.what) for p in other]


@pytest.mark.parametrize("seed", ["", "abc", "zz", "0x00ff", "00 ff", "00" * 65, "٠٠"])
def test_what_is_no_seed_is_refused(seed: str) -> None:
    with pytest.raises(SeedInvalid):
        draw({"a": ""}, Strategy(), 1, seed)


@pytest.mark.parametrize(("size", "error"), [(0, SizeInvalid), (-1, SizeInvalid), (2, SizeInvalid)])
def test_sizes_outside_the_pool_are_refused(size: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        draw({"a": ""}, Strategy(), size, "00")


def test_nobody_cannot_be_drawn() -> None:
    with pytest.raises(PoolEmpty):
        draw({}, Strategy(), 1, "00")


@pytest.mark.parametrize("text", ["", "best", "random:", "random:x", "ranked", "ranked:", "stratified: "])
def test_strategies_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(StrategyUnknown):
        parse_strategy(text)
