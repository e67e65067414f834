"""The part of allauth that is offered: signing in and out, and changing one's password.

Listed one by one: what is not here (signing up, new addresses, reset by mail) is not reachable.
"""

from allauth.headless.account.views import ChangePasswordView, LoginView, SessionView
from allauth.headless.constants import Client
from django.urls import path

urlpatterns = [
    path("auth/session", SessionView.as_api_view(client=Client.BROWSER)),
    path("auth/login", LoginView.as_api_view(client=Client.BROWSER)),
    path("account/password/change", ChangePasswordView.as_api_view(client=Client.BROWSER)),
]
