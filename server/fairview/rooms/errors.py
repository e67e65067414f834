"""Why a door stays shut, or an act does not count."""

from fairview.kit.errors import FairviewError


class NotInRoom(FairviewError):
    code = "not_in_room"
    status = 409
    sentence = "Enter the room first."


class NobodyAdmitted(FairviewError):
    code = "nobody_admitted"
    status = 409
    sentence = "Admit the candidate first; then the interview can start."


class RoomNotLive(FairviewError):
    code = "room_not_live"
    status = 409
    sentence = "This interview has not started, so there is nothing to end."


class RoomEndedAlready(FairviewError):
    code = "room_ended"
    status = 409
    sentence = "This interview has ended."


class OnlyCandidates(FairviewError):
    code = "only_candidates"
    status = 409
    sentence = "Only a candidate is admitted or removed; interviewers come and go."


class RemovedFromRoom(FairviewError):
    code = "removed_from_room"
    status = 403
    sentence = "The interviewers closed the room for you. Write to the people who invited you."
