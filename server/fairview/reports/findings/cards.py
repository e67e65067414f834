"""Scorecards as the log has them, and what their ratings come to. Pure."""

from collections.abc import Iterable

import msgspec

from fairview.evidence.contracts import Entry
from fairview.reports.contracts import ScorecardSubmitted
from fairview.reports.findings.sections import ReportScorecard
from fairview.reports.findings.timescale import Timescale

SUBMITTED = "reports.scorecard_submitted"

_submitted = msgspec.json.Decoder(ScorecardSubmitted)


def scorecards(entries: Iterable[Entry], scale: Timescale) -> list[ReportScorecard]:
    """The newest card of each person, in the order in which they were submitted."""
    newest: dict[str, ReportScorecard] = {}
    given = (entry for entry in entries if entry.kind == SUBMITTED and entry.payload)
    for entry in sorted(given, key=lambda each: each.order):
        card = _submitted.decode(entry.payload)
        newest[card.by] = ReportScorecard(
            by=card.by,
            name=card.name,
            submitted_ms=scale.ms(entry.estimated_us),
            rubric=card.rubric,
            recommendation=card.recommendation,
            ratings=card.ratings,
            notes=card.notes,
            closing=card.closing,
        )
    return sorted(newest.values(), key=lambda card: (card.submitted_ms, card.by))


def marks_of(cards: Iterable[ReportScorecard]) -> dict[tuple[str, str], list[int]]:
    """The ratings of everyone by competency (key and title), in the rubric's order."""
    given: dict[tuple[str, str], list[int]] = {}
    for card in cards:
        for one in card.ratings:
            marks = given.setdefault((one.competency, one.title), [])
            if one.rating is not None:
                marks.append(one.rating)
    return given


def mean_tenths(marks: list[int]) -> int:
    """The mean in tenths, halves rounded up; 0 of nothing."""
    return (20 * sum(marks) + len(marks)) // (2 * len(marks)) if marks else 0
