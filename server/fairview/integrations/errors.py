"""What another program is told when it asks for the impossible."""

from fairview.kit.errors import FairviewError


class EventUnknown(FairviewError):
    code = "event_unknown"
    status = 422
    sentence = "There is no event named {name}. Known are: {known}."


class ObjectMissing(FairviewError):
    code = "event_object_missing"
    status = 422
    sentence = "{name} needs to say what was seen, as object: phone, book or laptop."


class EventTimeUnreadable(FairviewError):
    code = "event_time_unreadable"
    status = 422
    sentence = "The time {time} cannot be read. Send ISO 8601, or seconds or milliseconds since 1970."


class EventMalformed(FairviewError):
    code = "event_malformed"
    status = 422
    sentence = "{field}: this value of an event cannot be used."


class TooManyEvents(FairviewError):
    code = "too_many_events"
    status = 422
    sentence = "Send at most {limit} events at once; these are {count}."


class SessionHasEnded(FairviewError):
    code = "session_ended"
    status = 409
    sentence = "This session has ended; what happened after that does not belong to it."


class HeldHere(FairviewError):
    code = "session_held_here"
    status = 409
    sentence = "This interview is held in Fairview, which observes it itself; other programs only read it."


class BodyTooLarge(FairviewError):
    code = "body_too_large"
    status = 413
    sentence = "This is too much for one request. Send fewer events at once."
