"""The door of notifications."""

from fairview.notifications.actions import send_email, send_sms, withdraw
from fairview.notifications.channels import dialable, sms_is_configured
from fairview.notifications.contracts import (
    DeliveryFailed,
    DeliverySent,
    DeliveryState,
    MessageSubject,
    Subjects,
)
from fairview.notifications.errors import NumberUnusable
from fairview.notifications.queries import delivery_state, delivery_states

__all__ = [
    "DeliveryFailed",
    "DeliverySent",
    "DeliveryState",
    "MessageSubject",
    "NumberUnusable",
    "Subjects",
    "delivery_state",
    "delivery_states",
    "dialable",
    "send_email",
    "send_sms",
    "sms_is_configured",
    "withdraw",
]
