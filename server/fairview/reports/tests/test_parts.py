"""Every point can be traced: dismissing one incident moves the score by exactly the part that it is told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fairview.policies.contracts import RuleName
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import SightingNoted
from fairview.proctoring.tests.logs import Log
from fairview.reports.contracts import Findings
from fairview.reports.engine import compute
from fairview.reports.tests.test_engine import FACTS

POLICY = get_policy("standard@2")
SEEN: dict[RuleName, tuple[str, str, int]] = {
    "look_away": ("gaze", "left", 8),
    "absence": ("presence", "absent", 12),
    "several_faces": ("faces", "2", 4),
}
EPISODE_S = 20


def findings(log: Log) -> Findings:
    return compute(FACTS, log.entries, POLICY)


def log_of(episodes: list[str]) -> Log:
    """One episode after another, watched throughout; a phone is noted by a person."""
    length = EPISODE_S * (len(episodes) + 1)
    log = Log(policy="standard@2")
    for index, name in enumerate(episodes):
        at = EPISODE_S * index + 2
        if name == "phone":
            log.watched(at, at + EPISODE_S).add(at + 5, SightingNoted(rule="phone", by="ines"))
            continue
        kind, value, seconds = SEEN[name]  # type: ignore[index]
        if name != "absence":
            log.watched(at, at + EPISODE_S)
        else:
            log.watched(at + seconds, at + EPISODE_S)
        log.saw(kind, value, at, at + seconds)
    return log.ended(length)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*SEEN, "phone"]), min_size=1, max_size=30), st.data())
def test_dismissing_one_incident_moves_the_score_by_exactly_its_part(
    episodes: list[str], data: st.DataObject
) -> None:
    log = log_of(episodes)
    before = findings(log).outcome
    assert before.score is not None
    one = data.draw(st.sampled_from(before.incidents))
    log.reviewed(EPISODE_S * (len(episodes) + 1) + 1, one.id, "dismissed")
    after = findings(log).outcome
    assert after.score is not None
    assert after.score - before.score == one.points
    assert next(each for each in after.incidents if each.id == one.id).points == 0


def test_where_a_cap_holds_anyway_an_incident_has_no_part() -> None:
    outcome = findings(log_of(["look_away"] * 21)).outcome
    assert outcome.score == 80
    assert {one.points for one in outcome.incidents} == {0}
    assert {one.points for one in findings(log_of(["look_away"] * 20)).outcome.incidents} == {1}


def test_three_looks_away_one_absence_and_one_confirmed_phone_give_92() -> None:
    found = findings(log_of(["look_away", "absence", "look_away", "phone", "look_away"]))
    assert found.outcome.score == 92
    assert [(rule.rule, rule.points) for rule in found.outcome.rules if rule.points] == [
        ("look_away", 3),
        ("absence", 2),
        ("phone", 3),
    ]
    assert [(one.kind, one.review) for one in found.objects] == [("phone", "confirmed")]
    assert [(one.code, one.params) for one in found.lead] == [
        ("lead_moments", {"count": 4}),
        ("lead_phone", {"count": 1}),
    ]


def test_a_thing_that_nobody_confirmed_takes_nothing_off_and_is_said_to_wait() -> None:
    log = log_of(["look_away"]).saw("objects", "phone", 12, 16)
    found = findings(log)
    assert found.outcome.score == 99
    assert [(one.kind, one.review) for one in found.objects] == [("phone", "open")]
    assert found.lead[-1].code == "lead_objects_open"


def test_without_a_number_nothing_has_a_part() -> None:
    found = findings(Log(policy="standard@2").watched(0, 10).saw("gaze", "left", 0, 8).ended(60))
    assert (found.outcome.score, [one.points for one in found.outcome.incidents]) == (None, [0])
