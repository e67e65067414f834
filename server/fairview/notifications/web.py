"""Providers that are spoken to over the web: what their answers, or none, mean."""

import requests
from urllib3.exceptions import NewConnectionError

from fairview.notifications.errors import DeliveryInterrupted, DeliveryProblem, ProviderUnreachable

MAX_ANSWER_CHARS = 500
TOO_MANY_REQUESTS, SERVER_ERROR = 429, 500
LOCKED = {401, 403}


def is_busy(status: int) -> bool:
    """Too many requests, or a trouble of the provider's own."""
    return status == TOO_MANY_REQUESTS or status >= SERVER_ERROR


def is_locked(status: int) -> bool:
    return status in LOCKED


def unanswered(error: requests.RequestException) -> DeliveryProblem:
    """Without a connection nothing can have gone out; once there was one, it may have."""
    answer = f"{type(error).__name__}: {error}"[:MAX_ANSWER_CHARS]
    return (ProviderUnreachable if never_connected(error) else DeliveryInterrupted)(answer)


def never_connected(error: requests.RequestException) -> bool:
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.SSLError):
        return True
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)
