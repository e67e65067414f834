from datetime import timedelta

import pytest
from tests.people import Browser, People

from fairview.kit.clock import utc_now
from fairview.policies.public import DEFAULT
from fairview.scheduling.models import Consent, DeviceSession, Interview, Invitation
from fairview.scheduling.tests.steps import consent, continued, invite, newest_letter, plan, token_in
from fairview.scheduling.visits import DEVICE_COOKIE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def token(as_rhea: Browser, people: People) -> str:
    return invite(as_rhea, plan(as_rhea, people))


def code(browser: Browser, path: str, body: dict[str, object]) -> str:
    answer = browser.post(path, body)
    return str(answer.json().get("code", answer.status_code)) if answer.content else str(answer.status_code)


def test_opening_a_link_changes_nothing_however_often(token: str) -> None:
    for _visit in range(3):
        opened = Browser().post("/api/invitations/open", {"token": token}).json()
    assert opened["organisation"] == "Linden"
    assert opened["interviewers"] == ["Ines"]
    assert opened["candidate_name_initial"] == "C"
    assert opened["candidate_zone"] == "Europe/Lisbon"
    assert (opened["state"], opened["device"]) == ("invited", "none")
    assert not DeviceSession.objects.exists()
    assert Invitation.objects.get().opened_at is None


def test_the_link_itself_is_not_stored_with_the_invitation(token: str) -> None:
    assert token not in str(Invitation.objects.values())


def test_continuing_makes_a_device_that_scripts_cannot_read(token: str) -> None:
    cai = continued(token)
    cookie = cai.cookies[DEVICE_COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["expires"]
    assert cai.post("/api/invitations/open", {"token": token}).json()["device"] == "this"
    assert cai.get("/api/visit").json()["candidate"]["name"] == "Cai Lindqvist"


def test_continuing_twice_on_one_device_is_continuing_once(token: str) -> None:
    cai = continued(token)
    cai.post("/api/invitations/continue", {"token": token})
    assert DeviceSession.objects.count() == 1


def test_a_second_device_shuts_out_the_first(token: str) -> None:
    laptop = continued(token)
    phone = Browser()
    assert phone.post("/api/invitations/open", {"token": token}).json()["device"] == "other"
    phone = continued(token)
    assert phone.get("/api/visit").status_code == 200
    shut_out = laptop.get("/api/visit")
    assert (shut_out.status_code, shut_out.json()["code"]) == (401, "device_session_replaced")


def test_without_a_device_there_is_nothing_to_visit(token: str) -> None:
    assert Browser().get("/api/visit").json()["code"] == "device_session_missing"


@pytest.mark.parametrize("path", ["open", "continue", "resend"])
def test_a_link_that_nobody_sent(db: None, path: str) -> None:
    assert code(Browser(), f"/api/invitations/{path}", {"token": "x" * 43}) == "invitation_unknown"


def test_an_old_link_says_so_and_can_still_ask_for_a_new_one(token: str) -> None:
    assert code(Browser(), "/api/invitations/resend", {"token": token}) == "202"
    assert code(Browser(), "/api/invitations/open", {"token": token}) == "invitation_replaced"
    assert code(Browser(), "/api/invitations/resend", {"token": token}) == "202"
    letter = newest_letter()
    assert letter.to == "cai@example.org"
    assert continued(token_in(letter)).get("/api/visit").status_code == 200


def test_nobody_can_make_us_send_letters_without_end(token: str) -> None:
    answers = [code(Browser(), "/api/invitations/resend", {"token": token}) for _click in range(5)]
    assert answers == ["202", "202", "202", "resend_too_soon", "resend_too_soon"]


def test_a_link_of_an_interview_that_was_never_held_runs_out(token: str) -> None:
    cai = continued(token)
    Interview.objects.update(starts_at=utc_now() - timedelta(days=8))
    assert code(cai, "/api/invitations/open", {"token": token}) == "invitation_expired"
    assert cai.get("/api/visit").json()["code"] == "invitation_expired"


def test_after_the_end_the_link_says_that_it_is_over(token: str) -> None:
    cai = continued(token)
    Interview.objects.update(started_at=utc_now(), ended_at=utc_now())
    assert code(cai, "/api/invitations/continue", {"token": token}) == "interview_over"
    assert cai.get("/api/visit").json()["code"] == "interview_over"


def test_consent_is_recorded_with_the_words_and_the_policy(token: str, as_rhea: Browser) -> None:
    cai = continued(token)
    assert cai.get("/api/visit").json()["consent"] is None
    consent(cai, observation=True)
    given = Consent.objects.get()
    assert (given.call, given.observation, given.text_version, given.policy) == (
        True,
        True,
        "en-1",
        DEFAULT,
    )
    card = as_rhea.get("/api/interviews").json()["items"][0]
    assert card["state"] == "confirmed"
    assert card["consent"]["observation"] is True
    assert card["invitation"]["opened_at"] is not None


def test_a_changed_mind_is_a_new_record_and_a_repeat_is_none(token: str) -> None:
    cai = continued(token)
    for choice in (True, True, False):
        consent(cai, observation=choice)
    kept = Consent.objects.order_by("given_at")
    assert [(one.observation, one.withdrawn_at is None) for one in kept] == [(True, False), (False, True)]


def test_the_call_cannot_be_held_without_agreeing_to_it(token: str) -> None:
    refused = {"call": False, "observation": False, "text_version": "en-1"}
    assert code(continued(token), "/api/visit/consent", refused) == "call_not_agreed"


def test_a_wording_is_kept_with_its_language(token: str) -> None:
    german = {"call": True, "observation": True, "text_version": "de-3"}
    assert continued(token).post("/api/visit/consent", german).json()["text_version"] == "de-3"


def test_each_further_note_is_agreed_to_for_itself(token: str, as_rhea: Browser) -> None:
    cai = continued(token)
    agreed = {"call": True, "observation": True, "text_version": "en-3"}
    for further in (["overlay", "sound", "sound"], ["sound", "overlay"], []):
        cai.post("/api/visit/consent", {**agreed, "further": further})
    kept = Consent.objects.order_by("given_at").values_list("further", flat=True)
    assert list(kept) == [["sound", "overlay"], []]
    assert cai.get("/api/visit").json()["consent"]["further"] == []
    cai.post("/api/visit/consent", {**agreed, "further": ["objects"]})
    assert as_rhea.get("/api/interviews").json()["items"][0]["consent"]["further"] == ["objects"]


def test_without_observation_nothing_further_is_agreed_to(token: str) -> None:
    refused = {"call": True, "observation": False, "further": ["sound"], "text_version": "en-3"}
    assert continued(token).post("/api/visit/consent", refused).json()["further"] == []


def test_what_nobody_offers_cannot_be_agreed_to(token: str) -> None:
    unheard = {"call": True, "observation": True, "further": ["mood"], "text_version": "en-3"}
    assert continued(token).post("/api/visit/consent", unheard).status_code == 422
    assert not Consent.objects.exists()


def test_only_a_wording_that_we_know_can_be_agreed_to(token: str) -> None:
    cai = continued(token)
    unheard = {"call": True, "observation": True, "text_version": "en-0"}
    assert code(cai, "/api/visit/consent", unheard) == "consent_text_unknown"
    assert not Consent.objects.exists()


def test_leaving_withdraws_the_agreement_and_the_link_opens_again(token: str) -> None:
    cai = continued(token)
    consent(cai)
    assert cai.post("/api/visit/leave").status_code == 204
    assert cai.cookies[DEVICE_COOKIE].value == ""
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    assert Browser().post("/api/invitations/open", {"token": token}).json()["device"] == "none"
    assert continued(token).get("/api/visit").json()["consent"] is None


def test_another_page_cannot_act_for_the_candidate(token: str) -> None:
    cai = continued(token)
    foreign = Browser(enforce_csrf_checks=True)
    foreign.cookies = cai.cookies
    assert foreign.post("/api/visit/leave").json()["code"] == "csrf_failed"
    answer = foreign.post("/api/invitations/continue", {"token": token})
    assert answer.json()["code"] == "csrf_failed"
