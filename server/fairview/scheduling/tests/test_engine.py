from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.kit.errors import FairviewError
from fairview.kit.zones import UnknownZone, zone_names
from fairview.scheduling.engine import WallTime, resolve
from fairview.scheduling.errors import (
    AmbiguousTime,
    ImpossibleClock,
    ImpossibleDate,
    ImpossibleTime,
    TimeInPast,
    TimeTooFar,
)

NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)
ZONES = st.sampled_from(sorted(zone_names()))
INSTANTS = st.datetimes(datetime(2026, 1, 17), datetime(2028, 12, 30), timezones=st.just(UTC))


def wall(date: str, time: str, zone: str = "Europe/Berlin", fold: int | None = None) -> WallTime:
    return WallTime(date, time, zone, fold)  # type: ignore[arg-type]


def shown(instant: datetime, zone: str) -> WallTime:
    local = instant.astimezone(ZoneInfo(zone))
    return wall(f"{local:%Y-%m-%d}", f"{local:%H:%M}", zone, local.fold)


@given(INSTANTS, ZONES)
def test_what_a_wall_shows_leads_back_to_the_instant(instant: datetime, zone: str) -> None:
    instant = instant.replace(second=0, microsecond=0)
    assert resolve(shown(instant, zone), NOW) == instant


@given(INSTANTS, ZONES)
def test_every_wall_time_is_resolved_or_refused_with_a_way_out(local: datetime, zone: str) -> None:
    asked = wall(f"{local:%Y-%m-%d}", f"{local:%H:%M}", zone)
    try:
        found = resolve(asked, NOW)
    except AmbiguousTime:
        first, second = (resolve(wall(asked.date, asked.time, zone, fold), NOW) for fold in (0, 1))
        assert timedelta() < second - first <= timedelta(hours=3)
    except ImpossibleTime as error:
        neighbours = [str(error.params[side]).split() for side in ("before", "after")]
        before, after = (resolve(wall(date, time, zone), NOW) for date, time in neighbours)
        assert after - before == timedelta(minutes=1)
    else:
        assert shown(found, zone).date == asked.date
        assert shown(found, zone).time == asked.time


def test_a_time_that_is_skipped_names_its_neighbours() -> None:
    with pytest.raises(ImpossibleTime) as refusal:
        resolve(wall("2026-03-29", "02:30"), NOW)
    assert refusal.value.params["before"] == "2026-03-29 01:59"
    assert refusal.value.params["after"] == "2026-03-29 03:00"


def test_an_hour_that_comes_twice_asks_which() -> None:
    with pytest.raises(AmbiguousTime) as refusal:
        resolve(wall("2026-10-25", "02:30"), NOW)
    assert (refusal.value.params["first"], refusal.value.params["second"]) == ("+02:00", "+01:00")
    assert resolve(wall("2026-10-25", "02:30", fold=0), NOW) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert resolve(wall("2026-10-25", "02:30", fold=1), NOW) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_choice_that_was_not_needed_does_no_harm() -> None:
    assert resolve(wall("2026-06-01", "09:00", fold=1), NOW) == datetime(2026, 6, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (wall("2026-02-30", "10:00"), ImpossibleDate),
        (wall("next Monday", "10:00"), ImpossibleDate),
        (wall("2026-06-01", "25:00"), ImpossibleClock),
        (wall("2026-06-01", "10:00+02:00"), ImpossibleClock),
        (wall("2026-06-01", "10:00", "Europe/Nowhere"), UnknownZone),
        (wall("2026-06-01", "10:00", "../../etc/passwd"), UnknownZone),
        (wall("2026-01-15", "13:00"), TimeInPast),
        (wall("0001-01-01", "00:00", "Asia/Tokyo"), TimeInPast),
        (wall("2062-06-01", "10:00"), TimeTooFar),
        (wall("9999-12-31", "23:59", "America/New_York"), TimeTooFar),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(asked: WallTime, refusal: type[FairviewError]) -> None:
    with pytest.raises(refusal) as error:
        resolve(asked, NOW)
    assert error.value.params["field"] in {"date", "time", "zone"}
