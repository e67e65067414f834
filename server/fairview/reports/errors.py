"""Why there is no report yet, or why a scorecard is not taken."""

from fairview.kit.errors import FairviewError, Invalid


class InterviewNotEnded(FairviewError):
    code = "interview_not_ended"
    status = 409
    sentence = "This interview has not ended, so there is no report on it yet."


class RoomSessionUnknown(FairviewError):
    code = "room_session_unknown"
    status = 404
    sentence = "There is no interview session {session}."


class ScorecardChanged(FairviewError):
    code = "scorecard_changed"
    status = 409
    sentence = "This scorecard was changed elsewhere; its newest version is {version}."


class ScorecardIncomplete(FairviewError):
    code = "scorecard_incomplete"
    status = 409
    sentence = "Say what you recommend, and rate every competency or mark it as not seen."


class ScorecardTooLong(Invalid):
    code = "scorecard_too_long"
    sentence = "This scorecard has {characters} characters; {most} fit. Shorten the notes."


class CompetencyUnknown(Invalid):
    code = "competency_unknown"
    sentence = "The rubric has no competency {competency}."


class TalkNotStarted(FairviewError):
    code = "talk_not_started"
    status = 409
    sentence = "The talk has not started, so there is nothing to judge yet. Your draft is kept."
