"""How much of what is true was said, and how much of what was said is true: counts for each clip, so that
clips can be drawn again for the intervals."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bench.vision.strata.clips import Clip
from bench.vision.strata.said import Said
from bench.vision.strata.truths import Moment, changes, moments

AWAY = ("left", "right", "up", "down")
AXES = {"sideways": ("left", "right"), "up or down": ("up", "down")}
DRAWS, SEED = 1000, 6
INTERVAL = (2.5, 97.5)

Counts = dict[str, tuple[float, float]]
"""Measure → right ones and all of them, in frames."""


@dataclass
class Scored:
    """One clip as one twin saw it."""

    clip: Clip
    has_neutral: bool
    counts: Counts
    delays_ms: dict[str, list[float]]
    """By kind of statement, of the changes that were said before the next."""
    changes: dict[str, int]


@dataclass
class Tally:
    right: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    all: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def note(self, measure: str, is_right: bool) -> None:
        self.right[measure] += is_right
        self.all[measure] += 1

    def counts(self) -> Counts:
        return {measure: (self.right[measure], every) for measure, every in self.all.items()}


def scored(clip: Clip, said: Said) -> Scored:
    tally = Tally()
    for moment in moments(clip):
        note_people(tally, moment, said)
        note_gaze(tally, moment, said)
        note_eyes(tally, moment, said)
    delays, happened = delays_of(clip, said)
    return Scored(clip, said.has_neutral, tally.counts(), delays, happened)


def note_people(tally: Tally, moment: Moment, said: Said) -> None:
    presence = said.value_at("presence", moment.at_ms)
    if moment.presence and presence:
        note_class(tally, "present", moment.presence, presence)
        note_class(tally, "absent", moment.presence, presence)
    faces = said.value_at("faces", moment.at_ms)
    if moment.faces and faces:
        tally.note("faces: exact", faces == moment.faces)
        several, heard = ("several" if int(count) > 1 else "fewer" for count in (moment.faces, faces))
        note_class(tally, "several", several, heard)


def note_gaze(tally: Tally, moment: Moment, said: Said) -> None:
    gaze = said.value_at("gaze", moment.at_ms)
    if gaze is None:
        return
    if moment.gaze:
        for direction in ("centre", *AWAY):
            note_class(tally, direction, moment.gaze, gaze)
        note_class(tally, "away", *("away" if one in AWAY else one for one in (moment.gaze, gaze)))
        for axis, directions in AXES.items():
            if moment.gaze in directions:
                tally.note(f"{axis}: recall", gaze == moment.gaze)
    if moment.is_off_screen is not None and moment.gaze:
        off, heard = ("off" if is_off else "on" for is_off in (moment.is_off_screen, gaze in AWAY))
        note_class(tally, "off", off, heard)


def note_eyes(tally: Tally, moment: Moment, said: Said) -> None:
    eyes = said.value_at("eyes", moment.at_ms)
    if moment.eyes and eyes:
        note_class(tally, "closed", moment.eyes, eyes)


def note_class(tally: Tally, name: str, true: str, heard: str) -> None:
    if true == name:
        tally.note(f"{name}: recall", heard == name)
    if heard == name:
        tally.note(f"{name}: precision", true == name)


def delays_of(clip: Clip, said: Said) -> tuple[dict[str, list[float]], dict[str, int]]:
    delays: dict[str, list[float]] = defaultdict(list)
    happened: dict[str, int] = defaultdict(int)
    for change in changes(clip):
        happened[change.observed] += 1
        made = [
            one.made_ms - change.at_ms
            for one in said.statements
            if (one.observed, one.value) == (change.observed, change.value)
            and one.at_ms > change.at_ms
            and one.made_ms < change.until_ms
        ]
        if made:
            delays[change.observed].append(min(made))
    return delays, happened


@dataclass(frozen=True)
class Share:
    value: float
    low: float
    high: float
    of: int
    """Frames, or whatever was counted."""


def share(every: Sequence[Scored], measure: str) -> Share | None:
    """With the interval that 95 of 100 draws of clips fall into. None where nothing was to be counted."""
    return drawn_share([one.counts.get(measure, (0, 0)) for one in every])


def drawn_share(pairs: Iterable[tuple[float, float]]) -> Share | None:
    counts: NDArray[np.float64] = np.array([pair for pair in pairs if pair[1]], np.float64)
    if not len(counts):
        return None
    right, every = counts.sum(axis=0)
    chosen = np.random.default_rng(SEED).integers(0, len(counts), (DRAWS, len(counts)))
    sums = counts[chosen].sum(axis=1)
    low, high = np.percentile(sums[:, 0] / sums[:, 1], INTERVAL)
    return Share(float(right / every), float(low), float(high), int(every))
