"""The two ways to a person: which of them are open, and what an address of theirs looks like."""

import re

from django.conf import settings

from fairview.notifications.contracts import Channel
from fairview.notifications.errors import NumberUnusable

MAX_SMS_CHARS = 1_600
"""What the Messages API takes; it cuts it into segments itself."""
E164 = re.compile(r"\+[1-9][0-9]{6,14}")
BETWEEN_DIGITS = re.compile(r"[\s()./-]")


def is_configured(channel: str) -> bool:
    return bool(settings.SMS if channel == Channel.SMS else settings.MAIL)


def sms_is_configured() -> bool:
    """Whether text messages leave this installation; without, they lie in the outbox."""
    return is_configured(Channel.SMS)


def dialable(number: str) -> str:
    """The number as E.164 has it, without the spaces that people write. Raises `NumberUnusable`."""
    digits = BETWEEN_DIGITS.sub("", number)
    if not E164.fullmatch(digits):
        raise NumberUnusable(number=number.strip() or "This")
    return digits
