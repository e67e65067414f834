"""What several frames agree on."""

from collections.abc import Iterable, Sequence

from fairview.proctoring.vision.objects.sightings import Sighting, is_same

VOTES = 3
FRAMES = 6

Frame = Sequence[Sighting]


def agreed(frames: Sequence[Frame]) -> list[Sighting]:
    """What at least three of the last six frames show in about the same place, each once, at its surest.
    Misses persist from frame to frame, so more frames would find little more."""
    newest = frames[-FRAMES:]
    ranked = sorted((one for frame in newest for one in frame), key=lambda one: -one.score)
    found: list[Sighting] = []
    for one in ranked:
        if votes_for(one, newest) >= VOTES and not any(is_same(one, other) for other in found):
            found.append(one)
    return found


def votes_for(one: Sighting, frames: Iterable[Frame]) -> int:
    return sum(any(is_same(one, other) for other in frame) for frame in frames)
