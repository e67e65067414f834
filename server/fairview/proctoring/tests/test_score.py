import pytest

from fairview.policies.public import get_policy
from fairview.proctoring.contracts import Deduction, Outcome
from fairview.proctoring.public import as_replay_json, evaluate
from fairview.proctoring.tests.logs import Log, us

STANDARD = get_policy("standard@1")


def outcome_of(log: Log) -> Outcome:
    return evaluate(log.entries, STANDARD)


def example() -> Log:
    """Three look-aways, one absence and one other incident of weight 3."""
    log = Log().watched(0, 100).saw("presence", "absent", 100, 112).watched(112, 200)
    for start in (10, 30, 50):
        log.saw("gaze", "left", start, start + 6)
    return log.saw("faces", "2", 150, 153).ended(200)


def test_the_example_gives_ninety_two() -> None:
    outcome = outcome_of(example())
    assert outcome.score == 92
    assert [(one.rule, one.points, len(one.incidents)) for one in outcome.deductions] == [
        ("look_away", 3, 3),
        ("absence", 2, 1),
        ("several_faces", 3, 1),
    ]


def test_a_dismissed_incident_costs_nothing_and_a_reopened_one_does() -> None:
    log = example()
    incident = next(one for one in outcome_of(log).incidents if one.rule == "several_faces")
    assert outcome_of(log.reviewed(210, incident.id, "dismissed")).score == 95
    assert outcome_of(log.reviewed(220, incident.id, "open")).score == 92


def test_deductions_stop_at_the_cap_and_say_so() -> None:
    log = Log().watched(0, 300)
    for start in range(0, 300, 10):
        log.saw("gaze", "down", start, start + 6)
    outcome = outcome_of(log.ended(300))
    assert outcome.score == 80
    assert outcome.deductions == [
        Deduction(rule="look_away", incidents=[one.id for one in outcome.incidents], points=20, capped=True)
    ]


@pytest.mark.parametrize(
    ("watched", "reason", "score"),
    [(0, "not_observed", None), (29, "insufficient_coverage", None), (30, None, 100), (60, None, 100)],
)
def test_with_too_little_observed_there_is_no_number(
    watched: int, reason: str | None, score: int | None
) -> None:
    outcome = outcome_of(Log().watched(0, watched).ended(60))
    assert (outcome.reason, outcome.score) == (reason, score)
    assert outcome.coverage_pm == watched * 1_000 // 60


def test_a_gap_is_named_and_costs_no_points() -> None:
    outcome = outcome_of(Log().watched(0, 20).watched(40, 59).ended(60))
    assert [(gap.started_us, gap.ended_us) for gap in outcome.gaps] == [(us(20), us(40))]
    assert (outcome.coverage_pm, outcome.score) == (650, 100)


def test_a_session_that_goes_on_is_judged_up_to_its_newest_entry() -> None:
    outcome = outcome_of(Log().watched(0, 10).saw("gaze", "left", 2, 10))
    assert (outcome.score, outcome.coverage_pm, outcome.ended_us) == (99, 1_000, None)
    report = as_replay_json(outcome)
    assert report["duration_ms"] is None
    assert report["incidents"][0] | {"id": ""} == {
        "id": "",
        "rule": "look_away",
        "started_ms": 2_000,
        "ended_ms": None,
        "severity": 0.375,
        "reason": "looked_left",
        "review": "open",
    }
