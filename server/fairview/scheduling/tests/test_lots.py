"""Interviews for a whole lot: proposed, changed, planned once, invited, followed."""

from typing import Any
from uuid import uuid4

import pytest
from tests.people import Browser, People

from fairview.candidates.models import Lot, LotMember
from fairview.notifications.models import Delivery, Message
from fairview.scheduling import lot_plans
from fairview.scheduling.invitations import deliver_invitation
from fairview.scheduling.models import Interview, Invitation
from fairview.scheduling.tests.steps import add_cai, draw_lot, next_monday, pattern, plan, wish, wished

pytestmark = pytest.mark.django_db(transaction=True)

NOBODY = "0192f3a0-0000-7000-8000-000000000000"


@pytest.fixture
def lot(people: People) -> Lot:
    return draw_lot(people, 3)


def propose(by: Browser, people: People, lot: Lot, **changes: Any) -> dict[str, Any]:
    answer = by.post(f"/api/lots/{lot.id}/plan", pattern(people, **changes))
    assert answer.status_code == 200, answer.content
    proposed: dict[str, Any] = answer.json()
    return proposed


def check(by: Browser, lot: Lot, wanted: dict[str, Any]) -> list[list[str]]:
    """The codes of what is wrong with each row."""
    asked = {name: wanted[name] for name in ("zone", "minutes", "rows")}
    answer = by.post(f"/api/lots/{lot.id}/plan/check", asked)
    assert answer.status_code == 200, answer.content
    return [[one["code"] for one in row["problems"]] for row in answer.json()["rows"]]


def plan_all(by: Browser, lot: Lot, wanted: dict[str, Any]) -> dict[str, Any]:
    answer = by.post(f"/api/lots/{lot.id}/interviews", wanted)
    assert answer.status_code == 201, answer.content
    planned: dict[str, Any] = answer.json()
    return planned


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_everyone_of_the_lot_gets_a_slot_in_the_order_of_the_draw(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    proposed = propose(as_rhea, people, lot)
    assert [(row["candidate"]["name"], row["time"]) for row in proposed["rows"]] == [
        ("Person 1", "09:00"),
        ("Person 2", "09:45"),
        ("Person 3", "10:30"),
    ]
    assert {row["date"] for row in proposed["rows"]} == {next_monday().isoformat()}
    assert [one["name"] for row in proposed["rows"] for one in row["interviewers"]] == ["Ines"] * 3
    assert not any(row["problems"] for row in proposed["rows"])
    assert (proposed["left_out"], proposed["planned"], proposed["left_over"]) == ([], 0, 0)
    assert not Interview.objects.exists()


def test_interviewers_take_turns_or_talk_side_by_side(as_rhea: Browser, people: People, lot: Lot) -> None:
    panels = [[str(people.ines.id)], [str(people.omar.id), str(people.ada.id)]]
    taken = [
        [(row["time"], [one["name"] for one in row["interviewers"]]) for row in proposed["rows"]]
        for proposed in (
            propose(as_rhea, people, lot, panels=panels),
            propose(as_rhea, people, lot, panels=panels, side_by_side=True),
        )
    ]
    assert taken == [
        [("09:00", ["Ines"]), ("09:45", ["Omar", "Ada"]), ("10:30", ["Ines"])],
        [("09:00", ["Ines"]), ("09:00", ["Omar", "Ada"]), ("09:45", ["Ines"])],
    ]


def test_who_is_taken_already_is_said_on_the_row_with_whom_and_when(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    card = plan(as_rhea, people, date=next_monday().isoformat(), time="09:50")
    rows = propose(as_rhea, people, lot)["rows"]
    assert [len(row["problems"]) for row in rows] == [0, 1, 1]
    problem = rows[1]["problems"][0]
    assert (problem["code"], problem["blocks"]) == ("interviewer_busy", False)
    assert problem["params"]["interviewer"] == "Ines"
    assert problem["params"]["candidate"] == "Cai Lindqvist"
    assert problem["params"]["from_time"] == "09:50"
    assert problem["params"]["interview_id"] == card["id"]


def test_an_interviewer_who_sits_in_two_panels_side_by_side_is_taken_twice(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    twice = [[str(people.ines.id)], [str(people.ines.id), str(people.omar.id)]]
    rows = propose(as_rhea, people, lot, panels=twice, side_by_side=True)["rows"]
    assert [[one["params"]["candidate"] for one in row["problems"]] for row in rows] == [
        ["Person 2"],
        ["Person 1"],
        [],
    ]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"time": "09:45"}, ["interviewer_busy"]),
        ({"date": "2020-02-20"}, ["time_in_past"]),
        ({"date": "2026-02-31"}, ["impossible_date"]),
        ({"time": "25:00"}, ["impossible_clock"]),
        ({"interviewer_ids": []}, ["panel_unknown"]),
        ({"interviewer_ids": [NOBODY]}, ["panel_unknown"]),
    ],
)
def test_a_changed_row_is_looked_at_again(
    as_rhea: Browser, people: People, lot: Lot, changes: dict[str, Any], codes: list[str]
) -> None:
    wanted = wished(propose(as_rhea, people, lot))
    wanted["rows"][0] |= changes
    assert check(as_rhea, lot, wanted)[0] == codes


def test_one_person_cannot_be_in_the_plan_twice(as_rhea: Browser, people: People, lot: Lot) -> None:
    wanted = wished(propose(as_rhea, people, lot))
    wanted["rows"][2]["candidate_id"] = wanted["rows"][0]["candidate_id"]
    assert check(as_rhea, lot, wanted) == [[], [], ["already_planned_from_lot"]]


def test_who_is_not_in_the_lot_does_not_exist_for_it(as_rhea: Browser, people: People, lot: Lot) -> None:
    wanted = wished(propose(as_rhea, people, lot))
    wanted["rows"][0]["candidate_id"] = str(add_cai(people).id)
    assert code(as_rhea.post(f"/api/lots/{lot.id}/plan/check", wanted)) == (404, "not_found")


def test_all_are_planned_and_invited_in_one_step(as_rhea: Browser, people: People, lot: Lot) -> None:
    wanted = wished(propose(as_rhea, people, lot), invite=True)
    planned = plan_all(as_rhea, lot, wanted)
    assert (planned["planned"], planned["outbox"], planned["not_invited"]) == (3, 3, 0)
    assert planned["needs_person"] == []
    assert Interview.objects.filter(lot=lot, title="Ward nurse", minutes=30).count() == 3
    letters = Message.objects.order_by("to")
    assert [letter.to for letter in letters] == [f"person{number}@example.org" for number in (1, 2, 3)]
    assert "08:00 (Europe/Lisbon" in letters[0].text
    listed = as_rhea.get(f"/api/interviews?lot_id={lot.id}").json()
    assert [card["state"] for card in listed["items"]] == ["invited"] * 3


def test_a_request_sent_twice_plans_and_invites_once(as_rhea: Browser, people: People, lot: Lot) -> None:
    wanted = wished(propose(as_rhea, people, lot), invite=True)
    answers = [plan_all(as_rhea, lot, wanted) for _click in range(2)]
    assert answers[0] == answers[1]
    assert (Interview.objects.count(), Message.objects.count()) == (3, 3)


def test_a_request_that_broke_off_is_finished_when_it_is_sent_again(
    as_rhea: Browser, people: People, lot: Lot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the server had been killed between two letters."""

    def write_one(*given: Any) -> Any:
        return next(letters)(*given)

    letters = iter([deliver_invitation])
    wanted = wished(propose(as_rhea, people, lot), invite=True)
    with monkeypatch.context() as broken:
        broken.setattr(lot_plans, "LETTERS_AT_A_TIME", 1)
        broken.setattr(lot_plans, "deliver_invitation", write_one)
        with pytest.raises(StopIteration):
            as_rhea.post(f"/api/lots/{lot.id}/interviews", wanted)
    now = as_rhea.get(f"/api/lots/{lot.id}/interviews").json()
    assert (now["planned"], now["outbox"], now["not_invited"]) == (3, 1, 2)
    finished = plan_all(as_rhea, lot, wanted)
    assert (finished["planned"], finished["outbox"], finished["not_invited"]) == (3, 3, 0)
    assert (Interview.objects.count(), Invitation.objects.count()) == (3, 3)


def test_a_second_tab_is_told_that_they_are_planned_already(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    proposed = propose(as_rhea, people, lot)
    plan_all(as_rhea, lot, wished(proposed))
    late = wished(proposed)
    answer = as_rhea.post(f"/api/lots/{lot.id}/interviews", late)
    assert code(answer) == (409, "lot_plan_refused")
    assert answer.json()["params"]["count"] == 3
    assert all("already_planned_from_lot" in codes for codes in check(as_rhea, lot, late))
    again = as_rhea.post(f"/api/lots/{lot.id}/plan", pattern(people))
    assert code(again) == (422, "nobody_to_plan")
    assert Interview.objects.count() == 3


def test_one_row_that_cannot_be_planned_keeps_all_from_being_planned(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    wanted = wished(propose(as_rhea, people, lot), allow_overlap=True)
    wanted["rows"][1]["date"] = "2020-02-20"
    assert code(as_rhea.post(f"/api/lots/{lot.id}/interviews", wanted)) == (409, "lot_plan_refused")
    assert not Interview.objects.exists()
    wanted["rows"][1]["date"] = wanted["rows"][0]["date"]
    assert plan_all(as_rhea, lot, wanted)["planned"] == 3


def test_who_is_taken_can_be_passed_over_deliberately(as_rhea: Browser, people: People, lot: Lot) -> None:
    plan(as_rhea, people, date=next_monday().isoformat(), time="09:00")
    wanted = wished(propose(as_rhea, people, lot))
    assert code(as_rhea.post(f"/api/lots/{lot.id}/interviews", wanted)) == (409, "lot_plan_refused")
    assert plan_all(as_rhea, lot, {**wanted, "allow_overlap": True})["planned"] == 3


def test_the_same_candidate_at_the_same_minute_cannot_be_passed_over(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    first = LotMember.objects.order_by("rank")[0].candidate
    other = wish(people, first, date=next_monday().isoformat(), time="09:00")
    assert as_rhea.post("/api/interviews", other).status_code == 201
    wanted = wished(propose(as_rhea, people, lot), allow_overlap=True)
    assert check(as_rhea, lot, wanted)[0] == ["already_planned", "interviewer_busy"]
    assert code(as_rhea.post(f"/api/lots/{lot.id}/interviews", wanted)) == (409, "lot_plan_refused")


def test_after_a_cancellation_the_person_can_be_planned_again(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    plan_all(as_rhea, lot, wished(propose(as_rhea, people, lot)))
    cancelled = Interview.objects.order_by("starts_at")[0]
    as_rhea.post(f"/api/interviews/{cancelled.id}/cancel")
    proposed = propose(as_rhea, people, lot)
    assert [row["candidate"]["name"] for row in proposed["rows"]] == ["Person 1"]
    assert proposed["planned"] == 2
    assert plan_all(as_rhea, lot, wished(proposed))["planned"] == 3


def test_invitations_can_follow_later_and_go_only_to_those_without_one(
    as_rhea: Browser, people: People, lot: Lot
) -> None:
    planned = plan_all(as_rhea, lot, wished(propose(as_rhea, people, lot)))
    assert (planned["not_invited"], planned["outbox"]) == (3, 0)
    one = Interview.objects.order_by("starts_at")[0]
    as_rhea.post(f"/api/interviews/{one.id}/invitation")
    for _click in range(2):
        invited = as_rhea.post(f"/api/lots/{lot.id}/invitations").json()
        assert (invited["not_invited"], invited["outbox"]) == (0, 3)
    assert Invitation.objects.count() == 3


def test_the_letter_that_did_not_arrive_is_named(as_rhea: Browser, people: People, lot: Lot) -> None:
    plan_all(as_rhea, lot, wished(propose(as_rhea, people, lot), invite=True))
    bounced = Delivery.objects.select_related("message").order_by("message__to")[1]
    Delivery.objects.filter(message=bounced.message).update(state="failed", error_code="recipient_refused")
    now = as_rhea.get(f"/api/lots/{lot.id}/interviews").json()
    assert (now["failed"], now["outbox"]) == (1, 2)
    (card,) = now["needs_person"]
    assert card["candidate"]["email"] == bounced.message.to
    assert card["invitation"]["error_code"] == "recipient_refused"


@pytest.mark.parametrize(
    ("changes", "status", "expected"),
    [
        ({"date": "2020-02-20"}, 422, "time_in_past"),
        ({"zone": "Mars/Olympus"}, 422, "unknown_zone"),
        ({"until": "08:00"}, 422, "window_too_short"),
        ({"until": "noon"}, 422, "impossible_clock"),
        ({"minutes": 4}, 422, "invalid"),
        ({"break_minutes": -5}, 422, "invalid"),
        ({"panels": []}, 422, "panel_unknown"),
        ({"panels": [[]]}, 422, "panel_unknown"),
        ({"panels": [[NOBODY]]}, 422, "panel_unknown"),
    ],
)
def test_bad_input_is_refused_by_name(
    as_rhea: Browser, people: People, lot: Lot, changes: dict[str, Any], status: int, expected: str
) -> None:
    answer = as_rhea.post(f"/api/lots/{lot.id}/plan", pattern(people, **changes))
    assert code(answer) == (status, expected)


def test_a_lot_of_others_does_not_exist(as_zoe: Browser, as_ines: Browser, people: People, lot: Lot) -> None:
    paths = [f"/api/lots/{lot.id}/{what}" for what in ("plan", "plan/check", "interviews", "invitations")]
    bodies = [pattern(people), wished({"rows": []}, rows=[row()]), wished({"rows": []}, rows=[row()]), {}]
    for path, body in zip(paths, bodies, strict=True):
        assert as_zoe.post(path, body).status_code == 404
        assert as_ines.post(path, body).status_code == 403


def row() -> dict[str, Any]:
    ids = {"candidate_id": NOBODY, "interviewer_ids": [str(uuid4())]}
    return {"date": next_monday().isoformat(), "time": "09:00", **ids}


def test_a_large_lot_is_planned_in_parts(
    as_rhea: Browser, people: People, lot: Lot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lot_plans, "AT_ONCE", 2)
    first = propose(as_rhea, people, lot)
    assert (len(first["rows"]), first["left_over"]) == (2, 1)
    plan_all(as_rhea, lot, wished(first))
    second = propose(as_rhea, people, lot, time="13:00")
    assert [row["candidate"]["name"] for row in second["rows"]] == ["Person 3"]
    assert (second["planned"], second["left_over"]) == (2, 0)
