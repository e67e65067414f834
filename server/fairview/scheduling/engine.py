"""Pure rules of time and state: a time on a wall becomes one instant, and facts become a state."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from fairview.kit.zones import check_zone
from fairview.scheduling.contracts import InterviewState, ReminderKind
from fairview.scheduling.errors import (
    AmbiguousTime,
    ImpossibleClock,
    ImpossibleDate,
    ImpossibleTime,
    TimeInPast,
    TimeTooFar,
)

FURTHEST_YEARS = 2
LINK_OUTLIVES_START = timedelta(days=7)
"""How long the link of an interview that was never held still opens."""

REMINDERS: dict[ReminderKind, timedelta] = {"day": timedelta(hours=24), "hour": timedelta(hours=1)}
"""How long before the start each goes out, in real hours, whatever the clocks do in between."""
REMINDER_IS_LATE_AFTER = timedelta(minutes=20)

Fold = Literal[0, 1]
Parsed = TypeVar("Parsed")


@dataclass(frozen=True)
class WallTime:
    """What a person reads off a calendar and a clock: `2026-11-26`, `14:30`, `Europe/Berlin`.

    `fold` chooses the first (0) or second (1) pass of an hour that the clocks show twice.
    """

    date: str
    time: str
    zone: str
    fold: Fold | None = None


def resolve(wall: WallTime, now: datetime) -> datetime:
    """The UTC instant of a wall time that exists once, or was said to be the first or second of two.

    Raises `UnknownZone`, `ImpossibleDate`, `ImpossibleClock`, `ImpossibleTime`, `AmbiguousTime`,
    `TimeInPast`, `TimeTooFar`; each names the field at fault.
    """
    zone = ZoneInfo(check_zone(wall.zone))
    local = datetime.combine(day_of(wall.date, now), clock_of(wall.time))
    first, second = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first > second:
        raise _skipped(wall, zone, second, first)
    if first < second and wall.fold is None:
        raise _repeated(wall, zone, first, second)
    instant = second if wall.fold == 1 else first
    if instant <= now:
        raise TimeInPast(field="time", date=wall.date, time=wall.time)
    return instant


def state_of(
    *,
    is_cancelled: bool,
    is_ended: bool,
    is_live: bool,
    candidate_waits: bool,
    has_consent: bool,
    is_invited: bool,
) -> InterviewState:
    """The one word for where an interview stands: the furthest that it has come."""
    reached: list[tuple[bool, InterviewState]] = [
        (is_cancelled, "cancelled"),
        (is_ended, "ended"),
        (is_live, "live"),
        (candidate_waits, "waiting"),
        (has_consent, "confirmed"),
        (is_invited, "invited"),
    ]
    return next((state for holds, state in reached if holds), "planned")


def day_of(text: str, now: datetime) -> date:
    """A day that can be planned for. Raises `ImpossibleDate`, `TimeTooFar`, `TimeInPast`."""
    day = _parsed(date.fromisoformat, text)
    if day is None:
        raise ImpossibleDate(field="date", date=text)
    if day.year > now.year + FURTHEST_YEARS:
        raise TimeTooFar(field="date", date=text, years=FURTHEST_YEARS)
    if day < now.date() - timedelta(days=2):
        raise TimeInPast(field="date", date=text, time="")
    return day


def clock_of(text: str, field: str = "time") -> time:
    """A time of day, to the minute. Raises `ImpossibleClock` for the field of the input that holds it."""
    clock = _parsed(time.fromisoformat, text)
    if clock is None or clock.tzinfo is not None:
        raise ImpossibleClock(field=field, time=text)
    return clock.replace(second=0, microsecond=0)


def _parsed(parse: Callable[[str], Parsed], text: str) -> Parsed | None:
    try:
        return parse(text)
    except ValueError:
        return None


def _skipped(wall: WallTime, zone: ZoneInfo, early: datetime, late: datetime) -> ImpossibleTime:
    """`early` and `late` are the two readings of the missing time; the clocks jump between them."""
    before_jump = early.astimezone(zone).utcoffset()
    while late - early > timedelta(minutes=1):
        middle = early + (late - early) // 2
        middle = middle.replace(second=0, microsecond=0)
        if middle.astimezone(zone).utcoffset() == before_jump:
            early = middle
        else:
            late = middle
    return ImpossibleTime(
        field="time",
        date=wall.date,
        time=wall.time,
        zone=wall.zone,
        before=_wall_text(early, zone),
        after=_wall_text(late, zone),
    )


def _repeated(wall: WallTime, zone: ZoneInfo, first: datetime, second: datetime) -> AmbiguousTime:
    return AmbiguousTime(
        field="time",
        date=wall.date,
        time=wall.time,
        zone=wall.zone,
        first=offset_text(first.astimezone(zone)),
        second=offset_text(second.astimezone(zone)),
    )


def _wall_text(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def offset_text(local: datetime) -> str:
    """The offset of a local time from UTC, as `+02:00`."""
    return local.isoformat()[-6:]
