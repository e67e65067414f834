"""Stretches of a session in which nothing was observed, and the incidents of the rule about them. Pure.

The pauses between what was watched are kept as they are found: each statement only cuts them shorter, or adds
one beyond either end, so that nobody has to go through all that was watched. They are a gap in the watch and
nothing else: no rule knows why.
"""

import msgspec

from fairview.policies.contracts import Rule
from fairview.proctoring.contracts import Incident
from fairview.proctoring.episodes import Court, Sightings, judge
from fairview.proctoring.spans import Span, Spans, subtract, within

NAMED_US = 1_500_000
"""A gap is named from this length on."""


def named(gaps: Spans) -> Spans:
    return tuple(gap for gap in gaps if gap.end - gap.start > NAMED_US)


def pauses(known: Spans, watched: Spans, span: Span) -> Spans:
    """The pauses between all that was watched, given those before `span` was added to `watched`."""
    if watched and watched[-1].end < span.start:
        known = (*known, Span(watched[-1].end, span.start))
    elif watched and span.end < watched[0].start:
        known = (Span(span.end, watched[0].start), *known)
    return named(subtract(known, (span,)))


def gaps_within(session: Span, watched: Spans, pauses: Spans) -> Spans:
    """Those of the session; none where nothing of it was watched at all."""
    if not watched:
        return ()
    start, end = watched[0].start, watched[-1].end
    before = (Span(session.start, start),) if session.start < start else ()
    after = (Span(end, session.end),) if end < session.end else ()
    found = named(within((*before, *pauses, *after), session))
    return () if found == (session,) else found


def gap_incidents(gaps: Spans, rule: Rule, session: Span, *, goes_on: bool) -> tuple[Incident, ...]:
    """In order of time. `goes_on`: the session does, and so does what lasts until its newest moment."""
    unseen = Sightings(seen=gaps, by_reason={"not_observed": gaps})
    incidents = judge(unseen, Court("monitoring_gap", rule, session, ())).incidents
    if goes_on and incidents and incidents[-1].seen_until_us == session.end:
        return (*incidents[:-1], msgspec.structs.replace(incidents[-1], ended_us=None))
    return incidents
