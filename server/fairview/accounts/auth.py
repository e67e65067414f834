"""How the desk's API knows who asks: allauth's session cookie, and a CSRF token for every write."""

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from fairview.accounts.errors import CsrfFailed
from fairview.accounts.models import User
from fairview.accounts.queries import staff_actor
from fairview.audit.contracts import Actor


class StaffRequest(HttpRequest):
    """A request that has passed `staff_auth`."""

    actor: Actor
    user: User


class StaffSession(APIKeyCookie):
    """`Router(auth=staff_auth)` gives every operation a `request.actor`."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor:
        actor = staff_actor(request)
        if check_csrf(request):
            raise CsrfFailed
        request.actor = actor  # type: ignore[attr-defined]
        return actor

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor:
        return self(request)


staff_auth = StaffSession()
