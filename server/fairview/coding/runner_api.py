"""For code runners, which are programs: `runner/protocol.py` says what is said here."""

import hmac
from typing import TypeVar
from uuid import UUID

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.security.base import AuthBase

from fairview.coding.errors import RunnerTokenInvalid
from fairview.coding.leases import hear_events, lease_run
from fairview.kit.errors import Invalid
from runner.protocol import Capabilities, Events

Shape = TypeVar("Shape")


class RunnerToken(AuthBase):
    """`Authorization: Runner <token>`. Nothing ambient, so no CSRF."""

    openapi_type = "http"
    openapi_scheme = "runner"

    def __call__(self, request: HttpRequest) -> bool:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        is_ours = hmac.compare_digest(token.strip().encode(), settings.RUNNER_TOKEN.encode())
        if scheme.lower() != "runner" or not is_ours:
            raise RunnerTokenInvalid
        return True


router = Router(auth=RunnerToken(), tags=["runner"])


@router.post("/lease", operation_id="lease_run", include_in_schema=False)
def post_lease(request: HttpRequest) -> HttpResponse:
    lease = lease_run(_body(request, Capabilities))
    return HttpResponse(status=204) if lease is None else _json(lease)


@router.post("/runs/{uuid:run_id}/events", operation_id="hear_run_events", include_in_schema=False)
def post_events(request: HttpRequest, run_id: UUID) -> HttpResponse:
    return _json(hear_events(run_id, _body(request, Events)))


def _body(request: HttpRequest, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(request.body, type=shape)
    except msgspec.DecodeError:
        raise Invalid(field="body") from None


def _json(value: msgspec.Struct) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(value), content_type="application/json")
