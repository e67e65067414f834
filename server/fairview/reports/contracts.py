"""Scorecards, decisions and the report document. Whole numbers: Unix microseconds (UTC), or milliseconds from
the session's start."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import msgspec

from fairview.evidence.contracts import Payload
from fairview.policies.contracts import Policy, RuleName
from fairview.proctoring.contracts import Review
from fairview.reports.findings.sections import (
    GivenNote,
    GivenRating,
    LeadSentence,
    Recommendation,
    ReportExercise,
    ReportScorecard,
    ReportWatch,
)
from fairview.scheduling.contracts import Further

FORMAT = "fairview.report.1"

# Entries of the log


class ScorecardSubmitted(Payload, frozen=True, tag="reports.scorecard_submitted"):
    """What a person who led the talk thinks of it. `by` is the id of their account; their newest card counts,
    earlier ones stay in the log."""

    by: str
    name: str
    rubric: str
    recommendation: Recommendation
    ratings: list[GivenRating]
    notes: list[GivenNote]
    closing: str


# The report

Reason = Literal["ended", "late_entries", "review", "scorecard", "run"]
"""Why a version was made: the session ended, something of it arrived late, a person reviewed an incident or
submitted a scorecard, a run of the code came back."""
ObjectKind = Literal["phone", "book", "device"]


class ReportPerson(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    email: str


class ReportConsent(msgspec.Struct, frozen=True, kw_only=True):
    """The newest that was given. `withdrawn_us`: the candidate took it back then."""

    given_us: int
    withdrawn_us: int | None
    observation: bool
    text_version: str
    further: list[Further] | None = None
    """What may be noted beside attention; None where the words asked for all at once."""


class ReportFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk knows and the log does not say."""

    room_session: str
    interview: str
    organisation: str
    title: str
    zone: str
    scheduled_us: int
    minutes: int
    candidate: ReportPerson
    interviewers: list[ReportPerson]
    consent: ReportConsent | None


class ReportStretch(msgspec.Struct, frozen=True, kw_only=True):
    started_ms: int
    ended_ms: int


class ReportSilence(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch in which nothing reached the server from the candidate; without length, a loss that their
    device reports. `arrived`: how many entries of that time came later. `lost`: how many the device could not
    keep. It says something of a connection, and no number depends on it."""

    started_ms: int
    ended_ms: int
    arrived: int
    lost: int


class ReportIncident(msgspec.Struct, frozen=True, kw_only=True):
    """As in `proctoring.contracts.Incident`, told from the start of the session."""

    id: str
    rule: RuleName
    reason: str
    started_ms: int
    raised_ms: int
    ended_ms: int
    severity_pm: int
    review: Review
    note: str
    points: int | None = None
    """What the score would gain were it dismissed. None in versions from before it was told."""
    uncertainty_ms: int | None = None
    """How far off its times may be. None in versions from before it was told."""


class ReportObject(msgspec.Struct, frozen=True, kw_only=True):
    """A thing in sight: an incident of a rule about things, told in the report's field for them."""

    kind: ObjectKind
    started_ms: int
    ended_ms: int
    review: Review
    incident: str


class ReportRule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule's line of the sum: `points` = the lesser of `counting` × `weight` and `cap`. Every enabled
    rule has one, also where nothing was found."""

    rule: RuleName
    threshold_ms: int
    found: int
    confirmed: int
    dismissed: int
    counting: int
    weight: int
    cap: int
    points: int
    capped: bool


class ReportOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """`score` = 100 − the points of all rules, or null where there is too little evidence; then `reason` says
    why: not_recomputable, not_started, not_observed, insufficient_coverage."""

    score: int | None
    reason: str | None
    coverage_pm: int
    rules: list[ReportRule]
    incidents: list[ReportIncident]
    gaps: list[ReportStretch]
    watched_by: str = ""
    """The program on whose word the coverage rests; empty where the candidate's device observed."""


class ReportStream(msgspec.Struct, frozen=True, kw_only=True):
    """`head` is the hash of entry `through`: whoever holds a receipt can compare."""

    stream: str
    author: str
    role: str
    through: int
    head: str


class ReportLog(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the log that this version is made of: everything up to `position`."""

    position: int
    entries: int
    streams: list[ReportStream]


class ReportMoment(msgspec.Struct, frozen=True, kw_only=True):
    """A mark on the ribbon. `incident` is the id of one; `role` is whose coming or going it is."""

    kind: Literal["incident", "joined", "left", "page_hidden"]
    started_ms: int
    ended_ms: int
    incident: str = ""
    role: str = ""


class ReportRibbon(msgspec.Struct, frozen=True, kw_only=True):
    moments: list[ReportMoment]
    gaps: list[ReportStretch]


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """All that follows from facts, log and policy."""

    facts: ReportFacts
    started_us: int | None
    ended_us: int | None
    duration_ms: int
    policy: Policy
    outcome: ReportOutcome
    focus_losses: int
    """How often the candidate looked away, without what was dismissed."""
    page_hidden: int
    """How often the candidate's page went out of sight. Counted, never scored."""
    objects: list[ReportObject]
    ribbon: ReportRibbon
    code: list[ReportExercise] = []
    scorecards: list[ReportScorecard] = []
    lead: list[LeadSentence] = []
    """Empty in versions from before it was told."""
    silences: list[ReportSilence] = []
    watch: ReportWatch | None = None
    """None where nothing is known of it, and in versions from before it was told."""


class ReportErasure(msgspec.Struct, frozen=True, kw_only=True):
    """What was erased of the log: so many payloads, and whether the score can still be computed again."""

    payloads: int
    recomputable: bool


class ReportDocument(Findings, frozen=True, kw_only=True):
    """One frozen version."""

    format: str = FORMAT
    version: int
    reason: Reason
    created_us: int
    log: ReportLog
    withheld_scorecards: int = 0
    """How many cards this reader does not see before they have submitted their own. 0 in what is frozen."""
    erasure: ReportErasure | None = None
    """What was erased since, as it stands when this is read. None in what is frozen."""


@dataclass(frozen=True)
class ReportFrozen:
    """News: a new version can be read."""

    room_session_id: UUID
    version: int
