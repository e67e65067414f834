"""The door to proctoring: what the rules make of a log, and the consumer that follows live sessions."""

from collections.abc import Iterable

from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import Outcome
from fairview.proctoring.engine import fold
from fairview.proctoring.live import LiveProctor
from fairview.proctoring.replay import as_replay_json
from fairview.proctoring.score import conclude
from fairview.proctoring.statements import KINDS

__all__ = ["LiveProctor", "as_replay_json", "evaluate", "is_recomputable"]


def evaluate(entries: Iterable[Entry], policy: Policy) -> Outcome:
    """Incidents and score of a log under a policy, whatever the order of the entries."""
    return conclude(fold(entries, policy))


def is_recomputable(erased: Iterable[str]) -> bool:
    """Whether a score can still be computed once entries of these kinds lost their words."""
    return KINDS.isdisjoint(erased)
