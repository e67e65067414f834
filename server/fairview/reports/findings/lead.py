"""The sentences that a report begins with: what people said, what the code does, what was observed. Codes and
counts; the page and the PDF have the words. Nothing here judges. Pure."""

from collections.abc import Iterator, Sequence
from typing import get_args

from fairview.reports.contracts import ObjectKind, ReportObject, ReportOutcome
from fairview.reports.findings.sections import LeadSentence, ReportExercise, ReportScorecard

OBJECT_KINDS: tuple[ObjectKind, ...] = get_args(ObjectKind)


TOLD_APART = {*OBJECT_KINDS, "second_voice", "monitoring_gap"}
"""Rules with sentences of their own; what was not observed is said by the coverage."""


def lead(
    outcome: ReportOutcome,
    objects: Sequence[ReportObject],
    code: Sequence[ReportExercise],
    cards: Sequence[ReportScorecard],
    interviewers: int,
) -> list[LeadSentence]:
    """`interviewers`: how many were asked for a scorecard."""
    return [
        *about_people(cards, interviewers),
        *_about_code(code),
        *_about_attention(outcome),
        *_about_objects(objects),
        *_about_voices(outcome),
    ]


def about_people(cards: Sequence[ReportScorecard], interviewers: int) -> Iterator[LeadSentence]:
    count = len(cards)
    yes = sum(card.recommendation in {"strong_yes", "yes"} for card in cards)
    if count == 0:
        return
    if count < interviewers:
        yield _say("lead_cards_so_far", count=count, yes=yes, of=interviewers)
    elif yes == count:
        yield _say("lead_yes_both" if count == 2 else "lead_yes_all", count=count)
    elif yes == 0:
        yield _say("lead_no_both" if count == 2 else "lead_no_all", count=count)
    else:
        yield _say("lead_yes_some", count=count, yes=yes)


def _about_code(code: Sequence[ReportExercise]) -> Iterator[LeadSentence]:
    if not code:
        return
    best = [next((run for run in each.runs if run.run == each.best), None) for each in code]
    solved = sum(run is not None and run.verdict == "AC" for run in best)
    if len(code) > 1:
        yield _say("lead_code_tasks", count=len(code), solved=solved)
    elif (run := best[0]) is None:
        yield _say("lead_code_untested")
    elif solved:
        yield _say("lead_code_solved", count=run.total)
    else:
        yield _say("lead_code_partly", count=run.total, passed=run.passed)


def _about_attention(outcome: ReportOutcome) -> Iterator[LeadSentence]:
    if outcome.reason:
        yield _say(f"lead_{outcome.reason}")
        return
    incidents = [one for one in outcome.incidents if one.rule not in TOLD_APART]
    counting = sum(rule.counting for rule in outcome.rules if rule.rule not in TOLD_APART)
    if not incidents:
        yield _say("lead_steady")
    elif counting == 0:
        yield _say("lead_dismissed")
    else:
        yield _say("lead_moments", count=counting)


def _about_objects(objects: Sequence[ReportObject]) -> Iterator[LeadSentence]:
    for kind in OBJECT_KINDS:
        confirmed = sum(one.kind == kind and one.review == "confirmed" for one in objects)
        if confirmed:
            yield _say(f"lead_{kind}", count=confirmed)
    waiting = sum(one.review == "open" for one in objects)
    if waiting:
        yield _say("lead_objects_open", count=waiting)


def _about_voices(outcome: ReportOutcome) -> Iterator[LeadSentence]:
    reviews = [one.review for one in outcome.incidents if one.rule == "second_voice"]
    if confirmed := reviews.count("confirmed"):
        yield _say("lead_voices", count=confirmed)
    if waiting := reviews.count("open"):
        yield _say("lead_voices_open", count=waiting)


def _say(code: str, **params: int) -> LeadSentence:
    return LeadSentence(code=code, params=params)
