"""Readings in, statements out: of faces, looks, heads and eyelids. Pure but for what it remembers."""

from collections.abc import Sequence
from itertools import chain
from statistics import median
from typing import NamedTuple

from fairview.proctoring.vision.contracts import Neutral, Observed, Reading, Statement
from fairview.proctoring.vision.eyelids import BLINK_MS, BlinkCount, Eyes, eyelids_of
from fairview.proctoring.vision.gaze import Gaze, GazeTeller, Told
from fairview.proctoring.vision.gaze_point import GazePoint
from fairview.proctoring.vision.geometry import whole
from fairview.proctoring.vision.looking import BESIDE, GazePoints, PointTeller
from fairview.proctoring.vision.spans import Sample, Spans, most_frequent

# A glance shorter than this, or a detector's stumble, is not said.
GLANCE_MS = 250
# A head that moves less than this keeps its place.
HEAD_STEP_DEG = 4


class Turn(NamedTuple):
    yaw: float
    pitch: float


class Count(NamedTuple):
    faces: int
    counted: bool


class Presence:
    observed: Observed = "presence"

    def same(self, settled: str, value: str) -> bool:
        return settled == value

    def changed(self, pending: Sequence[Sample[str]], held_ms: float, settled: str) -> bool:
        return len(pending) >= 2

    def gather(self, values: Sequence[str]) -> str:
        return most_frequent(values)

    def word(self, value: str) -> str:
        return value


class Faces:
    observed: Observed = "faces"

    def same(self, settled: Count, value: Count) -> bool:
        return settled.faces == value.faces

    def changed(self, pending: Sequence[Sample[Count]], held_ms: float, settled: Count) -> bool:
        """Only a count can see other people come or go; one that stands alone may be a mistake."""
        several = settled.faces > 1 or any(sample.value.faces > 1 for sample in pending)
        return sum(sample.value.counted or not several for sample in pending) >= 2

    def gather(self, values: Sequence[Count]) -> Count:
        return Count(most_frequent([value.faces for value in values]), counted=True)

    def word(self, value: Count) -> str:
        return str(value.faces)


class Gazes:
    observed: Observed = "gaze"

    def same(self, settled: Gaze, value: Gaze) -> bool:
        return settled == value

    def changed(self, pending: Sequence[Sample[Gaze]], held_ms: float, settled: Gaze) -> bool:
        eyes_closed = most_frequent([sample.value for sample in pending]) == "closed"
        return len(pending) >= 2 and held_ms >= (BLINK_MS if eyes_closed else GLANCE_MS)

    def gather(self, values: Sequence[Gaze]) -> Gaze:
        return most_frequent(values)

    def word(self, value: Gaze) -> str:
        return "unknown" if value == "closed" else value


class Heads:
    observed: Observed = "head"

    def same(self, settled: Turn, value: Turn) -> bool:
        return max(abs(settled.yaw - value.yaw), abs(settled.pitch - value.pitch)) <= HEAD_STEP_DEG

    def changed(self, pending: Sequence[Sample[Turn]], held_ms: float, settled: Turn) -> bool:
        return len(pending) >= 2

    def gather(self, values: Sequence[Turn]) -> Turn:
        return Turn(median(turn.yaw for turn in values), median(turn.pitch for turn in values))

    def word(self, value: Turn) -> str:
        return f"{whole(value.yaw * 1000)},{whole(value.pitch * 1000)}"


class StatementMaker:
    def __init__(self) -> None:
        self._presence = Spans(Presence())
        self._faces = Spans(Faces())
        self._gaze = Spans(Gazes())
        self._head = Spans(Heads())
        self._eyes = Spans(Eyes())
        self._blinks = BlinkCount()
        self._points = Spans(GazePoints())
        self._neutral: Neutral | None = None
        self._gaze_teller: GazeTeller | None = None
        self._point_teller: PointTeller | None = None

    def set_neutral(self, neutral: Neutral | None) -> None:
        """Without one, gaze is `unknown` and nothing is said of the head."""
        self._neutral = neutral
        self._gaze_teller = GazeTeller(neutral) if neutral else None

    def set_points(self, teller: PointTeller | None) -> None:
        """With one, points are stated, and where somebody looks follows from them."""
        self._point_teller = teller

    def observe(self, reading: Reading) -> list[Statement]:
        at_ms, sure = reading.at_ms, _presence_confidence(reading)
        gaze = self._tell_gaze(reading)
        point: GazePoint | None = None
        if self._point_teller and gaze.gaze != "closed" and (point := self._point_teller.tell(reading)):
            gaze = self._point_teller.direction(point)
        of_faces = sure if reading.others_score is None else reading.others_score
        return [
            *self._presence.observe(Sample(at_ms, "present" if reading.face else "absent", sure)),
            *self._faces.observe(Sample(at_ms, Count(reading.faces, reading.counted), of_faces)),
            *self._gaze.observe(Sample(at_ms, gaze.gaze, gaze.confidence)),
            *self._observe_head(reading),
            *self._observe_eyes(reading),
            *self._observe_point(point, reading),
        ]

    def flush(self) -> list[Statement]:
        """The camera rests: says what is unsaid, and the next reading begins anew."""
        self._blinks.reset()
        kinds = (self._presence, self._faces, self._gaze, self._head, self._eyes, self._points)
        return list(chain.from_iterable(spans.flush() for spans in kinds))

    def _tell_gaze(self, reading: Reading) -> Told:
        if reading.face and self._gaze_teller:
            return self._gaze_teller.tell(reading.face, reading.at_ms)
        return Told("unknown", 1 if reading.face else _presence_confidence(reading))

    def _observe_head(self, reading: Reading) -> list[Statement]:
        face, neutral = reading.face, self._neutral
        if face is None or neutral is None:
            return self._head.flush()
        turn = Turn(face.yaw - neutral.yaw, face.pitch - neutral.pitch)
        return self._head.observe(Sample(reading.at_ms, turn, face.score))

    def _observe_point(self, point: GazePoint | None, reading: Reading) -> list[Statement]:
        if point is None or point.off >= BESIDE or reading.face is None:
            return self._points.flush()
        return self._points.observe(Sample(reading.at_ms, point, reading.face.score))

    def _observe_eyes(self, reading: Reading) -> list[Statement]:
        eyelids = eyelids_of(reading.face, self._neutral)
        blinks = self._blinks.observe(eyelids, reading)
        if reading.face is None or eyelids == "unknown":
            return self._eyes.flush()
        return [*self._eyes.observe(Sample(reading.at_ms, eyelids, reading.face.score)), *blinks]


def _presence_confidence(reading: Reading) -> float:
    return reading.face.score if reading.face else 1 - (reading.missed or 0)
