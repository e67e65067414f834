"""The fold over the log of one session: what was seen, what is an incident, and what each entry changed.

Every part of `State` is a union, a minimum or a newest-of: taking entries in another order, in other batches
or twice gives the same state. So nothing is sorted and nothing waits for stragglers: a late entry goes where
its own time puts it, and only the episodes around it are judged again. Times are event times, Unix
microseconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy, RuleName
from fairview.proctoring.contracts import (
    DetectionReported,
    Incident,
    IncidentReviewed,
    Observation,
    Review,
    SightingNoted,
    WatchChanged,
    WatchPart,
    WatchStated,
)
from fairview.proctoring.episodes import Court, Sightings, add_sighting, judge
from fairview.proctoring.gaps import gap_incidents, gaps_within, pauses
from fairview.proctoring.reported import add_reported, incident_of
from fairview.proctoring.spans import Span, Spans, add
from fairview.proctoring.statements import Statement, ground_for, is_missed, read_statement
from fairview.rooms.contracts import SessionEnded, SessionStarted

SILENCE_US = 1_500_000
"""An episode goes on until it was not seen for this long."""
FOREVER_US = 1 << 62
SIGHTED: tuple[RuleName, ...] = (
    "look_away",
    "absence",
    "several_faces",
    "phone",
    "book",
    "device",
    "eyes_closed",
    "second_voice",
)
RULES: tuple[RuleName, ...] = (*SIGHTED, "monitoring_gap")

Order = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Reviewed:
    order: Order
    review: Review
    note: str


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest word on something: an observed kind, or the watch itself."""

    order: Order
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Everything known of one session. `newest_us` is the newest time of any entry, `stated_us` that of the
    candidate's device."""

    policy: Policy
    started_us: int | None = None
    ended_us: int | None = None
    newest_us: int = 0
    stated_us: int = 0
    watched: Spans = ()
    """Where presence was stated, one way or the other."""
    pauses: Spans = ()
    """Between what was watched, where they are long enough to be named."""
    sightings: Mapping[RuleName, Sightings] = field(
        default_factory=lambda: {rule: Sightings() for rule in SIGHTED}
    )
    reported: Mapping[str, Incident] = field(default_factory=dict)
    """What people noted and other programs reported, each one incident, by id."""
    watched_by: str = ""
    """The program that says it watched all of it."""
    is_whole: bool = True
    """Nothing that the rules read was erased."""
    reviews: Mapping[str, Reviewed] = field(default_factory=dict)
    statements: Mapping[str, Newest] = field(default_factory=dict)
    incidents: tuple[Incident, ...] = ()
    """All rules, oldest first, with reviews; `ended_us` is None on those that go on."""

    @property
    def session(self) -> Span | None:
        """The time that counts: from start to end, or to the newest entry while it goes on."""
        if self.started_us is None:
            return None
        end_us = self.newest_us if self.ended_us is None else self.ended_us
        return Span(self.started_us, max(self.started_us, end_us))


@dataclass(frozen=True, slots=True)
class IncidentRaised:
    incident: Incident


@dataclass(frozen=True, slots=True)
class IncidentExtended:
    """It went on, or a review or late news changed what is said of it."""

    incident: Incident


@dataclass(frozen=True, slots=True)
class IncidentEnded:
    incident: Incident


@dataclass(frozen=True, slots=True)
class IncidentWithdrawn:
    """Late news showed that it was none, or that it began at another time (then it is raised anew)."""

    incident: Incident


Effect = IncidentRaised | IncidentExtended | IncidentEnded | IncidentWithdrawn


def advance(state: State, entry: Entry) -> tuple[State, list[Effect]]:
    """One entry more, and what it changed. Entries of kinds that the rules do not read only move the time."""
    after = take(state, entry)
    return after, changes(state.incidents, after.incidents)


def fold(entries: Iterable[Entry], policy: Policy) -> State:
    """The state after all of them: their incidents are put together once, at the end."""
    state = State(policy)
    for entry in entries:
        state = _take(state, entry)
    return _with_incidents(state)


def take(state: State, entry: Entry) -> State:
    """The state with one entry more."""
    return _with_incidents(_take(state, entry))


def pass_time(state: State, now_us: int) -> State:
    """The state when it is known that the device said nothing more until `now_us`: what went on has ended."""
    if now_us <= state.stated_us:
        return state
    newest_us = max(state.newest_us, now_us)
    return _with_incidents(replace(state, stated_us=now_us, newest_us=newest_us))


def watch_of(part: WatchPart) -> str:
    """The name under which a part's newest word on itself is kept."""
    return "watch" if part == "faces" else f"watch_{part}"


def changes(before: tuple[Incident, ...], after: tuple[Incident, ...]) -> list[Effect]:
    """What a person who saw `before` has to hear."""
    if before is after:
        return []
    known = {incident.id: incident for incident in before}
    remaining = {incident.id for incident in after}
    withdrawn: list[Effect] = [IncidentWithdrawn(old) for old in before if old.id not in remaining]
    return withdrawn + [
        _change(known.get(incident.id), incident) for incident in after if known.get(incident.id) != incident
    ]


def _change(before: Incident | None, after: Incident) -> Effect:
    if before is None:
        return IncidentRaised(after)
    if before.ended_us is None and after.ended_us is not None:
        return IncidentEnded(after)
    return IncidentExtended(after)


def _take(state: State, entry: Entry) -> State:
    state = replace(state, newest_us=max(state.newest_us, entry.estimated_us))
    if is_missed(entry):
        return replace(state, is_whole=False)
    statement = read_statement(entry)
    return state if statement is None else _take_statement(state, entry, statement)


def _take_statement(state: State, entry: Entry, statement: Statement) -> State:
    match statement:
        case SessionStarted():
            first_us = min(entry.estimated_us, state.started_us or FOREVER_US)
            return _judge_all(replace(state, started_us=first_us))
        case SessionEnded():
            first_us = min(entry.estimated_us, state.ended_us or FOREVER_US)
            return _judge_all(replace(state, ended_us=first_us))
        case IncidentReviewed():
            return _take_review(state, entry, statement)
        case WatchChanged():
            newest = Newest(entry.order, statement.state, statement.reason)
            return _note(state, watch_of(statement.part), newest)
        case Observation():
            return _take_observation(state, entry, statement)
        case _:
            return _take_report(state, entry, statement)


def _take_report(state: State, entry: Entry, told: SightingNoted | DetectionReported | WatchStated) -> State:
    if isinstance(told, WatchStated):
        return replace(state, watched_by=max(state.watched_by, told.detector))
    incident = incident_of(entry, told, state.policy)
    return replace(state, reported=add_reported(state.reported, incident)) if incident else state


def _take_review(state: State, entry: Entry, reviewed: IncidentReviewed) -> State:
    known = state.reviews.get(reviewed.incident)
    if known and known.order >= entry.order:
        return state
    review = Reviewed(entry.order, reviewed.review, reviewed.note)
    return replace(state, reviews={**state.reviews, reviewed.incident: review})


def _note(state: State, kind: str, newest: Newest) -> State:
    known = state.statements.get(kind)
    if known and known.order >= newest.order:
        return state
    return replace(state, statements={**state.statements, kind: newest})


def _take_observation(state: State, entry: Entry, observation: Observation) -> State:
    state = replace(state, stated_us=max(state.stated_us, entry.estimated_us))
    if observation.confidence_pm < state.policy.min_confidence_pm:
        return state
    state = _note(state, observation.observed, Newest(entry.order, observation.value))
    span = Span(entry.estimated_us - observation.duration_ms * 1_000, entry.estimated_us)
    if observation.observed == "presence":
        state = _watch(state, span)
    ground = ground_for(observation, state.policy)
    return _take_sighting(state, *ground, span) if ground else state


def _watch(state: State, span: Span) -> State:
    watched = add(state.watched, span)
    if watched is state.watched:
        return state
    return replace(state, watched=watched, pauses=pauses(state.pauses, state.watched, span))


def _take_sighting(state: State, rule: RuleName, reason: str, span: Span) -> State:
    before = state.sightings[rule]
    sightings = {**state.sightings, rule: add_sighting(before, reason, span)}
    touched: tuple[RuleName, ...] = (rule, "look_away") if rule == "absence" else (rule,)
    return _judge(replace(state, sightings=sightings), touched, span)


def _judge_all(state: State) -> State:
    return _judge(state, SIGHTED, None)


def _judge(state: State, touched: tuple[RuleName, ...], around: Span | None) -> State:
    """The state with the touched rules judged again. Before the session starts there is nothing to judge."""
    if state.started_us is None:
        return state
    sightings = dict(state.sightings)
    for name in touched:
        rule = state.policy.rules.get(name)
        if rule is None or not rule.enabled:
            continue
        session = Span(state.started_us, max(state.started_us, state.ended_us or FOREVER_US))
        overridden = state.sightings["absence"].seen if name == "look_away" else ()
        sightings[name] = judge(sightings[name], Court(name, rule, session, overridden), around)
    return replace(state, sightings=sightings)


def _with_incidents(state: State) -> State:
    observed = [incident for rule in SIGHTED for incident in state.sightings[rule].incidents]
    seen = [_as_it_goes_on(one, state) for one in observed]
    known = [_reviewed(one, state) for one in (*seen, *_unobserved(state), *state.reported.values())]
    incidents = tuple(sorted(known, key=_by_time))
    return state if incidents == state.incidents else replace(state, incidents=incidents)


def _unobserved(state: State) -> tuple[Incident, ...]:
    """While the session goes on, as far as the device has spoken: what it says later may fill the rest. Not
    where another program watched, nor where it was erased what was observed."""
    rule = state.policy.rules.get("monitoring_gap")
    if rule is None or not rule.enabled or state.watched_by or not state.is_whole:
        return ()
    if state.started_us is None:
        return ()
    end_us = state.stated_us if state.ended_us is None else state.ended_us
    session = Span(state.started_us, max(state.started_us, end_us))
    gaps = gaps_within(session, state.watched, state.pauses)
    return gap_incidents(gaps, rule, session, goes_on=state.ended_us is None) if gaps else ()


def _as_it_goes_on(incident: Incident, state: State) -> Incident:
    """Open-ended while it is still seen."""
    goes_on = state.ended_us is None and state.stated_us - incident.seen_until_us <= SILENCE_US
    return msgspec.structs.replace(incident, ended_us=None) if goes_on else incident


def _reviewed(incident: Incident, state: State) -> Incident:
    reviewed = state.reviews.get(incident.id)
    if reviewed is None:
        return incident
    return msgspec.structs.replace(incident, review=reviewed.review, note=reviewed.note)


def _by_time(incident: Incident) -> tuple[int, str]:
    return (incident.started_us, incident.id)
