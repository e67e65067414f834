"""A thing that counts, in one frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairview.proctoring.detectors.description import Thing
from fairview.proctoring.vision.geometry import Box, overlap

SAME_PLACE = 0.3


@dataclass(frozen=True, slots=True)
class Sighting:
    label: str
    counts_as: Thing
    score: float
    box: Box
    """In pixels of the picture."""


def is_same(one: Sighting, other: Sighting) -> bool:
    return one.counts_as == other.counts_as and overlap(one.box, other.box) >= SAME_PLACE


def without_doubles(sightings: Sequence[Sighting], most: float) -> list[Sighting]:
    """Of boxes of one label that share more than `most`, the first."""
    kept: list[Sighting] = []
    for one in sightings:
        if all(one.label != other.label or overlap(one.box, other.box) <= most for other in kept):
            kept.append(one)
    return kept
