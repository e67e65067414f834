"""What can go wrong between planning and the door of the room."""

from fairview.kit.errors import FairviewError, Invalid, Unauthenticated


class ImpossibleDate(Invalid):
    code = "impossible_date"
    sentence = "{date} is not a day of the calendar."


class ImpossibleClock(Invalid):
    code = "impossible_clock"
    sentence = "{time} is not a time of day."


class ImpossibleTime(Invalid):
    """The clocks jump over it. `before` and `after` are the nearest times that the wall does show."""

    code = "impossible_time"
    sentence = "{time} is skipped on {date} in {zone}: the clocks change. Nearest are {before} and {after}."


class AmbiguousTime(Invalid):
    """The clocks show it twice. `first` and `second` are the offsets from UTC; `fold` 0 or 1 chooses."""

    code = "ambiguous_time"
    sentence = "{time} comes twice on {date} in {zone}: first at UTC{first}, then at UTC{second}. Say which."


class TimeInPast(Invalid):
    code = "time_in_past"
    sentence = "{date} {time} has passed."


class TimeTooFar(Invalid):
    code = "time_too_far"
    sentence = "{date} is more than {years} years from now."


class PanelUnknown(Invalid):
    code = "panel_unknown"
    sentence = "An interview needs interviewers who are people of this organisation."


class AlreadyPlanned(FairviewError):
    code = "already_planned"
    status = 409
    sentence = "{candidate} already has an interview at this time."


class InterviewerBusy(FairviewError):
    """`interview_id` is empty where the other talk is itself only being planned."""

    code = "interviewer_busy"
    status = 409
    sentence = "{interviewer} talks with {candidate} on {date} from {from_time} to {until_time} ({zone})."


class CandidateBusy(FairviewError):
    code = "candidate_busy"
    status = 409
    sentence = "{candidate} has another interview on {date} from {from_time} to {until_time} ({zone})."


class WindowTooShort(Invalid):
    code = "window_too_short"
    sentence = "The day must end at least {minutes} minutes after it begins."


class AlreadyPlannedFromLot(FairviewError):
    code = "already_planned_from_lot"
    status = 409
    sentence = "{candidate} already has an interview from this lot on {date} at {time} ({zone})."


class CandidateNotInLot(FairviewError):
    code = "candidate_not_in_lot"
    status = 409
    sentence = "This person is not in the lot, or their data was erased."


class NobodyToPlan(Invalid):
    code = "nobody_to_plan"
    sentence = "Everyone of this lot has an interview to come."


class LotPlanRefused(FairviewError):
    code = "lot_plan_refused"
    status = 409
    sentence = "{count} rows of the plan have a problem. Nothing was planned; look at them and try again."


class InterviewStarted(FairviewError):
    code = "interview_started"
    status = 409
    sentence = "This interview has begun; it can no longer be changed."


class InterviewPast(FairviewError):
    code = "interview_past"
    status = 409
    sentence = "The planned time has passed: choose a new one first."


class InterviewOver(FairviewError):
    code = "interview_over"
    status = 410
    sentence = "This interview is over."


class InterviewWasCancelled(FairviewError):
    code = "interview_cancelled"
    status = 410
    sentence = "This interview was cancelled."


class InvitationUnknown(FairviewError):
    code = "invitation_unknown"
    status = 404
    sentence = "This link does not belong to an interview. Check that it was copied whole."


class InvitationReplaced(FairviewError):
    code = "invitation_replaced"
    status = 410
    sentence = "A newer link was sent. Use the one in the latest e-mail."


class InvitationExpired(FairviewError):
    code = "invitation_expired"
    status = 410
    sentence = "This link is too old. Ask the people who invited you for a new one."


class ResendTooSoon(FairviewError):
    code = "resend_too_soon"
    status = 429
    sentence = "A link was sent just now. Look into your mail; another can be sent in {wait_minutes} min."


class NeedsWaiting(FairviewError):
    code = "needs_waiting"
    status = 429
    sentence = "They have {count} messages of yours that nobody has answered yet. Wait for an answer first."


class NeedAnswered(FairviewError):
    code = "need_answered"
    status = 409
    sentence = "{name} has answered this already."


class PolicyChanged(FairviewError):
    code = "policy_changed"
    status = 409
    sentence = "What counts was changed while this page was open. Read it again, and then decide."


class RuleAgreedOff(FairviewError):
    code = "rule_agreed_off"
    status = 409
    sentence = "{candidate} agreed while it was not counted, and so it stays. Only more can be switched off."


class DeviceSessionMissing(Unauthenticated):
    code = "device_session_missing"
    sentence = "Open the link of your invitation to go on."


class DeviceSessionReplaced(Unauthenticated):
    code = "device_session_replaced"
    sentence = "This interview was opened on another device."


class ConsentMissing(FairviewError):
    code = "consent_missing"
    status = 409
    sentence = "The candidate has not yet agreed to the call."


class CallNotAgreed(Invalid):
    code = "call_not_agreed"
    sentence = "The interview is a call: it cannot be held without agreeing to the call."


class ConsentTextUnknown(Invalid):
    code = "consent_text_unknown"
    sentence = "This is not a wording that the candidate can agree to. Load the page again."
