"""What people note and other programs report: each is one incident of the same rules."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fairview.policies.public import get_policy
from fairview.proctoring.contracts import (
    DetectionReported,
    Outcome,
    SightingNoted,
    WatchStated,
)
from fairview.proctoring.public import evaluate
from fairview.proctoring.tests.logs import Log, us

STANDARD = get_policy("standard@2")
FIRST = get_policy("standard@1")


def outcome_of(log: Log) -> Outcome:
    return evaluate(log.entries, STANDARD)


def reported(rule: str, duration_ms: int = 0, confidence_pm: int = 1_000) -> DetectionReported:
    return DetectionReported(
        rule=rule,  # type: ignore[arg-type]
        reason="reported",
        duration_ms=duration_ms,
        confidence_pm=confidence_pm,
        detector="campus",
        told=rule.upper(),
    )


def report(*rules: str) -> Log:
    log = Log().add(0, WatchStated(detector="campus"), "service")
    for second, rule in enumerate(rules, start=1):
        log.add(20 + second, reported(rule), "service")
    return log


def confirm(log: Log, rule: str) -> Log:
    incident = next(one for one in outcome_of(log).incidents if one.rule == rule)
    return log.reviewed(90, incident.id, "confirmed")


def test_three_look_aways_one_absence_and_one_confirmed_phone_give_ninety_two() -> None:
    log = report("look_away", "look_away", "look_away", "absence", "phone")
    assert outcome_of(log).score == 95
    assert outcome_of(confirm(log, "phone").ended(100)).score == 92


def test_the_same_from_the_devices_own_observations_gives_ninety_two() -> None:
    log = Log().watched(0, 100).saw("presence", "absent", 100, 112).watched(112, 200)
    for start in (10, 30, 50):
        log.saw("gaze", "left", start, start + 6)
    log.saw("objects", "phone", 150, 153)
    assert outcome_of(confirm(log, "phone").ended(200)).score == 92


def test_reports_a_second_apart_are_incidents_of_their_own() -> None:
    assert len(outcome_of(report("look_away", "look_away", "look_away")).incidents) == 3


def test_a_rule_asks_for_longer_when_a_program_says_how_long() -> None:
    log = report().add(30, reported("look_away", 4_000), "service")
    log.add(60, reported("look_away", 6_000), "service")
    (incident,) = outcome_of(log).incidents
    assert (incident.started_us, incident.seen_until_us) == (us(54), us(60))


def test_what_is_reported_twice_under_one_id_is_one_incident() -> None:
    twice = [msgspec.structs.replace(reported("phone"), event="e1") for _ in range(2)]
    log = report().add(30, twice[0], "service").add(33, twice[1], "service")
    (incident,) = outcome_of(log).incidents
    assert (incident.id, incident.seen_until_us) == ("phone-e1", us(30))
    assert evaluate(log.entries[::-1], STANDARD) == outcome_of(log)


def test_a_doubtful_report_is_no_incident() -> None:
    assert not outcome_of(report().add(30, reported("phone", 0, 400), "service")).incidents


def test_without_the_word_that_all_was_watched_there_is_no_number() -> None:
    log = Log().add(20, reported("look_away"), "service").ended(60)
    assert (outcome_of(log).score, outcome_of(log).reason) == (None, "not_observed")


def test_whose_word_the_coverage_is_stands_in_the_outcome() -> None:
    outcome = outcome_of(report().ended(60))
    assert (outcome.coverage_pm, outcome.watched_by, outcome.gaps) == (1_000, "campus", [])


def test_only_a_service_reports_and_only_people_note() -> None:
    log = Log().add(20, reported("look_away"), "candidate").add(21, reported("absence"), "server")
    log.add(22, SightingNoted(rule="phone", by="cai"), "candidate")
    assert not outcome_of(log).incidents


def test_what_a_person_saw_is_confirmed_and_can_be_dismissed() -> None:
    log = Log().watched(0, 60).add(30, SightingNoted(rule="phone", by="ines", note="by the keyboard"))
    (incident,) = outcome_of(log).incidents
    assert (incident.review, incident.note, incident.reason) == (
        "confirmed",
        "by the keyboard",
        "phone_noted",
    )
    assert outcome_of(log.ended(60)).score == 97
    assert outcome_of(log.reviewed(50, incident.id, "dismissed")).score == 100


def test_an_older_policy_knows_no_phones() -> None:
    log = Log().watched(0, 60).add(30, SightingNoted(rule="phone", by="ines")).ended(60)
    assert not evaluate(log.entries, FIRST).incidents


def test_eyes_closed_for_longer_than_the_threshold() -> None:
    log = Log().watched(0, 60).saw("eyes", "closed", 10, 14).saw("eyes", "closed", 30, 32).ended(60)
    assert [one.rule for one in outcome_of(log).incidents] == ["eyes_closed"]


@given(st.permutations(range(8)), st.lists(st.integers(0, 7), max_size=5))
def test_order_and_repeats_change_nothing(order: list[int], repeated: list[int]) -> None:
    log = report("look_away", "absence", "phone", "book", "device", "eyes_closed")
    shuffled = [log.entries[index] for index in order]
    again = [log.entries[index] for index in repeated]
    assert evaluate(shuffled + again, STANDARD) == outcome_of(log)


def test_dismissing_any_one_incident_moves_the_score_by_its_own_part() -> None:
    log = report("look_away", "absence", "several_faces", "eyes_closed").ended(100)
    before = outcome_of(log)
    for incident in before.incidents:
        again = report("look_away", "absence", "several_faces", "eyes_closed").ended(100)
        after = outcome_of(again.reviewed(110, incident.id, "dismissed"))
        assert after.score == (before.score or 0) + STANDARD.rules[incident.rule].weight
