"""How candidates' routes know who asks: the device cookie, and a CSRF token for every write."""

from collections.abc import Callable

from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from fairview.accounts.public import CsrfFailed
from fairview.scheduling.visits import DEVICE_COOKIE, DeviceVisit, device_session, past_device_session


class VisitRequest(HttpRequest):
    """A request that has passed `visit_auth`."""

    visit: DeviceVisit


class DeviceCookie(APIKeyCookie):
    """`Router(auth=visit_auth)` gives every operation a `request.visit`."""

    param_name = DEVICE_COOKIE

    def __init__(self, door: Callable[[HttpRequest], DeviceVisit]) -> None:
        super().__init__()
        self.door = door

    def __call__(self, request: HttpRequest) -> DeviceVisit:
        visit = self.door(request)
        refuse_foreign_page(request)
        request.visit = visit  # type: ignore[attr-defined]
        return visit

    def authenticate(self, request: HttpRequest, key: str | None) -> DeviceVisit:
        return self(request)


def refuse_foreign_page(request: HttpRequest) -> bool:
    """Let pass what our own page sends; for routes that a link alone opens, this is all of `auth`."""
    if check_csrf(request):
        raise CsrfFailed
    return True


visit_auth = DeviceCookie(device_session)
past_visit_auth = DeviceCookie(past_device_session)
