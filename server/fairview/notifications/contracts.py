from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


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
