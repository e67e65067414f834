"""A message as the letter that leaves."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from icalendar import Calendar

from fairview.notifications.models import Message


def compose(message: Message) -> EmailMultiAlternatives:
    """The calendar goes in twice: as an alternative, which calendars act on, and as a file to open."""
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.to],
        headers={
            "Message-ID": f"<{message.id}@{settings.ORIGIN_HOST}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.attach_alternative(message.html, "text/html")
    if message.calendar:
        calendar = bytes(message.calendar).decode()
        method = Calendar.from_ical(calendar)["METHOD"]
        mail.attach_alternative(calendar, f"text/calendar; method={method}")
        mail.attach("invitation.ics", calendar, "application/ics")
    return mail
