"""What is switched off for a candidate before anything is counted."""

from typing import Any

import pytest
from tests.people import Browser, People

from fairview.scheduling.models import Consent, Interview
from fairview.scheduling.tests.steps import consent, continued, invite, plan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def card(as_rhea: Browser, people: People) -> dict[str, Any]:
    return plan(as_rhea, people)


def switch_off(by: Browser, card: dict[str, Any], *rules: str) -> Any:
    return by.put(
        f"/api/interviews/{card['id']}/rules-off", {"rules": rules}, content_type="application/json"
    )


def test_a_rule_is_switched_off_and_on_again_for_one_person(as_rhea: Browser, card: dict[str, Any]) -> None:
    assert (card["rules_off"], "look_away" in card["switchable"]) == ([], True)
    off = switch_off(as_rhea, card, "eyes_closed", "look_away").json()
    assert off["rules_off"] == ["look_away", "eyes_closed"]
    assert off["switchable"] == card["switchable"]
    assert Interview.objects.get().policy == "standard@3 without look_away, eyes_closed"
    assert switch_off(as_rhea, card).json()["rules_off"] == []
    assert Interview.objects.get().policy == "standard@3"


def test_what_takes_nothing_off_cannot_be_switched_off(as_rhea: Browser, card: dict[str, Any]) -> None:
    assert "monitoring_gap" not in card["switchable"]
    assert switch_off(as_rhea, card, "monitoring_gap").json()["code"] == "policy_invalid"


def test_the_candidate_is_told_before_they_agree(as_rhea: Browser, card: dict[str, Any]) -> None:
    switch_off(as_rhea, card, "look_away")
    cai = continued(invite(as_rhea, card))
    visit = cai.get("/api/visit").json()
    assert visit["policy"]["without"] == ["look_away"]
    assert "look_away" not in visit["observes"]
    consent(cai)
    assert Consent.objects.get().policy == "standard@3 without look_away"


def test_once_they_agreed_only_more_can_be_switched_off(as_rhea: Browser, card: dict[str, Any]) -> None:
    switch_off(as_rhea, card, "look_away")
    consent(continued(invite(as_rhea, card)))
    refused = switch_off(as_rhea, card, "eyes_closed")
    assert (refused.status_code, refused.json()["code"]) == (409, "rule_agreed_off")
    assert switch_off(as_rhea, card, "look_away", "phone").json()["rules_off"] == ["look_away", "phone"]
    assert switch_off(as_rhea, card, "look_away").json()["rules_off"] == ["look_away"]


def test_nobody_agrees_to_more_than_they_read(as_rhea: Browser, card: dict[str, Any]) -> None:
    switch_off(as_rhea, card, "look_away")
    cai = continued(invite(as_rhea, card))
    agreed = {"call": True, "observation": True, "text_version": "en-1"}
    agreed["policy"] = cai.get("/api/visit").json()["policy"]["reference"]
    switch_off(as_rhea, card)
    assert cai.post("/api/visit/consent", agreed).json()["code"] == "policy_changed"
    switch_off(as_rhea, card, "look_away")
    assert cai.post("/api/visit/consent", agreed).status_code == 200


def test_who_agrees_anew_has_agreed_to_what_is_off_now(as_rhea: Browser, card: dict[str, Any]) -> None:
    cai = continued(invite(as_rhea, card))
    consent(cai)
    switch_off(as_rhea, card, "look_away")
    consent(cai)
    assert Consent.objects.get(withdrawn_at=None).policy == "standard@3 without look_away"
    assert switch_off(as_rhea, card).json()["code"] == "rule_agreed_off"


def test_not_once_the_talk_has_begun(as_rhea: Browser, card: dict[str, Any]) -> None:
    Interview.objects.update(started_at="2026-01-01T00:00Z")
    assert switch_off(as_rhea, card, "look_away").json()["code"] == "interview_started"
