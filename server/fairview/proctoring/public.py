"""The door to proctoring: what the rules make of a log, and the consumer that follows live sessions."""

from collections.abc import Iterable

from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import Outcome
from fairview.proctoring.engine import fold
from fairview.proctoring.live import LiveProctor
from fairview.proctoring.replay import as_replay_json
from fairview.proctoring.score import conclude

__all__ = ["LiveProctor", "as_replay_json", "evaluate"]


def evaluate(entries: Iterable[Entry], policy: Policy) -> Outcome:
    """Incidents and score of a log under a policy, whatever the order of the entries."""
    return conclude(fold(entries, policy))
