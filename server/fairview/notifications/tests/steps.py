"""What tests of letters have in common: a mail server that says what it is told to, and letters to write."""

import email
import socket
from email.message import Message as Mail
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from pytest_django.fixtures import Settings
from tests.people import People

from fairview.kit.clock import utc_now
from fairview.notifications import sending
from fairview.notifications.models import Delivery
from fairview.notifications.public import send_email

TASK = "a-task"

CALENDAR = "\r\n".join(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fairview//EN", "METHOD:REQUEST", "END:VCALENDAR", ""]
).encode()


class Postbox:
    """Takes letters, unless it is told what to say to the recipient or to the letter."""

    def __init__(self) -> None:
        self.letters: list[Mail] = []
        self.to_recipient = "250 OK"
        self.to_letter = "250 OK"
        self.refused: set[str] = set()
        self.hangs_up_on_letter = False
        self.letters_of_a_connection = 1_000
        self.connections = 0

    async def handle_EHLO(
        self, _server: Any, session: Any, _envelope: Any, host: str, answers: list[str]
    ) -> list[str]:
        session.host_name, session.letters = host, 0
        self.connections += 1
        return answers

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, _options: Any) -> str:
        if session.letters == self.letters_of_a_connection:
            server.transport.close()
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 Nobody here"
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.hangs_up_on_letter:
            server.transport.close()
        if self.to_letter.startswith("250"):
            self.letters.append(email.message_from_bytes(envelope.content))
            session.letters += 1
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


def write(people: People, calendar: bytes | None = None, to: str = "cai@example.org") -> UUID:
    return send_email(
        people.organisation.id,
        to,
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


def deliver(message_id: UUID, taker: str = TASK) -> None:
    sending.deliver(message_id, taker)
