"""Against a real mail server on this machine, which answers as each test wants."""

import email
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.message import Message as Mail
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.kit import events
from fairview.kit.clock import utc_now
from fairview.kit.errors import Invalid
from fairview.notifications.contracts import DeliveryFailed, DeliverySent
from fairview.notifications.delivery import MAX_ATTEMPTS, deliver
from fairview.notifications.models import Delivery
from fairview.notifications.public import delivery_state, send_email
from fairview.notifications.tasks import deliver_message

CALENDAR = "\r\n".join(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fairview//EN", "METHOD:REQUEST", "END:VCALENDAR", ""]
).encode()


class Postbox:
    """Takes letters, unless it is told what to say to the recipient or to the letter."""

    def __init__(self) -> None:
        self.letters: list[Mail] = []
        self.to_recipient = "250 OK"
        self.to_letter = "250 OK"

    async def handle_RCPT(
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if self.to_letter.startswith("250"):
            self.letters.append(email.message_from_bytes(envelope.content))
        return self.to_letter


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def use_server(settings: Settings, port: int, user: str = "", starttls: bool = False) -> None:
    settings.MAIL = SimpleNamespace(host="127.0.0.1", port=port)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = user, user and "secret"
    settings.EMAIL_USE_TLS = starttls


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    box = Postbox()
    port = free_port()
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        authenticator=lambda *_: AuthResult(success=False, handled=False, message="535 5.7.8 Not you"),
        auth_require_tls=False,
    )
    controller.start()
    use_server(settings, port)
    yield box
    controller.stop()


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    heard: list[object] = []
    for event_type in (DeliverySent, DeliveryFailed):
        monkeypatch.setitem(events._handlers, event_type, [heard.append])
    return heard


def write(people: People, calendar: bytes | None = None) -> UUID:
    return send_email(
        people.organisation.id,
        "cai@example.org",
        "Your\ninterview",
        "Höre",
        "<p>Höre</p>",
        calendar,
        "about:1",
    )


def state_of(message_id: UUID) -> SimpleNamespace:
    return SimpleNamespace(**Delivery.objects.values().get(message_id=message_id))


def due_now(message_id: UUID) -> None:
    Delivery.objects.filter(message_id=message_id).update(next_try_at=utc_now())


def test_without_a_mail_server_a_letter_stays_in_the_outbox(people: People, as_ada: Browser) -> None:
    message_id = write(people)
    assert state_of(message_id).state == "outbox"
    assert not DBTaskResult.objects.exists()
    refused = as_ada.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "mail_not_configured")


def test_a_letter_arrives_whole(people: People, postbox: Postbox) -> None:
    message_id = write(people, CALENDAR)
    deliver(message_id)
    (letter,) = postbox.letters
    parts = {part.get_content_type(): part for part in letter.walk() if not part.is_multipart()}
    assert (letter["To"], letter["Subject"]) == ("cai@example.org", "Your interview")
    assert str(message_id) in str(letter["Message-ID"])
    assert b"H\xc3\xb6re" in bytes(parts["text/plain"].get_payload(decode=True))
    assert b"H\xc3\xb6re" in bytes(parts["text/html"].get_payload(decode=True))
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    assert parts["application/ics"].get_filename() == "invitation.ics"
    state = delivery_state("about:1")
    assert state is not None
    assert (state.state, state.error_code, state.message_id) == ("sent", "", message_id)


def test_a_letter_leaves_once_even_if_its_task_runs_twice(people: People, postbox: Postbox) -> None:
    message_id = write(people)
    deliver(message_id)
    deliver(message_id)
    assert len(postbox.letters) == 1


def test_the_worker_sends_what_is_queued(
    people: People, postbox: Postbox, news: list[object], django_capture_on_commit_callbacks: Any
) -> None:
    message_id = write(people)
    task = DBTaskResult.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        task.task.call(*task.task_result.args)
    assert len(postbox.letters) == 1
    assert news == [DeliverySent(message_id, people.organisation.id, "about:1")]


@pytest.mark.parametrize(
    ("to_recipient", "to_letter", "code"),
    [
        ("550 5.1.1 Nobody here", "250 OK", "recipient_refused"),
        ("250 OK", "554 5.7.1 Not this", "mail_server_refused_message"),
    ],
)
def test_a_refusal_for_good_fails_at_once_and_says_why(
    to_recipient: str,
    to_letter: str,
    code: str,
    people: People,
    postbox: Postbox,
    news: list[object],
    django_capture_on_commit_callbacks: Any,
) -> None:
    postbox.to_recipient, postbox.to_letter = to_recipient, to_letter
    message_id = write(people)
    with django_capture_on_commit_callbacks(execute=True):
        deliver(message_id)
    state = state_of(message_id)
    assert (state.state, state.error_code, state.attempts) == ("failed", code, 1)
    assert state.error in {to_recipient, to_letter}
    assert news == [DeliveryFailed(message_id, people.organisation.id, "about:1", code)]


def test_a_wrong_password_fails_at_once(people: People, postbox: Postbox, settings: Settings) -> None:
    use_server(settings, settings.EMAIL_PORT, user="fairview")
    message_id = write(people)
    deliver(message_id)
    assert state_of(message_id).error_code == "mail_server_refused_login"


def test_a_server_without_encryption_is_not_trusted(
    people: People, postbox: Postbox, settings: Settings
) -> None:
    use_server(settings, settings.EMAIL_PORT, starttls=True)
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("failed", "mail_server_differs")


def test_a_busy_server_gets_the_letter_later(people: People, postbox: Postbox) -> None:
    postbox.to_recipient = "451 4.7.1 Come back"
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("queued", "mail_server_busy")
    postbox.to_recipient = "250 OK"
    deliver(message_id)
    assert not postbox.letters, "it was not due yet"
    due_now(message_id)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("sent", "")
    assert len(postbox.letters) == 1


def test_tries_go_further_apart_and_end(people: People, settings: Settings) -> None:
    use_server(settings, free_port())
    message_id = write(people)
    pauses = []
    for _ in range(MAX_ATTEMPTS):
        due_now(message_id)
        before = utc_now()
        deliver(message_id)
        pauses.append(round((state_of(message_id).next_try_at - before).total_seconds()))
    state = state_of(message_id)
    assert pauses[:-1] == [30, 120, 480, 1920]
    assert (state.state, state.error_code) == ("failed", "mail_server_unreachable")
    planned = DBTaskResult.objects.order_by("run_after").values_list("run_after", flat=True)
    assert len(planned) == MAX_ATTEMPTS
    due_now(message_id)
    deliver(message_id)
    assert state_of(message_id).attempts == MAX_ATTEMPTS


def test_a_person_sends_a_failed_letter_again(people: People, postbox: Postbox, as_rhea: Browser) -> None:
    postbox.to_recipient = "550 5.1.1 Nobody here"
    message_id = write(people)
    deliver(message_id)
    postbox.to_recipient = "250 OK"
    again = as_rhea.post(f"/api/messages/{message_id}/retry").json()
    assert (again["state"], again["error_code"], again["attempts"]) == ("queued", "", 0)
    deliver(message_id)
    assert len(postbox.letters) == 1
    refused = as_rhea.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "already_sent")


def test_a_letter_whose_worker_died_is_left_to_a_person(
    people: People, postbox: Postbox, as_ada: Browser
) -> None:
    message_id = write(people)
    long_ago = utc_now() - timedelta(hours=1)
    Delivery.objects.filter(message_id=message_id).update(state="sending", taken_at=long_ago)
    deliver_message.call(str(write(people)))
    shown = as_ada.get(f"/api/messages/{message_id}").json()
    assert (shown["state"], shown["error_code"]) == ("failed", "delivery_interrupted")
    assert len(postbox.letters) == 1, "only the other one"


def test_a_person_may_send_again_what_lost_its_worker(
    people: People, postbox: Postbox, as_ada: Browser
) -> None:
    message_id = write(people)
    sending = Delivery.objects.filter(message_id=message_id)
    sending.update(state="sending", taken_at=utc_now())
    assert as_ada.post(f"/api/messages/{message_id}/retry").json()["code"] == "being_sent"
    sending.update(taken_at=utc_now() - timedelta(hours=1))
    assert as_ada.post(f"/api/messages/{message_id}/retry").json()["state"] == "queued"


def test_a_letter_to_nowhere_is_not_written(people: People) -> None:
    with pytest.raises(Invalid):
        send_email(people.organisation.id, "cai at example", "Hello", "Hello", "<p>", None, "about:1")
    assert not Delivery.objects.exists()


def test_staff_read_what_was_written(people: People, as_rhea: Browser, as_ines: Browser) -> None:
    message_id = write(people, CALENDAR)
    (row,) = as_rhea.get("/api/messages").json()["items"]
    assert (row["id"], row["state"], row["has_calendar"]) == (str(message_id), "outbox", True)
    shown = as_rhea.get(f"/api/messages/{message_id}").json()
    assert (shown["text"], shown["html"], shown["error"]) == ("Höre", "<p>Höre</p>", "")
    assert as_rhea.get(f"/api/messages/{message_id}/calendar.ics").content == CALENDAR
    assert as_ines.get("/api/messages").status_code == 403


def test_a_reference_tells_how_its_newest_letter_fares(people: People, postbox: Postbox) -> None:
    deliver(write(people))
    newest = write(people)
    state = delivery_state("about:1")
    assert state is not None
    assert (state.message_id, state.state) == (newest, "queued")
    assert delivery_state("about:2") is None
