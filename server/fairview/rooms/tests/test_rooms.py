from uuid import UUID

import pytest
from tests.people import Browser, People

from fairview.evidence.public import seal_session
from fairview.kit.tickets import unseal
from fairview.policies.public import DEFAULT
from fairview.rooms.contracts import TICKET_PURPOSE, Ticket
from fairview.rooms.models import Participant, RoomSession
from fairview.rooms.tests.steps import Scene, decisions, set_scene
from fairview.scheduling.tests.steps import consent, continued

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene(as_rhea: Browser, as_ines: Browser, people: People) -> Scene:
    return set_scene(as_rhea, as_ines, people)


def test_whoever_comes_first_opens_the_room_and_both_find_the_same(scene: Scene) -> None:
    cai = scene.cai.post("/api/visit/room").json()
    ines = scene.ines.post(f"/api/interviews/{scene.interview_id}/room").json()
    assert cai["room_session_id"] == ines["room_session_id"]
    assert cai["participant_id"] != ines["participant_id"]
    assert ines["media"] == "mesh"
    assert ines["policy"]["reference"] == DEFAULT
    assert RoomSession.objects.count() == 1


def test_a_ticket_carries_the_room_as_it_is(scene: Scene) -> None:
    entrance = scene.cai.post("/api/visit/room").json()
    ticket = unseal(entrance["ticket"], Ticket, TICKET_PURPOSE, 60)
    assert ticket.participant == entrance["participant_id"]
    assert ticket.room.room_session == entrance["room_session_id"]
    [me] = ticket.room.participants
    assert (me.name, me.role, me.admission, me.is_observed) == (
        "Cai Lindqvist",
        "candidate",
        "waiting",
        True,
    )


def test_nobody_enters_before_they_have_agreed_to_the_call(scene: Scene) -> None:
    scene.cai.post("/api/visit/leave")
    again = continued(scene.token)
    assert again.post("/api/visit/room").json()["code"] == "consent_missing"
    consent(again, observation=False)
    assert again.post("/api/visit/room").status_code == 200


def test_the_panel_and_those_who_run_the_house_may_enter(
    scene: Scene, as_ada: Browser, as_olu: Browser, as_rhea: Browser, as_omar: Browser, as_tess: Browser
) -> None:
    path = f"/api/interviews/{scene.interview_id}/room"
    statuses = [browser.post(path).status_code for browser in (as_ada, as_olu, as_rhea, as_tess, as_omar)]
    assert statuses == [200, 200, 403, 403, 404]


def test_the_desk_sees_that_the_candidate_waits(scene: Scene, as_rhea: Browser) -> None:
    scene.cai.post("/api/visit/room")
    [waiting] = as_rhea.get("/api/today").json()["waiting"]
    assert (waiting["kind"], waiting["candidate"]) == ("candidate_waiting", "Cai Lindqvist")
    card = as_rhea.get(f"/api/interviews/{scene.interview_id}").json()
    assert card["state"] == "waiting"
    assert card["room_session_id"]
    scene.cai.post("/api/visit/leave")
    assert as_rhea.get("/api/today").json()["waiting"] == []


def test_an_interview_from_the_lobby_to_the_end(scene: Scene, as_rhea: Browser) -> None:
    scene.both_enter()
    assert scene.cai.get("/api/visit").json()["room"] == {"state": "open", "admission": "waiting"}
    scene.act("admit")
    assert scene.cai.get("/api/visit").json()["room"] == {"state": "open", "admission": "admitted"}
    assert scene.act("start")["state"] == "live"
    assert as_rhea.get(f"/api/interviews/{scene.interview_id}").json()["state"] == "live"
    ended = scene.act("end")
    assert ended["state"] == "ended"
    assert ended["ended_us"] >= ended["started_us"]
    assert as_rhea.get(f"/api/interviews/{scene.interview_id}").json()["state"] == "ended"
    assert [type(one).__name__ for one in decisions(scene.room_id)] == [
        "ParticipantAdmitted",
        "SessionStarted",
        "SessionEnded",
    ]


def test_a_candidate_is_told_what_the_policy_watches_and_to_which_words_they_agreed(scene: Scene) -> None:
    visit = scene.cai.get("/api/visit").json()
    assert visit["watching"] == {
        "policy": DEFAULT,
        "watches": ["objects", "sound", "gaze_point"],
        "shares_overlay": True,
        "takes_stills": True,
        "offers_liveness": True,
        "max_gaze_radius_mdeg": 6_000,
    }
    assert visit["consent"]["text_version"] == "en-1"


def test_clicking_twice_is_clicking_once(scene: Scene) -> None:
    scene.both_enter()
    for act in ("admit", "start", "end"):
        assert scene.act(act) == scene.act(act)
    assert len(decisions(scene.room_id)) == 3


def test_it_starts_only_with_a_candidate_who_was_admitted(scene: Scene) -> None:
    scene.both_enter()
    assert scene.act("start")["code"] == "nobody_admitted"
    assert scene.act("end")["code"] == "room_not_live"
    assert decisions(scene.room_id) == []


def test_only_someone_in_the_room_leads_it(scene: Scene, as_ada: Browser) -> None:
    scene.both_enter()
    assert as_ada.post(f"/api/rooms/{scene.room_id}/start").json()["code"] == "not_in_room"


def test_interviewers_are_neither_admitted_nor_removed(scene: Scene) -> None:
    scene.both_enter()
    ines = Participant.objects.get(role="interviewer")
    path = f"/api/rooms/{scene.room_id}/participants/{ines.id}/remove"
    assert scene.ines.post(path).json()["code"] == "only_candidates"


def test_a_removed_candidate_stays_out_until_admitted_again(scene: Scene) -> None:
    scene.both_enter()
    scene.act("admit")
    scene.act("remove")
    refused = scene.cai.post("/api/visit/room")
    assert (refused.status_code, refused.json()["code"]) == (403, "removed_from_room")
    scene.act("admit")
    assert scene.cai.post("/api/visit/room").status_code == 200
    assert [type(one).__name__ for one in decisions(scene.room_id)] == [
        "ParticipantAdmitted",
        "ParticipantRemoved",
        "ParticipantAdmitted",
    ]


def test_after_the_end_nobody_comes_in_and_the_plan_stands(scene: Scene, as_rhea: Browser) -> None:
    scene.hold()
    assert scene.cai.post("/api/visit/room").json()["code"] == "interview_over"
    assert (
        scene.cai.post("/api/invitations/continue", {"token": scene.token}).json()["code"] == "interview_over"
    )
    path = f"/api/interviews/{scene.interview_id}"
    assert scene.ines.post(f"{path}/room").json()["code"] == "interview_over"
    assert as_rhea.patch(path, {"time": "09:00"}).json()["code"] == "interview_over"
    assert as_rhea.post(f"{path}/cancel").json()["code"] == "interview_over"


def test_what_has_begun_is_not_moved(scene: Scene, as_rhea: Browser) -> None:
    scene.both_enter()
    scene.act("admit")
    scene.act("start")
    moved = as_rhea.patch(f"/api/interviews/{scene.interview_id}", {"time": "09:00"})
    assert moved.json()["code"] == "interview_started"


def test_another_device_takes_over_and_stays_admitted(scene: Scene, news: list[object]) -> None:
    scene.both_enter()
    scene.act("admit")
    phone = continued(scene.token)
    assert scene.cai.post("/api/visit/room").json()["code"] == "device_session_replaced"
    [change] = [one for one in news if type(one).__name__ == "DeviceChanged"][-1:]
    device = Participant.objects.get(role="candidate").device
    assert getattr(change, "device", None) == device
    entrance = phone.post("/api/visit/room").json()
    ticket = unseal(entrance["ticket"], Ticket, TICKET_PURPOSE, 60)
    assert ticket.device == device
    assert [one.admission for one in ticket.room.participants] == ["admitted", "admitted"]


def test_who_leaves_and_returns_waits_again(scene: Scene) -> None:
    scene.both_enter()
    scene.act("admit")
    scene.cai.post("/api/visit/leave")
    again = continued(scene.token)
    consent(again)
    again.post("/api/visit/room")
    assert again.get("/api/visit").json()["room"] == {"state": "open", "admission": "waiting"}


def test_facts_grow_newer_with_each_change(scene: Scene, news: list[object]) -> None:
    scene.both_enter()
    scene.act("admit")
    consent(scene.cai, observation=False)
    facts = [one.facts for one in news if type(one).__name__ == "RoomChanged"]  # type: ignore[attr-defined]
    versions = [one.version for one in facts]
    assert versions == sorted(set(versions))
    [cai] = [one for one in facts[-1].participants if one.role == "candidate"]
    assert (cai.admission, cai.is_observed) == ("admitted", False)


def test_cancelling_lets_those_in_the_lobby_go(scene: Scene, as_rhea: Browser) -> None:
    scene.both_enter()
    as_rhea.post(f"/api/interviews/{scene.interview_id}/cancel")
    assert RoomSession.objects.get().state == "ended"
    assert scene.cai.post("/api/visit/room").json()["code"] == "interview_cancelled"


def test_the_candidate_may_keep_the_seals_after_the_end(scene: Scene) -> None:
    assert scene.cai.get("/api/visit/seals").status_code == 404
    scene.hold()
    assert scene.cai.get("/api/visit/seals").json() == {"session": scene.room_id, "seals": []}
    sealed = seal_session(UUID(scene.room_id))
    (kept,) = scene.cai.get("/api/visit/seals").json()["seals"]
    assert kept["document"]["root"] == sealed.root
