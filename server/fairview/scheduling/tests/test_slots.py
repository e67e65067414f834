from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fairview.kit.errors import FairviewError
from fairview.kit.zones import UnknownZone, zone_names
from fairview.scheduling.engine import WallTime
from fairview.scheduling.errors import (
    AmbiguousTime,
    ImpossibleClock,
    ImpossibleDate,
    ImpossibleTime,
    TimeInPast,
    TimeTooFar,
    WindowTooShort,
)
from fairview.scheduling.slots import LeftOut, Pattern, Slot, Timetable, in_turn, slots_needed, timetable

NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
CHANGING = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"]
ZONES = st.one_of(st.sampled_from(CHANGING), st.sampled_from(sorted(zone_names())))
NIGHTS_OF_CHANGE = [date(2026, 3, 7), date(2026, 3, 28), date(2026, 4, 4), date(2026, 9, 5)]
NIGHTS_OF_CHANGE += [date(2026, 10, 3), date(2026, 10, 24), date(2026, 10, 29), date(2026, 10, 31)]
DAYS = st.one_of(st.sampled_from(NIGHTS_OF_CHANGE), st.dates(date(2026, 1, 17), date(2026, 12, 20)))
CLOCKS = st.times().map(lambda clock: f"{clock:%H:%M}")


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    start = WallTime(draw(DAYS).isoformat(), draw(CLOCKS), draw(ZONES), draw(st.sampled_from([None, 0, 1])))
    minutes, pause = draw(st.integers(5, 180)), draw(st.integers(0, 60))
    until = draw(st.none() | CLOCKS)
    return Pattern(start, minutes, pause, until, draw(st.booleans()))


def planned(pattern: Pattern, count: int) -> Timetable:
    """Only what a person may ask for: the others are refused, which is tested by name."""
    try:
        return timetable(pattern, count, NOW)
    except (ImpossibleTime, AmbiguousTime, WindowTooShort):
        assume(False)
        raise


def minute_of(clock: str) -> int:
    at = time.fromisoformat(clock)
    return at.hour * 60 + at.minute


@given(patterns(), st.integers(1, 60))
def test_every_slot_begins_when_the_wall_says_so(pattern: Pattern, count: int) -> None:
    slots = planned(pattern, count).slots
    assert len(slots) == count
    for slot in slots:
        local = slot.starts_at.astimezone(ZoneInfo(pattern.start.zone))
        assert f"{local:%Y-%m-%d %H:%M}" == f"{slot.wall.date} {slot.wall.time}"


@given(patterns(), st.integers(1, 60))
def test_the_wall_is_regular_and_each_day_begins_alike(pattern: Pattern, count: int) -> None:
    table = planned(pattern, count)
    step, opens = pattern.minutes + pattern.break_minutes, minute_of(pattern.start.time)
    for at in [slot.wall.time for slot in table.slots] + [one.time for one in table.left_out]:
        assert minute_of(at) >= opens
        assert (minute_of(at) - opens) % step == 0


@given(patterns(), st.integers(2, 60))
def test_no_talk_begins_before_the_last_one_and_the_break_are_over(pattern: Pattern, count: int) -> None:
    slots = planned(pattern, count).slots
    apart = timedelta(minutes=pattern.minutes + pattern.break_minutes)
    for one, following in pairwise(slots):
        assert following.starts_at - one.starts_at >= apart or one.wall.date != following.wall.date
        assert following.starts_at - one.starts_at >= timedelta(minutes=pattern.minutes)


@given(patterns(), st.integers(1, 60))
def test_no_skipped_or_doubled_hour_is_used_and_none_is_dropped_silently(
    pattern: Pattern, count: int
) -> None:
    table = planned(pattern, count)
    zone = ZoneInfo(pattern.start.zone)
    for slot in table.slots:
        naive = datetime.fromisoformat(f"{slot.wall.date} {slot.wall.time}")
        offsets = {naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}
        assert len(offsets) == 1 or slot.wall.fold is not None
    used = {(slot.wall.date, slot.wall.time) for slot in table.slots}
    named = {(one.date, one.time) for one in table.left_out}
    assert used.isdisjoint(named)
    assert used | named == {wall for wall in grid(pattern) if wall <= max(used | named)}


@given(patterns(), st.integers(1, 60))
def test_talks_stay_in_their_window_and_off_the_weekend(pattern: Pattern, count: int) -> None:
    zone = ZoneInfo(pattern.start.zone)
    for slot in planned(pattern, count).slots:
        ends = (slot.starts_at + timedelta(minutes=pattern.minutes)).astimezone(zone)
        if pattern.until:
            closes = time.fromisoformat(pattern.until)
            assert (ends.date().isoformat(), ends.time()) <= (slot.wall.date, closes)
        assert not (pattern.weekdays_only and date.fromisoformat(slot.wall.date).weekday() > 4)


def grid(pattern: Pattern) -> list[tuple[str, str]]:
    """Every time that the rule names within some months, by plain counting."""
    closes = minute_of(pattern.until) if pattern.until else 24 * 60
    opens, step = minute_of(pattern.start.time), pattern.minutes + pattern.break_minutes
    first = date.fromisoformat(pattern.start.date)
    days = [first + timedelta(days=number) for number in range(100)]
    return [
        (day.isoformat(), f"{minute // 60:02}:{minute % 60:02}")
        for day in days
        if not (pattern.weekdays_only and day.weekday() > 4)
        for minute in range(opens, closes - pattern.minutes + 1, step)
    ]


def berlin(day: str, clock: str, minutes: int = 30, **more: object) -> Pattern:
    pattern = Pattern(WallTime(day, clock, "Europe/Berlin"), minutes)
    return replace(pattern, **more)  # type: ignore[arg-type]


def walls(table: Timetable) -> list[str]:
    return [f"{slot.wall.date} {slot.wall.time}" for slot in table.slots]


def test_the_day_is_full_and_the_next_begins_at_the_same_time() -> None:
    table = timetable(berlin("2026-06-04", "15:30", 45, break_minutes=15, until="18:00"), 4, NOW)
    assert walls(table) == ["2026-06-04 15:30", "2026-06-04 16:30", "2026-06-05 15:30", "2026-06-05 16:30"]


def test_a_weekend_is_passed_over() -> None:
    table = timetable(berlin("2026-06-05", "16:00", 60, until="17:00", weekdays_only=True), 2, NOW)
    assert walls(table) == ["2026-06-05 16:00", "2026-06-08 16:00"]


def test_the_week_after_the_clocks_change_begins_at_the_same_time_on_the_wall() -> None:
    table = timetable(berlin("2026-03-27", "09:00", 60, until="10:00", weekdays_only=True), 2, NOW)
    assert [slot.starts_at.hour for slot in table.slots] == [8, 7]


def test_the_skipped_hour_is_left_out_by_name() -> None:
    table = timetable(berlin("2026-03-29", "01:00"), 4, NOW)
    assert walls(table) == [f"2026-03-29 {clock}" for clock in ("01:00", "01:30", "03:00", "03:30")]
    assert table.left_out == [LeftOut("2026-03-29", clock, "skipped") for clock in ("02:00", "02:30")]


def test_the_hour_that_comes_twice_is_left_out_by_name() -> None:
    table = timetable(berlin("2026-10-25", "01:30"), 2, NOW)
    assert walls(table) == ["2026-10-25 01:30", "2026-10-25 03:00"]
    assert table.left_out == [LeftOut("2026-10-25", clock, "twice") for clock in ("02:00", "02:30")]


def test_what_the_change_leaves_no_room_for_is_left_out_by_name() -> None:
    table = timetable(berlin("2026-03-29", "01:30", 90), 2, NOW)
    assert walls(table) == ["2026-03-29 01:30", "2026-03-29 04:30"]
    assert table.left_out == [LeftOut("2026-03-29", "03:00", "squeezed")]


@pytest.mark.parametrize(
    ("pattern", "refusal"),
    [
        (berlin("2026-03-29", "02:30"), ImpossibleTime),
        (berlin("2026-10-25", "02:30"), AmbiguousTime),
        (berlin("2025-12-31", "10:00"), TimeInPast),
        (berlin("2026-02-30", "10:00"), ImpossibleDate),
        (berlin("2026-06-01", "10:00", until="noon"), ImpossibleClock),
        (berlin("2026-06-01", "10:00", until="09:00"), WindowTooShort),
        (berlin("2026-06-01", "10:00", 45, until="10:30"), WindowTooShort),
        (berlin("2026-06-01", "23:45"), WindowTooShort),
        (Pattern(WallTime("2026-06-01", "10:00", "Europe/Nowhere"), 30), UnknownZone),
        (berlin("2028-12-29", "10:00", 60, until="11:00"), TimeTooFar),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(pattern: Pattern, refusal: type[FairviewError]) -> None:
    with pytest.raises(refusal) as error:
        timetable(pattern, 5, NOW)
    assert error.value.params["field"] in {"date", "time", "zone", "until"}


def test_the_first_of_an_hour_that_comes_twice_can_be_meant() -> None:
    start = WallTime("2026-10-25", "02:30", "Europe/Berlin", 1)
    table = timetable(Pattern(start, 30), 2, NOW)
    assert [slot.starts_at.hour for slot in table.slots] == [1, 2]


@given(st.integers(1, 40), st.integers(1, 5), st.booleans())
def test_everyone_gets_one_place_and_panels_the_same_share(people: int, panels: int, abreast: bool) -> None:
    instants = [
        NOW + timedelta(hours=hour) for hour in range(slots_needed(people, panels, side_by_side=abreast))
    ]
    slots = [Slot(WallTime("", "", "UTC"), at) for at in instants]
    places = in_turn(slots, people, panels, side_by_side=abreast)
    assert [place.person for place in places] == list(range(people))
    shares = [sum(place.panel == panel for place in places) for panel in range(panels)]
    assert max(shares) - min(shares) <= 1
    taken = [(place.starts_at, place.panel) for place in places]
    assert len(set(taken)) == len(taken)
    assert max(place.starts_at for place in places) == slots[-1].starts_at
