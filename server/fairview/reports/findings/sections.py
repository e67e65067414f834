"""The sections of a report beside attention: what people said, what was written. Milliseconds count from the
start of the session."""

from typing import Annotated, Literal

import msgspec

from fairview.coding.contracts import Purpose
from fairview.proctoring.contracts import ChallengeAnswer, WatchPart
from runner.protocol import Language
from runner.protocol import Verdict as RunVerdict

Recommendation = Literal["strong_yes", "yes", "no", "strong_no"]
Rating = Annotated[int, msgspec.Meta(ge=1, le=4)]


class GivenRating(msgspec.Struct, frozen=True, kw_only=True):
    """`rating` is 1 to 4; None says that the talk did not show it. `title` is the rubric's, word for word."""

    competency: str
    title: str
    rating: Rating | None


class GivenNote(msgspec.Struct, frozen=True, kw_only=True):
    """`at_ms`: the moment of the talk that it is about; None where it is about no moment."""

    competency: str
    at_ms: int | None
    text: str


class ReportRun(msgspec.Struct, frozen=True, kw_only=True):
    """`verdict` is None while nothing came back; `by` is the role of who asked."""

    run: str
    at_ms: int
    language: Language
    purpose: Purpose
    by: str
    verdict: RunVerdict | None
    time_ms: int
    memory_kb: int
    passed: int
    total: int
    attempts: int = 1
    """2 where the first runner fell silent."""


class ReportText(msgspec.Struct, frozen=True, kw_only=True):
    """What was written in one language, as it stood at the end."""

    document: str
    language: Language
    text: str
    edits: int
    by_candidate: int
    first_edit_ms: int | None
    last_edit_ms: int | None


class ReportExercise(msgspec.Struct, frozen=True, kw_only=True):
    """`first_run_ms` and `best` (the id of a run) are None where nothing was run, or nothing was tested."""

    assignment: str
    exercise: str
    version: int
    title: str
    assigned_ms: int
    first_run_ms: int | None
    best: str | None
    texts: list[ReportText]
    runs: list[ReportRun]


class ReportScorecard(msgspec.Struct, frozen=True, kw_only=True):
    """The newest card of one person. `by` is the id of their account."""

    by: str
    name: str
    submitted_ms: int
    rubric: str
    recommendation: Recommendation
    ratings: list[GivenRating]
    notes: list[GivenNote]
    closing: str


class ReportWatching(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch in which a part watched at one rate, or the reason why it did not."""

    started_ms: int
    ended_ms: int
    state: Literal["watching", "paused", "unavailable"]
    reason: str
    rate_mhz: int


class ReportPart(msgspec.Struct, frozen=True, kw_only=True):
    part: WatchPart
    stretches: list[ReportWatching]


class ReportCalibration(msgspec.Struct, frozen=True, kw_only=True):
    """As in `proctoring.contracts.GazeCalibrated`: the newest."""

    method: Literal["eyes", "head"]
    checked: int
    error_px: int
    error_mdeg: int
    radius_px: int
    radius_mdeg: int


class ReportLiveness(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked at the camera and what it showed. Facts, never a verdict."""

    outcome: Literal["answered", "not_answered", "not_made"]
    answers: list[ChallengeAnswer]


class ReportEyelids(msgspec.Struct, frozen=True, kw_only=True):
    """Over all of the session in which they were counted."""

    blinks_per_minute: int
    shut_pm: int


class ReportNoise(msgspec.Struct, frozen=True, kw_only=True):
    """Whole decibels below full scale."""

    least_db: int
    most_db: int


class ReportWatch(msgspec.Struct, frozen=True, kw_only=True):
    """How the candidate's device observed."""

    parts: list[ReportPart]
    calibration: ReportCalibration | None
    virtual_cameras: list[str]
    """Cameras that were used and have the name of a program."""
    liveness: list[ReportLiveness]
    eyelids: ReportEyelids | None
    noise: ReportNoise | None


class LeadSentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the lead: the catalogue has its words by `code`, and counts fill them."""

    code: str
    params: dict[str, int]
