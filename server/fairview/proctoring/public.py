"""The door to proctoring: what the rules make of a log, what follows live sessions, what models are there."""

from collections.abc import Iterable

from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import Outcome
from fairview.proctoring.detectors.shelf import served as served_detector
from fairview.proctoring.detectors.shelf import shelf as detector_shelf
from fairview.proctoring.detectors.shelf import warn_of_unfit_detectors
from fairview.proctoring.detectors.stock import stock as model_stock
from fairview.proctoring.engine import fold
from fairview.proctoring.live import LiveProctor
from fairview.proctoring.overlay import LiveOverlay
from fairview.proctoring.replay import as_replay_json
from fairview.proctoring.score import conclude
from fairview.proctoring.statements import KINDS

__all__ = [
    "LiveOverlay",
    "LiveProctor",
    "as_replay_json",
    "detector_shelf",
    "evaluate",
    "is_recomputable",
    "model_stock",
    "served_detector",
    "warn_of_unfit_detectors",
]


def evaluate(entries: Iterable[Entry], policy: Policy) -> Outcome:
    """Incidents and score of a log under a policy, whatever the order of the entries."""
    return conclude(fold(entries, policy))


def is_recomputable(erased: Iterable[str]) -> bool:
    """Whether a score can still be computed once entries of these kinds lost their words."""
    return KINDS.isdisjoint(erased)
