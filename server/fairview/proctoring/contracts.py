"""Observations, incidents, score: the shapes that device, rules, pages and reports share."""

from dataclasses import dataclass
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from fairview.evidence.contracts import Payload
from fairview.kit.live.contracts import Downward, Upward, Whole
from fairview.policies.contracts import RuleName

ObservationKind = Literal[
    "presence", "faces", "gaze", "head", "objects", "eyes", "blinks", "gaze_point", "voice", "noise"
]
WatchPart = Literal["faces", "objects", "sound"]
"""What runs on its own on a device, with a rate and troubles of its own."""
SightingRule = Literal["phone", "book", "device"]
"""What a person can note with their own eyes."""
Direction = Literal["centre", "left", "right", "up", "down", "unknown"]
Review = Literal["open", "confirmed", "dismissed"]

Permille = Annotated[int, msgspec.Meta(ge=0, le=1_000)]
Name = Annotated[str, msgspec.Meta(max_length=80)]


# Entries of the log


class NeutralSet(Payload, frozen=True, tag="proctoring.neutral_set"):
    """The person's own centre, measured over a few steady seconds before the talk."""

    yaw_mdeg: Whole
    pitch_mdeg: Whole
    iris_x_pm: Whole
    """Iris along the line of the eye corners, permille of the eye's width, mean of both eyes."""
    iris_y_pm: Whole
    spread_pm: Whole
    """Standard deviation of `iris_x_pm` while holding still."""
    readings: Whole
    detector: Name
    model_version: Name


class Observation(Payload, frozen=True, tag="proctoring.observation"):
    """`value` held for the `duration_ms` that end at the entry's own time. Spans of one kind tile the time
    that was observed; where nothing is stated, nothing was observed.

    presence: present, absent · faces: a whole number · gaze: a `Direction` seen from the person, `unknown`
    without a face, a neutral pose or with closed eyes · head: `yaw,pitch` in millidegrees from neutral ·
    objects: phone, hand_or_phone (at the face, where the two look alike), book, device, headphones or none,
    one statement for each that is seen · eyes: open, closed · blinks: `a minute,permille of the time shut`
    over the stretch · gaze_point: `x,y,radius,radius_mdeg,off_pm`, pixels from the middle of the screen to
    the right and down, the radius that nine of ten true points lie within, and how likely it is off the
    screen, which is never more likely than on it · voice: none, own (the mouth moves), other (it is still),
    unclear (no mouth in sight) · noise: whole decibels below full scale, as -54.
    """

    observed: ObservationKind
    value: Annotated[str, msgspec.Meta(max_length=32)]
    confidence_pm: Permille
    duration_ms: Annotated[int, msgspec.Meta(ge=0, le=60_000)]
    detector: Name
    model_version: Name


class WatchChanged(Payload, frozen=True, tag="proctoring.watch_changed"):
    """The device's own word on whether it can observe, and at which rate."""

    state: Literal["watching", "paused", "unavailable"]
    reason: Literal[
        "started",
        "ended",
        "no_consent",
        "no_neutral",
        "camera_off",
        "camera_lost",
        "camera_frozen",
        "tab_hidden",
        "model_missing",
        "model_failed",
        "rate_changed",
        "camera_black",
        "microphone_off",
        "microphone_lost",
        "switched_off",
        "no_room",
        "not_supported",
    ]
    """switched_off: by the person; no_room: the call and typing need the processor; not_supported: this
    browser lacks what it takes."""
    rate_mhz: Whole
    """Readings per 1000 seconds (15 a second is 15000)."""
    part: WatchPart = "faces"


class CameraUsed(Payload, frozen=True, tag="proctoring.camera_used"):
    """The camera whose picture is observed. `label` only where its name is that of a program, else empty."""

    width: Annotated[int, msgspec.Meta(ge=0, le=16_384)]
    height: Annotated[int, msgspec.Meta(ge=0, le=16_384)]
    rate_mhz: Whole
    is_virtual: bool
    """By its name, as programs that make pictures call themselves."""
    label: Name = ""


class GazeCalibrated(Payload, frozen=True, tag="proctoring.gaze_calibrated"):
    """The person looked at points of the screen; further points, not used for fitting, tell the error."""

    method: Literal["eyes", "head"]
    points: Annotated[int, msgspec.Meta(ge=0, le=64)]
    checked: Annotated[int, msgspec.Meta(ge=0, le=64)]
    error_px: Whole
    """Median distance of the checked points; `radius_px` holds nine of ten of the readings at them."""
    error_mdeg: Whole
    radius_px: Whole
    radius_mdeg: Whole
    screen_width: Annotated[int, msgspec.Meta(ge=1, le=32_768)]
    """Pixels as the page counts them."""
    screen_height: Annotated[int, msgspec.Meta(ge=1, le=32_768)]
    screen_width_mm: Annotated[int, msgspec.Meta(ge=0, le=10_000)]
    """Estimated, as the distance is; 0 where it could not be."""
    distance_mm: Annotated[int, msgspec.Meta(ge=0, le=10_000)]
    detector: Name
    model_version: Name


class ChallengeAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that was asked for, and whether the picture showed it in time."""

    asked: Literal["turn_left", "turn_right", "blink", "follow_dot", "colour"]
    answered: bool
    took_ms: Annotated[int, msgspec.Meta(ge=0, le=60_000)]
    measured: Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
    """What was seen of it, in thousandths of its unit: degrees, closures, or the share of agreement."""


class LivenessChecked(Payload, frozen=True, tag="proctoring.liveness_checked"):
    """A person answered random challenges before the camera. No answer is a fact, never a verdict."""

    outcome: Literal["answered", "not_answered", "not_made"]
    answers: Annotated[list[ChallengeAnswer], msgspec.Meta(max_length=8)]
    detector: Name
    model_version: Name


class IncidentReviewed(Payload, frozen=True, tag="proctoring.incident_reviewed"):
    """A person confirmed or dismissed an incident; the newest review of an incident counts."""

    incident: Name
    review: Review
    note: Annotated[str, msgspec.Meta(max_length=2_000)] = ""


class SightingNoted(Payload, frozen=True, tag="proctoring.sighting_noted"):
    """An interviewer saw something with their own eyes, just before the entry's time. It is an incident that
    a person has confirmed."""

    rule: SightingRule
    by: Name
    note: Annotated[str, msgspec.Meta(max_length=2_000)] = ""


class WatchStated(Payload, frozen=True, tag="proctoring.watch_stated"):
    """Another program says that it watches the whole session and reports what it finds, so that nothing
    reported means nothing found. Its word is all there is for the coverage."""

    detector: Name


class DetectionReported(Payload, frozen=True, tag="proctoring.detection_reported"):
    """One finding of another program, which ended at the entry's own time: one report is one incident. With
    `duration_ms` 0 the program did not say how long; otherwise the rule's threshold holds for it too."""

    rule: RuleName
    reason: Name
    duration_ms: Annotated[int, msgspec.Meta(ge=0, le=14_400_000)]
    confidence_pm: Permille
    detector: Name
    told: Name
    """The event's name as the program sent it."""
    event: Name = ""
    """The program's own id for it: reported twice, it is one incident."""
    claimed_us: Whole = 0
    """When it happened by the program's clock; the entry's own time is the nearest within the session."""


# Results


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One episode of one rule. `ended_us` is None while it goes on. `raised_us` is when the threshold was
    passed. `id` is the same in every recomputation that sees the same beginning."""

    id: str
    rule: RuleName
    reason: str
    """A stable code of what was seen: looked_left, looked_right, looked_up, looked_down, turned_away,
    looked_away, no_face, several_faces, phone_seen, hand_or_phone_seen, book_seen, device_seen, eyes_closed,
    other_voice, not_observed."""
    started_us: int
    raised_us: int
    ended_us: int | None
    seen_until_us: int
    severity_pm: int
    review: Review = "open"
    note: str = ""


class Deduction(msgspec.Struct, frozen=True, kw_only=True):
    rule: RuleName
    incidents: list[str]
    """Ids of the incidents that count."""
    points: int
    capped: bool


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the session in which nothing was observed. It lowers coverage and nothing else."""

    started_us: int
    ended_us: int


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules make of a whole log. `score` is None where there is too little evidence, and then
    `reason` says why: not_recomputable (words that it rests on were erased), not_started, not_observed,
    insufficient_coverage."""

    started_us: int | None
    ended_us: int | None
    incidents: list[Incident]
    deductions: list[Deduction]
    score: int | None
    reason: str | None
    coverage_pm: int
    gaps: list[Gap]
    policy: str
    watched_by: str = ""
    """The program on whose word the coverage rests; empty where the device's own observations tell it."""


# Passing messages: what is drawn over the candidate's picture. Nobody stores them.

OverlayPermille = Annotated[int, msgspec.Meta(ge=-2_000, le=3_000)]
"""Of the picture's width or height, from its left or upper edge."""


class OverlayBox(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    what: Literal["face", "phone", "hand_or_phone", "book", "device", "headphones"]
    left_pm: OverlayPermille
    top_pm: OverlayPermille
    width_pm: OverlayPermille
    height_pm: OverlayPermille


class OverlayGaze(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An arrow from between the eyes, in the picture's own directions; the sine of the angle, in permille."""

    from_left_pm: OverlayPermille
    from_top_pm: OverlayPermille
    right_pm: Annotated[int, msgspec.Meta(ge=-1_000, le=1_000)]
    down_pm: Annotated[int, msgspec.Meta(ge=-1_000, le=1_000)]


class ShowOverlay(Upward, frozen=True, tag="proctoring.show_overlay"):
    """From the candidate's device, some times a second."""

    boxes: Annotated[list[OverlayBox], msgspec.Meta(max_length=16)]
    gaze: OverlayGaze | None = None
    is_switched_off: bool = False
    """The person does not want it drawn: there is nothing, and nothing follows."""


# Downward messages, for interviewers only


class OverlayState(Downward, frozen=True, tag="proctoring.overlay_state"):
    """The newest of `ShowOverlay`, with whose it is."""

    participant: str
    boxes: list[OverlayBox]
    gaze: OverlayGaze | None
    is_switched_off: bool


class AttentionState(Downward, frozen=True, tag="proctoring.attention_state"):
    """The live attention line: the newest statement of each kind. Empty strings where nothing is known.
    `watch` is of what watches faces."""

    at_us: int
    presence: str
    faces: str
    gaze: str
    head: str
    eyes: str
    objects: str
    voice: str
    gaze_point: str
    watch: str
    watch_reason: str


class IncidentsState(Downward, frozen=True, tag="proctoring.incidents_state"):
    """All incidents of the session so far, oldest first: a snapshot, sent on entry and on each change."""

    incidents: list[Incident]
    coverage_pm: int


# News


@dataclass(frozen=True)
class IncidentJudged:
    """A person confirmed, dismissed or reopened an incident."""

    room_session_id: UUID
    incident: str
