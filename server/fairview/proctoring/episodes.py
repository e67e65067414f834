"""From the sightings of one rule to its incidents. Pure.

An *episode* is a run of sightings with no pause longer than the rule's `merge_ms`. It is an incident when
what was seen of it, pauses left out, is longer than `threshold_ms`: silence is never counted. Whatever is
added, only the episodes around it are judged again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fairview.policies.contracts import Rule, RuleName
from fairview.proctoring.contracts import Incident
from fairview.proctoring.spans import Span, Spans, add, neighbourhood, runs, subtract, total, within


@dataclass(frozen=True, slots=True)
class Sightings:
    """All that was seen of one rule's condition, and the incidents that follow from it (in order of time)."""

    seen: Spans = ()
    by_reason: Mapping[str, Spans] = field(default_factory=dict)
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class Court:
    """What judges the sightings of one rule: the rule, the session's time, and what overrides the condition
    (while nobody is there, nobody looks away)."""

    name: RuleName
    rule: Rule
    session: Span
    overridden: Spans

    @property
    def pause_us(self) -> int:
        return self.rule.merge_ms * 1_000


def add_sighting(sightings: Sightings, reason: str, span: Span) -> Sightings:
    """The sightings with one more, not yet judged."""
    seen = add(sightings.seen, span)
    same_reason = add(sightings.by_reason.get(reason, ()), span)
    return replace(sightings, seen=seen, by_reason={**sightings.by_reason, reason: same_reason})


def judge(sightings: Sightings, court: Court, around: Span | None = None) -> Sightings:
    """The sightings with their incidents: all of them, or those of the episodes that `around` touches."""
    if not sightings.seen:
        return sightings
    whole = Span(sightings.seen[0].start, sightings.seen[-1].end)
    area = neighbourhood(sightings.seen, around, court.pause_us) if around else whole
    before = [incident for incident in sightings.incidents if incident.seen_until_us <= area.start]
    after = [incident for incident in sightings.incidents if incident.started_us >= area.end]
    if not around:
        before = after = []
    incidents = (*before, *_incidents_in(area, sightings, court), *after)
    return sightings if incidents == sightings.incidents else replace(sightings, incidents=incidents)


def severity_pm(held_us: int, threshold_us: int) -> int:
    """The share of an episode that lies beyond what the rule allows, in permille: 0 at the threshold, 500 at
    twice the threshold, never quite 1000. It says how long, not how grave: no rule knows why."""
    return (held_us - threshold_us) * 1_000 // held_us


def _incidents_in(area: Span, sightings: Sightings, court: Court) -> list[Incident]:
    seen = subtract(within(within(sightings.seen, area), court.session), court.overridden)
    threshold_us = court.rule.threshold_ms * 1_000
    episodes = runs(seen, court.pause_us)
    return [_incident(episode, sightings, court) for episode in episodes if total(episode) > threshold_us]


def _incident(episode: Spans, sightings: Sightings, court: Court) -> Incident:
    threshold_us = court.rule.threshold_ms * 1_000
    started_us, seen_until_us = episode[0].start, episode[-1].end
    return Incident(
        id=f"{court.name}-{started_us}",
        rule=court.name,
        reason=_longest_reason(episode, sightings),
        started_us=started_us,
        raised_us=_moment_of(threshold_us, episode),
        ended_us=seen_until_us,
        seen_until_us=seen_until_us,
        severity_pm=severity_pm(total(episode), threshold_us),
    )


def _moment_of(held_us: int, episode: Spans) -> int:
    """When `held_us` of the episode had been seen."""
    for span in episode:
        if held_us <= span.end - span.start:
            return span.start + held_us
        held_us -= span.end - span.start
    return episode[-1].end


def _longest_reason(episode: Spans, sightings: Sightings) -> str:
    """What was seen for the longest part of the episode; the alphabet decides between equals."""

    def seen_us(reason: str) -> int:
        return sum(total(within(sightings.by_reason[reason], span)) for span in episode)

    return max(sorted(sightings.by_reason), key=seen_us)
