"""The bodies that take one event or many: read as they come, so that one bad event spoils no other."""

import json
from collections import defaultdict
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from fairview.integrations.errors import BodyTooLarge
from fairview.kit.errors import Invalid

EVENT = {
    "type": "object",
    "required": ["type"],
    "properties": {
        "type": {"type": "string", "example": "FOCUS_LOST"},
        "timestamp": {"type": "string", "format": "date-time"},
        "duration": {"type": "number", "description": "seconds"},
        "durationMs": {"type": "number"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "object": {"type": "string", "example": "phone"},
        "id": {"type": "string", "description": "makes a repeat harmless"},
    },
}
MANY = {"type": "array", "items": EVENT}


def _described(*shapes: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": {"oneOf": list(shapes)}}}}}


def _json(request: HttpRequest) -> Any:
    try:
        return json.loads(request.body)
    except RequestDataTooBig:
        raise BodyTooLarge from None
    except (ValueError, RecursionError):
        raise Invalid(field="body") from None


class EventsIn:
    """One event, a list of them, or a list under `events`."""

    described = _described(EVENT, MANY, {"type": "object", "properties": {"events": MANY}})

    def read(self, request: HttpRequest) -> tuple[list[Any], bool]:
        """The events, and whether it was a single one."""
        body = _json(request)
        if isinstance(body, dict) and isinstance(body.get("events"), list):
            return body["events"], False
        return (body, False) if isinstance(body, list) else ([body], True)


class LogsIn:
    """`{sessionId, logs: […]}` (or `events`), or a list of events that each name their session."""

    described = _described(
        {"type": "object", "properties": {"sessionId": {"type": "string"}, "logs": MANY}}, MANY
    )

    def read(self, request: HttpRequest) -> dict[UUID, list[tuple[int, Any]]]:
        """For each session, its events with their places in the body. Raises `Invalid` without one."""
        body = _json(request)
        common = body if isinstance(body, dict) else {}
        events = next(
            (common[name] for name in ("logs", "events") if isinstance(common.get(name), list)), body
        )
        batches: dict[UUID, list[tuple[int, Any]]] = defaultdict(list)
        for index, event in enumerate(events if isinstance(events, list) else [events]):
            batches[session_of(event, common)].append((index, event))
        return batches


def session_of(event: Any, common: dict[str, Any]) -> UUID:
    for source in (event if isinstance(event, dict) else {}, common):
        named = source.get("sessionId") or source.get("session_id") or source.get("interviewId")
        if named is not None:
            return _uuid(named)
    raise Invalid(field="sessionId")


def _uuid(text: Any) -> UUID:
    try:
        return UUID(str(text))
    except ValueError:
        raise Invalid(field="sessionId") from None


events_in = EventsIn()
logs_in = LogsIn()
