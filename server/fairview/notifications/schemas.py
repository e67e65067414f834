from datetime import datetime
from textwrap import shorten
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from fairview.notifications.contracts import Channel, MessageSubject, State
from fairview.notifications.models import Message
from fairview.notifications.queries import Fate, Wanted

BEGINNING_CHARS = 60
MOST_AT_ONCE = 500


class MessagesWanted(Schema):
    fate: Fate | None = None
    search: str = ""
    interview_id: UUID | None = None


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
    next_try_at: datetime | None
    """Of what is queued."""
    can_be_taken_back: bool
    """It was sent again just now, and has not left."""
    sent_at: datetime | None
    has_calendar: bool
    reference: str
    about: MessageSubject | None


class MessageOut(MessageRow):
    """`error` is what the mail server said, word for word; the page has its own sentence for `error_code`."""

    text: str
    html: str
    error: str


class OpenFates(Schema):
    """How many messages are not done with, by how they fare."""

    on_its_way: int
    outbox: int
    failed: int


class Sendable(Schema):
    """How many can be sent again together."""

    outbox: int
    failed: int


class RetryAll(Schema):
    """Either all in a state, or the messages named."""

    state: Literal["outbox", "failed"] | None = None
    message_ids: Annotated[list[UUID], Field(max_length=MOST_AT_ONCE)] = []

    @property
    def wanted(self) -> Wanted:
        return self.state or self.message_ids


class Retried(Schema):
    count: int
    message_ids: list[UUID]


class TakeBack(Schema):
    message_ids: list[UUID]


class TakenBack(Schema):
    count: int


def message_row(message: Message, about: MessageSubject | None) -> MessageRow:
    delivery = message.delivery
    return MessageRow(
        id=message.id,
        channel=Channel(message.channel),
        to=message.to,
        subject=message.subject or shorten(message.text, BEGINNING_CHARS, placeholder=" …"),
        created_at=message.created_at,
        state=State(delivery.state),
        error_code=delivery.error_code,
        attempts=delivery.attempts,
        next_try_at=delivery.next_try_at if delivery.state == State.QUEUED else None,
        can_be_taken_back=delivery.state == State.QUEUED and delivery.returns_to != "",
        sent_at=delivery.sent_at,
        has_calendar=bool(message.calendar),
        reference=message.reference,
        about=about,
    )


def message_out(message: Message, about: MessageSubject | None) -> MessageOut:
    row = message_row(message, about).dict()
    return MessageOut(**row, text=message.text, html=message.html, error=message.delivery.error)
