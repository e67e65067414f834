"""The life of a delivery: taken once, tried at most five times, further and further apart."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.notifications import texts
from fairview.notifications.contracts import Channel, DeliveryFailed, DeliverySent, State
from fairview.notifications.errors import DeliveryInterrupted, DeliveryProblem
from fairview.notifications.models import Delivery, Message
from fairview.notifications.tasks import deliver_message
from fairview.notifications.transport import transmit

MAX_ATTEMPTS = 5
FIRST_PAUSE = timedelta(seconds=30)
PAUSE_GROWS_BY = 4
INTERRUPTED_AFTER = timedelta(minutes=10)
"""Far longer than one attempt can take; a message that is `sending` for so long has lost its worker."""


def deliver(message_id: UUID) -> None:
    """Send a message that is due. Does nothing if it is not due yet, or another worker has it."""
    if not take(message_id):
        return
    message = Message.objects.select_related("delivery").get(id=message_id)
    try:
        send(message)
    except DeliveryProblem as problem:
        note_problem(message, problem)
    else:
        note_sent(message)


def send(message: Message) -> None:
    if message.channel == Channel.SMS:
        texts.transmit(texts.open_client(), message)
    else:
        transmit(message)


def take(message_id: UUID) -> bool:
    """Compare and set: of all workers that try, one gets the message."""
    now = utc_now()
    due = Delivery.objects.filter(message_id=message_id, state=State.QUEUED, next_try_at__lte=now)
    return due.update(state=State.SENDING, attempts=F("attempts") + 1, taken_at=now) == 1


@transaction.atomic
def note_sent(message: Message) -> None:
    Delivery.objects.filter(message=message).update(
        state=State.SENT, error_code="", error="", sent_at=utc_now()
    )
    publish(DeliverySent(message.id, message.organisation_id, message.reference))


@transaction.atomic
def note_problem(message: Message, problem: DeliveryProblem) -> None:
    delivery = message.delivery
    delivery.error_code, delivery.error = problem.code, problem.answer
    if problem.is_final or delivery.attempts >= MAX_ATTEMPTS:
        delivery.state = State.FAILED
        publish(DeliveryFailed(message.id, message.organisation_id, message.reference, problem.code))
    else:
        delivery.state = State.QUEUED
        delivery.next_try_at = utc_now() + pause_after(delivery.attempts)
        enqueue(delivery)
    delivery.save()


def pause_after(attempts: int) -> timedelta:
    """30 seconds, 2 minutes, 8 minutes, 32 minutes."""
    growth: int = PAUSE_GROWS_BY ** (attempts - 1)
    return FIRST_PAUSE * growth


def enqueue(delivery: Delivery) -> None:
    """The task is a row of the same database: it exists if, and only if, the message does."""
    deliver_message.using(run_after=delivery.next_try_at).enqueue(str(delivery.message_id))


def settle_interrupted() -> None:
    """What lost its worker half-way is not sent again by itself, since it may have gone out."""
    lost = Delivery.objects.filter(state=State.SENDING, taken_at__lt=utc_now() - INTERRUPTED_AFTER)
    for delivery in lost.select_related("message"):
        note_problem(delivery.message, DeliveryInterrupted())
