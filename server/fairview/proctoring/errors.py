"""What can go wrong between a log and its incidents."""

from fairview.kit.errors import FairviewError


class EntryUnreadable(FairviewError):
    code = "entry_unreadable"
    status = 422
    sentence = "Entry {position} ({kind}) of this log has a payload of a wrong shape: {problem}."


class IncidentUnknown(FairviewError):
    code = "incident_unknown"
    status = 404
    sentence = "The log of this interview gives no such incident any more. Look at the newest list."


class TalkNotLive(FairviewError):
    code = "talk_not_live"
    status = 409
    sentence = "What you see can be noted while the interview goes on, from its start to its end."


class RuleSwitchedOff(FairviewError):
    code = "rule_switched_off"
    status = 409
    sentence = "This is not counted in this talk: it was switched off for the candidate."


class ModelMissing(FairviewError):
    code = "model_missing"
    status = 503
    sentence = "The model file {file} cannot be used: {problem}. Run `make setup`."


class RecordingUnreadable(FairviewError):
    code = "recording_unreadable"
    status = 422
    sentence = "{file} cannot be read as a recording: {problem}."
