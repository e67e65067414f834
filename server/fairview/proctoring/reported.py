"""What was not observed by the candidate's device: findings of other programs, sightings of people. Pure.

Each is one incident as it stands. What people saw is confirmed by its nature; a later review can dismiss it.
"""

from collections.abc import Mapping

from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import DetectionReported, Incident, SightingNoted
from fairview.proctoring.episodes import severity_pm

SIGHTING_US = 5_000_000
"""A person who notes what they see has seen it in the last seconds."""

Reported = Mapping[str, Incident]
"""By id."""


def incident_of(entry: Entry, said: SightingNoted | DetectionReported, policy: Policy) -> Incident | None:
    """The incident that a statement makes under a policy, if any."""
    return (
        of_person(entry, said, policy) if isinstance(said, SightingNoted) else of_service(entry, said, policy)
    )


def of_service(entry: Entry, said: DetectionReported, policy: Policy) -> Incident | None:
    """None where the policy has no such rule, is not content with the confidence, or asks for longer."""
    rule = policy.rules.get(said.rule)
    if rule is None or not rule.enabled or said.confidence_pm < policy.min_confidence_pm:
        return None
    if 0 < said.duration_ms <= rule.threshold_ms:
        return None
    held_us = (said.duration_ms or rule.threshold_ms) * 1_000
    started_us = entry.estimated_us - held_us
    return Incident(
        id=f"{said.rule}-{said.event}" if said.event else _name(said.rule, started_us, entry),
        rule=said.rule,
        reason=said.reason,
        started_us=started_us,
        raised_us=min(entry.estimated_us, started_us + rule.threshold_ms * 1_000),
        ended_us=entry.estimated_us,
        seen_until_us=entry.estimated_us,
        severity_pm=severity_pm(held_us, rule.threshold_ms * 1_000) if held_us else 0,
    )


def of_person(entry: Entry, said: SightingNoted, policy: Policy) -> Incident | None:
    rule = policy.rules.get(said.rule)
    if rule is None or not rule.enabled:
        return None
    started_us = entry.estimated_us - SIGHTING_US
    return Incident(
        id=_name(said.rule, started_us, entry),
        rule=said.rule,
        reason=f"{said.rule}_noted",
        started_us=started_us,
        raised_us=entry.estimated_us,
        ended_us=entry.estimated_us,
        seen_until_us=entry.estimated_us,
        severity_pm=0,
        review="confirmed",
        note=said.note,
    )


def add_reported(reported: Reported, incident: Incident) -> Reported:
    """With one more. Of two reports of the same the earlier stands, whichever came first."""
    known = reported.get(incident.id)
    if known and _key(known) <= _key(incident):
        return reported
    return {**reported, incident.id: incident}


def _name(rule: str, started_us: int, entry: Entry) -> str:
    """Two findings of one moment are two."""
    return f"{rule}-{started_us}-{entry.stream_id.hex[-4:]}{entry.number}"


def _key(incident: Incident) -> tuple[int, int]:
    return (incident.started_us, incident.seen_until_us)
