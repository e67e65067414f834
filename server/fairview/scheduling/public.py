"""The door of scheduling."""

from fairview.scheduling.actions import (
    Plan,
    cancel_interview,
    mark_ended,
    mark_started,
    plan_interview,
    send_invitation,
)
from fairview.scheduling.auth import VisitRequest, past_visit_auth, visit_auth
from fairview.scheduling.contracts import (
    Agreement,
    CandidateLeft,
    CardExtras,
    ConsentGiven,
    DeviceReplaced,
    InterviewCancelled,
    InterviewCard,
    InterviewForCandidate,
    InterviewMoved,
    InterviewPlanned,
    InvitationSent,
    ReportOnCard,
    RoomOnCard,
    Undecided,
)
from fairview.scheduling.elsewhere import take_in_interview
from fairview.scheduling.engine import WallTime
from fairview.scheduling.errors import ConsentMissing, InterviewOver, InterviewWasCancelled
from fairview.scheduling.lot_plans import LotWish, Turns, plan_lot, propose
from fairview.scheduling.lot_rows import Length, RowWish
from fairview.scheduling.models import Interview
from fairview.scheduling.permissions import can_conduct, require_conductor
from fairview.scheduling.queries import count_interviews, get_interview
from fairview.scheduling.reminders import room_presence
from fairview.scheduling.slots import Pattern
from fairview.scheduling.subjects import references_of, subjects_of
from fairview.scheduling.visits import (
    DeviceVisit,
    agreement,
    device_session,
    for_candidate,
)

__all__ = [
    "Agreement",
    "CandidateLeft",
    "CardExtras",
    "ConsentGiven",
    "ConsentMissing",
    "DeviceReplaced",
    "DeviceVisit",
    "Interview",
    "InterviewCancelled",
    "InterviewCard",
    "InterviewForCandidate",
    "InterviewMoved",
    "InterviewOver",
    "InterviewPlanned",
    "InterviewWasCancelled",
    "InvitationSent",
    "Length",
    "LotWish",
    "Pattern",
    "Plan",
    "ReportOnCard",
    "RoomOnCard",
    "RowWish",
    "Turns",
    "Undecided",
    "VisitRequest",
    "WallTime",
    "agreement",
    "can_conduct",
    "cancel_interview",
    "count_interviews",
    "device_session",
    "for_candidate",
    "get_interview",
    "mark_ended",
    "mark_started",
    "past_visit_auth",
    "plan_interview",
    "plan_lot",
    "propose",
    "references_of",
    "require_conductor",
    "room_presence",
    "send_invitation",
    "subjects_of",
    "take_in_interview",
    "visit_auth",
]
