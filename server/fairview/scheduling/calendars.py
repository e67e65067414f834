"""The .ics file of an interview (RFC 5545, RFC 5546): calendars know it by its id, whatever changes."""

from datetime import timedelta
from email.utils import parseaddr
from typing import Literal

from django.conf import settings
from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from fairview.kit.clock import utc_now
from fairview.scheduling.models import Interview

REMIND_BEFORE = timedelta(minutes=15)


def calendar_file(interview: Interview, link: str) -> bytes:
    """Puts the interview into a calendar, or moves it there."""
    event = _event(interview, "CONFIRMED")
    event.add("url", link)
    event.add("location", link)
    event.add_component(_reminder(interview))
    return _file("REQUEST", event)


def cancelled_calendar_file(interview: Interview) -> bytes:
    """Takes the interview out of a calendar."""
    return _file("CANCEL", _event(interview, "CANCELLED"))


def _file(method: Literal["REQUEST", "CANCEL"], event: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Fairview//Interviews//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(interview: Interview, status: Literal["CONFIRMED", "CANCELLED"]) -> Event:
    event = Event()
    event.add("uid", f"{interview.id}@{settings.ORIGIN_HOST}")
    event.add("sequence", interview.sequence)
    event.add("dtstamp", utc_now())
    event.add("dtstart", interview.starts_at)
    event.add("dtend", interview.ends_at)
    event.add("summary", f"{interview.title} · {interview.organisation.name}")
    event.add("status", status)
    sender = parseaddr(settings.MAIL_FROM)[1]
    event.add("organizer", _address(sender, interview.organisation.name), encode=False)
    event.add("attendee", _address(interview.candidate.email, interview.candidate.name), encode=False)
    return event


def _address(email: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = vText(name)
    return address


def _reminder(interview: Interview) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", interview.title)
    alarm.add("trigger", -REMIND_BEFORE)
    return alarm
