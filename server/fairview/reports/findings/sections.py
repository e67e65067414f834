"""The sections of a report beside attention: what people said, what was written. Milliseconds count from the
start of the session."""

from typing import Annotated, Literal

import msgspec

from fairview.coding.contracts import Purpose
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


class LeadSentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the lead: the catalogue has its words by `code`, and counts fill them."""

    code: str
    params: dict[str, int]
