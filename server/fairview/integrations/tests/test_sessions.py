"""Whole sessions of a program in plain Python, and everything that it may get wrong."""

from datetime import timedelta
from typing import Any

import pytest
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.candidates.models import Candidate
from fairview.integrations.tests.service import Service, service_of
from fairview.kit.clock import utc_now

pytestmark = pytest.mark.django_db

EXAMPLE = [
    {"type": "FOCUS_LOST", "duration": 6},
    {"type": "FOCUS_LOST", "duration": 7},
    {"type": "focus_lost"},
    {"type": "NO_FACE", "durationMs": 12_000},
    {"eventType": "SUSPICIOUS_OBJECT", "details": {"object": "cell phone", "confidence": 0.9}},
]


@pytest.fixture
def campus(people: People) -> Service:
    return service_of(people.ada)


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_whole_session_gives_what_the_product_shows(campus: Service, as_ada: Browser) -> None:
    session = campus.begin(candidateEmail="john@example.org", title="Nurse")
    assert campus.tell(session, *EXAMPLE) == {"sessionId": session, "accepted": 5, "refused": []}
    ended = campus.end(session)
    assert (ended["status"], ended["integrityScore"], ended["objectsDetected"]) == ("ended", 95, ["phone"])
    phone = next(event["id"] for event in ended["events"] if event["type"] == "phone")
    as_ada.post(f"/api/rooms/{session}/incidents/{phone}/review", {"review": "confirmed"})
    told = campus.get(f"/api/sessions/{session}")
    document = campus.get(f"/api/reports/{session}")
    shown = as_ada.get(f"/api/reports/{session}").json()
    assert told["integrityScore"] == document["outcome"]["score"] == shown["outcome"]["score"] == 92
    assert told["summary"] == {
        "focusLost": 3,
        "absences": 1,
        "multipleFaces": 0,
        "phones": 1,
        "books": 0,
        "devices": 0,
        "eyeClosures": 0,
    }


def test_the_report_holds_everything_that_was_acknowledged_before(campus: Service) -> None:
    session = campus.begin()
    for _ in range(40):
        campus.tell(session, {"type": "NO_FACE"})
    campus.end(session, "PATCH")
    assert campus.get(f"/api/sessions/{session}")["eventsTotal"] == 40
    assert len(campus.get(f"/api/reports/{session}")["outcome"]["incidents"]) == 40


def test_ending_twice_is_ending_once(campus: Service) -> None:
    session = campus.begin()
    first, second = campus.end(session), campus.end(session, "PATCH")
    assert (first["endTime"], first["reportVersion"]) == (second["endTime"], second["reportVersion"])


def test_a_candidate_is_recognised_by_the_address_whatever_its_case(campus: Service) -> None:
    for email in ("john@example.org", "John@Example.org"):
        campus.begin(candidateEmail=email)
    assert Candidate.objects.filter(email__iexact="john@example.org").count() == 1
    campus.begin()
    campus.begin()
    assert Candidate.objects.filter(email="").count() == 2


def test_one_event_alone_and_logs_in_bulk(campus: Service) -> None:
    one, two = campus.begin(), campus.begin()
    answer = campus.ask("POST", f"/api/sessions/{one}/events", {"type": "MULTIPLE_FACES"})
    assert (answer.status_code, answer.json()["accepted"]) == (201, 1)
    campus.ask("POST", "/api/logs", {"sessionId": one, "logs": [{"event": "NO_FACE"}, {"event": "NO_FACE"}]})
    mixed = [{"sessionId": session, "eventType": "EYE_CLOSURE"} for session in (one, two)]
    assert campus.ask("POST", "/api/logs", mixed).json()["accepted"] == 2
    assert campus.get(f"/api/sessions/{one}")["eventsTotal"] == 4
    assert campus.get(f"/api/sessions/{two}")["eventsTotal"] == 1


def test_in_bulk_a_session_that_has_ended_spoils_nothing_for_another(campus: Service) -> None:
    over, live = campus.begin(), campus.begin()
    campus.end(over)
    answer = campus.ask("POST", "/api/logs", [{"sessionId": one, "type": "NO_FACE"} for one in (over, live)])
    (refused,) = answer.json()["refused"]
    assert (answer.json()["accepted"], refused["index"], refused["code"]) == (1, 0, "session_ended")


def test_bad_events_are_told_by_their_place_and_good_ones_are_kept(campus: Service) -> None:
    session = campus.begin()
    told = campus.tell(
        session,
        {"type": "FOCUS_LOST"},
        {"type": "SNEEZED"},
        {"type": "NO_FACE", "timestamp": "noon"},
        {"type": "NO_FACE", "duration": -1},
        "FOCUS_LOST",
        {"type": "SUSPICIOUS_OBJECT"},
        {"duration": 3},
    )
    assert told["accepted"] == 1
    assert [(one["index"], one["code"]) for one in told["refused"]] == [
        (1, "event_unknown"),
        (2, "event_time_unreadable"),
        (3, "event_malformed"),
        (4, "event_malformed"),
        (5, "event_object_missing"),
        (6, "event_malformed"),
    ]


def test_a_single_bad_event_is_a_problem(campus: Service) -> None:
    session = campus.begin()
    answer = campus.ask("POST", f"/api/sessions/{session}/events", {"type": "SNEEZED"})
    assert problem(answer) == (422, "event_unknown")


@pytest.mark.parametrize("body", ["", "{", "nonsense", "[" * 100_000])
def test_what_is_no_json_is_refused(campus: Service, body: str) -> None:
    session = campus.begin()
    answer = campus.ask("POST", f"/api/sessions/{session}/events", body)
    assert (answer.status_code, answer.json()["field"]) == (422, "body")


def test_events_after_the_end_are_refused(campus: Service) -> None:
    session = campus.begin()
    campus.end(session)
    answer = campus.ask("POST", f"/api/sessions/{session}/events", {"type": "NO_FACE"})
    assert problem(answer) == (409, "session_ended")


def test_too_many_at_once_are_refused_whole(campus: Service) -> None:
    session = campus.begin()
    answer = campus.ask("POST", f"/api/sessions/{session}/events", [{"type": "NO_FACE"}] * 1_001)
    assert problem(answer) == (422, "too_many_events")
    assert campus.get(f"/api/sessions/{session}")["eventsTotal"] == 0


def test_a_clock_that_is_wrong_loses_nothing(campus: Service) -> None:
    session = campus.begin()
    for minutes in (-5, 5, -60 * 24 * 365):
        at = utc_now() + timedelta(minutes=minutes)
        campus.tell(session, {"type": "NO_FACE", "timestamp": at.isoformat()})
    assert campus.get(f"/api/sessions/{session}")["eventsTotal"] == 3


def test_a_repeat_under_one_id_is_one_incident(campus: Service) -> None:
    session = campus.begin()
    for _ in range(3):
        campus.tell(session, {"type": "FOCUS_LOST", "id": "abc", "timestamp": 1_795_262_400})
    assert campus.end(session)["eventsTotal"] == 1


def test_another_organisations_token_sees_nothing(campus: Service, people: People) -> None:
    session, stranger = campus.begin(), service_of(people.zoe)
    for method, path in [
        ("GET", f"/api/sessions/{session}"),
        ("POST", f"/api/sessions/{session}/events"),
        ("PUT", f"/api/sessions/{session}/end"),
        ("GET", f"/api/reports/{session}"),
    ]:
        assert problem(stranger.ask(method, path, {"type": "NO_FACE"})) == (404, "not_found")
    assert campus.get(f"/api/sessions/{session}")["status"] == "active"


def test_without_a_valid_token_nothing_opens(people: People) -> None:
    assert problem(Service("fv_nothing").ask("POST", "/api/sessions", {})) == (401, "token_invalid")


def test_interviews_held_here_are_only_read(campus: Service, people: People) -> None:
    held = Held(people).write(minute()).close_stream()
    answer = campus.ask("POST", f"/api/sessions/{held.id}/events", {"type": "NO_FACE"})
    assert problem(answer) == (409, "session_held_here")
    assert campus.get(f"/api/sessions/{held.id}")["status"] == "ended"
