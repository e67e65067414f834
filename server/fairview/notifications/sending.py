"""A burst: one task sends its message, and over the same connection what else is due."""

import time
from uuid import UUID

from django.conf import settings

from fairview.notifications.channels import is_configured
from fairview.notifications.contracts import Channel
from fairview.notifications.delivery import (
    begin_hand_over,
    lay_aside,
    next_due,
    note_problem,
    note_sent,
    resume,
    settle_interrupted,
    take,
)
from fairview.notifications.errors import DeliveryProblem, MessageOutdated, Overtaken
from fairview.notifications.line import Line
from fairview.notifications.models import Message
from fairview.notifications.providers import ProviderLine
from fairview.notifications.smtp import SmtpLine
from fairview.notifications.texts import SmsLine

BURST_LASTS_S = 5.0
"""Then the worker looks for other tasks, and whether it is to stop."""


def deliver(message_id: UUID, taker: str) -> None:
    """Send a message if it is due and nobody else has it, and then others that are, for a while.

    `taker` is the id of the task: given out again after its worker died, it finds what it had in hand.
    """
    resume(taker)
    settle_interrupted()
    ends_at = time.monotonic() + BURST_LASTS_S
    burst = Burst(taker)
    try:
        following: UUID | None = message_id
        while following and burst.deliver(following) and time.monotonic() < ends_at:
            following = next_due()
    finally:
        burst.close()


class Burst:
    """Lines that are opened when they are first needed and kept until the end."""

    def __init__(self, taker: str) -> None:
        self.taker = taker
        self.lines: dict[str, Line] = {}

    def deliver(self, message_id: UUID) -> bool:
        """False if the others had better wait."""
        if not take(message_id, self.taker):
            return True
        message = Message.objects.select_related("delivery").get(id=message_id)
        if message.is_outdated:
            note_problem(message, MessageOutdated())
            return True
        if not is_configured(message.channel):
            lay_aside(message)
            return True
        try:
            self.line(message.channel).send(message, lambda: begin_hand_over(message_id, self.taker))
        except Overtaken:
            return False
        except DeliveryProblem as problem:
            note_problem(message, problem)
            return not problem.ends_burst
        note_sent(message)
        return True

    def line(self, channel: str) -> Line:
        if channel not in self.lines:
            self.lines[channel] = open_line(channel)
        return self.lines[channel]

    def close(self) -> None:
        for line in self.lines.values():
            line.close()


def open_line(channel: str) -> Line:
    if channel == Channel.SMS:
        return SmsLine()
    return ProviderLine() if settings.EMAIL_BACKEND.startswith("anymail.") else SmtpLine()
