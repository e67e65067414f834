"""An outcome in the fixed fields of the command line (design §10). Times are milliseconds from the start."""

from typing import Any

import msgspec

from fairview.proctoring.contracts import Incident, Outcome


def as_replay_json(outcome: Outcome) -> dict[str, Any]:
    """`severity` and `coverage` are shares from 0 to 1; `ended_ms` is null while an incident goes on."""
    start_us = outcome.started_us or 0
    return {
        "policy": outcome.policy,
        "score": outcome.score,
        "reason": outcome.reason,
        "coverage": outcome.coverage_pm / 1_000,
        "duration_ms": None if outcome.ended_us is None else (outcome.ended_us - start_us) // 1_000,
        "incidents": [_incident(incident, start_us) for incident in outcome.incidents],
        "deductions": msgspec.to_builtins(outcome.deductions),
        "gaps": [
            {
                "started_ms": (gap.started_us - start_us) // 1_000,
                "ended_ms": (gap.ended_us - start_us) // 1_000,
            }
            for gap in outcome.gaps
        ],
    }


def _incident(incident: Incident, start_us: int) -> dict[str, Any]:
    ended_us = incident.ended_us
    return {
        "id": incident.id,
        "rule": incident.rule,
        "started_ms": (incident.started_us - start_us) // 1_000,
        "ended_ms": None if ended_us is None else (ended_us - start_us) // 1_000,
        "severity": incident.severity_pm / 1_000,
        "reason": incident.reason,
        "review": incident.review,
    }
