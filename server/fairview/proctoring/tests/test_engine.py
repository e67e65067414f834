"""What the rules promise, told in seconds of a talk."""

from typing import Any

import msgspec
import pytest

from fairview.policies.public import get_policy
from fairview.proctoring.contracts import Incident, Outcome
from fairview.proctoring.engine import (
    IncidentEnded,
    IncidentExtended,
    IncidentRaised,
    IncidentWithdrawn,
    State,
    advance,
    fold,
    pass_time,
)
from fairview.proctoring.errors import EntryUnreadable
from fairview.proctoring.public import as_replay_json, evaluate
from fairview.proctoring.tests.logs import Log, us

STANDARD = get_policy("standard@1")


def told(outcome: Outcome) -> list[tuple[str, str, float, float | None]]:
    """Incidents as (rule, reason, start, end) in seconds from the start."""
    report: list[dict[str, Any]] = as_replay_json(outcome)["incidents"]
    return [
        (one["rule"], one["reason"], one["started_ms"] / 1_000, one["ended_ms"] and one["ended_ms"] / 1_000)
        for one in report
    ]


def incidents_of(log: Log) -> list[tuple[str, str, float, float | None]]:
    return told(evaluate(log.entries, STANDARD))


def test_looking_away_for_eight_seconds_is_one_incident() -> None:
    log = Log().saw("gaze", "left", 10, 18).saw("gaze", "centre", 18, 30).ended(60)
    assert incidents_of(log) == [("look_away", "looked_left", 10, 18)]


def test_exactly_the_threshold_is_not_longer_than_the_threshold() -> None:
    assert incidents_of(Log().saw("gaze", "left", 10, 15).ended(60)) == []
    assert incidents_of(Log().saw("gaze", "left", 10, 15.001).ended(60)) != []


def test_many_short_glances_are_no_incident() -> None:
    log = Log()
    for start in range(10, 50, 6):
        log.saw("gaze", "right", start, start + 3).saw("gaze", "centre", start + 3, start + 6)
    assert incidents_of(log.ended(60)) == []


def test_a_blink_inside_an_episode_neither_ends_it_nor_counts() -> None:
    log = Log().saw("gaze", "left", 10, 13).saw("gaze", "unknown", 13, 13.5).saw("gaze", "left", 13.5, 15.4)
    assert incidents_of(log.ended(60)) == []
    log.saw("gaze", "left", 15.4, 16)
    assert incidents_of(log) == [("look_away", "looked_left", 10, 16)]


def test_a_turned_head_looks_away_where_the_policy_says() -> None:
    log = (
        Log()
        .saw("head", "-30001,0", 10, 16)
        .saw("head", "30000,25000", 16, 40)
        .saw("head", "0,25001", 40, 46)
    )
    assert incidents_of(log.ended(60)) == [
        ("look_away", "turned_away", 10, 16),
        ("look_away", "turned_away", 40, 46),
    ]


def test_eyes_and_head_together_are_one_episode_named_after_the_longer() -> None:
    log = Log().saw("gaze", "down", 10, 14).saw("head", "40000,0", 13, 20).ended(60)
    assert incidents_of(log) == [("look_away", "turned_away", 10, 20)]


def test_nobody_there_for_twelve_seconds_is_absence_and_no_look_away() -> None:
    log = Log().saw("presence", "absent", 10, 22).saw("gaze", "left", 10, 22).ended(60)
    assert incidents_of(log) == [("absence", "no_face", 10, 22)]


def test_a_second_face_for_two_seconds() -> None:
    log = Log().saw("faces", "1", 0, 10).saw("faces", "2", 10, 12).saw("faces", "many", 12, 30).ended(60)
    assert incidents_of(log) == [("several_faces", "several_faces", 10, 12)]


def test_another_voice_while_the_mouth_is_still_is_an_incident_and_their_own_is_none() -> None:
    log = Log(policy="standard@3").watched(0, 60)
    for value, start in (("own", 5), ("unclear", 15), ("none", 25), ("other", 35)):
        log.saw("voice", value, start, start + 4)
    found = told(evaluate(log.ended(60).entries, get_policy("standard@3")))
    assert found == [("second_voice", "other_voice", 35, 39)]


def test_a_phone_that_may_be_a_hand_is_one_episode_with_the_phone_and_named_after_the_longer() -> None:
    log = Log(policy="standard@3").watched(0, 60).saw("objects", "hand_or_phone", 10, 14)
    log.saw("objects", "phone", 14, 16).saw("objects", "headphones", 30, 40).saw("objects", "none", 40, 50)
    found = told(evaluate(log.ended(60).entries, get_policy("standard@3")))
    assert found == [("phone", "hand_or_phone_seen", 10, 16)]


def test_silence_is_never_counted() -> None:
    log = Log().saw("gaze", "left", 10, 14).saw("gaze", "left", 30, 34).ended(60)
    assert incidents_of(log) == []


def test_only_the_candidate_s_device_at_enough_confidence_observes() -> None:
    log = Log().saw("gaze", "left", 10, 18, confidence_pm=499).saw("gaze", "left", 20, 28, role="interviewer")
    assert incidents_of(log.ended(60)) == []


def test_only_the_time_between_start_and_end_counts() -> None:
    log = Log(started=10).saw("gaze", "left", 2, 16).saw("gaze", "left", 55, 70).ended(58)
    assert incidents_of(log) == [("look_away", "looked_left", 0, 6)]


def test_without_a_start_there_are_no_incidents_and_no_number() -> None:
    outcome = evaluate(Log(started=None).saw("gaze", "left", 0, 20).entries, STANDARD)
    assert (outcome.incidents, outcome.score, outcome.reason) == ([], None, "not_started")


def test_a_rule_that_is_off_raises_nothing() -> None:
    rules = {
        name: msgspec.structs.replace(rule, enabled=name != "absence")
        for name, rule in STANDARD.rules.items()
    }
    policy = msgspec.structs.replace(STANDARD, rules=rules)
    log = Log().saw("presence", "absent", 10, 30).saw("gaze", "left", 10, 30).ended(60)
    assert told(evaluate(log.entries, policy)) == []


def effects_of(log: Log) -> list[tuple[str, float]]:
    state, heard = State(STANDARD), []
    for entry in log.entries:
        state, effects = advance(state, entry)
        heard += [
            (type(effect).__name__, (entry.estimated_us - us(0)) / 1_000_000)
            for effect in effects
            if not isinstance(effect, IncidentExtended)
        ]
    return heard


def test_an_incident_is_raised_while_it_goes_on_and_ended_once() -> None:
    log = Log().saw("gaze", "left", 10, 18).saw("gaze", "centre", 18, 22)
    assert effects_of(log) == [("IncidentRaised", 16), ("IncidentEnded", 20)]
    raised = fold(log.entries[:7], STANDARD).incidents[0]
    assert (raised.ended_us, raised.raised_us) == (None, us(15))


def test_late_news_withdraws_an_incident() -> None:
    log = Log().saw("gaze", "left", 10, 17).saw("presence", "absent", 12, 17)
    assert effects_of(log)[-1][0] == IncidentWithdrawn.__name__
    assert effects_of(log)[0][0] == IncidentRaised.__name__


def test_a_device_that_falls_silent_ends_what_went_on() -> None:
    state = fold(Log().saw("gaze", "left", 10, 18).entries, STANDARD)
    assert state.incidents[0].ended_us is None
    assert pass_time(state, us(18.5)).incidents[0].ended_us is None
    after = pass_time(state, us(20))
    assert after.incidents[0].ended_us == us(18)
    assert IncidentEnded(after.incidents[0]).incident.seen_until_us == us(18)


def test_the_newest_review_counts_and_only_by_staff() -> None:
    log = Log().saw("gaze", "left", 10, 18).ended(60)
    incident: Incident = evaluate(log.entries, STANDARD).incidents[0]
    log.reviewed(30, incident.id, "dismissed").reviewed(20, incident.id, "confirmed")
    log.reviewed(40, incident.id, "open", role="candidate")
    assert evaluate(log.entries, STANDARD).incidents[0].review == "dismissed"


def test_one_erased_statement_is_enough_to_have_no_score() -> None:
    log = Log().watched(0, 60).ended(60)
    assert evaluate(log.entries, STANDARD).score == 100
    for at, entry in enumerate(log.entries):
        erased = msgspec.structs.replace(entry, payload=b"", salt=b"")
        outcome = evaluate([*log.entries[:at], erased, *log.entries[at + 1 :]], STANDARD)
        assert (outcome.score, outcome.reason) == (None, "not_recomputable")


def test_an_erased_entry_that_no_rule_reads_takes_no_score() -> None:
    log = Log().watched(0, 60).ended(60)
    foreign = msgspec.structs.replace(log.entries[0], kind="coding.document_edited", payload=b"", salt=b"")
    assert evaluate([*log.entries, foreign], STANDARD).score == 100


def test_an_erased_payload_says_nothing_and_a_broken_one_is_refused() -> None:
    log = Log().saw("gaze", "left", 10, 18)
    erased = [msgspec.structs.replace(entry, payload=b"", salt=b"") for entry in log.entries]
    outcome = evaluate(erased, STANDARD)
    assert (outcome.score, outcome.reason, outcome.incidents) == (None, "not_recomputable", [])
    broken = msgspec.structs.replace(log.entries[3], payload=b'{"kind":"proctoring.observation"}')
    with pytest.raises(EntryUnreadable, match=r"Entry 4 \(proctoring\.observation\)"):
        evaluate([broken], STANDARD)
