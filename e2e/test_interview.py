"""One whole interview, from the invitation to the recomputed report, led by the keyboard alone. Where the
candidate looks is known."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.puppet.film import Clip
from e2e.house import House
from e2e.keyboard import InterviewerByKeyboard
from e2e.people import Candidate
from e2e.truth import Span, spans

pytestmark = pytest.mark.whole_machine

TOLERANCE_MS = 1000


@pytest.mark.timeout(420)
def test_an_interview_from_link_to_report(
    house: House,
    at_browser: Callable[..., Any],
    steady_clip: Clip,
    interview_clip: Clip,
    tmp_path: Path,
) -> None:
    ada: InterviewerByKeyboard = at_browser(InterviewerByKeyboard, steady_clip.video)
    noor: Candidate = at_browser(Candidate, interview_clip.video, zone="Asia/Beirut")
    noor.watch_camera()

    ada.sign_in()
    ada.add_candidate("Noor Haddad", "noor@candidates.example", "Asia/Beirut")
    interview = ada.plan_interview("Noor Haddad", "Data engineer")
    link = ada.invite()
    ada.open_room(interview)
    noor.arrive(link)
    ada.let_in()
    noor.waits_for_scene(interview_clip.labels, 0)
    ada.start()

    assert ada.receives_media(), "the interviewer sees and hears the candidate"
    assert noor.receives_media(), "the candidate sees and hears the interviewer"

    noor.waits_for_scene(interview_clip.labels, -1)
    appeared = ada.moments_appeared()
    assert noor.page.locator("[data-moment]").count() == 0
    assert not re.search("Looked away|Looking away|More than one face", noor.page.inner_text("body"))
    truth = spans(interview_clip.labels, noor.frames_seen())

    ada.end()
    noor.sees_heading("That was it. Thank you.")
    noor.sees("All notes of your device have arrived.")
    session = ada.reads_report()

    report = json.loads(house.run("report", "export", session, "--format", "json").stdout)
    assert report == ada.downloads(f"/api/reports/{session}/report.json")
    started_ms, ended_ms = report["started_us"] / 1000, report["ended_us"] / 1000
    expected = [span for span in truth if span.is_incident_within(started_ms, ended_ms)]
    assert [span.rule for span in expected] == ["look_away", "absence", "several_faces"]
    assert_incidents_match(report, expected)
    assert_alerts_came_during(expected, appeared)

    log = tmp_path / "log.jsonl"
    assert house.run("report", "export", session, "--format", "log", "--out", str(log)).returncode == 0
    replayed = json.loads(house.run("proctor", "replay", str(log), "--json").stdout)
    assert replayed["score"] == report["outcome"]["score"] == 100 - 1 - 2 - 3
    assert ada.page.get_by_test_id("score").inner_text() == str(replayed["score"])
    assert len(replayed["incidents"]) == len(expected)

    assert ada.complaints == []
    assert noor.complaints == []


def assert_incidents_match(report: dict[str, Any], expected: list[Span]) -> None:
    """These incidents and no others, each within a second of what the camera showed."""
    found = report["outcome"]["incidents"]
    assert [one["rule"] for one in found] == [span.rule for span in expected]
    origin_ms = report["started_us"] / 1000
    for incident, span in zip(found, expected, strict=True):
        assert abs(origin_ms + incident["started_ms"] - span.start_ms) < TOLERANCE_MS, (incident, span)
        assert abs(origin_ms + incident["ended_ms"] - span.end_ms) < TOLERANCE_MS, (incident, span)
    assert report["focus_losses"] == 1
    assert report["outcome"]["coverage_pm"] > 900


def assert_alerts_came_during(expected: list[Span], appeared: dict[str, float]) -> None:
    """The interviewer was told while it went on, not afterwards."""
    for span in expected:
        at = appeared[span.rule]
        assert span.start_ms < at < span.end_ms, (span, at)
