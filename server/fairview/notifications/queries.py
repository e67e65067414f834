from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.notifications.channels import is_configured
from fairview.notifications.contracts import Channel, DeliveryState, State
from fairview.notifications.errors import DeliveryInterrupted
from fairview.notifications.models import Deliveries, Delivery, Message, Messages

Fate = Literal["on_its_way", "outbox", "sent", "failed"]
"""How a person sees the states: what waits for its turn and what is in hand are both on their way."""
STATES_OF: dict[Fate, list[State]] = {
    "on_its_way": [State.QUEUED, State.SENDING],
    "outbox": [State.OUTBOX],
    "sent": [State.SENT],
    "failed": [State.FAILED],
}


def list_messages(actor: Actor, fate: Fate | None = None) -> Messages:
    """Newest first."""
    messages = Message.objects.visible_to(actor).select_related("delivery").order_by("-id")
    return messages.filter(delivery__state__in=STATES_OF[fate]) if fate else messages


def sendable(actor: Actor, state: Literal["outbox", "failed"]) -> Deliveries:
    """What may be sent again together: it has certainly not gone out, is still of use, and its channel is
    configured."""
    return (
        Delivery.objects.filter(
            state=state,
            message__in=Message.objects.visible_to(actor),
            message__channel__in=[channel for channel in Channel if is_configured(channel)],
        )
        .exclude(error_code=DeliveryInterrupted.code)
        .exclude(message__expires_at__lt=utc_now())
        .order_by("message_id")
    )


def count_sendable(actor: Actor) -> dict[str, int]:
    return {"outbox": sendable(actor, "outbox").count(), "failed": sendable(actor, "failed").count()}


def get_message(actor: Actor, message_id: UUID) -> Message:
    message = list_messages(actor).filter(id=message_id).first()
    if message is None:
        raise NotFound
    return message


def delivery_states(references: Iterable[str]) -> dict[str, DeliveryState]:
    """The newest message of each reference; those without one are left out."""
    messages = (
        Message.objects.filter(reference__in=list(references))
        .select_related("delivery")
        .only("reference", "delivery")
        .order_by("id")
    )
    return {message.reference: as_state(message) for message in messages}


def delivery_state(reference: str) -> DeliveryState | None:
    return delivery_states([reference]).get(reference)


def as_state(message: Message) -> DeliveryState:
    delivery = message.delivery
    state = State.QUEUED if delivery.state == State.SENDING else State(delivery.state)
    return DeliveryState(message.id, state.value, delivery.error_code, delivery.sent_at)
