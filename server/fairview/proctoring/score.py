"""The explained score: 100 minus capped deductions, or a reason why there is no number. Pure.

Coverage is the share of the session in which presence was stated at all. Where nothing was observed nothing
is deducted; with too little observed, or once words were erased that it rests on, there is no number.
"""

from collections.abc import Sequence

from fairview.policies.contracts import Policy, Rule, RuleName
from fairview.proctoring.contracts import Deduction, Gap, Incident, Outcome
from fairview.proctoring.engine import RULES, State
from fairview.proctoring.gaps import named
from fairview.proctoring.spans import Spans, subtract, total, within

FULL_SCORE = 100


def conclude(state: State) -> Outcome:
    """What the rules make of everything taken so far."""
    deductions = deductions_for(state.incidents, state.policy)
    coverage_pm = coverage(state)
    reason = _why_no_score(state, coverage_pm)
    return Outcome(
        started_us=state.started_us,
        ended_us=state.ended_us,
        incidents=list(state.incidents),
        deductions=deductions,
        score=None if reason else score(deductions),
        reason=reason,
        coverage_pm=coverage_pm,
        gaps=gaps(state),
        policy=state.policy.reference,
        watched_by=state.watched_by,
    )


def score(deductions: Sequence[Deduction]) -> int:
    return max(0, FULL_SCORE - sum(deduction.points for deduction in deductions))


def deductions_for(incidents: Sequence[Incident], policy: Policy) -> list[Deduction]:
    """One deduction for each rule that takes points off, in the order of the rules."""
    found = ((name, policy.rules.get(name)) for name in RULES)
    made = (_deduction(name, rule, incidents) for name, rule in found if rule is not None)
    return [deduction for deduction in made if deduction.points]


def coverage(state: State) -> int:
    """Permille of the session, rounded down."""
    session = state.session
    if session is None or session.start == session.end:
        return 0
    if state.watched_by:
        return 1_000
    return total(within(state.watched, session)) * 1_000 // (session.end - session.start)


def gaps(state: State) -> list[Gap]:
    session = None if state.watched_by else state.session
    unwatched: Spans = subtract((session,), state.watched) if session else ()
    return [Gap(started_us=gap.start, ended_us=gap.end) for gap in named(unwatched)]


def _deduction(name: RuleName, rule: Rule, incidents: Sequence[Incident]) -> Deduction:
    counting = [incident.id for incident in incidents if incident.rule == name and _counts(incident, rule)]
    points = rule.weight * len(counting)
    return Deduction(rule=name, incidents=counting, points=min(points, rule.cap), capped=points > rule.cap)


def _counts(incident: Incident, rule: Rule) -> bool:
    if rule.counts == "when_confirmed":
        return incident.review == "confirmed"
    return incident.review != "dismissed"


def _why_no_score(state: State, coverage_pm: int) -> str | None:
    if not state.is_whole:
        return "not_recomputable"
    if state.started_us is None:
        return "not_started"
    if coverage_pm == 0:
        return "not_observed"
    return "insufficient_coverage" if coverage_pm < state.policy.min_coverage_pm else None
