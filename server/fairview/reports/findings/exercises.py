"""Code as the report tells it: what was written, what its runs came to, on the clock of the session. Pure."""

from collections.abc import Sequence

from fairview.coding.contracts import CodeDocument, CodeRecord, CodeRun
from fairview.reports.findings.sections import ReportExercise, ReportRun, ReportText
from fairview.reports.findings.timescale import Timescale


def exercises(records: Sequence[CodeRecord], scale: Timescale) -> list[ReportExercise]:
    """In the order in which they were assigned."""
    return [_exercise(record, scale) for record in records]


def best_run(runs: Sequence[ReportRun]) -> ReportRun | None:
    """The earliest of those that passed the most tests; trial runs and visible examples prove nothing."""
    tested = [run for run in runs if run.purpose == "tests" and run.verdict is not None]
    return max(tested, key=lambda run: (run.verdict == "AC", run.passed, -run.at_ms), default=None)


def _exercise(record: CodeRecord, scale: Timescale) -> ReportExercise:
    runs = [_run(run, scale) for run in record.runs]
    best = best_run(runs)
    return ReportExercise(
        assignment=record.assignment,
        exercise=record.exercise,
        version=record.version,
        title=record.title,
        assigned_ms=scale.ms(record.assigned_us),
        first_run_ms=min((run.at_ms for run in runs), default=None),
        best=best.run if best else None,
        texts=[_text(document, scale) for document in record.documents],
        runs=runs,
    )


def _run(run: CodeRun, scale: Timescale) -> ReportRun:
    return ReportRun(
        run=run.run,
        at_ms=scale.ms(run.at_us),
        language=run.language,
        purpose=run.purpose,
        by=run.by,
        verdict=run.verdict,
        time_ms=run.time_ms,
        memory_kb=run.memory_kb,
        passed=run.passed,
        total=run.total,
        attempts=run.attempts,
    )


def _text(document: CodeDocument, scale: Timescale) -> ReportText:
    first, last = document.first_edit_us, document.last_edit_us
    return ReportText(
        document=document.document,
        language=document.language,
        text=document.text,
        edits=document.edits,
        by_candidate=document.by_candidate,
        first_edit_ms=None if first is None else scale.ms(first),
        last_edit_ms=None if last is None else scale.ms(last),
    )
