from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from fairview.scheduling.bookings import Booking, Diary, PersonBooked

NOON = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)
CANDIDATES = [PersonBooked(UUID(int=number), f"C{number}") for number in range(4)]
PANEL = [PersonBooked(UUID(int=100 + number), f"P{number}") for number in range(4)]


@st.composite
def bookings(draw: st.DrawFn) -> Booking:
    starts_at = NOON + timedelta(minutes=draw(st.integers(0, 3 * 24 * 60)))
    length = timedelta(minutes=draw(st.integers(5, 480)))
    panel = draw(st.lists(st.sampled_from(PANEL), min_size=1, max_size=3, unique=True))
    return Booking(starts_at, starts_at + length, draw(st.sampled_from(CANDIDATES)), tuple(panel))


def overlap(one: Booking, other: Booking) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


@given(st.lists(bookings(), min_size=1, max_size=25))
def test_everyone_who_is_wanted_twice_at_once_is_found_and_nobody_else(planned: list[Booking]) -> None:
    diary = Diary(planned)
    for wanted in planned:
        found = {(clash.person.id, id(clash.other)) for clash in diary.clashes(wanted)}
        people = {wanted.candidate.id, *(one.id for one in wanted.interviewers)}
        assert found == {
            (person, id(other))
            for other in planned
            if other is not wanted and overlap(one=wanted, other=other)
            for person in people & {other.candidate.id, *(one.id for one in other.interviewers)}
        }


@given(bookings(), st.integers(5, 480))
def test_talks_may_touch(first: Booking, minutes: int) -> None:
    following = Booking(
        first.ends_at, first.ends_at + timedelta(minutes=minutes), first.candidate, first.interviewers
    )
    assert Diary([first, following]).clashes(following) == []
