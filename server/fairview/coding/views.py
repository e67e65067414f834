"""What each side of a talk is shown of its code: a snapshot made of the log, and of what passes meanwhile.

Of the hidden tests a candidate sees how many there are and the verdict of each, and nothing else: no name, no
time or memory, and nothing that a program, or one that judges it, printed on one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from fairview.coding.bank import Exercise, get_exercise
from fairview.coding.contracts import (
    AssignmentState,
    Example,
    RunFinished,
    RunState,
    RunSummary,
    WorkspaceState,
)
from fairview.coding.errors import ExerciseUnknown
from fairview.coding.workspace import Asked, Given, Workspace
from runner.protocol import CaseResult

NEWEST_RUNS = 30


@dataclass(frozen=True)
class Moved:
    """Where a run is that has not ended."""

    state: RunState
    position: int


WAITS = Moved("queued", 0)
"""Until somebody says more."""


@dataclass(frozen=True)
class Passing:
    """What the log does not say: where runs are, and why nothing can run now (empty: it can)."""

    moved: Mapping[str, Moved]
    cannot_run: Sequence[str]


def view_for(role: str, workspace: Workspace, passing: Passing) -> WorkspaceState:
    bank = {given.exercise.assignment: _exercise(given) for given in workspace.given()}
    states = [
        _assignment(given, exercise, workspace)
        for given in workspace.given()
        if (exercise := bank[given.exercise.assignment])
    ]
    runs = [_summary(asked, workspace, passing) for asked in _newest(workspace)]
    if role != "interviewer":
        examples = {id: len(exercise.examples) for id, exercise in bank.items() if exercise}
        runs = [masked(run, examples.get(run.assignment, 0)) for run in runs]
    return WorkspaceState(
        assignments=states,
        runs=runs,
        can_run=not passing.cannot_run,
        cannot_run=list(passing.cannot_run),
    )


def masked(run: RunSummary, examples: int) -> RunSummary:
    """As a candidate sees it. Of a test run the first cases are the visible examples; what was printed is
    that of the first case that failed."""
    if run.purpose != "tests":
        return run
    seen = run.cases[:examples]
    hidden = [
        CaseResult(name="", verdict=case.verdict, time_ms=0, memory_kb=0) for case in run.cases[examples:]
    ]
    failed = next((number for number, case in enumerate(run.cases) if case.verdict != "AC"), len(run.cases))
    in_sight = failed < examples
    return msgspec.structs.replace(
        run,
        cases=[*seen, *hidden],
        time_ms=max((case.time_ms for case in seen), default=0),
        memory_kb=max((case.memory_kb for case in seen), default=0),
        stdout=run.stdout if in_sight else "",
        stderr=run.stderr if in_sight else "",
        truncated=run.truncated and in_sight,
        reason=run.reason if in_sight or run.verdict != "IE" else "",
    )


def _assignment(given: Given, exercise: Exercise, workspace: Workspace) -> AssignmentState:
    id = given.exercise.assignment
    chosen = workspace.languages.get(id)
    return AssignmentState(
        id=id,
        exercise=exercise.slug,
        title=exercise.title,
        level=exercise.level,
        minutes=exercise.minutes,
        statement=exercise.statement,
        languages=exercise.languages,
        language=chosen if chosen in exercise.code else exercise.languages[0],
        examples=[
            Example(name=case.name, stdin=case.stdin, expected=case.expected or "")
            for case in exercise.examples
        ],
        hidden_tests=len(exercise.hidden),
    )


def _exercise(given: Given) -> Exercise | None:
    """None where this installation does not have that version."""
    try:
        return get_exercise(given.exercise.exercise, given.exercise.version)
    except ExerciseUnknown:
        return None


def _newest(workspace: Workspace) -> list[Asked]:
    asked = sorted(workspace.requested.values(), key=lambda one: (one.at_us, one.run.run), reverse=True)
    return asked[:NEWEST_RUNS]


def _summary(asked: Asked, workspace: Workspace, passing: Passing) -> RunSummary:
    run = asked.run
    moved = passing.moved.get(run.run, WAITS)
    waiting = RunSummary(
        id=run.run,
        assignment=run.assignment,
        language=run.language,
        purpose=run.purpose,
        by=run.by,
        state=moved.state,
        position=moved.position,
        requested_us=asked.at_us,
    )
    finished = workspace.finished.get(run.run)
    return _ended(waiting, finished) if finished else waiting


def _ended(run: RunSummary, finished: RunFinished) -> RunSummary:
    return msgspec.structs.replace(
        run,
        state="finished",
        position=0,
        verdict=finished.verdict,
        time_ms=finished.time_ms,
        memory_kb=finished.memory_kb,
        passed=finished.passed,
        total=finished.total,
        cases=finished.cases,
        stdout=finished.stdout,
        stderr=finished.stderr,
        truncated=finished.truncated,
        reason=finished.reason,
        messages=finished.messages,
        incident=finished.incident,
        attempts=finished.attempts,
    )
