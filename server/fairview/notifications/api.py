from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.audit.public import Actor
from fairview.kit.api import Page, paginate
from fairview.kit.errors import NotFound
from fairview.notifications.actions import retry, retry_all, take_back
from fairview.notifications.contracts import Subjects
from fairview.notifications.models import Message
from fairview.notifications.queries import Fate, count_fates, count_sendable, get_message, list_messages
from fairview.notifications.schemas import (
    MessageOut,
    MessageRow,
    MessagesWanted,
    OpenFates,
    Retried,
    RetryAll,
    Sendable,
    TakeBack,
    TakenBack,
    message_out,
    message_row,
)


def messages_router(subjects: Subjects) -> Router:
    """The routes of letters and texts. `subjects` says what they are about."""
    router = Router(auth=staff_auth, tags=["notifications"])
    add_reads(router, subjects)
    add_writes(router, subjects)
    return router


def add_reads(router: Router, subjects: Subjects) -> None:
    @router.get("", response=Page[MessageRow], operation_id="list_messages")
    def get_messages(request: StaffRequest, wanted: Query[MessagesWanted], page: int = 1) -> dict[str, Any]:
        require_capability(request.actor, "messages.read")
        about = wanted.interview_id
        references = None if about is None else subjects.references_of(request.actor, about)
        found = list_messages(request.actor, wanted.fate, wanted.search, references)
        listed = paginate(found, page, lambda message: message)
        known = subjects.of_references(request.actor, [one.reference for one in listed["items"]])
        return {**listed, "items": [message_row(one, known.get(one.reference)) for one in listed["items"]]}

    @router.get("/open", response=OpenFates, operation_id="count_open_messages")
    def get_open(request: StaffRequest) -> dict[Fate, int]:
        require_capability(request.actor, "messages.read")
        return count_fates(request.actor)

    @router.get("/sendable", response=Sendable, operation_id="count_sendable_messages")
    def get_sendable(request: StaffRequest) -> dict[str, int]:
        require_capability(request.actor, "messages.read")
        return count_sendable(request.actor)

    @router.get("/{uuid:message_id}", response=MessageOut, operation_id="get_message")
    def get_one(request: StaffRequest, message_id: UUID) -> MessageOut:
        require_capability(request.actor, "messages.read")
        return shown(request.actor, get_message(request.actor, message_id), subjects)

    @router.get("/{uuid:message_id}/calendar.ics", operation_id="get_message_calendar")
    def get_calendar(request: StaffRequest, message_id: UUID) -> HttpResponse:
        require_capability(request.actor, "messages.read")
        message = get_message(request.actor, message_id)
        if not message.calendar:
            raise NotFound
        return HttpResponse(bytes(message.calendar), content_type="text/calendar; charset=utf-8")


def add_writes(router: Router, subjects: Subjects) -> None:
    @router.post("/retry", response=Retried, operation_id="retry_messages")
    def post_retry_all(request: StaffRequest, body: RetryAll) -> dict[str, Any]:
        sent_again = retry_all(request.actor, body.wanted)
        return {"count": len(sent_again), "message_ids": sent_again}

    @router.post("/retry/undo", response=TakenBack, operation_id="take_back_messages")
    def post_take_back(request: StaffRequest, body: TakeBack) -> dict[str, int]:
        return {"count": take_back(request.actor, body.message_ids)}

    @router.post("/{uuid:message_id}/retry", response=MessageOut, operation_id="retry_message")
    def post_retry(request: StaffRequest, message_id: UUID) -> MessageOut:
        return shown(request.actor, retry(request.actor, message_id), subjects)


def shown(actor: Actor, message: Message, subjects: Subjects) -> MessageOut:
    return message_out(message, subjects.of_references(actor, [message.reference]).get(message.reference))
