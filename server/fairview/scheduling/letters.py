"""Letters about an interview, in plain text and HTML, in the reader's language: the candidate's come with a
calendar file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import dateformat
from django.utils.translation import get_language, gettext, override

from fairview.accounts.public import User
from fairview.kit.languages import enumerated, locale_of
from fairview.notifications.public import send_email
from fairview.scheduling.calendars import calendar_file, cancelled_calendar_file
from fairview.scheduling.engine import offset_text
from fairview.scheduling.models import Interview

Occasion = Literal["first", "again", "changed"]


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str
    calendar: bytes | None


@dataclass(frozen=True)
class ShownTime:
    """One instant as a wall shows it: `Thursday 26 November 2026`, `14:30`, `Europe/Berlin`, `UTC+01:00`."""

    day: str
    clock: str
    zone: str
    offset: str

    @property
    def place(self) -> str:
        """Whose clocks show it; those of UTC need no offset."""
        return self.zone if self.zone == "UTC" else f"{self.zone}, {self.offset}"


def invitation_letter(interview: Interview, token: str, occasion: Occasion) -> Letter:
    with override(interview.locale):
        link = link_of(token)
        words = {"title": interview.title, "organisation": interview.organisation.name}
        subject = {
            "first": gettext("Your interview with %(organisation)s: %(title)s"),
            "again": gettext("A new link for your interview with %(organisation)s: %(title)s"),
            "changed": gettext("Changed: your interview with %(organisation)s: %(title)s"),
        }[occasion] % words
        facts = {"occasion": occasion, "link": link, **_facts(interview)}
        return _letter("invitation", subject, facts, calendar_file(interview, link))


def cancellation_letter(interview: Interview) -> Letter:
    with override(interview.locale):
        words = {"title": interview.title, "organisation": interview.organisation.name}
        subject = gettext("Cancelled: your interview with %(organisation)s: %(title)s") % words
        return _letter("cancellation", subject, _facts(interview), cancelled_calendar_file(interview))


def reminder_letter(interview: Interview, token: str, now: datetime) -> Letter:
    """For the candidate, with a further link of the same invitation."""
    with override(interview.locale):
        link, zone = link_of(token), interview.candidate.zone
        subject = (
            gettext("Today at %(clock)s: your interview with %(organisation)s")
            if _is_same_day(interview.starts_at, now, zone)
            else gettext("Tomorrow at %(clock)s: your interview with %(organisation)s")
        ) % {
            "clock": shown_time(interview.starts_at, zone).clock,
            "organisation": interview.organisation.name,
        }
        has_agreed = interview.live_consent is not None
        facts = {"link": link, "has_agreed": has_agreed, **_facts(interview)}
        return _letter("reminder", subject, facts, calendar_file(interview, link))


def panel_reminder_letter(interview: Interview, user: User, now: datetime) -> Letter:
    """For one of the panel."""
    with override(locale_of(user.locale, interview.organisation.locale)):
        candidate = interview.candidate
        subject = (
            gettext("Today at %(clock)s: interview with %(candidate)s")
            if _is_same_day(interview.starts_at, now, user.zone)
            else gettext("Tomorrow at %(clock)s: interview with %(candidate)s")
        ) % {"clock": shown_time(interview.starts_at, user.zone).clock, "candidate": candidate.name}
        return _letter("panel_reminder", subject, _facts_for(user, interview), None)


def need_letter(interview: Interview) -> Letter:
    """For whoever planned it: that the candidate asks something, and where to read it. What they wrote may
    tell of their health and is not sent by mail."""
    user, candidate = interview.created_by, interview.candidate
    with override(locale_of(user.locale, interview.organisation.locale)):
        subject = gettext("%(candidate)s asks something about the interview: %(title)s") % {
            "candidate": candidate.name,
            "title": interview.title,
        }
        return _letter("need", subject, _facts_for(user, interview), None)


def need_answer_letter(interview: Interview, answer: str) -> Letter:
    """For the candidate, in the words of whoever answers."""
    with override(interview.locale):
        subject = gettext("An answer to your message to %(organisation)s") % {
            "organisation": interview.organisation.name
        }
        return _letter("need_answer", subject, {**_facts(interview), "answer": answer}, None)


def _is_same_day(one: datetime, other: datetime, zone: str) -> bool:
    return one.astimezone(ZoneInfo(zone)).date() == other.astimezone(ZoneInfo(zone)).date()


def link_of(token: str) -> str:
    """Where a token leads."""
    return f"{settings.ORIGIN}/i/{token}"


def send_letter(
    interview: Interview, to: str, letter: Letter, reference: str, expires_at: datetime | None = None
) -> UUID:
    """Hand it to the post, inside the caller's transaction. Returns the message's id."""
    return send_email(
        interview.organisation_id,
        to,
        letter.subject,
        letter.text,
        letter.html,
        letter.calendar,
        reference=reference,
        expires_at=expires_at,
    )


def _letter(name: str, subject: str, facts: dict[str, Any], calendar: bytes | None) -> Letter:
    context = {"subject": subject, **facts}
    return Letter(
        subject=subject,
        text=render_to_string(f"scheduling/{name}.txt", context).strip() + "\n",
        html=render_to_string(f"scheduling/{name}.html", context),
        calendar=calendar,
    )


def _facts(interview: Interview) -> dict[str, Any]:
    people = [seat.user.name for seat in interview.panel.all()]
    return {
        "name": interview.candidate.name,
        "organisation": interview.organisation.name,
        "title": interview.title,
        "minutes": interview.minutes,
        "people": enumerated(people, locale_of(get_language())),
        "times": shown_times(interview, interview.candidate.zone, "UTC", interview.zone),
    }


def _facts_for(user: User, interview: Interview) -> dict[str, Any]:
    """What one of the organisation reads, on their own clock and the candidate's."""
    candidate = interview.candidate
    return {
        **_facts(interview),
        "name": user.name,
        "candidate": candidate.name,
        "link": f"{settings.ORIGIN}/interviews/{interview.id}",
        "times": shown_times(interview, user.zone, candidate.zone),
    }


def shown_times(interview: Interview, *zones: str) -> list[ShownTime]:
    """The start in these zones, the reader's own first; each zone once."""
    return [shown_time(interview.starts_at, zone) for zone in dict.fromkeys(zones)]


def shown_time(at: datetime, zone: str) -> ShownTime:
    """One instant as the clocks of one zone show it."""
    local = at.astimezone(ZoneInfo(zone))
    return ShownTime(
        day=dateformat.format(local, gettext("l j F Y")),
        clock=local.strftime("%H:%M"),
        zone=zone.replace("_", " "),
        offset=f"UTC{offset_text(local)}",
    )
