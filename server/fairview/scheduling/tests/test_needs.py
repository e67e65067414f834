"""What candidates ask before the talk: kept, told to those who plan, answered by letter."""

from datetime import timedelta
from typing import Any

import pytest
from tests.people import Browser, People

from fairview.audit.models import AuditEntry
from fairview.kit.clock import utc_now
from fairview.notifications.models import Message
from fairview.scheduling.models import Interview, Need
from fairview.scheduling.shredders import erase_needs, export_needs
from fairview.scheduling.tests.steps import continued, invite, newest_letter, plan

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "I read with a screen reader. <b>May I</b> have a quarter of an hour more?"
ANSWER = "Of course: we planned an hour.\nWrite again if it is not enough."


@pytest.fixture
def card(as_rhea: Browser, people: People) -> dict[str, Any]:
    return plan(as_rhea, people)


@pytest.fixture
def token(as_rhea: Browser, card: dict[str, Any]) -> str:
    return invite(as_rhea, card)


def tell(token: str, kind: str = "adjustment", text: str = WORDS) -> Any:
    return Browser().post("/api/invitations/needs", {"token": token, "kind": kind, "text": text})


def needs(by: Browser, card: dict[str, Any]) -> Any:
    return by.get(f"/api/interviews/{card['id']}/needs").json()


def answer(by: Browser, card: dict[str, Any], text: str = ANSWER) -> Any:
    return by.post(
        f"/api/interviews/{card['id']}/needs/{Need.objects.latest('told_at').id}/answer", {"text": text}
    )


def waits(by: Browser) -> list[str]:
    return [one["kind"] for one in by.get("/api/today").json()["waiting"]]


def test_a_candidate_asks_with_the_link_and_is_told_no_more_than_that_they_did(token: str) -> None:
    told = tell(token).json()["needs"]
    assert [(one["kind"], one["answered_at"]) for one in told] == [("adjustment", None)]
    assert WORDS not in Browser().post("/api/invitations/open", {"token": token}).content.decode()


def test_they_can_ask_as_well_where_they_went_on(token: str, as_rhea: Browser, card: dict[str, Any]) -> None:
    cai = continued(token)
    assert (
        cai.post("/api/visit/needs", {"kind": "another_time", "text": "Not on a Friday."}).status_code == 200
    )
    assert cai.get("/api/visit").json()["interview"]["needs"][0]["kind"] == "another_time"
    assert needs(as_rhea, card)[0]["text"] == "Not on a Friday."


def test_who_planned_it_gets_a_letter_without_the_words(token: str, people: People) -> None:
    tell(token)
    letter = newest_letter()
    assert letter.to == people.rhea.email
    assert letter.subject == "Cai Lindqvist asks something about the interview: Ward nurse"
    assert "screen reader" not in letter.text + letter.html


def test_who_left_the_house_gets_none(token: str, people: People) -> None:
    people.rhea.is_active = False
    people.rhea.save()
    assert tell(token).status_code == 200
    assert newest_letter().to == "cai@example.org"


def test_it_waits_for_those_who_plan_and_for_nobody_else(
    token: str, card: dict[str, Any], as_rhea: Browser, as_ines: Browser
) -> None:
    tell(token)
    assert waits(as_rhea) == ["need_open"]
    assert waits(as_ines) == []
    assert as_rhea.get(f"/api/interviews/{card['id']}").json()["open_needs"] == 1
    assert as_ines.get(f"/api/interviews/{card['id']}").json()["open_needs"] == 0
    assert as_ines.get(f"/api/interviews/{card['id']}/needs").status_code == 403


def test_who_missed_the_talk_is_still_read_and_answered(
    token: str, card: dict[str, Any], as_rhea: Browser
) -> None:
    Interview.objects.update(starts_at=utc_now() - timedelta(days=2))
    tell(token, "another_time", "I was ill on Thursday.")
    assert newest_letter().expires_at is None
    assert waits(as_rhea) == ["need_open"]
    answer(as_rhea, card)
    assert newest_letter().expires_at is None
    assert waits(as_rhea) == []


def test_an_answer_goes_out_as_a_letter_and_says_who_gave_it(
    token: str, card: dict[str, Any], as_rhea: Browser
) -> None:
    tell(token)
    (answered,) = answer(as_rhea, card).json()
    assert (answered["answer"], answered["answered_by"]) == (ANSWER, "Rhea")
    letter = newest_letter()
    assert (letter.to, letter.subject) == ("cai@example.org", "An answer to your message to Linden")
    assert ANSWER in letter.text
    assert "an hour.<br>Write" in letter.html
    assert waits(as_rhea) == []
    opened = Browser().post("/api/invitations/open", {"token": token}).json()
    assert opened["needs"][0]["answered_at"]


def test_the_same_answer_twice_is_one_letter_and_another_is_refused(
    token: str, card: dict[str, Any], as_rhea: Browser, as_ada: Browser
) -> None:
    tell(token)
    answer(as_rhea, card)
    letters = Message.objects.count()
    assert answer(as_rhea, card).status_code == 200
    other = answer(as_ada, card, "No.")
    assert (other.status_code, other.json()["code"]) == (409, "need_answered")
    assert Message.objects.count() == letters


def test_moving_the_talk_answers_who_asked_for_another_time(
    token: str, card: dict[str, Any], as_rhea: Browser
) -> None:
    tell(token, "another_time", "Not in the afternoon, please.")
    tell(token)
    as_rhea.patch(f"/api/interviews/{card['id']}", {"minutes": 60})
    assert all(one["answered_at"] is None for one in needs(as_rhea, card))
    as_rhea.patch(f"/api/interviews/{card['id']}", {"time": "09:30"})
    assert {one["kind"]: one["answered_by"] for one in needs(as_rhea, card)} == {
        "another_time": "Rhea",
        "adjustment": None,
    }


def test_asking_twice_the_same_is_asking_once_and_a_fourth_waits(token: str) -> None:
    for _click in range(3):
        assert len(tell(token).json()["needs"]) == 1
    tell(token, text="A second thing")
    tell(token, text="A third thing")
    assert tell(token, text="A fourth thing").json()["code"] == "needs_waiting"
    assert Need.objects.count() == 3


def test_nothing_can_be_asked_about_what_is_called_off(
    token: str, card: dict[str, Any], as_rhea: Browser
) -> None:
    as_rhea.post(f"/api/interviews/{card['id']}/cancel")
    assert tell(token).json()["code"] == "interview_cancelled"


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_words_are_needed_and_not_too_many(token: str, text: str) -> None:
    assert tell(token, text=text).status_code == 422


def test_the_record_says_that_it_happened_and_not_in_which_words(
    token: str, card: dict[str, Any], as_rhea: Browser
) -> None:
    tell(token)
    answer(as_rhea, card)
    entries = [str(entry) for entry in AuditEntry.objects.filter(action__contains="need").values()]
    assert len(entries) == 2
    assert not any("screen reader" in entry or "Of course" in entry for entry in entries)


def test_the_words_of_both_can_be_taken_out_and_erased(
    token: str, card: dict[str, Any], as_rhea: Browser
) -> None:
    tell(token)
    answer(as_rhea, card)
    candidate = Interview.objects.get().candidate
    assert [(one["text"], one["answer"]) for one in export_needs(candidate)] == [(WORDS, ANSWER)]
    erase_needs(candidate)
    assert [(one["text"], one["answer"]) for one in export_needs(candidate)] == [("", "")]
