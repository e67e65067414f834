"""One message to the mail server, and what its refusals mean."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from icalendar import Calendar

from fairview.notifications.errors import (
    DeliveryProblem,
    MailServerBusy,
    MailServerDiffers,
    MailServerRefusedLogin,
    MailServerRefusedMessage,
    MailServerUnreachable,
    RecipientRefused,
)
from fairview.notifications.models import Message

PERMANENT = range(500, 600)


def transmit(message: Message) -> None:
    """Hand the message to the mail server; raises the `DeliveryProblem` that it met."""
    try:
        compose(message).send()
    except smtplib.SMTPRecipientsRefused as error:
        code, answer = next(iter(error.recipients.values()))
        raise (RecipientRefused if code in PERMANENT else MailServerBusy)(readable(code, answer)) from error
    except smtplib.SMTPConnectError as error:
        raise MailServerUnreachable(readable(error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPResponseException as error:
        raise refusal(error) from error
    except smtplib.SMTPNotSupportedError as error:
        raise MailServerDiffers(str(error)) from error
    except OSError as error:
        raise MailServerUnreachable(str(error)) from error


def refusal(error: smtplib.SMTPResponseException) -> DeliveryProblem:
    answer = readable(error.smtp_code, error.smtp_error)
    if error.smtp_code not in PERMANENT:
        return MailServerBusy(answer)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return MailServerRefusedLogin(answer)
    return MailServerRefusedMessage(answer)


def readable(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {text}"


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
