"""A session played back: its entries in the order of every fold, each when it is due."""

import time
from collections.abc import Callable, Iterable, Iterator

from fairview.evidence.contracts import Entry


def play(
    entries: Iterable[Entry],
    speed: float | None,
    clock: Callable[[], float] = time.monotonic,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Entry]:
    """At `speed` times the pace of the talk; without pauses if there is none. `clock` counts seconds."""
    ordered = sorted(entries, key=lambda entry: entry.order)
    began = clock()
    for entry in ordered:
        if speed is not None:
            due = began + (entry.estimated_us - ordered[0].estimated_us) / 1_000_000 / speed
            wait(max(0, due - clock()))
        yield entry
