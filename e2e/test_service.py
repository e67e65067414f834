"""A program in plain Python holds a session of its own, and the product shows what the program is told."""

import json
from typing import Any

from playwright.sync_api import expect

from e2e.house import House
from e2e.people import Interviewer
from e2e.programs import Program

EXAMPLE = [
    {"type": "FOCUS_LOST", "duration": 6},
    {"type": "FOCUS_LOST", "duration": 8},
    {"type": "focus_lost"},
    {"type": "NO_FACE", "duration": 12},
    {"type": "SUSPICIOUS_OBJECT", "object": "phone", "confidence": 0.9},
]


def test_the_example_gives_ninety_two_on_the_page_and_to_the_program(house: House, ada: Interviewer) -> None:
    campus = Program(house)
    session = campus.begin(candidateEmail="john.doe@candidates.example", title="Night nurse")
    assert campus.tell(session, EXAMPLE)["accepted"] == 5
    assert campus.end(session)["integrityScore"] == 95

    ada.page.goto(f"{house.address}/reports/{session}")
    ada.sees_heading("John Doe")
    expect(ada.page.get_by_test_id("score")).to_have_text("95")
    ada.opens_moment("phone").get_by_role("button", name="Confirm", exact=True).click()
    expect(ada.page.get_by_test_id("score")).to_have_text("92", timeout=20_000)

    assert campus.ask("GET", f"/api/sessions/{session}")["integrityScore"] == 92
    assert campus.ask("GET", f"/api/reports/{session}")["outcome"]["score"] == 92
    replayed = replay(house, session)
    assert (replayed["score"], len(replayed["incidents"])) == (92, 5)


def test_a_report_asked_for_at_once_holds_everything_acknowledged(house: House) -> None:
    campus = Program(house)
    session = campus.begin()
    for _ in range(20):
        campus.tell(session, [{"type": "NO_FACE"}] * 5)
    campus.end(session)
    assert len(campus.ask("GET", f"/api/reports/{session}")["outcome"]["incidents"]) == 100


def replay(house: House, session: str) -> dict[str, Any]:
    log = house.data / "log.jsonl"
    exported = house.run("report", "export", session, "--format", "log", "--out", str(log))
    assert exported.returncode == 0, exported.stderr
    return dict(json.loads(house.run("proctor", "replay", str(log), "--json").stdout))
