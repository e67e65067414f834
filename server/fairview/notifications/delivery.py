"""The life of a delivery: taken once, tried at most five times, further and further apart.

Whoever takes a message says who they are (the id of a task), and says once more when the hand-over to the
server begins. So a message that lost its sender before the hand-over is sent again by itself, and one that
lost it in the hand-over, which may have gone out, is left to a person.

A message that is withdrawn while somebody has it in hand is not theirs any more: it leaves only if its
hand-over had begun, and is never queued again.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, When

from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from fairview.notifications.contracts import DeliveryFailed, DeliverySent, State
from fairview.notifications.errors import DeliveryInterrupted, DeliveryProblem, Overtaken
from fairview.notifications.models import Deliveries, Delivery, Message
from fairview.notifications.tasks import deliver_message

MAX_ATTEMPTS = 5
FIRST_PAUSE = timedelta(seconds=30)
PAUSE_GROWS_BY = 4
INTERRUPTED_AFTER = timedelta(minutes=10)
"""Far longer than one attempt can take; a message that is `sending` for so long has lost its sender."""


def take(message_id: UUID, taker: str) -> bool:
    """Compare and set: of all that try, one gets the message. What is sent again has all its tries anew."""
    now = utc_now()
    due = Delivery.objects.due(now).filter(message_id=message_id)
    taken = due.update(
        state=State.SENDING,
        attempts=Case(When(returns_to="", then=F("attempts") + 1), default=1),
        returns_to="",
        taken_by=taker,
        taken_at=now,
        handed_over_at=None,
    )
    return taken == 1


def next_due() -> UUID | None:
    """The message that has waited longest for its turn."""
    due = Delivery.objects.due(utc_now()).order_by("next_try_at")
    return due.values_list("message_id", flat=True).first()


def begin_hand_over(message_id: UUID, taker: str) -> None:
    """Raises `Overtaken` if the message is not the taker's any more, and then it must not leave."""
    held = Delivery.objects.taken_by(taker).filter(message_id=message_id, handed_over_at=None)
    if held.update(handed_over_at=utc_now()) != 1:
        raise Overtaken


def lay_aside(message: Message) -> None:
    """Into the outbox, for its channel is not configured any more."""
    _in_hand(message).update(state=State.OUTBOX, attempts=0)


@transaction.atomic
def note_sent(message: Message) -> None:
    Delivery.objects.filter(message=message).update(
        state=State.SENT, error_code="", error="", sent_at=utc_now()
    )
    publish(DeliverySent(message.id, message.organisation_id, message.reference))


@transaction.atomic
def note_problem(message: Message, problem: DeliveryProblem) -> None:
    delivery = _in_hand(message).select_for_update().first()
    if delivery is None:
        return
    delivery.error_code, delivery.error = problem.code, problem.answer
    if problem.is_final or delivery.attempts >= MAX_ATTEMPTS:
        delivery.state = State.FAILED
        publish(DeliveryFailed(message.id, message.organisation_id, message.reference, problem.code))
    else:
        delivery.state = State.QUEUED
        delivery.next_try_at = utc_now() + pause_after(delivery.attempts)
        enqueue(delivery)
    delivery.save(update_fields=["state", "error_code", "error", "next_try_at"])


def _in_hand(message: Message) -> Deliveries:
    return Delivery.objects.filter(message=message, state=State.SENDING)


def pause_after(attempts: int) -> timedelta:
    """30 seconds, 2 minutes, 8 minutes, 32 minutes."""
    growth: int = PAUSE_GROWS_BY ** (attempts - 1)
    return FIRST_PAUSE * growth


def enqueue(delivery: Delivery) -> None:
    """The task is a row of the same database: it exists if, and only if, the message does."""
    deliver_message.using(run_after=delivery.next_try_at).enqueue(str(delivery.message_id))


def resume(taker: str) -> None:
    """What this taker had in hand when it was interrupted: it is the same task, given out once more."""
    _settle(Delivery.objects.taken_by(taker))


def settle_interrupted() -> None:
    """What was taken so long ago that nobody can have it in hand any more."""
    _settle(Delivery.objects.filter(state=State.SENDING, taken_at__lt=utc_now() - INTERRUPTED_AFTER))


def _settle(lost: Deliveries) -> None:
    for delivery in lost.select_related("message"):
        if delivery.handed_over_at or delivery.attempts >= MAX_ATTEMPTS:
            note_problem(delivery.message, DeliveryInterrupted())
        else:
            _queue_again(delivery)


@transaction.atomic
def _queue_again(delivery: Delivery) -> None:
    delivery.next_try_at = utc_now()
    if _in_hand(delivery.message).update(state=State.QUEUED, next_try_at=delivery.next_try_at):
        enqueue(delivery)
