"""How the API knows who asks. People: allauth's session cookie, and a CSRF token for every write. Programs: a
token of the organisation in the Authorization header."""

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from fairview.accounts.errors import CsrfFailed
from fairview.accounts.models import User
from fairview.accounts.queries import staff_actor
from fairview.accounts.tokens import token_actor
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


class ServiceRequest(HttpRequest):
    """A request that has passed `service_auth`."""

    actor: Actor


class ServiceToken(HttpBearer):
    """`Router(auth=service_auth)` for other programs. Nothing ambient, so no CSRF."""

    def __call__(self, request: HttpRequest) -> Actor | None:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        return self.authenticate(request, secret.strip()) if scheme.lower() == "bearer" else None

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        actor = token_actor(token)
        request.actor = actor  # type: ignore[attr-defined]
        return actor


service_auth = ServiceToken()
anyone_auth = [service_auth, staff_auth]
"""For what both read: a program by its token, a person by their session."""
