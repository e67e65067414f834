"""The mail server, from one address: smtp://user:password@host:25, smtp+starttls://…:587, smtps://…:465."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

DEFAULT_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool


def mail_settings(url: str) -> MailServer | None:
    """None for an empty address; a wrong one stops the start with a sentence."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise SystemExit(
            "FAIRVIEW_SMTP_URL must look like smtp+starttls://user:password@mail.example.org:587 "
            "(schemes: smtp, smtp+starttls, smtps)."
        )
    return MailServer(
        host=parts.hostname,
        port=parts.port or DEFAULT_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )
