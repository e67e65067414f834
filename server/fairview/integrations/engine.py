"""How the words of proctoring services are ours. Pure: names, times and lengths as such programs write them.

A name is compared without regard to case and to how its words are joined: FOCUS_LOST, focusLost and
focus-lost are the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from fairview.integrations.errors import EventTimeUnreadable, EventUnknown, ObjectMissing
from fairview.kit.clock import as_us
from fairview.policies.contracts import RuleName

SECONDS_BELOW = 100_000_000_000
"""A number of a time below this counts seconds since 1970 (until the year 5138), above it milliseconds."""


@dataclass(frozen=True)
class Meaning:
    """What an event stands for: a rule and the reason code, or neither where it is only kept."""

    rule: RuleName | None
    reason: str = ""


KEPT = Meaning(None)
LOOKED_AWAY = Meaning("look_away", "looked_away")
NO_FACE = Meaning("absence", "no_face")
SEVERAL = Meaning("several_faces", "several_faces")
PHONE = Meaning("phone", "phone_seen")
BOOK = Meaning("book", "book_seen")
DEVICE = Meaning("device", "device_seen")
EYES = Meaning("eyes_closed", "eyes_closed")

NAMES: Mapping[Meaning, str] = {
    LOOKED_AWAY: "focus_lost lost_focus look_away looked_away looking_away gaze_away distracted distraction",
    NO_FACE: "no_face no_face_detected face_absent face_not_detected face_missing absence candidate_absent",
    SEVERAL: "multiple_faces multiple_faces_detected several_faces multi_face",
    PHONE: "phone phone_detected mobile_phone mobile_phone_detected cell_phone cell_phone_detected",
    BOOK: "book book_detected notes notes_detected paper_notes paper_detected",
    DEVICE: "device device_detected extra_device electronic_device laptop_detected tablet_detected",
    EYES: "eye_closure eyes_closed drowsiness drowsiness_detected",
    KEPT: "focus_regained focus_restored face_detected face_returned background_noise audio_detected "
    "tab_switch tab_hidden window_blur",
}
MEANINGS: Mapping[str, Meaning] = {
    name: meaning for meaning, names in NAMES.items() for name in names.split()
}
OBJECT_EVENTS = frozenset({"suspicious_object", "suspicious_object_detected", "object_detected", "object"})
OBJECTS: Mapping[str, Meaning] = {
    **dict.fromkeys(("phone", "mobile", "mobile_phone", "cell_phone", "cellphone", "smartphone"), PHONE),
    **dict.fromkeys(("book", "notes", "note", "paper", "paper_notes", "notebook"), BOOK),
    **dict.fromkeys(
        ("device", "laptop", "tablet", "tv", "monitor", "remote", "keyboard", "mouse", "smartwatch"), DEVICE
    ),
}


def meaning_of(name: str, label: str = "") -> Meaning:
    """Raises `EventUnknown` for a name that nobody knows, and `ObjectMissing` for an object without a name.

    An object that is none of those known is a device: something in sight that a person has to look at.
    """
    plain = plain_name(name)
    if plain in OBJECT_EVENTS:
        if not label.strip():
            raise ObjectMissing(name=name[:80])
        return OBJECTS.get(plain_name(label), DEVICE)
    if plain not in MEANINGS:
        raise EventUnknown(name=name[:80], known=", ".join(known_names()))
    return MEANINGS[plain]


def known_names() -> list[str]:
    return sorted({*MEANINGS, *OBJECT_EVENTS})


def plain_name(name: str) -> str:
    """`FOCUS_LOST`, `focusLost`, `focus-lost` and `Focus lost` as `focus_lost`."""
    text = name.strip()
    if not text.isupper():
        text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    return re.sub(r"[\s\-.]+", "_", text).lower()


def time_us(value: str | float | None) -> int | None:
    """Unix microseconds of an ISO 8601 text (UTC where it names no zone), or of a number of seconds or
    milliseconds. None stays None. Raises `EventTimeUnreadable`."""
    if value is None:
        return None
    try:
        if isinstance(value, str) and not re.fullmatch(r"-?\d+(\.\d+)?", value.strip()):
            at = datetime.fromisoformat(value.strip())
            return as_us(at if at.tzinfo else at.replace(tzinfo=UTC))
        number = float(value)
        us = round(number * (1_000_000 if abs(number) < SECONDS_BELOW else 1_000))
        return as_us(datetime.fromtimestamp(us / 1_000_000, UTC))
    except (ValueError, OverflowError, OSError):
        raise EventTimeUnreadable(time=str(value)[:80]) from None


def within_session(claimed_us: int | None, started_us: int, now_us: int) -> int:
    """The time of the entry: the claimed one, or the nearest to it between the session's start and now, so
    that a program whose clock is wrong loses nothing."""
    return now_us if claimed_us is None else min(max(claimed_us, started_us), now_us)
