"""The shape of a policy. Times in milliseconds, shares in permille."""

from typing import Literal

import msgspec

RuleName = Literal[
    "look_away",
    "absence",
    "several_faces",
    "phone",
    "book",
    "device",
    "eyes_closed",
    "second_voice",
    "monitoring_gap",
]
Watched = Literal["objects", "sound", "gaze_point"]
"""What may be observed beside faces. The person can switch each of it off."""
Counts = Literal["unless_dismissed", "when_confirmed"]
WITHOUT = " without "


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
    watches: list[Watched] = []
    max_gaze_radius_mdeg: int = 6_000
    """A point on the screen that is less certain than this is not said."""
    shares_overlay: bool = False
    """What the device sees may be drawn over the candidate's picture for interviewers, while it happens."""
    takes_stills: bool = False
    """A device may keep the picture in which it saw a thing. It shows it to the candidate; nothing is
    sent."""
    offers_liveness: bool = False
    """The candidate may show, if they like, that a person and no recording sits at the camera."""

    without: list[RuleName] | msgspec.UnsetType = msgspec.UNSET
    """Rules that are switched off for one person, in the order of `RuleName`; left out where none is."""

    @property
    def reference(self) -> str:
        """`standard@3`, or `standard@3 without look_away, eyes_closed`."""
        return f"{self.installed}{WITHOUT}{', '.join(self.without)}" if self.without else self.installed

    @property
    def installed(self) -> str:
        """What it is for people for whom nothing is switched off."""
        return f"{self.name}@{self.version}"
