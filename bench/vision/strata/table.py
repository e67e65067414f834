"""The numbers as tables."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bench.vision.strata.score import AWAY, AXES, Scored, Share, share

# A stratum whose recall is further than this from its factor's best falls short.
WITHIN = 0.03
FALLS_SHORT = "▼"
WHOLE = (
    ("somebody there", "present"),
    ("nobody there", "absent"),
    ("several people", "several"),
    ("looks at the middle", "centre"),
    *((f"looks {direction}", direction) for direction in AWAY),
    ("looks away, wherever", "away"),
    ("looks off the screen", "off"),
    ("eyes shut", "closed"),
)
STRATUM_HEAD = ("", "clips", "neutral", "present", *AXES, "centre", "delay of a look, p50")
RECALLS = tuple(f"{measure}: recall" for measure in ("present", *AXES, "centre"))

Numbers = dict[str, Any]


def whole_rows(every: Sequence[Scored]) -> Iterable[list[str]]:
    for words, measure in WHOLE:
        recall, precision = (share(every, f"{measure}: {part}") for part in ("recall", "precision"))
        frames = recall.of if recall else 0
        yield [words, f"{frames}", cell(recall), cell(precision)]
    exact = share(every, "faces: exact")
    yield ["number of people, exactly", f"{exact.of if exact else 0}", cell(exact), ""]


def cell(found: Share | None) -> str:
    return f"{found.value:.3f} ({found.low:.2f}–{found.high:.2f})" if found else "–"


def stratum_rows(groups: dict[str, list[Scored]]) -> Iterable[list[str]]:
    """One factor: its values, each beside the best of them."""
    found = {name: {measure: share(every, measure) for measure in RECALLS} for name, every in groups.items()}
    best = {measure: best_of(shares[measure] for shares in found.values()) for measure in RECALLS}
    for name, every in groups.items():
        recalls = [marked(found[name][measure], best[measure]) for measure in RECALLS]
        delays = [delay for one in every for delay in one.delays_ms.get("gaze", [])]
        yield [name, str(len(every)), neutral(every), *recalls, milliseconds(delays, 50)]


def best_of(shares: Iterable[Share | None]) -> float:
    return max((one.value for one in shares if one), default=0)


def marked(found: Share | None, best: float) -> str:
    return cell(found) + (f" {FALLS_SHORT}" if found and found.value < best - WITHIN else "")


def neutral(every: Sequence[Scored]) -> str:
    return f"{sum(one.has_neutral for one in every)} of {len(every)}"


def milliseconds(values: Sequence[float], part: float) -> str:
    ordered = sorted(values)
    return f"{ordered[round((len(ordered) - 1) * part / 100)]:.0f} ms" if ordered else "–"


def delay_rows(every: Sequence[Scored]) -> Iterable[list[str]]:
    for observed in ("presence", "faces", "gaze"):
        delays = [delay for one in every for delay in one.delays_ms.get(observed, [])]
        happened = sum(one.changes.get(observed, 0) for one in every)
        times = [milliseconds(delays, part) for part in (50, 95)]
        yield [observed, str(happened), f"{len(delays) / happened:.2f}" if happened else "–", *times]


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def grouped(every: Sequence[Scored], value_of: Callable[[Scored], str | None]) -> dict[str, list[Scored]]:
    groups: dict[str, list[Scored]] = {}
    for one in every:
        value = value_of(one)
        if value is not None:
            groups.setdefault(value, []).append(one)
    return groups
