"""Sightings in, statements out: each thing that is seen has its own, and where there is none that is said."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from fairview.proctoring.vision.contracts import Observed, Statement
from fairview.proctoring.vision.geometry import Box
from fairview.proctoring.vision.objects.hands import may_be_a_hand
from fairview.proctoring.vision.objects.sightings import Sighting
from fairview.proctoring.vision.objects.votes import FRAMES, agreed, votes_for
from fairview.proctoring.vision.spans import Sample, Spans, most_frequent

# Without a picture for longer than this, nothing was observed in between: one every two seconds is the least.
GAP_MS = 4000
VALUES: Final = ("phone", "hand_or_phone", "book", "device", "headphones", "none")


class Shown:
    """Whether one value holds. While it does not, there is nothing to say."""

    observed: Observed = "objects"

    def __init__(self, value: str) -> None:
        self._value = value

    def same(self, settled: bool, value: bool) -> bool:
        return settled == value

    def changed(self, pending: Sequence[Sample[bool]], held_ms: float, settled: bool) -> bool:
        """At once: several frames have agreed already."""
        return True

    def gather(self, values: Sequence[bool]) -> bool:
        return most_frequent(values)

    def word(self, value: bool) -> str:
        return self._value if value else ""


class ObjectStatements:
    """What several frames show holds at the middle one of them, so that is the time which is stated."""

    def __init__(self) -> None:
        self._frames: deque[Sequence[Sighting]] = deque(maxlen=FRAMES)
        self._times_ms: deque[float] = deque(maxlen=FRAMES)
        self._spans = {value: Spans(Shown(value), GAP_MS) for value in VALUES}

    @property
    def agreed(self) -> list[Sighting]:
        return agreed(list(self._frames))

    def observe(self, sightings: Sequence[Sighting], face: Box | None, at_ms: float) -> list[Statement]:
        """Confidence is the share of the last six frames that agree."""
        unsaid = self.flush() if self._times_ms and at_ms - self._times_ms[-1] > GAP_MS else []
        self._frames.append(sightings)
        self._times_ms.append(at_ms)
        middle_ms = self._times_ms[(len(self._times_ms) - 1) // 2]
        shown = self._shown(face)
        said = [
            spans.observe(Sample(middle_ms, value in shown, shown.get(value, 0)))
            for value, spans in self._spans.items()
        ]
        return [*unsaid, *worded(said)]

    def flush(self) -> list[Statement]:
        """The camera rests: says what is unsaid, and the next picture begins anew."""
        self._frames.clear()
        self._times_ms.clear()
        return worded([spans.flush() for spans in self._spans.values()])

    def _shown(self, face: Box | None) -> Mapping[str, float]:
        """Values that hold, each with its confidence."""
        found = sorted(self.agreed, key=self._share)
        if found:
            return {word_of(one, face): self._share(one) for one in found}
        unsure = [self._share(one) for frame in self._frames for one in frame]
        return {"none": 1 - max(unsure, default=0)}

    def _share(self, one: Sighting) -> float:
        return votes_for(one, self._frames) / FRAMES


def word_of(sighting: Sighting, face: Box | None) -> str:
    return "hand_or_phone" if may_be_a_hand(sighting, face) else sighting.counts_as


def worded(said: Iterable[Iterable[Statement]]) -> list[Statement]:
    return [statement for statement in chain.from_iterable(said) if statement.value]
