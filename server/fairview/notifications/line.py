"""What every way of sending has in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable

from fairview.notifications.models import Message

HandOver = Callable[[], None]


class Line(ABC):
    """A connection that is kept for a burst of messages.

    `hand_over` is called right before a message itself leaves. What fails before that can be sent again
    without doubling; what gives no answer after it may have gone out, and is `DeliveryInterrupted`.
    """

    @abstractmethod
    def send(self, message: Message, hand_over: HandOver) -> None:
        """Raises the `DeliveryProblem` that it met."""

    @abstractmethod
    def close(self) -> None:
        """Never raises."""
