"""The pure part: findings from facts, log and policy."""

import msgspec

from fairview.evidence.contracts import StreamClosed
from fairview.policies.public import get_policy
from fairview.proctoring.tests.logs import Log, us
from fairview.reports.contracts import Findings, ReportFacts, ReportPerson
from fairview.reports.engine import compute, decode, document, encode, is_settled
from fairview.rooms.contracts import ParticipantJoined, ParticipantLeft

FACTS = ReportFacts(
    room_session="r",
    interview="i",
    organisation="Linden",
    title="Platform engineer",
    zone="Europe/Madrid",
    scheduled_us=us(0),
    minutes=60,
    candidate=ReportPerson(name="Cai", email="cai@example.org"),
    interviewers=[ReportPerson(name="Ines", email="ines@example.org")],
    consent=None,
)
QUIET_US = 5_000_000


def findings(log: Log) -> Findings:
    return compute(FACTS, log.entries, get_policy("standard@1"))


def test_a_document_is_the_same_after_a_round_trip() -> None:
    log = Log().watched(0, 60).ended(60)
    frozen = document(findings(log), log.entries, 1, "ended", us(61))
    assert decode(encode(frozen)) == frozen
    assert encode(decode(encode(frozen))) == encode(frozen)


def test_the_order_of_the_log_does_not_matter() -> None:
    log = Log().watched(0, 60).saw("gaze", "left", 10, 18).watch(20, "paused", "tab_hidden").ended(60)
    backwards = Log(started=None)
    backwards.entries = log.entries[::-1]
    assert findings(backwards) == findings(log)


def test_the_ribbon_marks_incidents_comings_and_hidden_pages_within_the_session() -> None:
    log = Log().saw("gaze", "left", 10, 18).ended(60)
    log.add(-5, ParticipantJoined(participant="c", role="candidate"))
    log.add(30, ParticipantLeft(participant="c"))
    log.add(32, ParticipantJoined(participant="c", role="candidate"))
    log.watch(40, "paused", "tab_hidden").watch(44, "watching", "started").watch(58, "paused", "tab_hidden")
    found = findings(log)
    assert [(one.kind, one.role, one.started_ms, one.ended_ms) for one in found.ribbon.moments] == [
        ("incident", "candidate", 10_000, 18_000),
        ("left", "candidate", 30_000, 30_000),
        ("joined", "candidate", 32_000, 32_000),
        ("page_hidden", "candidate", 40_000, 44_000),
        ("page_hidden", "candidate", 58_000, 60_000),
    ]
    assert found.page_hidden == 2
    assert [(gap.started_ms, gap.ended_ms) for gap in found.ribbon.gaps] == [(0, 60_000)]


def test_too_little_observed_is_said_instead_of_a_number() -> None:
    outcome = findings(Log().watched(0, 10).ended(60)).outcome
    assert (outcome.score, outcome.reason, outcome.coverage_pm) == (None, "insufficient_coverage", 166)


def test_every_enabled_rule_has_a_line_of_the_sum() -> None:
    rules = findings(Log().watched(0, 60).ended(60)).outcome.rules
    assert [(one.rule, one.points, one.threshold_ms) for one in rules] == [
        ("look_away", 0, 5_000),
        ("absence", 0, 10_000),
        ("several_faces", 0, 1_000),
    ]


def test_a_log_is_settled_when_every_stream_of_the_candidate_is_closed_or_nothing_comes() -> None:
    log = Log().watched(0, 60).ended(60)
    assert not is_settled(log.entries, us(62), QUIET_US)
    assert is_settled(log.entries, us(65), QUIET_US)
    log.reviewed(66, "look_away-1", "confirmed")
    assert is_settled(log.entries, us(66), QUIET_US)
    log.add(61, StreamClosed(reason="ended"), "candidate")
    assert is_settled(log.entries, us(62), QUIET_US)
    other = [
        msgspec.structs.replace(one, stream_id=one.session_id) for one in Log(None).watched(0, 1).entries
    ]
    assert not is_settled([*log.entries, *other], us(62), QUIET_US)
