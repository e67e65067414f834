"""Talks that would want one person twice: found among what is planned, and said in words."""

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from fairview.accounts.public import Organisation
from fairview.kit.errors import FairviewError
from fairview.scheduling.bookings import LONGEST_TALK, Booking, Clash, Diary, PersonBooked
from fairview.scheduling.errors import CandidateBusy, InterviewerBusy
from fairview.scheduling.models import Interview


def hold_plans(organisation_id: UUID) -> None:
    """Let nobody else plan here until the transaction ends: what was found free stays free until it is
    taken."""
    Organisation.objects.select_for_update(no_key=True).get(id=organisation_id)


def standing_bookings(
    organisation_id: UUID, wanted: Sequence[Booking], besides: UUID | None = None
) -> list[Booking]:
    """What already stands in the time of the wanted ones, but for the interview `besides`."""
    if not wanted:
        return []
    standing = Interview.objects.for_card().filter(
        organisation_id=organisation_id,
        cancelled_at=None,
        ended_at=None,
        starts_at__gt=min(one.starts_at for one in wanted) - LONGEST_TALK,
        starts_at__lt=max(one.ends_at for one in wanted),
    )
    return [booking_of(interview) for interview in standing if interview.id != besides]


def booking_of(interview: Interview) -> Booking:
    """Of an interview that was read with `for_card`."""
    return Booking(
        starts_at=interview.starts_at,
        ends_at=interview.ends_at,
        candidate=PersonBooked(interview.candidate_id, interview.candidate.name),
        interviewers=tuple(PersonBooked(seat.user_id, seat.user.name) for seat in interview.panel.all()),
        interview_id=interview.id,
    )


def refuse_clash(interview: Interview) -> None:
    """Raises `InterviewerBusy` or `CandidateBusy` for the first person whom the interview takes twice."""
    (fresh,) = Interview.objects.for_card().filter(id=interview.id)
    wanted = booking_of(fresh)
    standing = standing_bookings(interview.organisation_id, [wanted], besides=interview.id)
    for clash in Diary(standing).clashes(wanted):
        raise in_words(clash, interview.zone)


def in_words(clash: Clash, zone: str) -> FairviewError:
    """The clash as an error, with times as the clocks of `zone` show them."""
    starts, ends = (at.astimezone(ZoneInfo(zone)) for at in (clash.other.starts_at, clash.other.ends_at))
    when = {
        "date": f"{starts:%Y-%m-%d}",
        "from_time": f"{starts:%H:%M}",
        "until_time": f"{ends:%H:%M}",
        "zone": zone,
        "interview_id": str(clash.other.interview_id or ""),
    }
    if clash.role == "candidate":
        return CandidateBusy(candidate=clash.person.name, **when)
    return InterviewerBusy(interviewer=clash.person.name, candidate=clash.other.candidate.name, **when)
