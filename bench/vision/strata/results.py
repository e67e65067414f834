"""What a run found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.vision.strata.agreement import Agreement
from bench.vision.strata.clips import Clip
from bench.vision.strata.said import Said
from bench.vision.strata.score import Scored


@dataclass(frozen=True)
class Side:
    """One twin on all clips."""

    name: str
    scored: Sequence[Scored]
    said: Mapping[str, Said]
    seconds: float


@dataclass(frozen=True)
class Results:
    clips: Sequence[Clip]
    sides: Sequence[Side]
    agreement: Agreement
    things: Sequence[tuple[Clip, Said]]
    asked: int
    """Clips that there would be."""
