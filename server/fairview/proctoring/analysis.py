"""A recording becomes readings, statements, entries of a log, and by the rules an outcome. It is never in
memory as a whole: each step takes from the one before what it needs next."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from uuid import UUID

from fairview.evidence.contracts import Author, Entry
from fairview.evidence.public import RecordedLog
from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import NeutralSet, Observation, Outcome, WatchChanged
from fairview.proctoring.hearing.recorded import CHUNKS_A_SECOND, Hearing
from fairview.proctoring.hearing.recorded import DETECTOR as VOICE_DETECTOR
from fairview.proctoring.public import evaluate
from fairview.proctoring.vision.contracts import Neutral, Observed, Reading, Statement
from fairview.proctoring.vision.geometry import whole
from fairview.proctoring.vision.models import LoadedModels
from fairview.proctoring.vision.neutral import StillWatch
from fairview.proctoring.vision.objects.recorded import PICTURES_A_SECOND, Looking
from fairview.proctoring.vision.pictures import in_camera_pixels, taken
from fairview.proctoring.vision.reader import FaceReader
from fairview.proctoring.vision.statements import StatementMaker
from fairview.proctoring.vision.video import Recording
from fairview.rooms.contracts import SessionEnded, SessionStarted

DETECTOR = "fairview-face"
STEADY_MS = 3_000
HOLD_MS = 60_000
"""Readings wait for a neutral so long: after that, gaze is unknown until there is one."""
CANDIDATE = Author(UUID(int=1), "candidate")
SERVER = Author(UUID(int=2), "server")
BY = "analyze"

Progress = Callable[[float], None]


@dataclass
class Seen:
    """`value` for a stretch of the recording."""

    observed: Observed
    value: str
    started_ms: int
    ended_ms: int


class FirstSteady:
    """The first steady seconds of a recording."""

    def __init__(self) -> None:
        self._watch = StillWatch(STEADY_MS)

    def take(self, reading: Reading) -> Neutral | None:
        hindered = self._watch.take(reading)
        if not hindered and not self._watch.is_complete:
            return None
        found = None if hindered else self._watch.neutral()
        self._watch = StillWatch(STEADY_MS)
        return found if isinstance(found, Neutral) else None

    def is_awaited(self, first: Reading, newest: Reading) -> bool:
        return newest.at_ms - first.at_ms < HOLD_MS


class Between:
    """The stretch that somebody chose, steady or not."""

    def __init__(self, start_ms: float, end_ms: float) -> None:
        self._start_ms, self._end_ms = start_ms, end_ms
        self._watch: StillWatch | None = StillWatch(end_ms - start_ms)

    def take(self, reading: Reading) -> Neutral | None:
        if self._watch is None or reading.at_ms < self._start_ms:
            return None
        if reading.at_ms <= self._end_ms:
            self._watch.take(reading)
            return None
        found = self._watch.neutral()
        self._watch = None
        return found if isinstance(found, Neutral) else None

    def is_awaited(self, first: Reading, newest: Reading) -> bool:
        return newest.at_ms <= self._end_ms


@dataclass
class Analysis:
    """What one recording gave. `seen` grows while `outcome_of` runs."""

    models: LoadedModels
    choice: FirstSteady | Between
    log: RecordedLog
    hearing: Hearing
    looking: Looking
    neutral: Neutral | None = None
    readings: int = 0
    with_face: int = 0
    seen: list[Seen] = field(default_factory=list)
    _newest: dict[tuple[Observed, str], Seen] = field(default_factory=dict)

    def outcome_of(self, recording: Recording, rate: float, policy: Policy, progress: Progress) -> Outcome:
        """Raises `RecordingUnreadable` when nothing at all can be decoded."""
        return evaluate(self._entries(recording, rate, policy, progress), policy)

    def _entries(
        self, recording: Recording, rate: float, policy: Policy, progress: Progress
    ) -> Iterator[Entry]:
        yield self.log.append(SERVER, SessionStarted(by=BY, policy=policy.reference), 0)
        started = WatchChanged(state="watching", reason="started", rate_mhz=whole(rate * 1000))
        yield self.log.append(CANDIDATE, started, 0)
        if self.hearing.why_not is None:
            listening = WatchChanged(
                part="sound", state="watching", reason="started", rate_mhz=whole(CHUNKS_A_SECOND * 1000)
            )
            yield self.log.append(CANDIDATE, listening, 0)
        if self.looking.why_not is None:
            looking = WatchChanged(
                part="objects", state="watching", reason="started", rate_mhz=PICTURES_A_SECOND * 1000
            )
            yield self.log.append(CANDIDATE, looking, 0)
        for statement in self._statements(self.hearing.beside(self._read(recording, rate, progress))):
            yield from self._stated_beside()
            yield from self._stated([statement], DETECTOR, self.models.version)
        yield from self._stated_beside()
        ended_us = whole(recording.ended_ms) * 1000
        if self.neutral:
            yield self.log.append(CANDIDATE, self._neutral_set(self.neutral), ended_us)
        yield self.log.append(SERVER, SessionEnded(by=BY), ended_us)

    def _stated_beside(self) -> Iterator[Entry]:
        yield from self._stated(self.hearing.take(), VOICE_DETECTOR, self.hearing.version)
        yield from self._stated(self.looking.take(), self.looking.name, self.looking.version)

    def _stated(self, statements: Iterable[Statement], detector: str, version: str) -> Iterator[Entry]:
        for statement in statements:
            self._note(statement)
            observation = Observation(
                observed=statement.observed,
                value=statement.value,
                confidence_pm=whole(statement.confidence * 1000),
                duration_ms=statement.duration_ms,
                detector=detector,
                model_version=version,
            )
            yield self.log.append(CANDIDATE, observation, statement.at_ms * 1000)

    def _read(self, recording: Recording, rate: float, progress: Progress) -> Iterator[Reading]:
        reader = FaceReader(self.models.models)
        for frame in recording.frames(rate):
            picture, scale = taken(frame.pixels)
            reading = in_camera_pixels(reader.read(picture, frame.at_ms), scale)
            self.readings += 1
            self.with_face += reading.face is not None
            self.looking.look(frame, reading)
            progress(frame.at_ms)
            yield reading
        self.looking.end()

    def _statements(self, readings: Iterable[Reading]) -> Iterator[Statement]:
        maker = StatementMaker()
        held: list[Reading] = []
        is_held = True
        for reading in readings:
            if self.neutral is None and (found := self.choice.take(reading)):
                self.neutral = found
                maker.set_neutral(found)
            held.append(reading)
            is_held = is_held and self.neutral is None and self.choice.is_awaited(held[0], reading)
            if not is_held:
                yield from chain.from_iterable(map(maker.observe, held))
                held = []
        yield from chain.from_iterable(map(maker.observe, held))
        yield from maker.flush()

    def _note(self, statement: Statement) -> None:
        if statement.observed == "head":
            return
        started_ms = statement.at_ms - statement.duration_ms
        last = self._newest.get((statement.observed, statement.value))
        if last and last.ended_ms == started_ms:
            last.ended_ms = statement.at_ms
        else:
            seen = Seen(statement.observed, statement.value, started_ms, statement.at_ms)
            self._newest[seen.observed, seen.value] = seen
            self.seen.append(seen)

    def _neutral_set(self, neutral: Neutral) -> NeutralSet:
        return NeutralSet(
            yaw_mdeg=whole(neutral.yaw * 1000),
            pitch_mdeg=whole(neutral.pitch * 1000),
            iris_x_pm=whole(neutral.iris_x * 1000),
            iris_y_pm=whole(neutral.iris_y * 1000),
            spread_pm=whole(neutral.spread * 1000),
            readings=neutral.readings,
            detector=DETECTOR,
            model_version=self.models.version,
        )
