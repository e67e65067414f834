"""The routes of the service API, under the names that such services have. Every one asks for a token."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from ninja import Router, Status

from fairview.accounts.public import ServiceRequest, service_auth
from fairview.audit.public import Actor
from fairview.integrations.actions import Refused, begin_session, end_session, report_events
from fairview.integrations.bodies import events_in, logs_in
from fairview.integrations.queries import session_view
from fairview.integrations.schemas import RefusedEvent, Reported, SessionIn, SessionOut
from fairview.kit.errors import FairviewError

sessions_router = Router(auth=service_auth, tags=["service"], by_alias=True)
logs_router = Router(auth=service_auth, tags=["service"], by_alias=True)


@sessions_router.post("", response={201: SessionOut}, operation_id="create_session")
def post_session(request: ServiceRequest, details: SessionIn) -> Status[SessionOut]:
    actor = request.actor
    room = begin_session(actor, details.candidate_name, details.candidate_email, details.title)
    return Status(201, session_view(actor, room.id))


@sessions_router.get("/{uuid:session_id}", response=SessionOut, operation_id="get_session")
def get_session(request: ServiceRequest, session_id: UUID) -> SessionOut:
    return session_view(request.actor, session_id)


@sessions_router.post(
    "/{uuid:session_id}/events",
    response={201: Reported},
    operation_id="report_events",
    openapi_extra=events_in.described,
)
def post_events(request: ServiceRequest, session_id: UUID) -> Status[Reported]:
    events, is_one = events_in.read(request)
    accepted, refused = report_events(request.actor, session_id, events)
    if is_one and refused:
        raise refused[0].error
    return Status(201, Reported(session_id=session_id, accepted=accepted, refused=refused_out(refused)))


@sessions_router.put("/{uuid:session_id}/end", response=SessionOut, operation_id="put_session_end")
@sessions_router.patch("/{uuid:session_id}/end", response=SessionOut, operation_id="patch_session_end")
def end(request: ServiceRequest, session_id: UUID) -> SessionOut:
    end_session(request.actor, session_id)
    return session_view(request.actor, session_id)


@logs_router.post("", response={201: Reported}, operation_id="post_logs", openapi_extra=logs_in.described)
def post_logs(request: ServiceRequest) -> Status[Reported]:
    """Events of one session or several, each session's in one transaction."""
    accepted = 0
    refused: list[Refused] = []
    batches = logs_in.read(request)
    for session_id, events in batches.items():
        written, complaints = report_or_refuse(request.actor, session_id, [one for _, one in events])
        accepted += written
        refused += [Refused(events[one.index][0], one.error) for one in complaints]
    if refused and not accepted:
        raise refused[0].error
    only = next(iter(batches)) if len(batches) == 1 else None
    return Status(201, Reported(session_id=only, accepted=accepted, refused=refused_out(refused)))


def report_or_refuse(actor: Actor, session_id: UUID, events: list[Any]) -> tuple[int, list[Refused]]:
    """A session that takes no events spoils nothing for the others."""
    try:
        return report_events(actor, session_id, events)
    except FairviewError as error:
        return 0, [Refused(index, error) for index in range(len(events))]


def refused_out(refused: Sequence[Refused]) -> list[RefusedEvent]:
    ordered = sorted(refused, key=lambda one: one.index)
    return [RefusedEvent(index=one.index, code=one.error.code, message=str(one.error)) for one in ordered]
