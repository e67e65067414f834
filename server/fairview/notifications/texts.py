"""One text message to Twilio's Messages API, and what its refusals mean."""

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
from fairview.notifications.models import Message
from fairview.notifications.web import unanswered

TWILIO = "https://api.twilio.com"
TIMEOUT_S = 20
NUMBER_REFUSED = {21211, 21214, 21217, 21408, 21610, 21612, 21614, 60205}
"""Twilio's codes for a number that is none, cannot be reached, cannot have text messages, or wants none."""


class OwnAddress(TwilioHttpClient):
    """Speaks to the API at `settings.SMS.api`, and never asks twice by itself."""

    def __init__(self) -> None:
        super().__init__(timeout=TIMEOUT_S)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        return super().request(method, settings.SMS.api + url.removeprefix(TWILIO), *args, **kwargs)


def open_client() -> Client:
    return Client(settings.SMS.sid, settings.SMS.token, http_client=OwnAddress())


def transmit(client: Client, message: Message) -> None:
    """Hand the message over; raises the `DeliveryProblem` that it met."""
    try:
        client.messages.create(to=message.to, body=message.text, **sender())
    except TwilioRestException as error:
        raise refusal(error) from error
    except requests.RequestException as error:
        raise unanswered(error) from error


def sender() -> dict[str, str]:
    name = settings.SMS.sender
    return {"messaging_service_sid": name} if name.startswith("MG") else {"from_": name}


def refusal(error: TwilioRestException) -> DeliveryProblem:
    answer = f"{error.code or error.status} {error.msg}"
    if error.status == requests.codes.too_many_requests or error.status >= requests.codes.server_error:
        return SmsProviderBusy(answer)
    if error.status in {requests.codes.unauthorized, requests.codes.forbidden}:
        return SmsProviderRefusedLogin(answer)
    return (NumberRefused if error.code in NUMBER_REFUSED else SmsProviderRefusedMessage)(answer)
