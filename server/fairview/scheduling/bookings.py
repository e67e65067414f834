"""Who is taken when: talks as the time that they take of people, and where two of them want the same person.

Pure. Times are instants, so it does not matter on whose clock each talk was planned.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

LONGEST_TALK = timedelta(hours=8)


@dataclass(frozen=True)
class PersonBooked:
    id: UUID
    name: str


@dataclass(frozen=True)
class Booking:
    """One talk, of at most `LONGEST_TALK`. `interview_id` is None while it is only being planned."""

    starts_at: datetime
    ends_at: datetime
    candidate: PersonBooked
    interviewers: tuple[PersonBooked, ...]
    interview_id: UUID | None = None


@dataclass(frozen=True)
class Clash:
    """A person of one booking whom `other` wants at the same time."""

    role: Literal["interviewer", "candidate"]
    person: PersonBooked
    other: Booking


class Diary:
    """Bookings by person, each person's in order of time."""

    def __init__(self, bookings: Sequence[Booking]) -> None:
        self.by_person: dict[UUID, list[Booking]] = defaultdict(list)
        for booking in sorted(bookings, key=lambda one: one.starts_at):
            for person in (booking.candidate, *booking.interviewers):
                self.by_person[person.id].append(booking)

    def clashes(self, wanted: Booking) -> list[Clash]:
        """Whom the wanted booking would take twice; itself does not count. Talks may touch."""
        found = [
            Clash("interviewer", person, other)
            for person in wanted.interviewers
            for other in self._taken(person, wanted)
        ]
        return found + [
            Clash("candidate", wanted.candidate, other) for other in self._taken(wanted.candidate, wanted)
        ]

    def _taken(self, person: PersonBooked, wanted: Booking) -> list[Booking]:
        booked = self.by_person.get(person.id, [])
        first = bisect_right(booked, wanted.starts_at - LONGEST_TALK, key=lambda one: one.starts_at)
        end = bisect_left(booked, wanted.ends_at, key=lambda one: one.starts_at)
        return [one for one in booked[first:end] if one.ends_at > wanted.starts_at and one is not wanted]
