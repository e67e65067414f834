from collections.abc import Iterable
from uuid import UUID

from fairview.audit.public import Actor
from fairview.kit.errors import NotFound
from fairview.notifications.contracts import DeliveryState, State
from fairview.notifications.models import Message, Messages


def list_messages(actor: Actor) -> Messages:
    """Newest first."""
    return Message.objects.visible_to(actor).select_related("delivery").order_by("-id")


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
