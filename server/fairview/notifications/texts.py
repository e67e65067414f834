"""Text messages over Twilio's Messages API, and what its refusals mean."""

from typing import Any

import requests
from django.conf import settings
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from fairview.notifications.errors import (
    DeliveryProblem,
    NumberRefused,
    SmsProviderBusy,
    SmsProviderRefusedLogin,
    SmsProviderRefusedMessage,
)
from fairview.notifications.line import HandOver, Line
from fairview.notifications.models import Message
from fairview.notifications.web import is_busy, is_locked, unanswered

TWILIO = "https://api.twilio.com"
TIMEOUT_S = 20
NUMBER_REFUSED = {21211, 21214, 21217, 21408, 21610, 21612, 21614}
"""Twilio's codes for a number that is none, cannot be reached, cannot have text messages, or wants none."""


class AnyAddress(TwilioHttpClient):  # type: ignore[misc]
    """Speaks to the API at an address of our choice, and never asks twice by itself."""

    def __init__(self, api: str) -> None:
        super().__init__(timeout=TIMEOUT_S)
        self.api = api

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        return super().request(method, self.api + url.removeprefix(TWILIO), *args, **kwargs)

    def close(self) -> None:
        if self.session:
            self.session.close()


class SmsLine(Line):
    def __init__(self) -> None:
        account = settings.SMS
        assert account, "a message is taken only where its channel is configured"
        self.http = AnyAddress(account.api)
        self.client = Client(account.sid, account.token, http_client=self.http)
        is_service = account.sender.startswith("MG")
        self.sender = {"messaging_service_sid" if is_service else "from_": account.sender}

    def send(self, message: Message, hand_over: HandOver) -> None:
        hand_over()
        try:
            self.client.messages.create(to=message.to, body=message.text, **self.sender)
        except TwilioRestException as error:
            raise refusal(error) from error
        except requests.RequestException as error:
            raise unanswered(error) from error

    def close(self) -> None:
        self.http.close()


def refusal(error: TwilioRestException) -> DeliveryProblem:
    answer = f"{error.code or error.status} {error.msg}"
    if error.code in NUMBER_REFUSED:
        return NumberRefused(answer)
    if is_busy(error.status):
        return SmsProviderBusy(answer)
    return (SmsProviderRefusedLogin if is_locked(error.status) else SmsProviderRefusedMessage)(answer)
