"""Staff sessions end by themselves: so long after signing in, and after so long without a request."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

SIGNED_IN_AT = "signed_in_at"
LAST_SEEN_AT = "last_seen_at"
NOTED_EVERY_S = 60
"""A session is written at most this often, so that reading stays free of writes."""


class Sessions(SessionMiddleware):
    """A session that ends while a request of its own is answered ends with it; Django would call that request
    a bad one."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except SessionInterrupted:
            return response


class SessionLimits:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if is_over(request.session, now):
                logout(request)
            else:
                note_visit(request.session, now)
        return self.get_response(request)


def is_over(session: SessionBase, now: int) -> bool:
    signed_in_at: int = session.get(SIGNED_IN_AT, now)
    last_seen_at: int = session.get(LAST_SEEN_AT, now)
    is_old = now - signed_in_at >= settings.SESSION_COOKIE_AGE
    is_idle = now - last_seen_at >= settings.SESSION_IDLE_AGE
    return is_old or is_idle


def note_visit(session: SessionBase, now: int) -> None:
    if SIGNED_IN_AT not in session:
        session[SIGNED_IN_AT] = now
    if now - session.get(LAST_SEEN_AT, 0) >= NOTED_EVERY_S:
        session[LAST_SEEN_AT] = now
