"""Text messages through Twilio's Messages API, spoken by a server on this machine."""

from collections.abc import Iterator
from types import SimpleNamespace
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.notifications.errors import TextTooLong
from fairview.notifications.public import NumberUnusable, dialable, send_sms, sms_is_configured
from fairview.notifications.tests.services import Service, serving
from fairview.notifications.tests.steps import deliver, free_port, state_of

TAKEN = {"sid": "SM0", "status": "queued", "to": "+4930901820", "body": "At 10"}


def use_account(settings: Settings, api: str, sender: str = "+15005550006") -> None:
    settings.SMS = SimpleNamespace(sid="AC1", token="secret", sender=sender, api=api)


@pytest.fixture
def twilio(settings: Settings) -> Iterator[Service]:
    with serving(Service(201, TAKEN)) as service:
        use_account(settings, service.address)
        yield service


def write_text(people: People, text: str = "Your talk begins at 10:00.") -> UUID:
    return send_sms(people.organisation.id, "+49 30 901820", text, "about:1")


def test_a_text_message_is_handed_over(people: People, twilio: Service) -> None:
    message_id = write_text(people)
    deliver(message_id)
    assert state_of(message_id).state == "sent"
    (request,) = twilio.requests
    assert request.path == "/2010-04-01/Accounts/AC1/Messages.json"
    assert request.headers["Authorization"].startswith("Basic ")
    assert request.form == {"To": "+4930901820", "From": "+15005550006", "Body": "Your talk begins at 10:00."}


def test_a_messaging_service_can_be_the_sender(people: People, twilio: Service, settings: Settings) -> None:
    use_account(settings, twilio.address, "MG7")
    deliver(write_text(people))
    assert twilio.requests[0].form["MessagingServiceSid"] == "MG7"


@pytest.mark.parametrize(
    ("status", "twilio_code", "state", "code"),
    [
        (400, 21211, "failed", "number_refused"),
        (400, 21610, "failed", "number_refused"),
        (400, 21617, "failed", "sms_provider_refused_message"),
        (401, 20003, "failed", "sms_provider_refused_login"),
        (429, 20429, "queued", "sms_provider_busy"),
        (500, 20500, "queued", "sms_provider_busy"),
    ],
)
def test_what_a_refusal_means(
    status: int, twilio_code: int, state: str, code: str, people: People, twilio: Service
) -> None:
    twilio.answer = (status, {"code": twilio_code, "message": "Not like this", "status": status})
    message_id = write_text(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == (state, code)
    assert "Not like this" in state_of(message_id).error


def test_a_provider_that_is_not_there_is_tried_again(people: People, settings: Settings) -> None:
    use_account(settings, f"http://127.0.0.1:{free_port()}")
    message_id = write_text(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("queued", "provider_unreachable")


def test_a_message_without_an_answer_may_have_gone_out(
    people: People, twilio: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fairview.notifications.texts.TIMEOUT_S", 0.2)
    twilio.answer = None
    message_id = write_text(people)
    deliver(message_id)
    assert state_of(message_id).error_code == "delivery_interrupted"
    assert len(twilio.requests) == 1


def test_without_a_provider_a_text_message_stays_in_the_outbox(people: People, as_ada: Browser) -> None:
    assert not sms_is_configured()
    message_id = write_text(people)
    shown = as_ada.get(f"/api/messages/{message_id}").json()
    assert (shown["state"], shown["channel"], shown["to"]) == ("outbox", "sms", "+4930901820")
    refused = as_ada.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "sms_not_configured")


@pytest.mark.parametrize("number", ["+4930901820", "+49 30 90 18-20", "+49 (30) 901820", " +1.500.555.0006 "])
def test_numbers_are_taken_as_people_write_them(number: str) -> None:
    assert dialable(number)[1:].isdigit()


@pytest.mark.parametrize(
    "number", ["", "030 901820", "+0 30 901820", "+49 30", "+49 30 CALL ME", "+" + "1" * 16]
)
def test_what_cannot_be_dialled_is_refused(number: str) -> None:
    with pytest.raises(NumberUnusable):
        dialable(number)


def test_a_text_that_is_too_long_is_refused(people: People) -> None:
    with pytest.raises(TextTooLong, match="1600 characters at most; this one has 1601"):
        write_text(people, "x" * 1601)
