"""Times for many talks in a row: one clock on one wall, day after day. Pure.

The slots of a day lie on a grid: the start, then every `minutes` + `break_minutes` by the wall's clock, as
long as a talk ends within the day's window. A time that the clocks skip, or show twice, is left out and
named, never shifted silently. So is one that a change of the clocks leaves too little time for: it would
begin before the talk before it and the break are over, or end after the window.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count as count_from
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

from fairview.scheduling.engine import WallTime, clock_of, day_of, resolve
from fairview.scheduling.errors import AmbiguousTime, ImpossibleTime, WindowTooShort

SATURDAY = 5
Person = TypeVar("Person")
Panel = TypeVar("Panel")
WhyLeftOut = Literal["skipped", "twice", "squeezed"]


@dataclass(frozen=True)
class Pattern:
    """`start` is the first talk and the time of day at which each later day begins; `until` is the time of
    day by which talks have ended, midnight where it is None. Lengths are in minutes."""

    start: WallTime
    minutes: int
    break_minutes: int = 0
    until: str | None = None
    weekdays_only: bool = False


@dataclass(frozen=True)
class Slot:
    wall: WallTime
    starts_at: datetime
    """UTC."""


@dataclass(frozen=True)
class LeftOut:
    """A time of the grid that the clocks do not let us use."""

    date: str
    time: str
    why: WhyLeftOut


@dataclass(frozen=True)
class Timetable:
    slots: list[Slot]
    left_out: list[LeftOut]


@dataclass(frozen=True)
class Place(Slot):
    """A slot given to a person and a panel, by their positions."""

    person: int
    panel: int


def timetable(pattern: Pattern, count: int, now: datetime) -> Timetable:
    """The next `count` slots. Raises what `resolve` raises for the start, `WindowTooShort` for a window that
    holds no talk, and `TimeTooFar` where the slots would reach beyond what can be planned."""
    first = _first_day(pattern, now)
    resolve(replace(pattern.start, date=first.isoformat()), now)
    opens, closes = _window(pattern)
    if closes - opens < timedelta(minutes=pattern.minutes):
        raise WindowTooShort(field="until", minutes=pattern.minutes)
    table = Timetable([], [])
    for day in _days(first, weekdays_only=pattern.weekdays_only):
        _fill_day(table, pattern, day, count, now)
        if len(table.slots) >= count:
            return table
    raise AssertionError("days do not end")


def in_turn(slots: Sequence[Slot], people: int, panels: int, *, side_by_side: bool) -> list[Place]:
    """Who talks with whom when. Panels take turns; side by side, all of them talk at each time."""
    at_once = panels if side_by_side else 1
    return [
        Place(slots[person // at_once].wall, slots[person // at_once].starts_at, person, person % panels)
        for person in range(people)
    ]


def slots_needed(people: int, panels: int, *, side_by_side: bool) -> int:
    return -(-people // panels) if side_by_side else people


def _fill_day(table: Timetable, pattern: Pattern, day: date, count: int, now: datetime) -> None:
    for wall in _grid(pattern, day):
        if len(table.slots) >= count:
            return
        try:
            starts_at = resolve(wall, now)
        except ImpossibleTime:
            table.left_out.append(LeftOut(wall.date, wall.time, "skipped"))
        except AmbiguousTime:
            table.left_out.append(LeftOut(wall.date, wall.time, "twice"))
        else:
            if _has_room(pattern, table.slots, day, starts_at):
                table.slots.append(Slot(wall, starts_at))
            else:
                table.left_out.append(LeftOut(wall.date, wall.time, "squeezed"))


def _grid(pattern: Pattern, day: date) -> Iterator[WallTime]:
    """The day's times by the clock alone. Only the very first may have been told which of two it is."""
    opens, closes = _window(pattern)
    length = timedelta(minutes=pattern.minutes)
    step = length + timedelta(minutes=pattern.break_minutes)
    for at in (opens + step * number for number in count_from()):
        if at + length > closes:
            return
        hour, minute = divmod(at // timedelta(minutes=1), 60)
        is_start = (day.isoformat(), at) == (pattern.start.date, opens)
        fold = pattern.start.fold if is_start else None
        yield WallTime(day.isoformat(), f"{hour:02}:{minute:02}", pattern.start.zone, fold)


def _has_room(pattern: Pattern, slots: Sequence[Slot], day: date, starts_at: datetime) -> bool:
    length, pause = timedelta(minutes=pattern.minutes), timedelta(minutes=pattern.break_minutes)
    if slots and starts_at < slots[-1].starts_at + length + pause:
        return False
    _, closes = _window(pattern)
    ends = (starts_at + length).astimezone(ZoneInfo(pattern.start.zone)).replace(tzinfo=None)
    return ends <= datetime.combine(day, time()) + closes


def _window(pattern: Pattern) -> tuple[timedelta, timedelta]:
    """When a day opens and closes, since midnight."""
    closes = _since_midnight(clock_of(pattern.until, "until")) if pattern.until else timedelta(days=1)
    return _since_midnight(clock_of(pattern.start.time, "time")), closes


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def _first_day(pattern: Pattern, now: datetime) -> date:
    day = day_of(pattern.start.date, now)
    return next(_days(day, weekdays_only=pattern.weekdays_only))


def _days(first: date, *, weekdays_only: bool) -> Iterator[date]:
    for number in count_from():
        day = first + timedelta(days=number)
        if not weekdays_only or day.weekday() < SATURDAY:
            yield day
