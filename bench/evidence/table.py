"""What the rounds showed, as tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from bench.evidence.rounds import Results, Round


@dataclass(frozen=True)
class Column:
    name: str
    value: Callable[[Round], float]
    form: str
    is_compared: bool = True


COLUMNS = [
    Column("events/s", lambda one: one.per_second, ",.0f"),
    Column("p50, ms", lambda one: one.p50_ms, ".1f", is_compared=False),
    Column("p99, ms", lambda one: one.p99_ms, ".1f"),
    Column("CPU, µs an event", lambda one: one.cpu_us, ".0f"),
    Column("busy cores", lambda one: one.busy, ".2f", is_compared=False),
    Column("busy cores of the load", lambda one: one.load_busy, ".2f", is_compared=False),
]


def beside(results: Results, other: str) -> str:
    """Medians of the rounds, and in brackets the median of each round's ratio to `other`."""
    rows = [[name, *(cell(results, name, other, column) for column in COLUMNS)] for name in results.rounds]
    return "\n".join([markdown(["side", *(column.name for column in COLUMNS)], rows), "", weather(results)])


def cell(results: Results, name: str, other: str, column: Column) -> str:
    text = format(results.of(name, column.value), column.form)
    if not column.is_compared or name == other:
        return text
    return f"{text} ({results.ratio(name, other, column.value):.2f} ×)"


def weather(results: Results) -> str:
    """What else the machine did: the load average as each round began. Earlier rounds raise it too."""
    loads = results.loads
    return (
        f"{len(loads)} rounds; load average {min(loads):.1f} to {max(loads):.1f}, median {median(loads):.1f}."
    )


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
