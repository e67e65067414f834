"""The shape of a policy. Times in milliseconds, shares in permille."""

from typing import Literal

import msgspec

RuleName = Literal["look_away", "absence", "several_faces", "phone", "book", "device", "eyes_closed"]
Counts = Literal["unless_dismissed", "when_confirmed"]


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An incident is raised when a condition has held for longer than `threshold_ms`."""

    threshold_ms: int
    weight: int
    """Points that one incident takes off 100."""
    cap: int
    """The most points that all incidents of this rule take off."""
    counts: Counts
    merge_ms: int = 1000
    """Two stretches with a pause of at most this between them are one episode."""
    enabled: bool = True


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    version: int
    title: str
    rules: dict[RuleName, Rule]
    min_confidence_pm: int
    """Observations below this confidence are not used."""
    min_coverage_pm: int
    """With less of the session observed than this, there is no number: insufficient evidence."""
    look_away_yaw_mdeg: int
    """A head turned further than this from the person's own neutral pose looks away."""
    look_away_pitch_mdeg: int

    @property
    def reference(self) -> str:
        return f"{self.name}@{self.version}"
