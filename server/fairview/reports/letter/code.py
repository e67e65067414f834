"""Code and its runs, in words. Pure."""

import msgspec

from fairview.reports.findings.sections import ReportExercise, ReportRun
from fairview.reports.letter.figures import decimal
from fairview.reports.letter.sentences import Sentences, clock


class Text(msgspec.Struct, frozen=True):
    language: str
    written: str
    text: str


class Code(msgspec.Struct, frozen=True):
    title: str
    about: str
    runs: list[tuple[str, str]]
    texts: list[Text]


def code_of(exercise: ReportExercise, say: Sentences) -> Code:
    best = next((run for run in exercise.runs if run.run == exercise.best), None)
    return Code(
        title=_title(exercise, say),
        about=" ".join(
            [f"{ran(best, say)}." if best else say.say("reports:not_tested"), *_first_run(exercise, say)]
        ),
        runs=[
            (clock(run.at_ms), f"{say.say(f'coding:purpose_{run.purpose}')}: {ran(run, say)}")
            for run in exercise.runs
        ],
        texts=[
            Text(one.language, _written(one.first_edit_ms, one.last_edit_ms, say), one.text)
            for one in exercise.texts
        ],
    )


def ran(run: ReportRun, say: Sentences) -> str:
    """How a run ended and what it took: `9 of 9 tests · 41 ms · 9.8 MB · begun twice`."""
    if run.verdict is None or run.verdict == "IE":
        return say.say("coding:ended_ie")
    twice = [say.say("coding:ran_twice")] if run.attempts > 1 else []
    return " · ".join([_outcome(run, say), *_cost(run, say), *twice])


def _outcome(run: ReportRun, say: Sentences) -> str:
    untimed = run.verdict == "TLE" and run.time_ms < 1000
    verdict = (run.verdict or "IE").lower()
    end = say.say(
        "coding:ended_tle_untimed" if untimed else f"coding:ended_{verdict}",
        seconds=run.time_ms // 1000,
    )
    if run.purpose == "run" or run.verdict == "CE":
        return end
    share = say.say(f"coding:passed_{run.purpose}", passed=run.passed, count=run.total)
    return share if run.verdict in {"AC", "WA"} else f"{share} · {end}"


def _cost(run: ReportRun, say: Sentences) -> list[str]:
    if run.memory_kb <= 0:
        return []
    tenths = (run.memory_kb * 10 + 512) // 1024
    return [say.apart(f"{run.time_ms} ms"), say.apart(f"{decimal(tenths, say.locale)} MB")]


def _title(exercise: ReportExercise, say: Sentences) -> str:
    languages = [say.say(f"coding:language_{one.language}") for one in exercise.texts]
    return ", ".join([exercise.title, *languages])


def _first_run(exercise: ReportExercise, say: Sentences) -> list[str]:
    edits = say.say("reports:edits", count=sum(one.edits for one in exercise.texts))
    if exercise.first_run_ms is None:
        return [edits]
    minutes = max(0, (exercise.first_run_ms - max(0, exercise.assigned_ms) + 30_000) // 60_000)
    return [say.say("reports:first_run", count=minutes, number=minutes), edits]


def _written(first_ms: int | None, last_ms: int | None, say: Sentences) -> str:
    if first_ms is None or last_ms is None:
        return ""
    return say.say("reports:written", **{"from": clock(first_ms), "until": clock(last_ms)})
