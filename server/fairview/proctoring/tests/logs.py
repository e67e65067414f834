"""Small logs for the tests of the rules: seconds in, entries out."""

from itertools import count
from uuid import UUID

import msgspec

from fairview.evidence.contracts import Entry, Payload
from fairview.proctoring.contracts import IncidentReviewed, Observation, Review, WatchChanged
from fairview.rooms.contracts import SessionEnded, SessionStarted

SESSION = UUID(int=1)
CANDIDATE = UUID(int=2)
SERVER = UUID(int=3)
START_US = 1_800_000_000_000_000


def us(second: float) -> int:
    return START_US + round(second * 1_000) * 1_000


def entry(second: float, payload: Payload, role: str = "server", number: int = 1, stream: int = 0) -> Entry:
    kind = payload.__struct_config__.tag
    assert isinstance(kind, str)
    author = CANDIDATE if role == "candidate" else SERVER
    return Entry(
        session_id=SESSION,
        stream_id=UUID(int=stream or author.int),
        number=number,
        position=number,
        author_id=author,
        role=role,
        kind=kind,
        epoch="e",
        at_us=us(second) - START_US,
        estimated_us=us(second),
        uncertainty_us=500,
        received_us=us(second),
        payload=msgspec.json.encode(payload),
        salt=bytes(16),
        payload_hash=bytes(32),
        previous=bytes(32),
        hash=bytes(32),
    )


def observation(
    second: float, observed: str, value: str, seconds: float = 1, confidence_pm: int = 900
) -> Observation:
    return msgspec.convert(
        {
            "kind": "proctoring.observation",
            "observed": observed,
            "value": value,
            "confidence_pm": confidence_pm,
            "duration_ms": round(seconds * 1_000),
            "detector": "test",
            "model_version": "1",
        },
        Observation,
    )


class Log:
    """A log under construction. `saw` states a value over a stretch, one statement a second."""

    def __init__(self, started: float | None = 0, policy: str = "standard@1") -> None:
        self.entries: list[Entry] = []
        self._numbers = count(1)
        if started is not None:
            self.add(started, SessionStarted(by="ines", policy=policy))

    def add(self, second: float, payload: Payload, role: str = "server") -> "Log":
        self.entries.append(entry(second, payload, role, next(self._numbers)))
        return self

    def saw(
        self,
        observed: str,
        value: str,
        start: float,
        end: float,
        *,
        confidence_pm: int = 900,
        role: str = "candidate",
    ) -> "Log":
        at = start
        while at < end:
            step = min(1, end - at)
            at += step
            self.add(at, observation(at, observed, value, step, confidence_pm), role)
        return self

    def watched(self, start: float, end: float) -> "Log":
        return self.saw("presence", "present", start, end)

    def watch(
        self, second: float, state: str, reason: str, part: str = "faces", rate_mhz: int = 15_000
    ) -> "Log":
        kind = "proctoring.watch_changed"
        change = {"kind": kind, "state": state, "reason": reason, "rate_mhz": rate_mhz, "part": part}
        return self.add(second, msgspec.convert(change, WatchChanged), "candidate")

    def reviewed(self, second: float, incident: str, review: Review, role: str = "server") -> "Log":
        return self.add(second, IncidentReviewed(incident=incident, review=review, note="n"), role)

    def ended(self, second: float) -> "Log":
        return self.add(second, SessionEnded(by="ines"))
