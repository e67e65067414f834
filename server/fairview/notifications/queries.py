from collections.abc import Collection, Iterable
from typing import Literal
from uuid import UUID

from django.db.models import Count, Q

from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.kit.searching import every_word
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


Wanted = Literal["outbox", "failed"] | Collection[UUID]
"""What is sent again together: all in one state, or the messages named."""


def list_messages(
    actor: Actor, fate: Fate | None = None, search: str = "", references: Collection[str] | None = None
) -> Messages:
    """Newest first; those in whose address, subject or text every word of the search occurs, and, where
    references are given, those about one of them."""
    messages = Message.objects.visible_to(actor).select_related("delivery").order_by("-id")
    messages = messages.filter(every_word(search, "to", "subject", "text"))
    if references is not None:
        messages = messages.filter(reference__in=references)
    return messages.filter(delivery__state__in=STATES_OF[fate]) if fate else messages


def count_fates(actor: Actor) -> dict[Fate, int]:
    """How many there are of those that are not done with; what was sent is not counted."""
    states = Delivery.objects.filter(message__in=Message.objects.visible_to(actor))
    by_state = dict(states.values_list("state").annotate(Count("message")).order_by())
    open_fates: list[Fate] = ["on_its_way", "outbox", "failed"]
    return {fate: sum(by_state.get(state, 0) for state in STATES_OF[fate]) for fate in open_fates}


def sendable(actor: Actor, wanted: Wanted) -> Deliveries:
    """What may be sent again together: it has certainly not gone out, is still of use, and its channel is
    configured."""
    named = Q(state=wanted) if isinstance(wanted, str) else Q(message_id__in=wanted)
    return (
        Delivery.objects.filter(
            named,
            state__in=[State.OUTBOX, State.FAILED],
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
