"""Events per second, their time and their CPU, beside the usual stacks."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from fairview.kit.ids import new_id
from tests.postgres import MISSING, cluster, programs

from bench.evidence.bare import BareWriter
from bench.evidence.job import Job
from bench.evidence.rounds import CONNECTIONS, Loaded, Results, measure, take_turns
from bench.evidence.sides import (
    ExpressPostgres,
    ExpressSqlite,
    Fairview,
    FairviewPostgres,
    Side,
    install_peers,
)
from bench.evidence.table import beside, markdown

ROUNDS = 5
SECONDS = 5.0
BATCH = 50
BARE_BATCH = 500
SESSION_EVENTS = 100_000
PART_EVENTS = 5_000
PEER = ExpressPostgres.name


@contextmanager
def running(folder: Path, *kinds: type[Side]) -> Iterator[Sequence[Side]]:
    """Sides of these kinds, started; those that need a PostgreSQL share one cluster."""
    home = programs()
    if home is None:
        raise SystemExit(MISSING)
    install_peers()
    with ExitStack() as stack:
        postgres = stack.enter_context(cluster(home))
        sides = [kind(folder, postgres) for kind in kinds]
        for side in sides:
            side.start()
            stack.callback(side.stop)
        yield sides


def single(folder: Path) -> str:
    """One event a request."""
    with running(folder, Fairview, FairviewPostgres, ExpressPostgres, ExpressSqlite) as sides:
        results = take_turns([Loaded(side, batch=1) for side in sides], ROUNDS, SECONDS)
    return beside(results, PEER)


def batches(folder: Path) -> str:
    """Fifty in a request, and the writer by itself."""
    with running(folder, Fairview, FairviewPostgres, ExpressPostgres, ExpressSqlite) as sides:
        contenders = [Loaded(side, BATCH) for side in sides]
        one_by_one = [Loaded(side, 1, ", one by one") for side in sides if side.name == PEER]
        bare = BareWriter(folder, BARE_BATCH)
        results = take_turns([*contenders, *one_by_one, bare], ROUNDS, SECONDS)
    return f"{beside(results, PEER)}\n\n{of_bare(results, bare.name)}"


def of_bare(results: Results, bare: str) -> str:
    share = results.ratio(Fairview.name, bare, lambda one: one.per_second)
    return f"{Fairview.name} takes in {share:.2f} of what the bare writer writes."


def session(folder: Path) -> str:
    """The same session from its first event to its hundred-thousandth."""
    with running(folder, Fairview, FairviewPostgres) as sides:
        rows = [row for side in sides for row in growth(side)]
    return markdown(["side", "events", "CPU, µs an event", "p50, ms", "p99, ms", "events/s"], rows)


def growth(side: Side) -> list[list[str]]:
    warm = side.pens(CONNECTIONS)
    measure(side, Job(port=side.port, pens=warm, seconds=1))
    pens = side.pens(CONNECTIONS, new_id())
    each = PART_EVENTS // CONNECTIONS
    rows = []
    for part in range(SESSION_EVENTS // PART_EVENTS):
        job = Job(
            port=side.port, pens=[pen.from_(part * each + 1) for pen in pens], seconds=60, requests=each
        )
        done = measure(side, job)
        span = f"{part * PART_EVENTS + 1:,} to {(part + 1) * PART_EVENTS:,}"
        figures = [
            f"{done.cpu_us:.0f}",
            f"{done.p50_ms:.1f}",
            f"{done.p99_ms:.1f}",
            f"{done.per_second:,.0f}",
        ]
        rows.append([side.name, span, *figures])
    return rows
