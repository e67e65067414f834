"""What the desk knows of a held interview, in the words of the report."""

from fairview.kit.clock import as_us
from fairview.reports.contracts import ReportConsent, ReportFacts, ReportPerson
from fairview.rooms.public import RoomSession


def facts_of(room: RoomSession) -> ReportFacts:
    interview = room.interview
    candidate = interview.candidate
    panel = interview.panel.select_related("user").order_by("user__name", "user_id")
    return ReportFacts(
        room_session=str(room.id),
        interview=str(interview.id),
        organisation=interview.organisation.name,
        title=interview.title,
        zone=interview.zone,
        scheduled_us=as_us(interview.starts_at),
        minutes=interview.minutes,
        candidate=ReportPerson(name=candidate.name, email=candidate.email),
        interviewers=[ReportPerson(name=seat.user.name, email=seat.user.email) for seat in panel],
        consent=_newest_consent(room),
    )


def _newest_consent(room: RoomSession) -> ReportConsent | None:
    consent = room.interview.consents.order_by("-given_at", "-id").first()
    if consent is None:
        return None
    return ReportConsent(
        given_us=as_us(consent.given_at),
        withdrawn_us=None if consent.withdrawn_at is None else as_us(consent.withdrawn_at),
        observation=consent.observation,
        text_version=consent.text_version,
        further=consent.further,
    )
