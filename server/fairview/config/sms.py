"""The way of text messages: one account with Twilio, or with whom speaks its Messages API."""

from dataclasses import dataclass

TWILIO = "https://api.twilio.com"


@dataclass(frozen=True)
class SmsAccount:
    """`sender` is a number, a name, or the id of a messaging service (MG…)."""

    sid: str
    token: str
    sender: str
    api: str


def sms_settings(sid: str, token: str, sender: str, api: str = "") -> SmsAccount | None:
    """None where nothing is set; a half of it stops the start with a sentence."""
    parts = {"FAIRVIEW_TWILIO_SID": sid, "FAIRVIEW_TWILIO_TOKEN": token, "FAIRVIEW_TWILIO_FROM": sender}
    if not any(parts.values()):
        return None
    missing = [name for name, value in parts.items() if not value]
    if missing:
        raise SystemExit(f"For text messages, {' and '.join(missing)} must be set too.")
    return SmsAccount(sid=sid, token=token, sender=sender, api=(api or TWILIO).rstrip("/"))
