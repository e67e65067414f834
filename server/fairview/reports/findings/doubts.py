"""How far off the time of a moment may be: as far as the least certain statement that it rests on. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from fairview.evidence.contracts import Entry
from fairview.proctoring.contracts import Incident, Observation

OBSERVED = "proctoring.observation"
TOLD = {"proctoring.sighting_noted", "proctoring.detection_reported"}
"""Dated by the server's own clock."""
LONGEST_US = 60_000_000
"""No observation states more than a minute."""

_observations = msgspec.json.Decoder(Observation)


def uncertainties(incidents: Sequence[Incident], entries: Iterable[Entry]) -> dict[str, int]:
    """Microseconds, by incident."""
    known = [entry for entry in entries if entry.payload]
    told = {entry.estimated_us for entry in known if entry.kind in TOLD}
    observed = sorted(
        (entry for entry in known if entry.kind == OBSERVED), key=lambda entry: entry.estimated_us
    )
    return {
        one.id: 0 if one.seen_until_us in told else _worst(observed, one.started_us, one.seen_until_us)
        for one in incidents
    }


def _worst(observed: Sequence[Entry], started_us: int, ended_us: int) -> int:
    """Of the statements on any part of that stretch."""
    first = bisect_left(observed, started_us, key=_end)
    after = bisect_right(observed, ended_us + LONGEST_US, key=_end)
    near = observed[first:after]
    return max((entry.uncertainty_us for entry in near if _start(entry) <= ended_us), default=0)


def _end(entry: Entry) -> int:
    return entry.estimated_us


def _start(entry: Entry) -> int:
    return entry.estimated_us - _observations.decode(entry.payload).duration_ms * 1_000
