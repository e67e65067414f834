"""What others see of an interview: the card that lists show, what a candidate's link leads to, and news."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from fairview.accounts.contracts import OrganisationLook
from fairview.kit.languages import Locale
from fairview.policies.public import RuleName

InterviewState = Literal["planned", "invited", "confirmed", "waiting", "live", "ended", "cancelled"]
Delivery = Literal["queued", "sent", "outbox", "failed", "replaced"]
ReportState = Literal["none", "preparing", "ready"]
Device = Literal["none", "this", "other"]
WaitingKind = Literal[
    "candidate_waiting",
    "need_open",
    "delivery_failed",
    "consent_missing",
    "not_answered",
    "not_invited",
    "scorecard_missing",
    "moments_open",
    "decision_due",
    "report_ready",
]
"""What an interview can wait for, the most pressing first."""
Further = Literal["objects", "sound", "gaze_point", "overlay"]
"""What may be noted beside attention, each agreed to for itself."""
NeedKind = Literal["another_time", "adjustment"]
"""What a candidate can ask of those who plan: that the talk is moved, or held so that they can take part."""
ReminderKind = Literal["day", "hour"]
Channel = Literal["email", "sms"]
ReminderState = Literal["waiting", "sent", "skipped"]
WhySkipped = Literal[
    "late",
    "not_invited",
    "not_delivered",
    "in_room",
    "started",
    "cancelled",
    "moved",
    "off_panel",
    "no_phone",
]


# What the desk shows of an interview


@dataclass(frozen=True)
class CandidateOnCard:
    id: UUID
    name: str
    email: str
    zone: str


@dataclass(frozen=True)
class InterviewerOnCard:
    id: UUID
    name: str


@dataclass(frozen=True)
class InvitationOnCard:
    sent_at: datetime
    opened_at: datetime | None
    """When the candidate pressed Continue; a mail scanner's visit does not count."""
    delivery: Delivery
    error_code: str | None
    message_id: UUID


@dataclass(frozen=True)
class ConsentOnCard:
    given_at: datetime
    observation: bool
    further: list[Further] | None


@dataclass(frozen=True)
class ReportOnCard:
    state: ReportState
    score: int | None


@dataclass(frozen=True)
class ReminderOnPage:
    """When a reminder goes out, went out, or why it did not. `for_whom` is None for the candidate."""

    kind: ReminderKind
    channel: Channel
    for_whom: str | None
    due_at: datetime
    state: ReminderState
    reason: WhySkipped | None
    settled_at: datetime | None
    delivery: Delivery | None
    error_code: str | None
    message_id: UUID | None


@dataclass(frozen=True)
class NeedOnPage:
    """What a candidate asked in their words, for those who plan. It may tell of their health."""

    id: UUID
    kind: NeedKind
    text: str
    told_at: datetime
    answer: str
    """Empty while nobody answered, and where the talk was moved instead."""
    answered_at: datetime | None
    answered_by: str | None


@dataclass(frozen=True)
class RoomOnCard:
    room_session_id: UUID
    candidate_waits: bool


@dataclass(frozen=True)
class InterviewCard:
    id: UUID
    title: str
    state: InterviewState
    starts_at: datetime
    zone: str
    minutes: int
    candidate: CandidateOnCard
    interviewers: list[InterviewerOnCard]
    invitation: InvitationOnCard | None
    consent: ConsentOnCard | None
    room_session_id: UUID | None
    report: ReportOnCard | None
    open_needs: int
    """What the candidate asked and nobody answered yet; told to those who plan, to the others it is 0."""
    rules_off: list[RuleName]
    """What is not counted for this candidate."""
    switchable: list[RuleName]
    """These, and what could be switched off as well."""
    is_mine: bool


@dataclass(frozen=True)
class Undecided:
    """What is left to do on a held interview whose report is ready and on which nobody has decided."""

    open_moments: int
    """Noted, and neither confirmed nor dismissed; gaps in the watch need neither."""
    cards_of: frozenset[UUID]
    """Who has submitted a scorecard."""


def knows_none(_interview_ids: Collection[UUID]) -> Mapping[UUID, Any]:
    return {}


@dataclass(frozen=True)
class CardExtras:
    """What contexts above know of interviews, by interview id. Scheduling cannot import them, so `config`
    hands their queries in; an interview that they do not know is left out of the answer."""

    rooms: Callable[[Collection[UUID]], Mapping[UUID, RoomOnCard]] = knows_none
    reports: Callable[[Collection[UUID]], Mapping[UUID, ReportOnCard]] = knows_none
    undecided: Callable[[Collection[UUID]], Mapping[UUID, Undecided]] = knows_none


@dataclass(frozen=True)
class Waiting:
    """Something that waits for a person: `count` of a kind, and which one it is when there is just one."""

    kind: WaitingKind
    count: int
    interview_id: UUID | None = None
    candidate: str | None = None
    message_id: UUID | None = None
    room_session_id: UUID | None = None


@dataclass(frozen=True)
class Today:
    waiting: list[Waiting]
    interviews: list[InterviewCard]
    has_candidates: bool
    """Of those whom the reader may see; without any, the first thing to do is to bring people in."""


# What a candidate sees of it


@dataclass(frozen=True)
class NeedForCandidate:
    """That they asked, and when somebody answered. Not in which words, since links travel."""

    kind: NeedKind
    told_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True)
class InterviewForCandidate:
    """No more of the candidate themselves than an initial, since links travel."""

    organisation: str
    look: OrganisationLook
    title: str
    starts_at: datetime
    zone: str
    candidate_zone: str
    locale: Locale | None
    """The language of the candidate's letters, where somebody chose one."""
    minutes: int
    interviewers: list[str]
    candidate_name_initial: str
    state: InterviewState
    device: Device
    """Whether the interview is open on a device, and whether that is the one that asks."""
    needs: list[NeedForCandidate]
    """The latest first."""


@dataclass(frozen=True)
class Agreement:
    call: bool
    observation: bool
    further: list[Further] | None
    """None where the words asked for all at once."""
    text_version: str
    given_at: datetime


# News


@dataclass(frozen=True)
class InterviewPlanned:
    interview_id: UUID


@dataclass(frozen=True)
class InterviewMoved:
    """Time, length, title or panel changed."""

    interview_id: UUID


@dataclass(frozen=True)
class InterviewCancelled:
    interview_id: UUID


@dataclass(frozen=True)
class InvitationSent:
    interview_id: UUID
    invitation_id: UUID


@dataclass(frozen=True)
class DeviceReplaced:
    """The candidate continued on another device; the old one is shut out."""

    interview_id: UUID
    device: str


@dataclass(frozen=True)
class ConsentGiven:
    interview_id: UUID
    observation: bool


@dataclass(frozen=True)
class CandidateLeft:
    """The candidate took the way out: device session ended, consent withdrawn."""

    interview_id: UUID
