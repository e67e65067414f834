"""What other programs send and get. Names on the way in are taken in camel and snake case; on the way out
they are in camel case, as such services have them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import AliasChoices, ConfigDict, Field, StringConstraints, ValidationError
from pydantic.alias_generators import to_camel

from fairview.integrations.errors import EventMalformed

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class SessionIn(Schema):
    """Everything may be left out. With an e-mail address the candidate is recognised another time."""

    candidate_name: Text = Field("", validation_alias=AliasChoices("candidateName", "candidate_name", "name"))
    candidate_email: Text = Field(
        "", validation_alias=AliasChoices("candidateEmail", "candidate_email", "email")
    )
    title: Text = Field("", validation_alias=AliasChoices("title", "interviewTitle", "position"))


class EventIn(Schema):
    """One event. `timestamp` is when it was detected (ISO 8601, or seconds or milliseconds since 1970; now,
    if left out); `duration` in seconds or `durationMs`; `confidence` from 0 to 1; `id` makes a repeat
    harmless. What is nested in `details`, `metadata` or `data` is found too."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    type: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] = Field(
        validation_alias=AliasChoices("type", "eventType", "event_type", "event", "name")
    )
    timestamp: float | str | None = Field(
        None, validation_alias=AliasChoices("timestamp", "time", "at", "detectedAt", "detected_at")
    )
    duration_ms: float | None = Field(
        None, ge=0, le=14_400_000, validation_alias=AliasChoices("durationMs", "duration_ms")
    )
    duration: float | None = Field(
        None,
        ge=0,
        le=14_400,
        validation_alias=AliasChoices("duration", "durationSeconds", "duration_seconds"),
    )
    confidence: float = Field(1, ge=0, le=1)
    object: Text = Field(
        "", validation_alias=AliasChoices("object", "label", "objectType", "object_type", "class", "item")
    )
    id: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = Field(
        "", validation_alias=AliasChoices("id", "eventId", "event_id")
    )

    @property
    def held_ms(self) -> int:
        """0 where the program did not say."""
        if self.duration_ms is not None:
            return round(self.duration_ms)
        return round((self.duration or 0) * 1_000)


def read_event(raw: Any) -> EventIn:
    """Raises `EventMalformed`, which names the field."""
    if not isinstance(raw, dict):
        raise EventMalformed(field="event")
    inner = [raw[name] for name in ("details", "metadata", "data") if isinstance(raw.get(name), dict)]
    flat = {name: value for part in [*inner, raw] for name, value in part.items() if value is not None}
    try:
        return EventIn.model_validate(flat)
    except ValidationError as error:
        where = [str(part) for part in error.errors()[0]["loc"]]
        raise EventMalformed(field=where[0] if where else "event") from None


class Out(Schema):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class RefusedEvent(Out):
    """`index` counts from 0 in what was sent."""

    index: int
    code: str
    message: str


class Reported(Out):
    session_id: UUID | None
    accepted: int
    refused: list[RefusedEvent]


class SessionEvent(Out):
    """One incident as the rules have it. `review` is open, confirmed or dismissed by a person."""

    id: str
    type: str
    reason: str
    start_time: datetime
    end_time: datetime | None
    duration_seconds: float
    review: str


class SessionDeduction(Out):
    type: str
    count: int
    points: int
    capped: bool


class SessionSummary(Out):
    focus_lost: int
    absences: int
    multiple_faces: int
    phones: int
    books: int
    devices: int
    eye_closures: int


class SessionOut(Out):
    """`integrity_score` is null where there is too little evidence; `score_reason` then says why. It
    describes attention, and does not say whom to hire."""

    id: UUID
    session_id: UUID
    candidate_name: str
    candidate_email: str
    title: str
    status: str
    start_time: datetime
    end_time: datetime | None
    duration_seconds: float
    events: list[SessionEvent]
    events_total: int
    summary: SessionSummary
    objects_detected: list[str]
    deductions: list[SessionDeduction]
    integrity_score: int | None
    score_reason: str | None
    coverage: float
    policy: str
    report_version: int | None
    report_url: str | None
