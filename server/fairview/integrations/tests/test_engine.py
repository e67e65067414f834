from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.integrations.engine import known_names, meaning_of, plain_name, time_us, within_session
from fairview.integrations.errors import EventTimeUnreadable, EventUnknown, ObjectMissing
from fairview.kit.clock import as_us

NOON_US = as_us(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
NOON = NOON_US // 1_000_000


@pytest.mark.parametrize("name", ["FOCUS_LOST", "focusLost", "focus-lost", "Focus lost", " focus_lost "])
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    assert meaning_of(name).rule == "look_away"


@pytest.mark.parametrize(
    ("name", "label", "rule"),
    [
        ("NO_FACE", "", "absence"),
        ("MULTIPLE_FACES", "", "several_faces"),
        ("EYE_CLOSURE", "", "eyes_closed"),
        ("SUSPICIOUS_OBJECT", "cell phone", "phone"),
        ("SUSPICIOUS_OBJECT", "Book", "book"),
        ("SUSPICIOUS_OBJECT", "laptop", "device"),
        ("suspicious_object", "samovar", "device"),
        ("phone_detected", "", "phone"),
        ("focus_restored", "", None),
    ],
)
def test_the_words_of_others_are_ours(name: str, label: str, rule: str | None) -> None:
    assert meaning_of(name, label).rule == rule


def test_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(EventUnknown, match=r"no event named SNEEZED.*focus_lost"):
        meaning_of("SNEEZED")


def test_an_object_without_a_name_is_asked_for_it() -> None:
    with pytest.raises(ObjectMissing):
        meaning_of("SUSPICIOUS_OBJECT")


@given(st.sampled_from(known_names()))
def test_names_stay_themselves(name: str) -> None:
    assert plain_name(name) == plain_name(name.upper()) == name


@pytest.mark.parametrize(
    "time",
    [
        "2026-11-21T12:00:00Z",
        "2026-11-21T13:00:00+01:00",
        "2026-11-21 12:00:00",
        NOON,
        NOON * 1_000,
        str(NOON * 1_000),
        float(NOON),
    ],
)
def test_times_as_programs_write_them(time: str | float) -> None:
    assert time_us(time) == NOON_US


@pytest.mark.parametrize("time", ["noon", "", "2026-13-01", float("inf"), 1e300])
def test_what_is_no_time_is_refused(time: str | float) -> None:
    with pytest.raises(EventTimeUnreadable):
        time_us(time)


@given(st.integers(-(10**15), 10**16) | st.none())
def test_an_entry_lies_within_its_session(claimed_us: int | None) -> None:
    assert NOON_US <= within_session(claimed_us, NOON_US, NOON_US + 60_000_000) <= NOON_US + 60_000_000
