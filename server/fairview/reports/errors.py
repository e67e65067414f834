"""Why there is no report."""

from fairview.kit.errors import FairviewError


class InterviewNotEnded(FairviewError):
    code = "interview_not_ended"
    status = 409
    sentence = "This interview has not ended, so there is no report on it yet."


class RoomSessionUnknown(FairviewError):
    code = "room_session_unknown"
    status = 404
    sentence = "There is no interview session {session}."
