"""The promises that hold for every log: they are what makes a score something that anyone can recompute."""

from collections.abc import Iterable

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy, RuleName
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import Incident
from fairview.proctoring.engine import State, advance, changes, fold
from fairview.proctoring.public import evaluate
from fairview.proctoring.tests.logs import START_US, entry, observation
from fairview.rooms.contracts import SessionEnded, SessionStarted

STANDARD = get_policy("standard@3")
STEP = 0.1
"""Seconds of one cell of the oracle's grid."""
CELLS = 400
SEEN = [
    ("gaze", "left"),
    ("gaze", "down"),
    ("gaze", "centre"),
    ("gaze", "unknown"),
    ("head", "0,0"),
    ("head", "45000,0"),
    ("presence", "present"),
    ("presence", "absent"),
    ("faces", "1"),
    ("faces", "2"),
    ("objects", "phone"),
    ("objects", "hand_or_phone"),
    ("objects", "none"),
    ("eyes", "closed"),
    ("voice", "other"),
    ("voice", "own"),
]


@st.composite
def logs(draw: st.DrawFn, step: float = STEP) -> list[Entry]:
    """Statements anywhere in 40 s, of any length, overlapping or with gaps, with or without start and end."""
    drawn = draw(
        st.lists(
            st.tuples(st.sampled_from(SEEN), st.integers(0, CELLS), st.integers(0, 120), st.integers(0, 1)),
            max_size=40,
        )
    )
    entries = [
        entry(end * step, observation(0, *seen, seconds=length * step), "candidate", number, 7 + stream)
        for number, (seen, end, length, stream) in enumerate(drawn, 1)
    ]
    started = draw(st.none() | st.integers(0, 200))
    ended = draw(st.none() | st.integers(200, CELLS))
    if started is not None:
        entries.append(entry(started * step, SessionStarted(by="ines", policy="standard@3"), number=1001))
    if ended is not None:
        entries.append(entry(ended * step, SessionEnded(by="ines"), number=1002))
    return entries


def quick(threshold_ms: int = 1_000) -> Policy:
    """Thresholds that random logs reach often."""
    rules = {
        name: msgspec.structs.replace(rule, threshold_ms=threshold_ms)
        for name, rule in STANDARD.rules.items()
    }
    return msgspec.structs.replace(STANDARD, rules=rules)


@given(logs(step=0.013), st.randoms())
def test_order_of_arrival_and_repeats_do_not_matter(entries: list[Entry], random: object) -> None:
    arrived = entries + entries[::3]
    random.shuffle(arrived)  # type: ignore[attr-defined]
    in_order = sorted(entries, key=lambda one: one.order)
    assert evaluate(arrived, quick(200)) == evaluate(in_order, quick(200))


@given(logs(step=0.013), st.data())
def test_batches_do_not_matter_and_effects_tell_the_whole_story(
    entries: list[Entry], data: st.DataObject
) -> None:
    policy = quick(200)
    state = State(policy)
    heard: dict[str, Incident] = {}
    for one in entries:
        before = state
        state, effects = advance(state, one)
        assert effects == changes(before.incidents, state.incidents)
        for effect in effects:
            if type(effect).__name__ == "IncidentWithdrawn":
                del heard[effect.incident.id]
            else:
                heard[effect.incident.id] = effect.incident
    assert sorted(heard.values(), key=lambda one: (one.started_us, one.id)) == list(state.incidents)
    cut = data.draw(st.integers(0, len(entries)))
    assert fold(entries[cut:] + entries[:cut], policy).incidents == state.incidents


@given(logs(), st.integers(0, 5_000), st.integers(0, 5_000))
def test_a_higher_threshold_never_raises_more(entries: list[Entry], one: int, other: int) -> None:
    lenient, strict = (evaluate(entries, quick(ms)) for ms in (max(one, other), min(one, other)))
    assert {incident.id for incident in lenient.incidents} <= {incident.id for incident in strict.incidents}
    if lenient.score is not None and strict.score is not None:
        assert lenient.score >= strict.score


@given(logs())
@settings(max_examples=200)
def test_incidents_and_coverage_equal_a_count_of_cells(entries: list[Entry]) -> None:
    policy = quick()
    outcome = evaluate(entries, policy)
    found = {(one.rule, cell(one.started_us), cell(one.seen_until_us)) for one in outcome.incidents}
    expected = {(rule, *bounds) for rule in policy.rules for bounds in counted(rule, entries, policy)}
    assert found == expected
    for incident in outcome.incidents:
        assert incident.started_us <= incident.raised_us <= incident.seen_until_us


# The oracle: cells of a tenth of a second, each on or off, and nothing clever.


def cell(at_us: int) -> int:
    return (at_us - START_US) // round(STEP * 1_000_000)


def counted(rule: RuleName, entries: list[Entry], policy: Policy) -> Iterable[tuple[int, int]]:
    starts = [cell(one.estimated_us) for one in entries if one.kind == "rooms.session_started"]
    ends = [cell(one.estimated_us) for one in entries if one.kind == "rooms.session_ended"]
    if not starts:
        return []
    said = [cell(one.estimated_us) for one in entries if one.kind == "proctoring.observation"]
    session = set(range(starts[0], max(starts[0], ends[0]) if ends else CELLS))
    spoken = session if ends else session & set(range(max(said, default=0)))
    on = {
        "look_away": cells(entries, "left", "down", "45000,0") - cells(entries, "absent"),
        "absence": cells(entries, "absent"),
        "several_faces": cells(entries, "2"),
        "phone": cells(entries, "phone", "hand_or_phone"),
        "eyes_closed": cells(entries, "closed"),
        "second_voice": cells(entries, "other"),
        "monitoring_gap": unwatched(spoken, cells(entries, "present", "absent")),
    }.get(rule, set()) & session
    return episodes(on, policy.rules[rule].merge_ms // 100, policy.rules[rule].threshold_ms // 100)


def unwatched(session: set[int], watched: set[int]) -> set[int]:
    """What is long enough to be named, where anything was watched at all."""
    gaps = episodes(session - watched, pause=0, threshold=15)
    return {one for start, end in gaps for one in range(start, end)} if watched & session else set()


def cells(entries: list[Entry], *values: str) -> set[int]:
    said: set[int] = set()
    for one in entries:
        payload = msgspec.json.decode(one.payload)
        if payload.get("value") in values:
            end = cell(one.estimated_us)
            said |= set(range(end - payload["duration_ms"] // 100, end))
    return said


def episodes(on: set[int], pause: int, threshold: int) -> list[tuple[int, int]]:
    stretches: list[list[int]] = []
    for one in sorted(on):
        if stretches and one - stretches[-1][-1] - 1 <= pause:
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return [(stretch[0], stretch[-1] + 1) for stretch in stretches if len(stretch) > threshold]
