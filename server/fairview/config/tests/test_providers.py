"""Letters through SendGrid's v3 API, spoken by a server on this machine."""

import base64
from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings
from tests.people import People

from fairview.config.mail import MailProvider, mail_settings
from fairview.notifications.tests.services import Service, serving
from fairview.notifications.tests.steps import CALENDAR, deliver, free_port, state_of, write

pytestmark = pytest.mark.filterwarnings("ignore:django-anymail has dropped official support")

REFUSED = {"errors": [{"message": "Does not contain a valid address.", "field": "personalizations.0.to"}]}


def use_provider(settings: Settings, address: str, timeout_s: float = 5) -> None:
    provider = mail_settings("", "sendgrid", "SG.key", [f"api_url={address}/v3/"])
    assert isinstance(provider, MailProvider)
    settings.MAIL, settings.EMAIL_BACKEND = provider, provider.backend
    settings.ANYMAIL = {**provider.settings, "REQUESTS_TIMEOUT": timeout_s}


@pytest.fixture
def sendgrid(settings: Settings) -> Iterator[Service]:
    with serving(Service(202)) as service:
        use_provider(settings, service.address)
        yield service


def test_a_letter_is_handed_over_whole(people: People, sendgrid: Service) -> None:
    message_id = write(people, CALENDAR)
    deliver(message_id)
    assert state_of(message_id).state == "sent"
    (request,) = sendgrid.requests
    letter = request.json
    assert (request.path, request.headers["Authorization"]) == ("/v3/mail/send", "Bearer SG.key")
    assert letter["personalizations"][0]["to"] == [{"email": "cai@example.org"}]
    assert letter["subject"] == "Your interview"
    assert [part["type"] for part in letter["content"]] == [
        "text/plain",
        "text/html",
        "text/calendar; method=REQUEST",
    ]
    assert base64.b64decode(letter["attachments"][0]["content"]) == CALENDAR
    assert str(message_id) in letter["headers"]["Message-ID"]


def test_readers_are_not_followed(people: People, sendgrid: Service) -> None:
    deliver(write(people))
    tracking = sendgrid.requests[0].json["tracking_settings"]
    assert not tracking["click_tracking"]["enable"]
    assert not tracking["open_tracking"]["enable"]


@pytest.mark.parametrize(
    ("status", "state", "code"),
    [
        (429, "queued", "mail_provider_busy"),
        (500, "queued", "mail_provider_busy"),
        (503, "queued", "mail_provider_busy"),
        (401, "failed", "mail_provider_refused_key"),
        (403, "failed", "mail_provider_refused_key"),
        (400, "failed", "mail_provider_refused_message"),
        (413, "failed", "mail_provider_refused_message"),
    ],
)
def test_what_a_refusal_means(status: int, state: str, code: str, people: People, sendgrid: Service) -> None:
    sendgrid.answer = (status, REFUSED)
    message_id = write(people)
    deliver(message_id)
    delivery = state_of(message_id)
    assert (delivery.state, delivery.error_code) == (state, code)
    assert "Does not contain a valid address" in delivery.error
    assert "SG.key" not in delivery.error


def test_after_too_many_the_others_wait(people: People, sendgrid: Service) -> None:
    sendgrid.answer = (429, {"errors": []})
    letters = [write(people) for _ in range(3)]
    deliver(letters[0])
    assert len(sendgrid.requests) == 1
    assert [state_of(letter).attempts for letter in letters] == [1, 0, 0]


def test_a_provider_that_is_not_there_is_tried_again(people: People, settings: Settings) -> None:
    use_provider(settings, f"http://127.0.0.1:{free_port()}")
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("queued", "provider_unreachable")


def test_a_letter_without_an_answer_may_have_gone_out(
    people: People, sendgrid: Service, settings: Settings
) -> None:
    use_provider(settings, sendgrid.address, timeout_s=0.2)
    sendgrid.answer = None
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("failed", "delivery_interrupted")
    assert len(sendgrid.requests) == 1
