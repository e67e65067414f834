"""What the rules read from the log: a few kinds of entry. Every other kind is none of their business."""

import msgspec

from fairview.evidence.contracts import Entry, Payload
from fairview.policies.contracts import Policy, RuleName
from fairview.proctoring.contracts import (
    DetectionReported,
    IncidentReviewed,
    Observation,
    SightingNoted,
    WatchChanged,
    WatchStated,
)
from fairview.proctoring.errors import EntryUnreadable
from fairview.rooms.contracts import SessionEnded, SessionStarted

OfDevice = Observation | WatchChanged
OfService = DetectionReported | WatchStated
OfPeople = IncidentReviewed | SightingNoted | SessionStarted | SessionEnded
Statement = OfDevice | OfService | OfPeople
ROLES: dict[type[Payload], str] = {
    **dict.fromkeys((Observation, WatchChanged), "candidate"),
    **dict.fromkeys((DetectionReported, WatchStated), "service"),
    **dict.fromkeys((IncidentReviewed, SightingNoted, SessionStarted, SessionEnded), "server"),
}
"""Who may say what: a statement by anybody else is passed over."""
KINDS = {shape.__struct_config__.tag for shape in ROLES}
_decoder: msgspec.json.Decoder[Statement] = msgspec.json.Decoder(Statement)

OBJECTS: dict[str, RuleName] = {"phone": "phone", "book": "book", "device": "device"}
REASONS: dict[str, str] = {
    "left": "looked_left",
    "right": "looked_right",
    "up": "looked_up",
    "down": "looked_down",
}


def read_statement(entry: Entry) -> Statement | None:
    """None for other kinds, erased payloads and words of those who may not say them. Raises
    `EntryUnreadable` for a payload of a wrong shape."""
    if entry.kind not in KINDS or not entry.payload:
        return None
    try:
        statement = _decoder.decode(entry.payload)
    except msgspec.MsgspecError as error:
        raise EntryUnreadable(position=entry.position, kind=entry.kind, problem=str(error)) from None
    return statement if ROLES[type(statement)] == entry.role else None


def is_missed(entry: Entry) -> bool:
    """Whether the rules would have read it, had its words not been erased."""
    return entry.kind in KINDS and not entry.payload


def ground_for(observation: Observation, policy: Policy) -> tuple[RuleName, str] | None:
    """Which rule an observation gives ground for, and the reason code; None if for none."""
    match observation.observed:
        case "gaze":
            reason = REASONS.get(observation.value)
            return ("look_away", reason) if reason else None
        case "head":
            return ("look_away", "turned_away") if _is_turned_away(observation.value, policy) else None
        case "presence":
            return ("absence", "no_face") if observation.value == "absent" else None
        case "faces":
            count = observation.value
            several = count.isascii() and count.isdigit() and int(count) >= 2
            return ("several_faces", "several_faces") if several else None
        case "objects":
            rule = OBJECTS.get(observation.value)
            return (rule, f"{rule}_seen") if rule else None
        case "eyes":
            return ("eyes_closed", "eyes_closed") if observation.value == "closed" else None


def _is_turned_away(value: str, policy: Policy) -> bool:
    try:
        yaw, pitch = (abs(int(part)) for part in value.split(","))
    except ValueError:
        return False
    return yaw > policy.look_away_yaw_mdeg or pitch > policy.look_away_pitch_mdeg
