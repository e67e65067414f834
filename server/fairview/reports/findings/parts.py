"""Each incident's part of the score: what the score would gain were it dismissed. Pure."""

from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import Deduction, Outcome

FULL_SCORE = 100


def parts(outcome: Outcome, policy: Policy) -> dict[str, int]:
    """By incident. What does not count, or where the rule's cap or the end of the points holds without it as
    well, has no part; neither has anything where there is no score."""
    if outcome.score is None:
        return {}
    points = sum(each.points for each in outcome.deductions)
    gains: dict[str, int] = {}
    for deduction in outcome.deductions:
        without = max(0, FULL_SCORE - points + deduction.points - _less_one(deduction, policy))
        gains.update(dict.fromkeys(deduction.incidents, without - outcome.score))
    return gains


def _less_one(deduction: Deduction, policy: Policy) -> int:
    """The points of the rule with one incident less."""
    rule = policy.rules[deduction.rule]
    return min(rule.weight * (len(deduction.incidents) - 1), rule.cap)
