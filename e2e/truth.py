"""When what happened before the camera: the clip's labels, on the wall clock by the frames that were seen."""

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

MORE_THAN_HALF = 0.5
CLEARLY_AWAY_DEGREES = 10
LONGER_THAN_MS = {"look_away": 5000, "absence": 10_000, "several_faces": 1000}


@dataclass(frozen=True)
class Span:
    """What held, by the name of the rule that it is for ("" for nothing). Milliseconds since the epoch."""

    rule: str
    start_ms: float
    end_ms: float

    def is_incident_within(self, start_ms: float, end_ms: float) -> bool:
        is_long = self.end_ms - self.start_ms > LONGER_THAN_MS.get(self.rule, float("inf"))
        return is_long and start_ms <= self.start_ms and self.end_ms <= end_ms


@dataclass(frozen=True)
class Scene:
    name: str
    first_frame: int
    end_frame: int


def scenes(labels: Path) -> list[Scene]:
    return [Scene(one["name"], one["first_frame"], one["end_frame"]) for one in read(labels)["scenes"]]


def spans(labels: Path, seen: list[list[float]]) -> list[Span]:
    """Every stretch of what the camera showed, from its first seen frame to the next stretch's."""
    frames = read(labels)["frames"]
    shown = [(at, holds(frames[int(frame)])) for at, frame in seen]
    changes = [shown[0], *(now for before, now in pairwise(shown) if before[1] != now[1])]
    ends = [at for at, _ in changes[1:]] + [shown[-1][0]]
    return [Span(rule, at, end) for (at, rule), end in zip(changes, ends, strict=True)]


def holds(frame: dict[str, float]) -> str:
    if frame["away"] > MORE_THAN_HALF:
        return "absence"
    if frame["company"] > MORE_THAN_HALF:
        return "several_faces"
    return "look_away" if abs(frame["gaze_yaw"]) >= CLEARLY_AWAY_DEGREES else ""


def read(labels: Path) -> dict[str, Any]:
    return dict(json.loads(labels.read_text(encoding="utf-8")))
