"""What each side sees of the exercises and runs."""

from uuid import UUID

import msgspec
from msgspec import structs

from fairview.coding.bank import get_exercise
from fairview.coding.contracts import (
    ExerciseAssigned,
    ExerciseWithdrawn,
    LanguageChosen,
    RunFinished,
    RunRequested,
    RunSummary,
)
from fairview.coding.tests.logs import DOCUMENT, Log
from fairview.coding.views import NEWEST_RUNS, Moved, Passing, view_for
from fairview.coding.workspace import fold
from runner.protocol import CaseResult, Difference, Verdict

CAI = UUID(int=7)
EXERCISE = get_exercise("tide-window")
EXAMPLES = len(EXERCISE.examples)
READY = Passing({}, [])
SOLVED_EXAMPLES: list[Verdict] = ["AC"] * EXAMPLES


def asked(log: Log, run: str = "one", purpose: str = "tests") -> Log:
    return log.write(
        RunRequested(
            run=run,
            assignment="task",
            document=DOCUMENT,
            language="python",
            purpose=purpose,  # type: ignore[arg-type]
            source_sha256="",
            position=2,
            by=str(CAI),
        )
    )


def ended(log: Log, *verdicts: Verdict, run: str = "one", verdict: Verdict = "WA") -> Log:
    """All cases of the exercise, named as in the bank; the runner says what the first failing printed."""
    cases = [*EXERCISE.examples, *EXERCISE.hidden]
    well: list[Verdict] = ["AC"] * len(cases)
    results = [
        CaseResult(
            name=case.name,
            verdict=verdict,
            time_ms=100 + number,
            wall_ms=200 + number,
            memory_kb=9_000 + number,
            differs=Difference(line=number + 1, expected=case.expected, printed=case.stdin),
            note=f"{case.name} should be {case.expected}",
        )
        for number, (case, verdict) in enumerate(zip(cases, [*verdicts, *well], strict=False))
    ]
    return log.write(
        RunFinished(
            run=run,
            verdict=verdict,
            time_ms=999,
            memory_kb=99_999,
            passed=sum(one.verdict == "AC" for one in results),
            total=len(results),
            cases=results,
            stdout="what it printed",
            stderr="what it complained of",
            exit=0,
            signal=None,
            truncated=True,
            reason="why the sandbox failed" if verdict == "IE" else "",
            incident="c0ffee00" if verdict == "IE" else "",
        )
    )


def seen(log: Log, role: str) -> RunSummary:
    workspace, _ = fold(log.entries)
    return view_for(role, workspace, READY).runs[0]


def test_both_see_the_exercise_and_neither_a_hidden_test() -> None:
    workspace, _ = fold(Log().entries)
    views = [view_for(role, workspace, READY) for role in ("candidate", "interviewer")]
    assert views[0] == views[1]
    (given,) = views[0].assignments
    assert (given.title, given.language) == (EXERCISE.title, "python")
    assert (len(given.examples), given.hidden_tests) == (EXAMPLES, len(EXERCISE.hidden))


def test_each_can_change_the_language_for_both() -> None:
    log = Log().write(LanguageChosen(assignment="task", language="javascript"), "candidate", CAI)
    workspace, _ = fold(log.entries)
    assert view_for("interviewer", workspace, READY).assignments[0].language == "javascript"
    workspace, _ = fold(
        log.write(LanguageChosen(assignment="task", language="sql"), "candidate", CAI).entries
    )
    assert view_for("interviewer", workspace, READY).assignments[0].language == "python"


def test_an_exercise_taken_back_and_one_that_nobody_knows_are_not_shown() -> None:
    log = Log().write(ExerciseWithdrawn(assignment="task", by="ines"))
    log.write(ExerciseAssigned(assignment="other", exercise="from-elsewhere", version=1, by="ines"))
    workspace, _ = fold(log.entries)
    assert view_for("interviewer", workspace, READY).assignments == []


def test_a_run_is_where_the_news_says_until_its_end_is_in_the_log() -> None:
    log = asked(Log())
    workspace, _ = fold(log.entries)
    assert view_for("candidate", workspace, READY).runs[0].state == "queued"
    moved = Passing({"one": Moved("running", 0)}, ["no_runner"])
    view = view_for("candidate", workspace, moved)
    assert (view.runs[0].state, view.can_run, view.cannot_run) == ("running", False, ["no_runner"])
    workspace, _ = fold(ended(log).entries)
    assert view_for("candidate", workspace, moved).runs[0].state == "finished"


def test_the_newest_runs_come_first() -> None:
    log = Log()
    for number in range(NEWEST_RUNS + 5):
        asked(log, f"run {number}")
    workspace, _ = fold(log.entries)
    runs = view_for("candidate", workspace, READY).runs
    assert (len(runs), runs[0].id) == (NEWEST_RUNS, f"run {NEWEST_RUNS + 4}")


def test_an_interviewer_sees_every_case() -> None:
    run = seen(ended(asked(Log()), *SOLVED_EXAMPLES, "WA"), "interviewer")
    assert run.cases[EXAMPLES].name == EXERCISE.hidden[0].name
    assert (run.stdout, run.time_ms) == ("what it printed", 999)


def test_of_a_hidden_case_a_candidate_sees_the_verdict_and_nothing_else() -> None:
    run = seen(ended(asked(Log()), *SOLVED_EXAMPLES, "WA"), "candidate")
    hidden = run.cases[EXAMPLES:]
    well: list[Verdict] = ["AC"] * (len(EXERCISE.hidden) - 1)
    verdicts: list[Verdict] = ["WA", *well]
    assert hidden == [CaseResult(name="", verdict=one, time_ms=0, memory_kb=0) for one in verdicts]
    assert (run.stdout, run.stderr, run.truncated) == ("", "", False)
    assert (run.time_ms, run.memory_kb) == (100 + EXAMPLES - 1, 9_000 + EXAMPLES - 1)
    assert run.passed == run.total - 1


def test_why_the_sandbox_failed_on_a_hidden_case_is_not_for_a_candidate() -> None:
    log = ended(asked(Log()), *SOLVED_EXAMPLES, "IE", verdict="IE")
    candidate, interviewer = seen(log, "candidate"), seen(log, "interviewer")
    assert (candidate.reason, candidate.incident) == ("", "c0ffee00")
    assert (interviewer.reason, interviewer.incident) == ("why the sandbox failed", "c0ffee00")


def test_an_end_that_an_older_server_noted_can_be_read() -> None:
    log = ended(asked(Log()))
    payload = msgspec.json.decode(log.entries[-1].payload)
    for added in ("messages", "incident", "attempts"):
        del payload[added]
    old = structs.replace(log.entries[-1], payload=msgspec.json.encode(payload))
    workspace, _ = fold([*log.entries[:-1], old])
    run = view_for("interviewer", workspace, READY).runs[0]
    assert (run.state, run.messages, run.incident, run.attempts) == ("finished", [], "", 1)


def test_what_a_visible_case_printed_is_shown() -> None:
    run = seen(ended(asked(Log()), "WA"), "candidate")
    assert (run.cases[0].name, run.stdout) == (EXERCISE.examples[0].name, "what it printed")


def test_what_was_printed_when_all_went_well_is_not_shown_of_tests() -> None:
    assert seen(ended(asked(Log()), verdict="AC"), "candidate").stdout == ""


def test_of_plain_runs_everything_is_shown() -> None:
    run = seen(ended(asked(Log(), purpose="run")), "candidate")
    assert (run.stdout, run.time_ms) == ("what it printed", 999)
