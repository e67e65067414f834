"""Eyes open or shut, against the person's own open eyes, and how often they blink."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from fairview.proctoring.vision.contracts import FaceReading, Neutral, Observed, Reading, Statement
from fairview.proctoring.vision.geometry import mean, whole
from fairview.proctoring.vision.spans import GAP_MS, Sample, most_frequent

# Eyes less open than this share of the person's own open eyes are shut: at half they still look.
SHUT_SHARE = 0.6
# Shut for less than this is a blink.
BLINK_MS = 400
# Seen from this far aside or above (degrees from the person's own centre), lids hide open eyes as well.
SEEN_ASIDE_DEG = 30
SEEN_DOWN_DEG = 15
# Blinks are told of this much time with eyes in sight, out of a stretch of at most so much.
BLINKS_EVERY_MS = 30_000
BLINKS_WITHIN_MS = 60_000
# How long a usual blink lasts: readings further apart than this miss some.
USUAL_BLINK_MS = 150

Eyelids = Literal["open", "closed", "unknown"]
"""`unknown` where the picture does not tell."""


def eyelids_of(face: FaceReading | None, neutral: Neutral | None) -> Eyelids:
    if face is None or neutral is None or not neutral.eyes_open:
        return "unknown"
    if abs(face.yaw - neutral.yaw) > SEEN_ASIDE_DEG or neutral.pitch - face.pitch > SEEN_DOWN_DEG:
        return "unknown"
    return "closed" if face.eyes_open < neutral.eyes_open * SHUT_SHARE else "open"


class Eyes:
    observed: Observed = "eyes"

    def same(self, settled: Eyelids, value: Eyelids) -> bool:
        return settled == value

    def changed(self, pending: Sequence[Sample[Eyelids]], held_ms: float, settled: Eyelids) -> bool:
        return len(pending) >= 2 and (settled == "closed" or held_ms >= BLINK_MS)

    def gather(self, values: Sequence[Eyelids]) -> Eyelids:
        return most_frequent(values)

    def word(self, value: Eyelids) -> str:
        return value


class Look(NamedTuple):
    """One reading of eyes in sight. `step_ms` since the one before; 0 where they were out of sight in
    between."""

    at_ms: float
    step_ms: float
    shut: bool
    score: float


class BlinkCount:
    """How often the eyes shut and how long they are shut: told from time to time, of eyes in sight."""

    def __init__(self) -> None:
        self._looks: list[Look] = []
        self._seen_ms = 0.0
        self._in_sight = False

    def observe(self, eyelids: Eyelids, reading: Reading) -> list[Statement]:
        if eyelids == "unknown" or reading.face is None:
            self._in_sight = False
            return []
        at_ms = reading.at_ms
        if self._looks and at_ms - self._looks[0].at_ms > BLINKS_WITHIN_MS:
            self.reset()
        look = Look(at_ms, self._step_to(at_ms), eyelids == "closed", reading.face.score)
        self._looks.append(look)
        self._seen_ms += look.step_ms
        self._in_sight = True
        if self._seen_ms < BLINKS_EVERY_MS:
            return []
        statement = blinks_of(self._looks, self._seen_ms)
        self._looks = [look._replace(step_ms=0)]
        self._seen_ms = 0
        return [statement]

    def reset(self) -> None:
        """The camera rests: what follows is a stretch of its own."""
        self._looks = []
        self._seen_ms = 0

    def _step_to(self, at_ms: float) -> float:
        step_ms = at_ms - (self._looks[-1].at_ms if self._looks else at_ms)
        return step_ms if self._in_sight and step_ms <= GAP_MS else 0


def blinks_of(looks: Sequence[Look], seen_ms: float) -> Statement:
    steps = [(before, look) for before, look in pairwise(looks) if look.step_ms]
    shut_ms = sum(look.step_ms * (before.shut + look.shut) / 2 for before, look in steps)
    closures = sum(look.shut and not before.shut for before, look in steps)
    start_ms, at_ms = whole(looks[0].at_ms), whole(looks[-1].at_ms)
    return Statement(
        observed="blinks",
        value=f"{whole(closures * 60_000 / seen_ms)},{whole(shut_ms * 1000 / seen_ms)}",
        confidence=mean([look.score for look in looks]) * min(USUAL_BLINK_MS * len(steps) / seen_ms, 1),
        at_ms=at_ms,
        duration_ms=at_ms - start_ms,
    )
