"""Whether what was printed is what was expected, by each comparer, and where it first is not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runner.judging.compare import Comparer, difference, is_as_expected
from runner.protocol import MAX_LINE_CHARS, Calls, Difference, Exact, Floats, Lines, Tokens

RETURNS = Calls(function="f", parameters={}, returns="float")
COMPARERS: list[Comparer] = [Lines(), Exact(), Tokens(), Floats()]
PRINTED = st.text(alphabet="ab1. \t\n", max_size=30)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)

ALIKE = [
    (Lines(), "1 2  \n3\n\n\n", "1 2\n3"),
    (Lines(), "a\r\nb\r\n", "a\nb\n"),
    (Lines(), "", "\n"),
    (Tokens(), "1   2\n\n3", "1\n2 3\n"),
    (Floats(), "0.1000001 word 5e3", "0.1 word 5000"),
    (Floats(), "inf", "Infinity"),
    (Floats(absolute=0, relative=0.01), "1009", "1000"),
    (Floats(absolute=0.5, relative=0), "1.4", "1"),
    (RETURNS, "[1, 2.0000001, [true, null]]", "[1.0, 2, [true, null]]"),
    (RETURNS, '"\\u00e9"', '"é"'),
    (RETURNS, "1e400", "1e400"),
]

UNLIKE = [
    (Lines(), " 1", "1"),
    (Lines(), "1\n\n2", "1\n2"),
    (Exact(), "1", "1\n"),
    (Tokens(), "12", "1 2"),
    (Floats(), "0.1", "0.2"),
    (Floats(), "nan", "0"),
    (Floats(), "one", "1"),
    (Floats(), "1 2", "1"),
    (Floats(absolute=0, relative=0.01), "1011", "1000"),
    (RETURNS, "1", "true"),
    (RETURNS, "0", "false"),
    (RETURNS, "[1]", "[1, 2]"),
    (RETURNS, "[1]", "1"),
    (RETURNS, '"1"', "1"),
    (RETURNS, "NaN", "1"),
    (RETURNS, "", "1"),
    (RETURNS, "Hello", '"Hello"'),
    (RETURNS, "[" * 100_000, "1"),
]


@pytest.mark.parametrize(("judge", "printed", "expected"), ALIKE)
def test_alike(judge: Comparer, printed: str, expected: str) -> None:
    assert difference(judge, printed, expected) is None


@pytest.mark.parametrize(("judge", "printed", "expected"), UNLIKE)
def test_unlike(judge: Comparer, printed: str, expected: str) -> None:
    assert difference(judge, printed, expected) is not None


@pytest.mark.parametrize(
    ("judge", "printed", "expected", "differs"),
    [
        (Lines(), "1\n2\n3\n", "1\n2\n4\n", Difference(line=3, expected="4", printed="3")),
        (Lines(), "1\n", "1\n2\n", Difference(line=2, expected="2", printed="")),
        (Lines(), "1\n2", "1", Difference(line=2, expected=None, printed="2")),
        (Exact(), "1", "1\n", Difference(line=2, expected="", printed=None)),
        (Tokens(), "1 2\n4", "1 2\n3", Difference(line=2, expected="3", printed="4")),
        (Floats(), "0.1\n0.3", "0.1\n0.2", Difference(line=2, expected="0.2", printed="0.3")),
        (RETURNS, "2\n", "1", Difference(line=1, expected="1", printed="2")),
    ],
)
def test_the_first_line_that_is_not_as_expected_is_named(
    judge: Comparer, printed: str, expected: str, differs: Difference
) -> None:
    assert difference(judge, printed, expected) == differs


def test_a_long_line_is_cut() -> None:
    differs = difference(Lines(), "x" * 1_000, "y" * 1_000)

    assert differs == Difference(line=1, expected="y" * MAX_LINE_CHARS, printed="x" * MAX_LINE_CHARS)


@given(printed=PRINTED, judge=st.sampled_from(COMPARERS))
def test_what_was_expected_is_right_by_every_comparer(printed: str, judge: Comparer) -> None:
    assert is_as_expected(judge, printed, printed)


@given(printed=PRINTED, expected=PRINTED, judge=st.sampled_from(COMPARERS))
def test_there_is_a_difference_where_it_is_not_as_expected(
    printed: str, expected: str, judge: Comparer
) -> None:
    differs = difference(judge, printed, expected)

    assert (differs is None) == is_as_expected(judge, printed, expected)
    if differs:
        assert 1 <= differs.line <= max(printed.count("\n"), expected.count("\n")) + 1


@given(printed=PRINTED, expected=PRINTED)
def test_a_stricter_comparer_is_content_with_no_more(printed: str, expected: str) -> None:
    content = [is_as_expected(judge, printed, expected) for judge in (Exact(), Lines(), Tokens(), Floats())]

    assert content == sorted(content)


@given(value=VALUES)
def test_a_value_is_itself_whatever_its_json_looks_like(value: object) -> None:
    assert is_as_expected(RETURNS, json.dumps(value, indent=1), json.dumps(value, ensure_ascii=False))
