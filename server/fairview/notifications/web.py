"""What it means when a provider's web service gives no answer."""

import requests

from fairview.notifications.errors import DeliveryInterrupted, DeliveryProblem, ProviderUnreachable


def unanswered(error: requests.RequestException) -> DeliveryProblem:
    """Without a connection nothing can have gone out; once there was one, it may have."""
    answer = f"{type(error).__name__}: {error}"
    never_connected = isinstance(error, requests.ConnectTimeout) or "NewConnectionError" in repr(error)
    return (ProviderUnreachable if never_connected else DeliveryInterrupted)(answer)
