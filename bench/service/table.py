from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Times in milliseconds; `ratio` to the first row."""

    what: str
    p50_ms: float
    p95_ms: float
    ratio: float


def table(rows: list[Row]) -> str:
    head = "| event | p50, ms | p95, ms | ratio |\n|---|---|---|---|"
    lines = [f"| {row.what} | {row.p50_ms:.2f} | {row.p95_ms:.2f} | {row.ratio:.2f} |" for row in rows]
    return "\n".join([head, *lines])
