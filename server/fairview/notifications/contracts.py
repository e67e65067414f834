from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fairview.audit.contracts import Actor


class Channel(StrEnum):
    EMAIL = "email"
    SMS = "sms"


class State(StrEnum):
    """A `replaced` message does not leave any more: another one says what holds now."""

    QUEUED = "queued"
    OUTBOX = "outbox"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    REPLACED = "replaced"


@dataclass(frozen=True)
class DeliveryState:
    """How the newest message with a reference fares. `state` is queued, outbox, sent, failed or
    replaced; a queued one with an `error_code` has been tried and will be tried again."""

    message_id: UUID
    state: str
    error_code: str
    sent_at: datetime | None


@dataclass(frozen=True)
class MessageSubject:
    """The interview that a message is about, and whom it is written to."""

    interview_id: UUID
    title: str
    candidate: str
    recipient: str


@dataclass(frozen=True)
class Subjects:
    """What contexts above know of references. Notifications cannot import them, so `config` hands their
    queries in; a reference that they do not know is left out of the answer."""

    of_references: Callable[[Actor, Collection[str]], Mapping[str, MessageSubject]]
    references_of: Callable[[Actor, UUID], list[str]]
    """All that have to do with an interview."""


@dataclass(frozen=True)
class DeliverySent:
    message_id: UUID
    organisation_id: UUID
    reference: str


@dataclass(frozen=True)
class DeliveryFailed:
    """Nothing more is tried by itself."""

    message_id: UUID
    organisation_id: UUID
    reference: str
    error_code: str
