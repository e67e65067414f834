"""Where allauth meets the house."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from fairview.accounts.models import User
from fairview.accounts.queries import actor_of
from fairview.audit.public import record


class ClosedSignupAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves; a sign-in is recorded, and takes a place of work."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        actor = actor_of(user)
        super().login(request, user)
        record(actor, "accounts.signed_in", "user", user.id)
