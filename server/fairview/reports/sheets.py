"""Reports and comparisons as CSV: UTF-8 with the mark by which spreadsheet programs know it. A cell that such
a program would take for a formula begins with an apostrophe."""

import csv
import io
from collections.abc import Iterable, Sequence

from fairview.kit.clock import as_datetime
from fairview.reports.comparison import ComparedCandidate, ComparedReport, Comparison
from fairview.reports.contracts import ReportDocument
from fairview.reports.findings.cards import marks_of, mean_tenths
from fairview.reports.letter.text import Decided

Cell = str | int | None
Row = Sequence[Cell]

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")
REPORT_HEAD = ("section", "item", "started", "ended", "value", "review", "points", "note")


def as_csv(rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def safe(cell: Cell) -> str | int:
    """As a spreadsheet may show it. Numbers are never formulas."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_BEGINS):
        return f"'{cell}"
    return "" if cell is None else cell


def share(permille: int) -> str:
    """Permille as a share of one: `0.944`."""
    return f"{permille // 1000}.{permille % 1000:03}"


def comparison_csv(comparison: Comparison) -> bytes:
    """One row for each candidate of a lot, in the order of the lot; a column for each exercise and competency
    that any of them has."""
    reports = [row.report for row in comparison.rows if row.report]
    exercises = dict.fromkeys((one.exercise, one.title) for each in reports for one in each.exercises)
    competencies = dict.fromkeys((one.competency, one.title) for each in reports for one in each.ratings)
    head = [
        *("place", "name", "email", "interview", "starts_at", "score", "no_score_because", "coverage"),
        *("moments_open", "moments_confirmed", "moments_dismissed"),
        *(f"{title}: {what}" for _, title in exercises for what in ("verdict", "passed", "tests")),
        *(title for _, title in competencies),
        *("recommendations", "scorecards_withheld"),
        *("decision", "decision_reason", "decided_by", "decided_at"),
    ]
    keys = [name for name, _ in exercises], [name for name, _ in competencies]
    return as_csv([head, *(_row(row, *keys) for row in comparison.rows)])


def _row(row: ComparedCandidate, exercises: list[str], competencies: list[str]) -> list[Cell]:
    interview, decision = row.interview, row.decision
    return [
        *(row.place, row.name, row.email),
        *((interview.stage, interview.starts_at.isoformat()) if interview else ("", "")),
        *_report(row.report, exercises, competencies),
        *(
            (decision.decision, decision.reason, decision.by, decision.at.isoformat())
            if decision
            else ("", "", "", "")
        ),
    ]


def _report(report: ComparedReport | None, exercises: list[str], competencies: list[str]) -> list[Cell]:
    if report is None:
        return [""] * (6 + 3 * len(exercises) + len(competencies) + 2)
    best = {one.exercise: one for one in report.exercises}
    means = {one.competency: one.mean_tenths for one in report.ratings if one.mean_tenths is not None}
    cells: list[Cell] = [
        *(report.score, report.reason, share(report.coverage_pm)),
        *(report.open, report.confirmed, report.dismissed),
    ]
    for name in exercises:
        run = best.get(name)
        cells += [run.verdict, run.passed, run.total] if run and run.verdict else ["", "", ""]
    cells += [_tenths(means[name]) if name in means else "" for name in competencies]
    cells.append("; ".join(f"{one.by}: {one.recommendation}" for one in report.recommendations))
    cells.append(report.withheld)
    return cells


def report_csv(report: ReportDocument, decided: Decided | None) -> bytes:
    """Summary rows first, then one row for each deduction, moment, run, rating and note. Times count from the
    start of the session (`H:MM:SS.mmm`); `points` is what a row takes off the score."""
    sections = (_summary, _deductions, _moments, _watch, _runs, _cards)
    rows = [row for section in sections for row in section(report)]
    if decided:
        made = (decided.decision, "", "", decided.by, decided.at.isoformat(), "", decided.reason)
        rows.append(("decision", *made))
    return as_csv([REPORT_HEAD, *rows])


def stopwatch(ms: int | None) -> str:
    if ms is None:
        return ""
    seconds = abs(ms) // 1000
    sign = "-" if ms < 0 else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{abs(ms) % 1000:03}"


def _summary(report: ReportDocument) -> list[Row]:
    facts, outcome = report.facts, report.outcome
    told: dict[str, Cell] = {
        "candidate": facts.candidate.name,
        "interview": facts.title,
        "interviewers": "; ".join(one.name for one in facts.interviewers),
        "started": "" if report.started_us is None else as_datetime(report.started_us).isoformat(),
        "duration": stopwatch(report.duration_ms),
        "score": outcome.score,
        "no_score_because": outcome.reason,
        "coverage": share(outcome.coverage_pm),
        "focus_losses": report.focus_losses,
        "page_hidden": report.page_hidden,
        "objects": len(report.objects),
        "scorecards_withheld": report.withheld_scorecards,
        "payloads_erased": report.erasure.payloads if report.erasure else 0,
        "score_recomputable": "no" if report.erasure and not report.erasure.recomputable else "yes",
        "policy": report.policy.reference,
        "version": report.version,
    }
    return [_line("summary", item, value=value) for item, value in told.items()]


def _deductions(report: ReportDocument) -> list[Row]:
    counted = [rule for rule in report.outcome.rules if rule.found]
    return [_line("rule", rule.rule, value=rule.counting, points=rule.points) for rule in counted]


def _moments(report: ReportDocument) -> list[Row]:
    return [
        _line(
            "moment",
            one.rule,
            started=stopwatch(one.started_ms),
            ended=stopwatch(one.ended_ms),
            value=one.reason,
            review=one.review,
            points=one.points,
            note=one.note,
        )
        for one in report.outcome.incidents
    ]


def _watch(report: ReportDocument) -> list[Row]:
    """`note` is the rate, in readings a second."""
    if report.watch is None:
        return []
    return [
        _line(
            "watch",
            part.part,
            started=stopwatch(one.started_ms),
            ended=stopwatch(one.ended_ms),
            value=one.state,
            review=one.reason,
            note=share(one.rate_mhz) if one.rate_mhz else "",
        )
        for part in report.watch.parts
        for one in part.stretches
    ]


def _runs(report: ReportDocument) -> list[Row]:
    return [
        _line(
            "run",
            exercise.exercise,
            started=stopwatch(run.at_ms),
            value=run.verdict,
            review=f"{run.purpose} {run.passed}/{run.total}",
            note=f"{run.language}, {run.time_ms} ms",
        )
        for exercise in report.code
        for run in exercise.runs
    ]


def _cards(report: ReportDocument) -> list[Row]:
    rows = [
        _line("mean", title, value=_tenths(mean_tenths(marks)) if marks else "")
        for (_, title), marks in marks_of(report.scorecards).items()
    ]
    for card in report.scorecards:
        rows.append(_line("scorecard", card.name, value=card.recommendation, note=card.closing))
        rows += [_line("rating", one.title, value=one.rating, note=card.name) for one in card.ratings]
        rows += [
            _line("note", one.competency, started=stopwatch(one.at_ms), note=one.text) for one in card.notes
        ]
    return rows


def _line(section: str, item: str, **cells: Cell) -> Row:
    """A row of `REPORT_HEAD`; what is not given stays empty."""
    return (section, item, *(cells.get(name, "") for name in REPORT_HEAD[2:]))


def _tenths(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"
