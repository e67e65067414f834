"""The desk's API: one router for each context, one shape for every problem."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from fairview.accounts.api import router as accounts
from fairview.candidates.api import imports_router, lots_router, pools_router
from fairview.candidates.api import router as candidates
from fairview.coding.api import router as coding
from fairview.coding.api import runner_router as runners
from fairview.coding.api import visit_router as coding_visits
from fairview.integrations.api import logs_router, sessions_router
from fairview.kit.errors import FairviewError
from fairview.notifications.api import messages_router
from fairview.notifications.public import Subjects
from fairview.proctoring.api import router as proctoring
from fairview.proctoring.api import rules_router as rules
from fairview.reports.api import comparison_router, decisions_router, scorecards_router
from fairview.reports.api import router as reports
from fairview.reports.public import reports_on_cards, undecided
from fairview.rooms.api import router as rooms
from fairview.rooms.api import visit_router as room_visits
from fairview.rooms.public import rooms_on_cards
from fairview.scheduling.api import interviews_router, invitations_router
from fairview.scheduling.api import visit_router as visits
from fairview.scheduling.public import CardExtras, references_of, subjects_of

api = NinjaAPI(title="Fairview desk", version="1", docs_url=None, urls_namespace="desk")


def problem(
    request: HttpRequest, status: int, code: str, params: dict[str, Any], field: str | None = None
) -> HttpResponse:
    """An RFC 9457 answer. `title` is the status in plain words; the person's sentence is found by `code`."""
    body = {
        "type": f"urn:fairview:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "params": params,
        "field": field,
    }
    response = api.create_response(request, body, status=status)
    response["Content-Type"] = "application/problem+json"
    return response


@api.exception_handler(FairviewError)
def on_expected(request: HttpRequest, error: FairviewError) -> HttpResponse:
    field = error.params.get("field")
    return problem(request, error.status, error.code, error.params, str(field) if field else None)


@api.exception_handler(ValidationError)
def on_malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    where = [str(part) for part in error.errors[0].get("loc", ())] if error.errors else []
    field = where[-1] if where else None
    return problem(request, 422, "invalid", {"field": field or "input"}, field)


@api.exception_handler(AuthenticationError)
def on_anonymous(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return problem(request, 401, "unauthenticated", {})


@api.exception_handler(HttpError)
def on_http(request: HttpRequest, error: HttpError) -> HttpResponse:
    code = {403: "forbidden", 404: "not_found", 429: "too_many_requests"}.get(error.status_code, "invalid")
    return problem(request, error.status_code, code, {})


@api.get("/csrf", auth=None, operation_id="get_csrf")
def csrf(request: HttpRequest) -> dict[str, bool]:
    """Sets the CSRF cookie that every writing request answers in `X-CSRFToken`."""
    get_token(request)
    return {"ok": True}


api.add_router("", accounts)
api.add_router("/candidates", candidates)
api.add_router("/pools", pools_router)
api.add_router("/imports", imports_router)
api.add_router("/lots", lots_router)
api.add_router("/messages", messages_router(Subjects(subjects_of, references_of)))
api.add_router(
    "",
    interviews_router(CardExtras(rooms=rooms_on_cards, reports=reports_on_cards, undecided=undecided)),
)
api.add_router("/invitations", invitations_router)
api.add_router("/visit", visits)
api.add_router("", rooms)
api.add_router("/visit", room_visits)
api.add_router("/rooms", proctoring)
api.add_router("/rules", rules)
api.add_router("/reports", reports)
api.add_router("/scorecards", scorecards_router)
api.add_router("/lots", comparison_router)
api.add_router("", decisions_router)
api.add_router("/sessions", sessions_router)
api.add_router("/logs", logs_router)
api.add_router("", coding)
api.add_router("/visit", coding_visits)
api.add_router("/runner", runners)
