"""Gaps of the connection as a report tells them, and how far off a moment may be."""

import msgspec

from fairview.evidence.contracts import GapNoted
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import SightingNoted
from fairview.proctoring.tests.logs import Log, us
from fairview.reports.contracts import Findings, ReportSilence
from fairview.reports.engine import compute, document
from fairview.reports.letter.sentences import sentences
from fairview.reports.letter.silences import silences_of
from fairview.reports.tests.test_engine import FACTS, findings
from fairview.rooms.contracts import ParticipantFellSilent, ParticipantHeardAgain, ParticipantJoined


def fell_silent(log: Log, since: float, role: str = "candidate") -> Log:
    silent = {"participant": role, "role": role, "since_us": us(since)}
    return log.add(since + 8, msgspec.convert(silent, ParticipantFellSilent))


def heard_again(log: Log, since: float, at: float) -> Log:
    return log.add(at, ParticipantHeardAgain(participant="candidate", role="candidate", since_us=us(since)))


def arriving_at(log: Log, second: float) -> Log:
    """What the candidate's device noted, all of it received then."""
    log.entries = [
        msgspec.structs.replace(entry, received_us=us(second)) if entry.role == "candidate" else entry
        for entry in log.entries
    ]
    return log


def told(found: Findings) -> list[tuple[int, int, int, int]]:
    return [(one.started_ms, one.ended_ms, one.arrived, one.lost) for one in found.silences]


def test_what_came_after_a_silence_is_counted_and_takes_nothing_off() -> None:
    log = arriving_at(Log().watched(10, 20), 40)
    fell_silent(log, 9)
    heard_again(log, 9, 30)
    found = findings(log.watched(0, 9).watched(20, 60).ended(60))
    (silence,) = found.silences
    assert (silence.started_ms, silence.ended_ms, silence.lost) == (9_000, 30_000, 0)
    assert silence.arrived > 0
    assert (found.outcome.score, found.outcome.gaps) == (100, [])


def test_what_did_not_arrive_lowers_the_coverage_and_nothing_else() -> None:
    log = fell_silent(Log().watched(0, 40), 40)
    heard_again(log, 40, 55)
    found = findings(log.watched(55, 100).ended(100))
    assert found.silences == [ReportSilence(started_ms=40_000, ended_ms=55_000, arrived=0, lost=0)]
    assert (found.outcome.score, found.outcome.coverage_pm) == (100, 850)


def test_a_silence_that_nothing_ends_lasts_until_the_end_or_until_they_come_again() -> None:
    assert told(findings(fell_silent(Log().watched(0, 40), 40).ended(60))) == [(40_000, 60_000, 0, 0)]
    log = fell_silent(Log().watched(0, 40), 40)
    log.add(50, ParticipantJoined(participant="candidate", role="candidate"))
    assert told(findings(log.ended(60))) == [(40_000, 50_000, 0, 0)]


def test_who_comes_again_and_is_then_heard_was_silent_once() -> None:
    log = fell_silent(Log().watched(0, 40), 40)
    log.add(50, ParticipantJoined(participant="candidate", role="candidate"))
    heard_again(log, 40, 51)
    fell_silent(log, 60)
    heard_again(log, 60, 70)
    assert told(findings(log.ended(80))) == [(40_000, 50_000, 0, 0), (60_000, 70_000, 0, 0)]


def test_silences_of_others_and_before_the_session_are_not_told() -> None:
    log = fell_silent(Log(), 5, role="interviewer")
    heard_again(log, -20, -5)
    assert findings(log.ended(60)).silences == []


def test_losses_that_the_device_reports_are_told_where_they_fell() -> None:
    log = fell_silent(Log(), 10)
    heard_again(log, 10, 30)
    log.add(15, GapNoted(lost=4, reason="no_space"), role="candidate")
    log.add(50, GapNoted(lost=2, reason="store_damaged"), role="candidate")
    log.add(52, GapNoted(lost=0, reason="stream_conflict"), role="candidate")
    assert told(findings(log.ended(60))) == [(10_000, 30_000, 0, 4), (50_000, 50_000, 0, 2)]


def test_a_moment_is_as_uncertain_as_the_worst_statement_that_it_rests_on() -> None:
    log = Log().watched(0, 60).saw("gaze", "left", 10, 18).saw("gaze", "left", 30, 38)
    log.entries = [
        msgspec.structs.replace(entry, uncertainty_us=40_001) if entry.estimated_us == us(15) else entry
        for entry in log.entries
    ]
    first, second = findings(log.ended(60)).outcome.incidents
    assert (first.uncertainty_ms, second.uncertainty_ms) == (41, 1)


def test_what_a_person_noted_is_dated_by_the_servers_own_clock() -> None:
    log = Log().watched(0, 60).add(30.123, SightingNoted(rule="phone", by="ines")).ended(60)
    (sighting,) = compute(FACTS, log.entries, get_policy("standard@2")).outcome.incidents
    assert sighting.uncertainty_ms == 0


def test_the_letter_says_how_long_and_what_became_of_it() -> None:
    log = fell_silent(Log().watched(0, 40), 40)
    heard_again(log, 40, 55)
    log.add(70, GapNoted(lost=2, reason="store_damaged"), role="candidate").watched(55, 100).ended(100)
    report = document(findings(log), log.entries, 1, "ended", us(101))
    assert silences_of(report, sentences()) == [
        "Nothing reached us from 09:00:40 to 09:00:55 (0:15). "
        "What may have been noted meanwhile did not arrive.",
        "2 notes of the device at 09:01:10 are lost.",
        "That says something of a connection and nothing of a person. It takes nothing off.",
    ]
