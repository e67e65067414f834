"""Whether what was printed is what was expected, and where it first is not."""

import json
import math
from collections.abc import Callable, Sequence

from runner.protocol import MAX_LINE_CHARS, Calls, Difference, Exact, Floats, Lines, Tokens

Comparer = Lines | Exact | Tokens | Floats | Calls


def is_as_expected(judge: Comparer, printed: str, expected: str) -> bool:
    match judge:
        case Exact():
            return printed == expected
        case Lines():
            return significant(printed) == significant(expected)
        case Tokens():
            return printed.split() == expected.split()
        case Floats():
            close = closeness(judge.absolute, judge.relative)
            return all_alike(printed.split(), expected.split(), close)
        case Calls():
            return is_same_value(printed, expected, judge.absolute)


def difference(judge: Comparer, printed: str, expected: str) -> Difference | None:
    """The first line that is not as expected, as the judge sees lines; None if all are."""
    if is_as_expected(judge, printed, expected):
        return None
    theirs, ours = printed.split("\n"), expected.split("\n")
    for number in range(max(len(theirs), len(ours))):
        one, other = line(theirs, number), line(ours, number)
        if one is None or other is None or not is_as_expected(judge, one, other):
            return Difference(line=number + 1, expected=cut(other), printed=cut(one))
    # Alike line by line, and not as a whole: what is at fault is how the lines are parted.
    return Difference(line=len(ours), expected=cut(ours[-1]), printed=cut(theirs[-1]))


def line(lines: Sequence[str], number: int) -> str | None:
    return lines[number] if number < len(lines) else None


def cut(text: str | None) -> str | None:
    return None if text is None else text[:MAX_LINE_CHARS]


def significant(text: str) -> list[str]:
    return [each.rstrip() for each in text.rstrip().split("\n")]


def closeness(absolute: float, relative: float) -> Callable[[str, str], bool]:
    def close(one: str, other: str) -> bool:
        try:
            given, wanted = float(one), float(other)
        except ValueError:
            return one == other
        return one == other or math.isclose(given, wanted, rel_tol=relative, abs_tol=absolute)

    return close


def all_alike(one: Sequence[object], other: Sequence[object], alike: Callable[..., bool]) -> bool:
    return len(one) == len(other) and all(map(alike, one, other))


# What a function returned


def is_same_value(printed: str, expected: str, tolerance: float) -> bool:
    try:
        return alike(json.loads(printed), json.loads(expected), tolerance)
    except (ValueError, RecursionError):
        return False


def alike(one: object, other: object, tolerance: float) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    if isinstance(one, list) and isinstance(other, list):
        return all_alike(one, other, lambda a, b: alike(a, b, tolerance))
    return one == other
