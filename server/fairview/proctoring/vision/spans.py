"""Samples of one kind as spans of time."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from fairview.proctoring.vision.contracts import Observed, Statement
from fairview.proctoring.vision.geometry import mean, whole

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)

# At least this often something is said of what goes on.
STATE_EVERY_MS = 500
# Without a sample for longer than this, nothing was observed in between.
GAP_MS = 1000


@dataclass(frozen=True, slots=True)
class Sample(Generic[T]):
    at_ms: float
    value: T
    confidence: float


class Kind(Protocol[T]):
    """What makes a kind of statement."""

    observed: Observed

    def same(self, settled: T, value: T) -> bool: ...

    def changed(self, pending: Sequence[Sample[T]], held_ms: float, settled: T) -> bool:
        """Whether samples that differ from `settled`, the first since `held_ms`, are a change or only noise
        so far."""

    def gather(self, values: Sequence[T]) -> T:
        """One value for several samples."""

    def word(self, value: T) -> str: ...


class Spans(Generic[T]):
    """Turns samples of one kind into spans that tile the observed time exactly, in whole milliseconds. A
    change is dated back to half way between the last sample before it and the first one after."""

    def __init__(self, kind: Kind[T], gap_ms: float = GAP_MS) -> None:
        self._kind = kind
        self._gap_ms = gap_ms
        self._settled: T | None = None
        self._held: list[Sample[T]] = []
        self._pending: list[Sample[T]] = []
        self._confidence = 0.0
        self._start_ms = 0
        self._change_ms = 0.0
        self._last_ms: float | None = None
        self._stated_ms = 0.0

    def observe(self, sample: Sample[T]) -> list[Statement]:
        last_ms = self._last_ms
        unsaid = self.flush() if last_ms is not None and sample.at_ms - last_ms > self._gap_ms else []
        if self._settled is None or self._last_ms is None:
            self._begin(sample)
            return unsaid
        step = sample.at_ms - self._last_ms
        statements = self._accept(sample, self._last_ms, self._settled)
        self._last_ms = sample.at_ms
        if statements:
            return statements
        if sample.at_ms + step - self._stated_ms > STATE_EVERY_MS:
            return self._state(self._settled_until(), sample.at_ms)
        return []

    def flush(self) -> list[Statement]:
        """Says what is unsaid and forgets: nothing is observed from here on."""
        unsaid = [] if self._last_ms is None else self._state(self._settled_until(), self._last_ms)
        self._settled = self._last_ms = None
        self._held, self._pending = [], []
        return unsaid

    def _begin(self, sample: Sample[T]) -> None:
        self._settled = sample.value
        self._held = [sample]
        self._start_ms = whole(sample.at_ms)
        self._last_ms = self._stated_ms = sample.at_ms

    def _accept(self, sample: Sample[T], last_ms: float, settled: T) -> list[Statement]:
        if self._kind.same(settled, sample.value):
            self._pending = []
            self._held.append(sample)
            self._settled = self._gathered()
            return []
        if not self._pending:
            self._change_ms = (last_ms + sample.at_ms) / 2
        self._pending.append(sample)
        if not self._kind.changed(self._pending, sample.at_ms - self._change_ms, settled):
            return []
        before = self._state(self._change_ms, sample.at_ms)
        self._held, self._pending = self._pending, []
        self._settled = self._gathered()
        return [*before, *self._state(sample.at_ms, sample.at_ms)]

    def _gathered(self) -> T:
        return self._kind.gather([sample.value for sample in self._held])

    def _settled_until(self) -> float:
        return self._change_ms if self._pending else self._last_ms or 0

    def _state(self, until_ms: float, now_ms: float) -> list[Statement]:
        at_ms = whole(until_ms)
        duration_ms = at_ms - self._start_ms
        if duration_ms <= 0 or self._settled is None:
            return []
        if self._held:
            self._confidence = mean([sample.confidence for sample in self._held])
        self._held = []
        self._start_ms = at_ms
        self._stated_ms = now_ms
        value = self._kind.word(self._settled)
        return [Statement(self._kind.observed, value, self._confidence, at_ms, duration_ms)]


def most_frequent(values: Sequence[H]) -> H:
    """Of equally frequent ones the latest."""
    counts = Counter(values)
    most = max(counts.values())
    return next(value for value in reversed(values) if counts[value] == most)
