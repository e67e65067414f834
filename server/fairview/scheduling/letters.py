"""What a candidate reads about their interview: a letter in plain text and HTML, with a calendar file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import dateformat
from django.utils.translation import gettext

from fairview.scheduling.calendars import calendar_file, cancelled_calendar_file
from fairview.scheduling.engine import offset_text
from fairview.scheduling.models import Interview

Occasion = Literal["first", "again", "changed"]


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str
    calendar: bytes


@dataclass(frozen=True)
class ShownTime:
    """One instant as a wall shows it: `Thursday 26 November 2026`, `14:30`, `Europe/Berlin`, `UTC+01:00`."""

    day: str
    clock: str
    zone: str
    offset: str


def invitation_letter(interview: Interview, token: str, occasion: Occasion) -> Letter:
    link = f"{settings.ORIGIN}/i/{token}"
    words = {"title": interview.title, "organisation": interview.organisation.name}
    subject = {
        "first": gettext("Your interview with %(organisation)s: %(title)s"),
        "again": gettext("A new link for your interview with %(organisation)s: %(title)s"),
        "changed": gettext("Changed: your interview with %(organisation)s: %(title)s"),
    }[occasion] % words
    facts = {"occasion": occasion, "link": link, **_facts(interview)}
    return _letter("invitation", subject, facts, calendar_file(interview, link))


def cancellation_letter(interview: Interview) -> Letter:
    words = {"title": interview.title, "organisation": interview.organisation.name}
    subject = gettext("Cancelled: your interview with %(organisation)s: %(title)s") % words
    return _letter("cancellation", subject, _facts(interview), cancelled_calendar_file(interview))


def _letter(name: str, subject: str, facts: dict[str, Any], calendar: bytes) -> Letter:
    context = {"subject": subject, **facts}
    return Letter(
        subject=subject,
        text=render_to_string(f"scheduling/{name}.txt", context).strip() + "\n",
        html=render_to_string(f"scheduling/{name}.html", context),
        calendar=calendar,
    )


def _facts(interview: Interview) -> dict[str, Any]:
    return {
        "name": interview.candidate.name,
        "organisation": interview.organisation.name,
        "title": interview.title,
        "minutes": interview.minutes,
        "interviewers": [seat.user.name for seat in interview.panel.select_related("user")],
        "times": shown_times(interview),
    }


def shown_times(interview: Interview) -> list[ShownTime]:
    """The start for the candidate first, then in UTC and where the interviewers are; each zone once."""
    zones = dict.fromkeys([interview.candidate.zone, "UTC", interview.zone])
    return [_shown(interview.starts_at, zone) for zone in zones]


def _shown(at: datetime, zone: str) -> ShownTime:
    local = at.astimezone(ZoneInfo(zone))
    return ShownTime(
        day=dateformat.format(local, gettext("l j F Y")),
        clock=local.strftime("%H:%M"),
        zone=zone.replace("_", " "),
        offset=f"UTC{offset_text(local)}",
    )
