"""What a candidate reads on their telephone: one line, in their own language and zone, with their link."""

from datetime import datetime

from django.utils.translation import gettext, override

from fairview.candidates.public import Candidate
from fairview.notifications.public import NumberUnusable, dialable, send_sms, sms_is_configured
from fairview.scheduling.letters import Occasion, link_of, shown_time
from fairview.scheduling.models import Interview


def can_text(candidate: Candidate) -> bool:
    """Whether text messages leave this installation, and the candidate has a number to write to."""
    if not candidate.phone or not sms_is_configured():
        return False
    try:
        dialable(candidate.phone)
    except NumberUnusable:
        return False
    return True


def text_candidate(interview: Interview, text: str, reference: str, expires_at: datetime) -> None:
    """Beside the letter, where `can_text`; nothing otherwise."""
    if can_text(interview.candidate):
        send_sms(interview.organisation_id, interview.candidate.phone, text, reference, expires_at)


def invitation_text(interview: Interview, token: str, occasion: Occasion) -> str:
    with override(interview.locale):
        words = {
            "first": gettext("%(organisation)s: your interview is on %(when)s. Your link: %(link)s"),
            "again": gettext("%(organisation)s: a new link for your interview on %(when)s: %(link)s"),
            "changed": gettext("%(organisation)s: your interview has changed. It is on %(when)s: %(link)s"),
        }[occasion]
        return words % {**_facts(interview), "link": link_of(token)}


def reminder_text(interview: Interview, token: str) -> str:
    with override(interview.locale):
        words = gettext("%(organisation)s: a reminder of your interview on %(when)s. Your link: %(link)s")
        return words % {**_facts(interview), "link": link_of(token)}


def cancellation_text(interview: Interview) -> str:
    with override(interview.locale):
        words = gettext("%(organisation)s: your interview on %(when)s will not take place.")
        return words % _facts(interview)


def _facts(interview: Interview) -> dict[str, str]:
    time = shown_time(interview.starts_at, interview.candidate.zone)
    return {
        "organisation": interview.organisation.name,
        "when": gettext("%(day)s, %(clock)s (%(zone)s)")
        % {"day": time.day, "clock": time.clock, "zone": time.zone},
    }
