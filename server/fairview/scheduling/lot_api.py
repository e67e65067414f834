"""The routes of interviews that are planned for a whole lot."""

from uuid import UUID

from ninja import Router, Status

from fairview.accounts.public import StaffRequest, require_capability
from fairview.scheduling import lot_plans
from fairview.scheduling.contracts import CardExtras
from fairview.scheduling.lot_plans import LotInterviews, LotPlan
from fairview.scheduling.lot_schemas import LotInterviewsIn, PatternIn, RowsIn


def add_lot_routes(router: Router, extras: CardExtras) -> None:
    @router.post("/lots/{uuid:lot_id}/plan", response=LotPlan, operation_id="propose_lot_plan")
    def post_plan(request: StaffRequest, lot_id: UUID, pattern: PatternIn) -> LotPlan:
        return lot_plans.propose(request.actor, lot_id, pattern.as_pattern(), pattern.as_turns())

    @router.post("/lots/{uuid:lot_id}/plan/check", response=LotPlan, operation_id="check_lot_plan")
    def post_check(request: StaffRequest, lot_id: UUID, plan: RowsIn) -> LotPlan:
        return lot_plans.look_over(request.actor, lot_id, plan.length, plan.wishes)

    @router.get("/lots/{uuid:lot_id}/interviews", response=LotInterviews, operation_id="get_lot_interviews")
    def get_interviews(request: StaffRequest, lot_id: UUID) -> LotInterviews:
        require_capability(request.actor, "candidates.read")
        return lot_plans.lot_interviews(request.actor, lot_id, extras)

    @router.post(
        "/lots/{uuid:lot_id}/interviews",
        response={201: LotInterviews},
        operation_id="plan_lot_interviews",
    )
    def post_interviews(request: StaffRequest, lot_id: UUID, wish: LotInterviewsIn) -> Status[LotInterviews]:
        lot_plans.plan_lot(request.actor, lot_id, wish.as_wish())
        return Status(201, lot_plans.lot_interviews(request.actor, lot_id, extras))

    @router.post(
        "/lots/{uuid:lot_id}/invitations", response=LotInterviews, operation_id="send_lot_invitations"
    )
    def post_invitations(request: StaffRequest, lot_id: UUID) -> LotInterviews:
        lot_plans.invite_lot(request.actor, lot_id)
        return lot_plans.lot_interviews(request.actor, lot_id, extras)
