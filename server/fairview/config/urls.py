"""Addresses that Django answers; Starlette answers everything else (asgi.py)."""

from django.urls import include, path

from fairview.config.api import api

urlpatterns = [
    path("api/", api.urls),
    path("_allauth/browser/v1/", include("fairview.accounts.urls")),
]
