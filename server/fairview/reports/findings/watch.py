"""How the candidate's device observed: which part, from when to when, how fast and how well. Pure.

It says something of a device and nothing of a person: no number depends on it.
"""

from collections.abc import Iterable, Sequence
from typing import get_args

import msgspec

from fairview.evidence.contracts import Entry
from fairview.proctoring.contracts import (
    CameraUsed,
    GazeCalibrated,
    LivenessChecked,
    Observation,
    ObservationKind,
    WatchChanged,
    WatchPart,
)
from fairview.reports.findings.sections import (
    ReportCalibration,
    ReportEyelids,
    ReportLiveness,
    ReportNoise,
    ReportPart,
    ReportWatch,
    ReportWatching,
)
from fairview.reports.findings.timescale import Timescale

Said = WatchChanged | CameraUsed | GazeCalibrated | LivenessChecked | Observation
Dated = tuple[Entry, Said]

KINDS = {str(shape.__struct_config__.tag) for shape in get_args(Said)}
_said: msgspec.json.Decoder[Said] = msgspec.json.Decoder(Said)


def watch(entries: Iterable[Entry], scale: Timescale) -> ReportWatch | None:
    """None where the device said nothing of it."""
    theirs = [one for one in entries if one.kind in KINDS and one.payload and one.role == "candidate"]
    said = [(one, _said.decode(one.payload)) for one in sorted(theirs, key=lambda one: one.order)]
    told = ReportWatch(
        parts=_parts(said, scale),
        calibration=_calibration(said),
        virtual_cameras=_virtual_cameras(said),
        liveness=_liveness(said),
        eyelids=_eyelids(_observed("blinks", said, scale)),
        noise=_noise(_observed("noise", said, scale)),
    )
    return told if any(getattr(told, name) for name in told.__struct_fields__) else None


def _liveness(said: Sequence[Dated]) -> list[ReportLiveness]:
    """The newest: a page that is opened again says it again."""
    made = [one for _, one in said if isinstance(one, LivenessChecked)]
    return [ReportLiveness(outcome=one.outcome, answers=one.answers) for one in made[-1:]]


def _parts(said: Sequence[Dated], scale: Timescale) -> list[ReportPart]:
    found = [(part, _stretches(part, said, scale)) for part in get_args(WatchPart)]
    return [ReportPart(part=part, stretches=stretches) for part, stretches in found if stretches]


def _stretches(part: WatchPart, said: Sequence[Dated], scale: Timescale) -> list[ReportWatching]:
    """Each lasts until the part's next word, the last one until the end. That nothing was agreed to is told
    elsewhere."""
    words = [
        (scale.ms(entry.estimated_us), one)
        for entry, one in said
        if isinstance(one, WatchChanged) and one.part == part and one.reason != "no_consent"
    ]
    ends = [*(at_ms for at_ms, _ in words), scale.duration_ms][1:]
    stretches: list[ReportWatching] = []
    for (at_ms, word), until_ms in zip(words, ends, strict=True):
        stretch = _stretch(word, max(0, at_ms), min(until_ms, scale.duration_ms))
        if stretch.started_ms >= stretch.ended_ms:
            continue
        if stretches and _says_the_same(stretches[-1], stretch):
            stretch = msgspec.structs.replace(stretch, started_ms=stretches.pop().started_ms)
        stretches.append(stretch)
    return stretches


def _stretch(word: WatchChanged, started_ms: int, ended_ms: int) -> ReportWatching:
    is_watching = word.state == "watching"
    return ReportWatching(
        started_ms=started_ms,
        ended_ms=ended_ms,
        state=word.state,
        reason="" if is_watching else word.reason,
        rate_mhz=word.rate_mhz if is_watching else 0,
    )


def _says_the_same(one: ReportWatching, other: ReportWatching) -> bool:
    return (one.state, one.reason, one.rate_mhz) == (other.state, other.reason, other.rate_mhz)


def _calibration(said: Iterable[Dated]) -> ReportCalibration | None:
    made = [one for _, one in said if isinstance(one, GazeCalibrated)]
    if not made:
        return None
    newest = made[-1]
    return ReportCalibration(
        method=newest.method,
        checked=newest.checked,
        error_px=newest.error_px,
        error_mdeg=newest.error_mdeg,
        radius_px=newest.radius_px,
        radius_mdeg=newest.radius_mdeg,
    )


def _virtual_cameras(said: Iterable[Dated]) -> list[str]:
    return list(dict.fromkeys(one.label for _, one in said if isinstance(one, CameraUsed) and one.is_virtual))


def _observed(kind: ObservationKind, said: Iterable[Dated], scale: Timescale) -> list[Observation]:
    """Within the session."""
    return [
        one
        for entry, one in said
        if isinstance(one, Observation)
        and one.observed == kind
        and 0 <= scale.ms(entry.estimated_us) <= scale.duration_ms
    ]


def _eyelids(observed: Iterable[Observation]) -> ReportEyelids | None:
    """Means over the time that each states."""
    read = [(_numbers(one.value), one.duration_ms) for one in observed if one.duration_ms]
    known = [(numbers, ms) for numbers, ms in read if len(numbers) == 2]
    if not known:
        return None
    whole_ms = sum(ms for _, ms in known)
    blinks, shut = (sum(numbers[at] * ms for numbers, ms in known) // whole_ms for at in (0, 1))
    return ReportEyelids(blinks_per_minute=blinks, shut_pm=shut)


def _noise(observed: Iterable[Observation]) -> ReportNoise | None:
    levels = [level for one in observed for level in _numbers(one.value)]
    return ReportNoise(least_db=min(levels), most_db=max(levels)) if levels else None


def _numbers(value: str) -> list[int]:
    """Whole numbers between commas; none where it is anything else."""
    try:
        return [int(part) for part in value.split(",")]
    except ValueError:
        return []
