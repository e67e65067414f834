"""The door of notifications."""

from fairview.notifications.actions import send_email
from fairview.notifications.contracts import DeliveryFailed, DeliverySent, DeliveryState
from fairview.notifications.queries import delivery_state, delivery_states

__all__ = [
    "DeliveryFailed",
    "DeliverySent",
    "DeliveryState",
    "delivery_state",
    "delivery_states",
    "send_email",
]
