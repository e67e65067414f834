"""No request to the desk is larger than what may be uploaded, whatever it says of its own size."""

import json
from http import HTTPStatus

from django.conf import settings
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fairview.kit.errors import FileTooLarge

MB = 1 << 20
ROOM_FOR_THE_REST = 1 << 16
"""A form has a little around its file."""
HEARD_OUT = 8
"""Most browsers hear an answer only after they have sent everything, so that many times the limit is listened
to and thrown away."""


class BodyTooLarge(Exception):
    """Leaves the application from within its own reading of the body."""


class BodyLimit:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = settings.UPLOAD_LIMIT_MB * MB + ROOM_FOR_THE_REST
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared) > limit:
            await refuse(scope, receive, send, limit)
            return
        try:
            await self.app(scope, counted(receive, limit), send)
        except BodyTooLarge:
            await refuse(scope, receive, send, limit)


def counted(receive: Receive, limit: int) -> Receive:
    size = 0

    async def receive_counting() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise BodyTooLarge
        return message

    return receive_counting


async def refuse(scope: Scope, receive: Receive, send: Send, limit: int) -> None:
    """The same problem as any other, once the rest has been heard."""
    heard = 0
    while heard < limit * HEARD_OUT:
        message = await receive()
        heard += len(message.get("body", b""))
        if not message.get("more_body"):
            break
    problem = {
        "type": f"urn:fairview:problem:{FileTooLarge.code}",
        "title": HTTPStatus(FileTooLarge.status).phrase,
        "status": FileTooLarge.status,
        "code": FileTooLarge.code,
        "params": {"limit_mb": settings.UPLOAD_LIMIT_MB},
        "field": None,
    }
    answer = Response(json.dumps(problem), FileTooLarge.status, media_type="application/problem+json")
    await answer(scope, receive, send)
