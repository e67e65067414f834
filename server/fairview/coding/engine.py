"""What a log says of the code that was written, for a report and its replay. Pure."""

from collections.abc import Callable, Iterable

from fairview.coding.contracts import CodeDocument, CodeRecord, CodeRun, CodeStep
from fairview.coding.workspace import SERVER, Asked, Document, Edit, Workspace, fold
from fairview.evidence.contracts import Entry

TitleOf = Callable[[str, int], str]
"""The title of an exercise of the bank in a version."""


def code_records(entries: Iterable[Entry], title_of: TitleOf) -> list[CodeRecord]:
    """One for each exercise that was assigned, in the order of assignment."""
    workspace, edits = fold(entries)
    return [
        CodeRecord(
            assignment=given.exercise.assignment,
            exercise=given.exercise.exercise,
            version=given.exercise.version,
            title=title_of(given.exercise.exercise, given.exercise.version),
            assigned_us=given.at_us,
            documents=_documents(workspace, edits, given.exercise.assignment),
            runs=_runs(workspace, given.exercise.assignment),
        )
        for given in workspace.given()
    ]


def code_steps(entries: Iterable[Entry], document: str) -> list[CodeStep]:
    """The replay of a document in order of time, its beginning first; empty for one that never began."""
    _, edits = fold(entries)
    steps = [CodeStep(at_us=one.at_us, role=one.role, update=one.update) for one in of(edits, document)]
    return sorted(steps, key=lambda step: (step.role != SERVER, step.at_us))


def document_text(entries: Iterable[Entry], document: str) -> str:
    """The text as these entries make it."""
    workspace, _ = fold(entries)
    found = workspace.documents.get(document)
    return found.text.text if found else ""


def of(edits: Iterable[Edit], document: str) -> list[Edit]:
    return [edit for edit in edits if edit.document == document]


def _documents(workspace: Workspace, edits: list[Edit], assignment: str) -> list[CodeDocument]:
    described = [
        _document(document, [edit for edit in of(edits, name) if edit.role != SERVER])
        for name, document in sorted(workspace.documents.items())
        if document.started.assignment == assignment
    ]
    return [one for one in described if one.edits]


def _document(document: Document, edits: list[Edit]) -> CodeDocument:
    times = [edit.at_us for edit in edits]
    return CodeDocument(
        document=document.started.document,
        language=document.started.language,
        text=document.text.text,
        edits=len(edits),
        by_candidate=sum(edit.role == "candidate" for edit in edits),
        first_edit_us=min(times, default=None),
        last_edit_us=max(times, default=None),
    )


def _runs(workspace: Workspace, assignment: str) -> list[CodeRun]:
    asked = [one for one in workspace.requested.values() if one.run.assignment == assignment]
    return [_run(workspace, one) for one in sorted(asked, key=lambda one: (one.at_us, one.run.run))]


def _run(workspace: Workspace, asked: Asked) -> CodeRun:
    run, finished = asked.run, workspace.finished.get(asked.run.run)
    return CodeRun(
        run=run.run,
        at_us=asked.at_us,
        language=run.language,
        purpose=run.purpose,
        by=workspace.roles.get(run.by, "interviewer"),
        verdict=finished.verdict if finished else None,
        time_ms=finished.time_ms if finished else 0,
        memory_kb=finished.memory_kb if finished else 0,
        passed=finished.passed if finished else 0,
        total=finished.total if finished else 0,
        attempts=finished.attempts if finished else 1,
    )
