"""Reports and comparisons as CSV: UTF-8 with the mark by which spreadsheet programs know it. A cell that such
a program would take for a formula begins with an apostrophe."""

import csv
import io
from collections.abc import Iterable, Sequence

from fairview.reports.comparison import ComparedCandidate, ComparedReport, Comparison

Cell = str | int | None

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
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
        *("recommendations", "decision", "decision_reason", "decided_by", "decided_at"),
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
        return [""] * (6 + 3 * len(exercises) + len(competencies) + 1)
    best = {one.exercise: one for one in report.exercises}
    means = {one.competency: one.mean_tenths for one in report.ratings}
    cells: list[Cell] = [
        *(report.score, report.reason, share(report.coverage_pm)),
        *(report.open, report.confirmed, report.dismissed),
    ]
    for name in exercises:
        run = best.get(name)
        cells += [run.verdict, run.passed, run.total] if run and run.verdict else ["", "", ""]
    cells += [f"{means[name] // 10}.{means[name] % 10}" if name in means else "" for name in competencies]
    cells.append("; ".join(f"{one.by}: {one.recommendation}" for one in report.recommendations))
    return cells
