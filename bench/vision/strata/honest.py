"""What the product's rules make of people who do nothing that anybody would ask about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from uuid import UUID

from fairview.evidence.contracts import Author, Entry
from fairview.evidence.public import RecordedLog
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import Observation, WatchChanged
from fairview.proctoring.public import evaluate
from fairview.proctoring.vision.geometry import whole
from fairview.rooms.contracts import SessionEnded, SessionStarted

from bench.vision.strata.clips import Clip
from bench.vision.strata.said import Said
from bench.vision.strata.score import AWAY

POLICY = "standard@3"
CANDIDATE = Author(UUID(int=1), "candidate")
SERVER = Author(UUID(int=2), "server")
BY = "bench"
# A gap is no alarm: it lowers the coverage.
NO_ALARM = "monitoring_gap"


@dataclass(frozen=True)
class Honest:
    hours: float
    incidents: dict[str, int]
    """By rule."""
    away_seconds: float
    """Said to look away, for however short."""
    closed_seconds: float
    others_seconds: float


def honest(told: Sequence[tuple[Clip, Said]]) -> Honest:
    rules = [rule for clip, said in told for rule in incidents(clip, said)]
    return Honest(
        hours=sum(length_ms(clip) for clip, _ in told) / 3_600_000,
        incidents=dict(Counter(rules)),
        away_seconds=seconds(told, "gaze", set(AWAY)),
        closed_seconds=seconds(told, "eyes", {"closed"}),
        others_seconds=seconds(told, "faces", {"2", "3", "4"}),
    )


def length_ms(clip: Clip) -> float:
    return len(clip.times_ms) * 1000 / clip.script.fps


def seconds(told: Sequence[tuple[Clip, Said]], observed: str, values: set[str]) -> float:
    statements = [one for _, said in told for one in said.statements if one.observed == observed]
    return sum(one.duration_ms for one in statements if one.value in values) / 1000


def incidents(clip: Clip, said: Said) -> list[str]:
    with TemporaryFile("w+") as lines:
        outcome = evaluate(entries(clip, said, RecordedLog(lines)), get_policy(POLICY))
    return [one.rule for one in outcome.incidents if one.rule != NO_ALARM]


def entries(clip: Clip, said: Said, log: RecordedLog) -> Iterator[Entry]:
    yield log.append(SERVER, SessionStarted(by=BY, policy=POLICY), 0)
    started = WatchChanged(state="watching", reason="started", rate_mhz=clip.script.fps * 1000)
    yield log.append(CANDIDATE, started, 0)
    for one in said.statements:
        observation = Observation(
            observed=one.observed,  # type: ignore[arg-type]  # as the twin calls it
            value=one.value,
            confidence_pm=whole(one.confidence * 1000),
            duration_ms=one.duration_ms,
            detector=BY,
            model_version=BY,
        )
        yield log.append(CANDIDATE, observation, one.at_ms * 1000)
    yield log.append(SERVER, SessionEnded(by=BY), whole(length_ms(clip)) * 1000)
