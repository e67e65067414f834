"""Kills the writer a thousand times, traces its syncs, and shows that both find one that is too hasty."""

import random
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from fairview.evidence.tests.kills import Count, kill_again_and_again
from fairview.evidence.tests.syncs import ENTRIES, MISSING, acknowledged_unsynced, can_trace

from bench.evidence.table import markdown

KILLS = 1_000
KILLS_OF_THE_HASTY = 20
KILLS_PER_LOG = 50
"""Each log is read and checked whole after every kill, so it is not left to grow for ever."""


def kills(folder: Path, times: int = KILLS) -> str:
    honest = [
        killed(folder / f"honest{number}.sqlite3", KILLS_PER_LOG, "honest")
        for number in range(times // KILLS_PER_LOG)
    ]
    hasty = [killed(folder / "hasty.sqlite3", KILLS_OF_THE_HASTY, "hasty")]
    rows = [row("acknowledges after the commit", honest), row("acknowledges before it (the check)", hasty)]
    head = ["writer", "kills", "acknowledged", "lost", "doubled or broken", "ready again, s: p50 / most"]
    return markdown(head, rows)


def killed(database: Path, times: int, manner: str) -> Count:
    """The count after the last kill, or after the first that lost something: from there nothing can go on."""
    for count in kill_again_and_again(database, times, manner, random.Random()):
        if count.lost:
            break
    return count


def row(name: str, counts: list[Count]) -> list[str]:
    ready_s = [took for count in counts for took in count.ready_s]
    sums = [sum(getattr(count, field) for count in counts) for field in ("kills", "acknowledged", "lost")]
    broken = sum(len(count.problems) for count in counts)
    return [
        name,
        *(f"{number:,}" for number in (*sums, broken)),
        f"{median(ready_s):.2f} / {max(ready_s):.2f}",
    ]


def syncs(folder: Path) -> str:
    if not can_trace():
        return MISSING
    rows = []
    for name, manner in (("after the commit", "honest"), ("before it (the check)", "hasty")):
        early = acknowledged_unsynced(Path(mkdtemp(dir=folder)), manner)
        rows.append([name, str(ENTRIES), str(len(early))])
    return markdown(["acknowledges", "entries traced", "acknowledged before their sync"], rows)
