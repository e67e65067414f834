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

Ground = tuple[RuleName, str]
"""A rule, and the reason code of what was seen."""
GROUNDS: dict[tuple[str, str], Ground] = {
    ("gaze", "left"): ("look_away", "looked_left"),
    ("gaze", "right"): ("look_away", "looked_right"),
    ("gaze", "up"): ("look_away", "looked_up"),
    ("gaze", "down"): ("look_away", "looked_down"),
    ("presence", "absent"): ("absence", "no_face"),
    ("objects", "phone"): ("phone", "phone_seen"),
    ("objects", "hand_or_phone"): ("phone", "hand_or_phone_seen"),
    ("objects", "book"): ("book", "book_seen"),
    ("objects", "device"): ("device", "device_seen"),
    ("eyes", "closed"): ("eyes_closed", "eyes_closed"),
    ("voice", "other"): ("second_voice", "other_voice"),
}
"""What an observed value gives ground for; heads and counts are measured below."""


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


def ground_for(observation: Observation, policy: Policy) -> Ground | None:
    """Which rule an observation gives ground for, if any."""
    value = observation.value
    match observation.observed:
        case "head":
            return ("look_away", "turned_away") if _is_turned_away(value, policy) else None
        case "faces":
            several = value.isascii() and value.isdigit() and int(value) >= 2
            return ("several_faces", "several_faces") if several else None
        case observed:
            return GROUNDS.get((observed, value))


def _is_turned_away(value: str, policy: Policy) -> bool:
    try:
        yaw, pitch = (abs(int(part)) for part in value.split(","))
    except ValueError:
        return False
    return yaw > policy.look_away_yaw_mdeg or pitch > policy.look_away_pitch_mdeg
