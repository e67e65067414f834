from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.kit.addresses import check_address
from fairview.kit.clock import utc_now
from fairview.notifications.channels import MAX_SMS_CHARS, dialable, is_configured
from fairview.notifications.contracts import Channel, State
from fairview.notifications.delivery import enqueue, settle_interrupted
from fairview.notifications.errors import (
    AlreadySent,
    BeingSent,
    MailNotConfigured,
    MessageOutdated,
    MessageReplaced,
    SmsNotConfigured,
    TextTooLong,
)
from fairview.notifications.models import Delivery, Message
from fairview.notifications.queries import Wanted, get_message, sendable

TAKEN_BACK_WITHIN = timedelta(seconds=10)
"""Longer than the page says that it can be taken back."""


@transaction.atomic
def send_email(  # noqa: PLR0917
    organisation_id: UUID,
    to: str,
    subject: str,
    text: str,
    html: str,
    calendar: bytes | None,
    reference: str,
    expires_at: datetime | None = None,
) -> UUID:
    """Write a letter; a worker delivers it after the surrounding transaction. Returns the message's id.

    `calendar` is an iCalendar file with a METHOD. Without a mail server the letter stays in the outbox. After
    `expires_at` it does not leave any more, however it was held up.
    """
    check_address(to, field="to")
    message = Message(
        organisation_id=organisation_id,
        to=to,
        subject=" ".join(subject.split()),
        text=text,
        html=html,
        calendar=calendar or b"",
        reference=reference,
        expires_at=expires_at,
    )
    return _write(message)


@transaction.atomic
def send_sms(
    organisation_id: UUID, to: str, text: str, reference: str, expires_at: datetime | None = None
) -> UUID:
    """Write a text message, as `send_email` does a letter. Raises `NumberUnusable` or `TextTooLong`."""
    if len(text) > MAX_SMS_CHARS:
        raise TextTooLong(most=MAX_SMS_CHARS, length=len(text))
    message = Message(
        organisation_id=organisation_id,
        channel=Channel.SMS,
        to=dialable(to),
        text=text,
        reference=reference,
        expires_at=expires_at,
    )
    return _write(message)


def _write(message: Message) -> UUID:
    message.save(force_insert=True)
    state = State.QUEUED if is_configured(message.channel) else State.OUTBOX
    delivery = Delivery.objects.create(message=message, state=state)
    if state == State.QUEUED:
        enqueue(delivery)
    return message.id


def withdraw(references: Iterable[str]) -> None:
    """Hold back what has not gone out under these references, for another message takes its place."""
    messages = list(Message.objects.filter(reference__in=list(references)).values_list("id", flat=True))
    Delivery.objects.filter(message__in=messages).exclude(state=State.SENT).update(state=State.REPLACED)


@transaction.atomic
def retry(actor: Actor, message_id: UUID) -> Message:
    """Send now what failed, waits for its next try, or was written before its channel was configured."""
    require_capability(actor, "messages.send")
    message = get_message(actor, message_id)
    if message.is_outdated:
        raise MessageOutdated
    if not is_configured(message.channel):
        raise MailNotConfigured if message.channel == Channel.EMAIL else SmsNotConfigured
    settle_interrupted()
    delivery = Delivery.objects.select_for_update().get(message=message)
    if delivery.state == State.SENT:
        raise AlreadySent
    if delivery.state == State.SENDING:
        raise BeingSent
    if delivery.state == State.REPLACED:
        raise MessageReplaced
    _start_over(delivery)
    record(actor, "notifications.message_retried", "message", message.id)
    return get_message(actor, message_id)


@transaction.atomic
def retry_all(actor: Actor, wanted: Wanted) -> list[UUID]:
    """Send again all that lie in the outbox, all that failed, or those named. Returns which.

    They leave after `TAKEN_BACK_WITHIN`. Left where they are: what has no configured channel, and what may
    have gone out, for that is for a person to decide one by one.
    """
    require_capability(actor, "messages.send")
    deliveries = list(sendable(actor, wanted).select_for_update())
    for delivery in deliveries:
        delivery.returns_to, delivery.state = delivery.state, State.QUEUED
        delivery.next_try_at = utc_now() + TAKEN_BACK_WITHIN
        delivery.save(update_fields=["returns_to", "state", "next_try_at"])
        enqueue(delivery)
        record(actor, "notifications.message_retried", "message", delivery.message_id)
    return [delivery.message_id for delivery in deliveries]


@transaction.atomic
def take_back(actor: Actor, message_ids: Collection[UUID]) -> int:
    """Put back what was sent again and has not left, as it was before. Returns how many."""
    require_capability(actor, "messages.send")
    messages = Message.objects.visible_to(actor).filter(id__in=message_ids)
    waiting = Delivery.objects.filter(message__in=messages, state=State.QUEUED).exclude(returns_to="")
    taken_back = list(waiting.values_list("message_id", flat=True))
    count = waiting.update(state=F("returns_to"), returns_to="")
    for message_id in taken_back:
        record(actor, "notifications.message_taken_back", "message", message_id)
    return count


def _start_over(delivery: Delivery) -> None:
    delivery.state, delivery.attempts, delivery.next_try_at = State.QUEUED, 0, utc_now()
    delivery.error_code = delivery.error = delivery.returns_to = ""
    delivery.save()
    enqueue(delivery)
