"""What was not observed is said as it is: how long, and nothing more."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fairview.policies.public import get_policy
from fairview.proctoring.contracts import DetectionReported, Incident, WatchStated
from fairview.proctoring.engine import fold, pass_time
from fairview.proctoring.gaps import named, pauses
from fairview.proctoring.public import evaluate
from fairview.proctoring.spans import Span, Spans, add, subtract
from fairview.proctoring.tests.logs import Log, us

POLICY = get_policy("standard@3")


def gaps_of(log: Log) -> list[tuple[float, float | None]]:
    return [told(one) for one in evaluate(log.entries, POLICY).incidents if one.rule == "monitoring_gap"]


def told(incident: Incident) -> tuple[float, float | None]:
    """From when to when, in seconds."""
    start, end = incident.started_us, incident.ended_us
    return ((start - us(0)) / 1e6, None if end is None else (end - us(0)) / 1e6)


def test_a_stretch_without_observation_is_one_moment_that_takes_nothing_off() -> None:
    log = Log().watched(0, 20).watched(30, 60).ended(60)
    outcome = evaluate(log.entries, POLICY)
    (gap,) = outcome.incidents
    assert (gap.rule, gap.reason, told(gap)) == ("monitoring_gap", "not_observed", (20, 30))
    assert (gap.raised_us, gap.severity_pm) == (us(25), 500)
    assert (outcome.score, outcome.deductions) == (100, [])


def test_the_threshold_itself_is_not_longer_than_the_threshold() -> None:
    assert gaps_of(Log().watched(0, 20).watched(25, 60).ended(60)) == []
    assert gaps_of(Log().watched(0, 20).watched(25.1, 60).ended(60)) == [(20, 25.1)]


def test_before_the_first_and_after_the_last_word_too() -> None:
    assert gaps_of(Log().watched(8, 20).ended(60)) == [(0, 8), (20, 60)]


def test_a_moment_of_sight_does_not_make_two_of_one() -> None:
    assert gaps_of(Log().watched(0, 10).watched(20, 20.8).watched(30, 60).ended(60)) == [(10, 30)]


def test_pauses_that_are_too_short_to_be_named_never_add_up() -> None:
    log = Log()
    for second in range(60):
        log.watched(second, second + 0.5)
    assert gaps_of(log.ended(60)) == []


def test_where_nothing_was_watched_there_is_no_gap_in_the_watch() -> None:
    assert gaps_of(Log().ended(60)) == []
    assert gaps_of(Log(started=30).watched(0, 20).ended(60)) == []


def test_not_where_another_program_watched() -> None:
    log = Log().watched(0, 10).add(5, WatchStated(detector="campus"), "service").ended(60)
    assert gaps_of(log) == []


def test_not_where_it_was_erased_what_was_observed() -> None:
    log = Log().watched(0, 60).ended(60)
    erased = [
        msgspec.structs.replace(one, payload=b"", salt=b"") if 10 < place < 40 else one
        for place, one in enumerate(log.entries)
    ]
    assert evaluate(erased, POLICY).incidents == []


def test_not_under_a_policy_without_the_rule() -> None:
    assert evaluate(Log().watched(0, 20).ended(60).entries, get_policy("standard@2")).incidents == []


def test_while_the_talk_goes_on_only_as_far_as_the_device_has_spoken() -> None:
    log = Log().watched(0, 20).reviewed(50, "none", "open")
    assert gaps_of(log) == []
    log.saw("voice", "none", 20, 40)
    assert gaps_of(log) == [(20, None)]


def test_a_silent_device_is_a_gap_that_grows_until_it_speaks_again() -> None:
    log = Log().watched(0, 20)
    state = fold(log.entries, POLICY)
    assert pass_time(state, us(25)).incidents == ()
    grown = pass_time(pass_time(state, us(26)), us(32))
    assert [told(one) for one in grown.incidents] == [(20, None)]
    later = fold(log.watched(32, 40).entries, POLICY)
    assert [told(one) for one in later.incidents] == [(20, 32)]
    assert fold(log.watched(20, 32).entries, POLICY).incidents == ()


def test_another_program_may_report_a_voice() -> None:
    heard = DetectionReported(
        rule="second_voice",
        reason="other_voice",
        duration_ms=0,
        confidence_pm=900,
        detector="campus",
        told="VOICE",
    )
    outcome = evaluate(Log().add(20, heard, "service").watched(0, 60).ended(60).entries, POLICY)
    assert [(one.rule, one.reason) for one in outcome.incidents] == [("second_voice", "other_voice")]


moments = st.integers(0, 60_000_000)


@given(st.lists(st.tuples(moments, moments), max_size=30))
def test_the_pauses_are_what_lies_between_all_that_was_watched(drawn: list[tuple[int, int]]) -> None:
    watched: Spans = ()
    known: Spans = ()
    for start, end in drawn:
        span = Span(start, end)
        wider = add(watched, span)
        if wider is not watched:
            known = pauses(known, watched, span)
        watched = wider
    whole = (Span(watched[0].start, watched[-1].end),) if watched else ()
    assert known == named(subtract(whole, watched))
