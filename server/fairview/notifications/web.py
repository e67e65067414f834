"""Providers that are spoken to over the web: what their answers, or none, mean."""

import requests
from urllib3.exceptions import NewConnectionError

from fairview.notifications.errors import DeliveryInterrupted, DeliveryProblem, ProviderUnreachable

MAX_ANSWER_CHARS = 500


def is_busy(status: int) -> bool:
    """Too many requests, or a trouble of the provider's own."""
    return status == requests.codes.too_many_requests or status >= requests.codes.server_error


def is_locked(status: int) -> bool:
    return status in {requests.codes.unauthorized, requests.codes.forbidden}


def unanswered(error: requests.RequestException) -> DeliveryProblem:
    """Without a connection nothing can have gone out; once there was one, it may have."""
    answer = f"{type(error).__name__}: {error}"[:MAX_ANSWER_CHARS]
    return (ProviderUnreachable if never_connected(error) else DeliveryInterrupted)(answer)


def never_connected(error: requests.RequestException) -> bool:
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.SSLError):
        return True
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)
