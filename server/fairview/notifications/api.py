from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.kit.api import Page, paginate
from fairview.kit.errors import NotFound
from fairview.notifications.actions import retry, retry_all
from fairview.notifications.models import Message
from fairview.notifications.queries import Fate, count_sendable, get_message, list_messages
from fairview.notifications.schemas import MessageOut, MessageRow, Retried, RetryAll, Sendable

router = Router(auth=staff_auth, tags=["notifications"])


@router.get("", response=Page[MessageRow], operation_id="list_messages")
def get_messages(request: StaffRequest, page: int = 1, fate: Fate | None = None) -> dict[str, Any]:
    require_capability(request.actor, "messages.read")
    return paginate(list_messages(request.actor, fate), page, lambda message: message)


@router.get("/sendable", response=Sendable, operation_id="count_sendable_messages")
def get_sendable(request: StaffRequest) -> dict[str, int]:
    require_capability(request.actor, "messages.read")
    return count_sendable(request.actor)


@router.post("/retry", response=Retried, operation_id="retry_messages")
def post_retry_all(request: StaffRequest, body: RetryAll) -> dict[str, int]:
    return {"count": retry_all(request.actor, body.state)}


@router.get("/{uuid:message_id}", response=MessageOut, operation_id="get_message")
def get_one(request: StaffRequest, message_id: UUID) -> Message:
    require_capability(request.actor, "messages.read")
    return get_message(request.actor, message_id)


@router.get("/{uuid:message_id}/calendar.ics", operation_id="get_message_calendar")
def get_calendar(request: StaffRequest, message_id: UUID) -> HttpResponse:
    require_capability(request.actor, "messages.read")
    message = get_message(request.actor, message_id)
    if not message.calendar:
        raise NotFound
    return HttpResponse(bytes(message.calendar), content_type="text/calendar; charset=utf-8")


@router.post("/{uuid:message_id}/retry", response=MessageOut, operation_id="retry_message")
def post_retry(request: StaffRequest, message_id: UUID) -> Message:
    return retry(request.actor, message_id)
