"""Staff plan and invite; candidates open links, continue, agree and leave.

`GET /visit` and the rooms themselves are in `rooms`, which knows both.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.candidates.public import choose_locale
from fairview.kit.api import Page, paginate
from fairview.kit.clock import utc_now
from fairview.scheduling import actions, needs, queries, visits
from fairview.scheduling.auth import VisitRequest, past_visit_auth, refuse_foreign_page, visit_auth
from fairview.scheduling.cards import cards, reminders_on_page
from fairview.scheduling.contracts import (
    Agreement,
    CardExtras,
    InterviewCard,
    InterviewForCandidate,
    NeedOnPage,
    ReminderOnPage,
    Today,
    WaitingKind,
)
from fairview.scheduling.lot_api import add_lot_routes
from fairview.scheduling.schemas import (
    AnswerIn,
    BoardWanted,
    ChangeIn,
    ConsentIn,
    InterviewsWanted,
    LocaleIn,
    NeedByLinkIn,
    NeedIn,
    PlanIn,
    RulesOffIn,
    TokenIn,
)

COOKIE_OUTLIVES_INTERVIEW = timedelta(days=1)

invitations_router = Router(auth=refuse_foreign_page, tags=["visits"])
visit_router = Router(auth=visit_auth, tags=["visits"])


def interviews_router(extras: CardExtras) -> Router:
    """The routes of staff. `extras` brings what contexts above know of each interview."""
    router = Router(auth=staff_auth, tags=["scheduling"])
    add_reads(router, extras)
    add_writes(router, extras)
    add_lot_routes(router, extras)
    return router


def add_reads(router: Router, extras: CardExtras) -> None:
    @router.get("/today", response=Today, operation_id="get_today")
    def get_today(request: StaffRequest) -> Today:
        require_capability(request.actor, "interviews.read")
        return queries.today(request.actor, extras)

    @router.get("/interviews", response=Page[InterviewCard], operation_id="list_interviews")
    def get_interviews(
        request: StaffRequest,
        wanted: Query[InterviewsWanted],
        waits: WaitingKind | None = None,
        page: int = 1,
    ) -> dict[str, Any]:
        require_capability(request.actor, "interviews.read")
        listed = (
            queries.list_waiting(request.actor, waits, extras)
            if waits
            else queries.list_interviews(request.actor, **wanted.dict())
        )
        found = paginate(listed, page, lambda interview: interview)
        return {**found, "items": cards(request.actor, found["items"], extras)}

    @router.get("/interviews/board", response=list[InterviewCard], operation_id="get_board")
    def get_board(request: StaffRequest, wanted: Query[BoardWanted]) -> list[InterviewCard]:
        require_capability(request.actor, "interviews.read")
        return cards(request.actor, queries.list_board(request.actor, wanted.start, wanted.end), extras)

    @router.get("/interviews/{uuid:interview_id}", response=InterviewCard, operation_id="get_interview")
    def get_interview(request: StaffRequest, interview_id: UUID) -> InterviewCard:
        require_capability(request.actor, "interviews.read")
        return queries.get_card(request.actor, interview_id, extras)

    @router.get(
        "/interviews/{uuid:interview_id}/reminders",
        response=list[ReminderOnPage],
        operation_id="list_reminders",
    )
    def get_reminders(request: StaffRequest, interview_id: UUID) -> list[ReminderOnPage]:
        require_capability(request.actor, "interviews.read")
        return reminders_on_page(queries.get_interview(request.actor, interview_id))

    @router.get("/interviews/{uuid:interview_id}/needs", response=list[NeedOnPage], operation_id="list_needs")
    def get_needs(request: StaffRequest, interview_id: UUID) -> list[NeedOnPage]:
        return needs.needs_of(request.actor, interview_id)


def add_writes(router: Router, extras: CardExtras) -> None:
    @router.post("/interviews", response={201: InterviewCard}, operation_id="plan_interview")
    def post_interview(request: StaffRequest, plan: PlanIn) -> Status[InterviewCard]:
        interview = actions.plan_interview(request.actor, plan.as_plan())
        return Status(201, queries.get_card(request.actor, interview.id, extras))

    @router.patch("/interviews/{uuid:interview_id}", response=InterviewCard, operation_id="move_interview")
    def patch_interview(request: StaffRequest, interview_id: UUID, change: ChangeIn) -> InterviewCard:
        actions.move_interview(request.actor, interview_id, change.as_change())
        return queries.get_card(request.actor, interview_id, extras)

    @router.post(
        "/interviews/{uuid:interview_id}/cancel", response=InterviewCard, operation_id="cancel_interview"
    )
    def post_cancel(request: StaffRequest, interview_id: UUID) -> InterviewCard:
        actions.cancel_interview(request.actor, interview_id)
        return queries.get_card(request.actor, interview_id, extras)

    @router.post(
        "/interviews/{uuid:interview_id}/invitation", response=InterviewCard, operation_id="send_invitation"
    )
    def post_invitation(request: StaffRequest, interview_id: UUID) -> InterviewCard:
        actions.send_invitation(request.actor, interview_id)
        return queries.get_card(request.actor, interview_id, extras)

    @router.put(
        "/interviews/{uuid:interview_id}/rules-off", response=InterviewCard, operation_id="switch_rules_off"
    )
    def put_rules_off(request: StaffRequest, interview_id: UUID, wanted: RulesOffIn) -> InterviewCard:
        actions.switch_rules_off(request.actor, interview_id, wanted.rules)
        return queries.get_card(request.actor, interview_id, extras)

    @router.post(
        "/interviews/{uuid:interview_id}/needs/{uuid:need_id}/answer",
        response=list[NeedOnPage],
        operation_id="answer_need",
    )
    def post_answer(
        request: StaffRequest, interview_id: UUID, need_id: UUID, answer: AnswerIn
    ) -> list[NeedOnPage]:
        return needs.answer_need(request.actor, interview_id, need_id, answer.text)


@invitations_router.post("/open", response=InterviewForCandidate, operation_id="open_invitation")
def open_invitation(request: HttpRequest, link: TokenIn) -> InterviewForCandidate:
    return visits.open_invitation(link.token, device_cookie(request))


@invitations_router.post("/continue", response=InterviewForCandidate, operation_id="continue_invitation")
def continue_invitation(request: HttpRequest, response: HttpResponse, link: TokenIn) -> InterviewForCandidate:
    interview, secret = visits.continue_invitation(link.token, device_cookie(request))
    response.set_cookie(
        visits.DEVICE_COOKIE,
        secret,
        expires=max(interview.ends_at, utc_now()) + COOKIE_OUTLIVES_INTERVIEW,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )
    return visits.for_candidate(interview, "this")


@invitations_router.post("/resend", response={202: None}, operation_id="resend_link")
def resend_link(request: HttpRequest, link: TokenIn) -> Status[None]:
    visits.resend_link(link.token)
    return Status(202, None)


@invitations_router.post("/needs", response=InterviewForCandidate, operation_id="tell_need_by_link")
def tell_need_by_link(request: HttpRequest, need: NeedByLinkIn) -> InterviewForCandidate:
    return visits.tell_need_by_link(need.token, device_cookie(request), need.kind, need.text)


@visit_router.post("/needs", response=InterviewForCandidate, operation_id="tell_need")
def post_need(request: VisitRequest, need: NeedIn) -> InterviewForCandidate:
    return visits.tell_need_on_visit(request.visit, need.kind, need.text)


@visit_router.post("/consent", response=Agreement, operation_id="give_consent")
def post_consent(request: VisitRequest, consent: ConsentIn) -> Agreement:
    return visits.give_consent(request.visit, **consent.dict())


@visit_router.post("/leave", response={204: None}, operation_id="leave")
def post_leave(request: VisitRequest, response: HttpResponse) -> Status[None]:
    visits.leave(request.visit)
    response.delete_cookie(visits.DEVICE_COOKIE, samesite="Lax")
    return Status(204, None)


@visit_router.put("/locale", response={204: None}, operation_id="choose_locale", auth=past_visit_auth)
def put_locale(request: VisitRequest, choice: LocaleIn) -> Status[None]:
    choose_locale(request.visit.actor, request.visit.interview.candidate, choice.locale)
    return Status(204, None)


def device_cookie(request: HttpRequest) -> str:
    return request.COOKIES.get(visits.DEVICE_COOKIE, "")
