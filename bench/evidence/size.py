"""How much of a disk an hour's interview takes, as it is written and once it is packed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.conf import settings
from fairview.evidence.contracts import Entry
from fairview.evidence.packing import pack_session
from fairview.evidence.store_sqlite import SqliteStore
from fairview.evidence.writer import Batch, commit
from fairview.kit.clock import now_us

from bench.evidence.hour import Hour

COMMITTED_TOGETHER = 50
HEAD = """\
| | on disk | bytes per entry | the same, compacted |
|---|---|---|---|
"""


def size(folder: Path) -> str:
    settings.EVIDENCE_DATABASE = folder / "hour.sqlite3"
    settings.SESSION_KEYS = folder / "hour-keys.sqlite3"
    hour = Hour()
    with closing(SqliteStore(settings.EVIDENCE_DATABASE)) as store:
        for batches in by_commit(list(hour.batches())):
            assert not any(answer.refusals for answer in commit(store, batches))
        written = list(store.read(hour.session_id))
        live = line("as it is written", store, written, folder)
        assert pack_session(hour.session_id, now_us() + 1) == len(written)
        assert list(store.read(hour.session_id)) == written
        packed = line("packed", store, written, folder)
    kinds = Counter(entry.kind for entry in written).most_common(2)
    most = ", ".join(f"{count:,} {kind}" for kind, count in kinds)
    return f"{HEAD}{live}\n{packed}\n\n{len(written):,} entries ({most} and others)"


def by_commit(batches: list[Batch]) -> Iterator[list[Batch]]:
    for first in range(0, len(batches), COMMITTED_TOGETHER):
        yield batches[first : first + COMMITTED_TOGETHER]


def line(form: str, store: SqliteStore, entries: list[Entry], folder: Path) -> str:
    """Pages in use, of which others are given out again; and the file as `vacuum into` writes it."""
    pages = [value(store, f"pragma {name}") for name in ("page_count", "freelist_count", "page_size")]
    used = (pages[0] - pages[1]) * pages[2]
    copy = folder / f"{form.replace(' ', '-')}.sqlite3"
    store.connection.execute("vacuum into ?", (str(copy),))
    compact = copy.stat().st_size
    return f"| {form} | {used / 1e6:.1f} MB | {used / len(entries):.0f} | {compact / 1e6:.1f} MB |"


def value(store: SqliteStore, query: str) -> int:
    return int(store.connection.execute(query).fetchone()[0])
