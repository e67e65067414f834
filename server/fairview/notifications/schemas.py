from datetime import datetime
from textwrap import shorten
from typing import Literal
from uuid import UUID

from ninja import Schema

from fairview.notifications.contracts import Channel, State
from fairview.notifications.models import Message

BEGINNING_CHARS = 60


class MessageRow(Schema):
    id: UUID
    channel: Channel
    to: str
    subject: str
    """Of a text message, which has none, how it begins."""
    created_at: datetime
    state: State
    error_code: str
    attempts: int
    has_calendar: bool
    reference: str

    @staticmethod
    def resolve_subject(message: Message) -> str:
        return message.subject or shorten(message.text, BEGINNING_CHARS, placeholder=" …")

    @staticmethod
    def resolve_state(message: Message) -> str:
        return message.delivery.state

    @staticmethod
    def resolve_error_code(message: Message) -> str:
        return message.delivery.error_code

    @staticmethod
    def resolve_attempts(message: Message) -> int:
        return message.delivery.attempts

    @staticmethod
    def resolve_has_calendar(message: Message) -> bool:
        return bool(message.calendar)


class MessageOut(MessageRow):
    """`error` is what the mail server said, word for word; the page has its own sentence for `error_code`."""

    text: str
    html: str
    error: str

    @staticmethod
    def resolve_error(message: Message) -> str:
        return message.delivery.error


class Sendable(Schema):
    """How many can be sent again together."""

    outbox: int
    failed: int


class RetryAll(Schema):
    state: Literal["outbox", "failed"]


class Retried(Schema):
    count: int
