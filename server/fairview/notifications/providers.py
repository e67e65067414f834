"""Letters over the web service of a provider that anymail knows, and what its refusals mean."""

from contextlib import suppress

import requests
from anymail.exceptions import AnymailError, AnymailInvalidAddress, AnymailRecipientsRefused
from django.core.mail import get_connection

from fairview.notifications.errors import (
    DeliveryProblem,
    MailProviderBusy,
    MailProviderRefusedKey,
    MailProviderRefusedMessage,
    RecipientRefused,
)
from fairview.notifications.letters import compose
from fairview.notifications.line import HandOver, Line
from fairview.notifications.models import Message
from fairview.notifications.web import MAX_ANSWER_CHARS, is_busy, is_locked, unanswered


class ProviderLine(Line):
    def __init__(self) -> None:
        self.service = get_connection()

    def send(self, message: Message, hand_over: HandOver) -> None:
        letter = compose(message)
        try:
            self.service.open()
            hand_over()
            self.service.send_messages([letter])
        except AnymailError as error:
            raise problem_of(error) from error

    def close(self) -> None:
        with suppress(requests.RequestException):
            self.service.close()


def problem_of(error: AnymailError) -> DeliveryProblem:
    if isinstance(error, AnymailRecipientsRefused | AnymailInvalidAddress):
        return RecipientRefused(str(error)[:MAX_ANSWER_CHARS])
    if isinstance(error.__cause__, requests.RequestException):
        return unanswered(error.__cause__)
    answer = error.describe_response() or str(error)
    return _refusal(error.status_code)(answer[:MAX_ANSWER_CHARS])


def _refusal(status: int | None) -> type[DeliveryProblem]:
    if status is None:
        return MailProviderRefusedMessage
    if is_busy(status):
        return MailProviderBusy
    return MailProviderRefusedKey if is_locked(status) else MailProviderRefusedMessage
