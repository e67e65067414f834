from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.public import add_candidate
from fairview.kit.clock import utc_now
from fairview.scheduling.models import Interview
from fairview.scheduling.tests.steps import (
    IN_THREE_DAYS,
    add_cai,
    calendar_in,
    event_in,
    invite,
    newest_letter,
    plan,
    token_in,
    wish,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_rhea_plans_an_interview_and_sees_it_as_it_was_meant(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    assert card["state"] == "planned"
    assert card["zone"] == "Europe/Berlin"
    assert card["candidate"]["name"] == "Cai Lindqvist"
    assert [one["name"] for one in card["interviewers"]] == ["Ines"]
    assert card["starts_at"].endswith("Z")
    assert (card["invitation"], card["room_session_id"], card["report"]) == (None, None, None)


def test_an_hour_that_does_not_exist_is_refused_with_the_nearest(as_rhea: Browser, people: People) -> None:
    year = utc_now().year + 1
    march = next(day for day in range(31, 24, -1) if date(year, 3, day).weekday() == 6)
    answer = as_rhea.post(
        "/api/interviews", wish(people, add_cai(people), date=f"{year}-03-{march}", time="02:30")
    )
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["code"], problem["field"]) == ("impossible_time", "time")
    assert problem["params"]["after"] == f"{year}-03-{march} 03:00"
    assert not Interview.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"date": "2026-02-30"}, "impossible_date"),
        ({"date": "2020-02-20"}, "time_in_past"),
        ({"zone": "Mars/Olympus"}, "unknown_zone"),
        ({"minutes": 0}, "invalid"),
        ({"title": "   "}, "invalid"),
        ({"interviewer_ids": []}, "panel_unknown"),
        ({"candidate_id": "0192f3a0-0000-7000-8000-000000000000"}, "not_found"),
    ],
)
def test_bad_input_is_refused_before_anything_is_written(
    as_rhea: Browser, people: People, changes: dict[str, Any], code: str
) -> None:
    answer = as_rhea.post("/api/interviews", wish(people, add_cai(people), **changes))
    assert answer.json()["code"] == code
    assert not Interview.objects.exists()


def test_people_of_another_organisation_cannot_sit_on_the_panel(as_rhea: Browser, people: People) -> None:
    answer = as_rhea.post(
        "/api/interviews", wish(people, add_cai(people), interviewer_ids=[str(people.zoe.id)])
    )
    assert answer.json()["code"] == "panel_unknown"
    assert not Interview.objects.exists()


def test_a_double_click_plans_one_interview(as_rhea: Browser, people: People) -> None:
    asked = wish(people, add_cai(people))
    assert as_rhea.post("/api/interviews", asked).status_code == 201
    again = as_rhea.post("/api/interviews", asked)
    assert (again.status_code, again.json()["code"]) == (409, "already_planned")
    assert Interview.objects.count() == 1


def test_interviewers_see_only_the_interviews_they_are_to_hold(
    as_rhea: Browser, as_ines: Browser, as_omar: Browser, people: People
) -> None:
    card = plan(as_rhea, people)
    assert [one["id"] for one in as_ines.get("/api/interviews").json()["items"]] == [card["id"]]
    assert as_ines.get(f"/api/interviews/{card['id']}").json()["is_mine"] is True
    assert as_omar.get("/api/interviews").json()["items"] == []
    assert as_omar.get(f"/api/interviews/{card['id']}").status_code == 404


def test_moving_tells_the_candidate_with_a_new_link_and_the_same_calendar_entry(
    as_rhea: Browser, people: People
) -> None:
    card = plan(as_rhea, people)
    old_token = invite(as_rhea, card)
    before = event_in(newest_letter())
    moved = as_rhea.patch(f"/api/interviews/{card['id']}", {"time": "16:00"}).json()
    after = event_in(newest_letter())
    assert moved["starts_at"] > card["starts_at"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTART"].dt - before["DTSTART"].dt == timedelta(minutes=90)
    answer = as_rhea.post("/api/invitations/open", {"token": old_token})
    assert answer.json()["code"] == "invitation_replaced"


def test_what_is_past_can_be_renamed_without_choosing_a_new_time(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    Interview.objects.update(starts_at=utc_now().replace(second=0, microsecond=0) - timedelta(hours=1))
    local = Interview.objects.get().starts_at.astimezone(ZoneInfo("Europe/Berlin"))
    unchanged = {"date": f"{local:%Y-%m-%d}", "time": f"{local:%H:%M}", "zone": "Europe/Berlin"}
    answer = as_rhea.patch(f"/api/interviews/{card['id']}", {**unchanged, "title": "Ward nurse, again"})
    assert answer.json()["title"] == "Ward nurse, again"
    moved = as_rhea.patch(f"/api/interviews/{card['id']}", {"minutes": 30, "date": "2020-01-01"})
    assert moved.json()["code"] == "time_in_past"


def test_a_change_that_changes_nothing_sends_nothing(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    invite(as_rhea, card)
    letter = newest_letter()
    as_rhea.patch(f"/api/interviews/{card['id']}", {"time": "14:30", "title": "Ward nurse"})
    assert newest_letter() == letter


def test_an_interviewer_who_is_taken_is_named_with_whom_and_when(as_rhea: Browser, people: People) -> None:
    first = plan(as_rhea, people)
    dov = add_candidate(actor_of(people.ada), name="Dov", email="dov@example.org", zone="UTC")
    asked = wish(people, dov, time="13:45", minutes=46)
    answer = as_rhea.post("/api/interviews", asked)
    assert (answer.status_code, answer.json()["code"]) == (409, "interviewer_busy")
    assert answer.json()["params"] == {
        "interviewer": "Ines",
        "candidate": "Cai Lindqvist",
        "date": IN_THREE_DAYS,
        "from_time": "14:30",
        "until_time": "15:15",
        "zone": "Europe/Berlin",
        "interview_id": first["id"],
    }
    assert Interview.objects.count() == 1
    assert as_rhea.post("/api/interviews", {**asked, "minutes": 45}).status_code == 201
    assert as_rhea.post("/api/interviews", {**wish(people, dov), "allow_overlap": True}).status_code == 201


def test_a_candidate_cannot_talk_with_two_at_once_unless_it_is_meant(
    as_rhea: Browser, people: People
) -> None:
    plan(as_rhea, people)
    cai = Interview.objects.get().candidate
    asked = wish(people, cai, time="15:00", interviewer_ids=[str(people.omar.id)])
    answer = as_rhea.post("/api/interviews", asked)
    assert (answer.status_code, answer.json()["code"]) == (409, "candidate_busy")
    assert as_rhea.post("/api/interviews", {**asked, "allow_overlap": True}).status_code == 201


def test_moving_onto_another_talk_is_told_and_what_overlaps_already_can_be_renamed(
    as_rhea: Browser, people: People
) -> None:
    plan(as_rhea, people)
    dov = add_candidate(actor_of(people.ada), name="Dov", email="dov@example.org", zone="UTC")
    second = as_rhea.post("/api/interviews", wish(people, dov, time="16:00")).json()["id"]
    onto = {"time": "14:00"}
    refused = as_rhea.patch(f"/api/interviews/{second}", onto)
    assert (refused.status_code, refused.json()["code"]) == (409, "interviewer_busy")
    assert as_rhea.get(f"/api/interviews/{second}").json()["starts_at"].endswith(":00:00Z")
    moved = as_rhea.patch(f"/api/interviews/{second}", {**onto, "allow_overlap": True})
    assert moved.status_code == 200
    assert as_rhea.patch(f"/api/interviews/{second}", {**onto, "title": "Night nurse"}).status_code == 200


def test_what_is_over_or_cancelled_takes_nobodys_time(as_rhea: Browser, people: People) -> None:
    plan(as_rhea, people)
    dov = add_candidate(actor_of(people.ada), name="Dov", email="dov@example.org", zone="UTC")
    Interview.objects.update(started_at=utc_now(), ended_at=utc_now())
    assert as_rhea.post("/api/interviews", wish(people, dov)).status_code == 201


def test_a_change_and_a_cancellation_speak_to_the_same_entry_of_the_calendar(
    as_rhea: Browser, people: People
) -> None:
    card = plan(as_rhea, people)
    invite(as_rhea, card)
    letters = [newest_letter()]
    as_rhea.patch(f"/api/interviews/{card['id']}", {"time": "16:00", "title": "Ward nurse, nights"})
    letters.append(newest_letter())
    as_rhea.post(f"/api/interviews/{card['id']}/cancel")
    letters.append(newest_letter())
    events = [event_in(letter) for letter in letters]
    assert [str(calendar_in(letter)["METHOD"]) for letter in letters] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [event["SEQUENCE"] for event in events] == [0, 1, 2]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert {str(event["UID"]) for event in events} == {f"{card['id']}@localhost"}
    assert {str(event["ATTENDEE"]) for event in events} == {"mailto:cai@example.org"}
    assert {event["ATTENDEE"].params["CN"] for event in events} == {"Cai Lindqvist"}
    assert {str(event["ORGANIZER"]) for event in events} == {"mailto:no-reply@localhost"}
    assert {event["ORGANIZER"].params["CN"] for event in events} == {"Linden"}
    assert events[1]["DTSTART"].dt == Interview.objects.get().starts_at
    assert events[1]["DTEND"].dt - events[1]["DTSTART"].dt == timedelta(minutes=45)
    assert str(events[1]["SUMMARY"]) == "Ward nurse, nights · Linden"


def test_cancelling_takes_it_out_of_the_calendar_and_closes_the_link(
    as_rhea: Browser, people: People
) -> None:
    card = plan(as_rhea, people)
    token = invite(as_rhea, card)
    for _click in range(2):
        assert as_rhea.post(f"/api/interviews/{card['id']}/cancel").json()["state"] == "cancelled"
    letter = newest_letter()
    assert calendar_in(letter)["METHOD"] == "CANCEL"
    assert letter.subject.startswith("Cancelled")
    assert as_rhea.post("/api/invitations/open", {"token": token}).json()["code"] == "interview_cancelled"
    answer = as_rhea.patch(f"/api/interviews/{card['id']}", {"minutes": 30})
    assert answer.json()["code"] == "interview_cancelled"


def test_a_cancelled_time_can_be_planned_again(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    as_rhea.post(f"/api/interviews/{card['id']}/cancel")
    again = {**wish(people, Interview.objects.get().candidate)}
    assert as_rhea.post("/api/interviews", again).status_code == 201


def test_the_letter_says_the_time_where_the_candidate_is(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people, date=IN_THREE_DAYS, time="14:30")
    invite(as_rhea, card)
    letter = newest_letter()
    assert letter.to == "cai@example.org"
    lines = letter.text.splitlines()
    first = next(line for line in lines if "Europe/Lisbon" in line)
    assert "13:30" in first
    assert any("14:30 in Europe/Berlin" in line for line in lines)
    assert any("in UTC" in line for line in lines)
    assert f"/i/{token_in(letter)}" in letter.html
    assert "Linden" in letter.text
    assert "Ines" in letter.text


def test_names_cannot_write_html_into_a_letter(as_rhea: Browser, people: People) -> None:
    invite(as_rhea, plan(as_rhea, people, title="<b>Nurse</b> & more"))
    letter = newest_letter()
    assert "<b>Nurse" not in letter.html
    assert "<b>Nurse</b> & more" in letter.text


def test_today_says_what_waits_and_then_no_longer(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    waiting = as_rhea.get("/api/today").json()["waiting"]
    assert [(one["kind"], one["count"], one["interview_id"]) for one in waiting] == [
        ("not_invited", 1, card["id"])
    ]
    invite(as_rhea, card)
    assert as_rhea.get("/api/today").json() == {"waiting": [], "interviews": [], "has_candidates": True}


def test_the_interviews_of_one_candidate(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    listed = as_rhea.get(f"/api/interviews?when=all&candidate_id={card['candidate']['id']}").json()
    assert [one["id"] for one in listed["items"]] == [card["id"]]
    other = as_rhea.get("/api/interviews?when=all&candidate_id=0192f3a0-0000-7000-8000-000000000000")
    assert other.json()["items"] == []


def test_interviews_are_found_by_what_they_are_for_and_by_whom_they_are_with(
    as_rhea: Browser, people: People
) -> None:
    card = plan(as_rhea, people)
    found = as_rhea.get("/api/interviews", {"when": "all", "search": f"cai {card['title']}"}).json()["items"]
    assert [one["id"] for one in found] == [card["id"]]
    assert as_rhea.get("/api/interviews", {"when": "all", "search": "nobody"}).json()["items"] == []


def test_past_and_upcoming_are_told_apart(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    Interview.objects.update(starts_at=utc_now() - timedelta(days=1))
    assert as_rhea.get("/api/interviews?when=upcoming").json()["items"] == []
    assert [one["id"] for one in as_rhea.get("/api/interviews?when=past").json()["items"]] == [card["id"]]
    late = as_rhea.post(f"/api/interviews/{card['id']}/invitation")
    assert late.json()["code"] == "interview_past"


def test_what_today_counts_is_what_the_list_shows(as_rhea: Browser, as_ines: Browser, people: People) -> None:
    card = plan(as_rhea, people)

    def listed(by: Browser) -> list[str]:
        return [one["id"] for one in by.get("/api/interviews?waits=not_invited").json()["items"]]

    assert listed(as_rhea) == [card["id"]]
    assert listed(as_ines) == [], "letters are not hers to send"
    invite(as_rhea, card)
    assert listed(as_rhea) == []


def test_the_board_has_what_takes_time_between_two_moments(
    as_rhea: Browser, as_omar: Browser, people: People
) -> None:
    card = plan(as_rhea, people)
    starts = datetime.fromisoformat(card["starts_at"])

    def shown(by: Browser, start: datetime, end: datetime) -> list[str]:
        between = {"start": start.isoformat(), "end": end.isoformat()}
        return [one["id"] for one in by.get("/api/interviews/board", between).json()]

    hour = timedelta(hours=1)
    assert shown(as_rhea, starts - hour, starts + hour) == [card["id"]]
    assert shown(as_rhea, starts + hour / 2, starts + hour) == [card["id"]], "it is still going on"
    assert shown(as_rhea, starts - hour, starts) == []
    assert shown(as_omar, starts - hour, starts + hour) == []
    as_rhea.post(f"/api/interviews/{card['id']}/cancel")
    assert shown(as_rhea, starts - hour, starts + hour) == []


def test_letters_say_which_interview_they_are_about(as_rhea: Browser, people: People) -> None:
    card = plan(as_rhea, people)
    invite(as_rhea, card)
    (letter,) = as_rhea.get("/api/messages", {"interview_id": card["id"]}).json()["items"]
    assert letter["about"] == {
        "interview_id": card["id"],
        "title": card["title"],
        "candidate": card["candidate"]["name"],
        "recipient": card["candidate"]["name"],
    }
    as_rhea.post(f"/api/interviews/{card['id']}/cancel")
    about = as_rhea.get("/api/messages", {"interview_id": card["id"]}).json()["items"]
    assert {one["reference"].partition(":")[0] for one in about} == {"invitation", "cancellation"}
    assert as_rhea.get(f"/api/messages?interview_id={people.ada.id}").json()["items"] == []
