"""The way of letters: a mail server, or the web service of a provider."""

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote, urlsplit

DEFAULT_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
TIMEOUT_S = 20

KEYS_OF_PROVIDERS = {
    "amazon_ses": "secret_access_key",
    "brevo": "api_key",
    "mailersend": "api_token",
    "mailgun": "api_key",
    "mailjet": "secret_key",
    "mailtrap": "api_token",
    "mandrill": "api_key",
    "postal": "api_key",
    "postmark": "server_token",
    "resend": "api_key",
    "scaleway": "secret_key",
    "sendgrid": "api_key",
    "sparkpost": "api_key",
    "unisender_go": "api_key",
}
"""What anymail calls the secret of each."""
NEEDED_OPTIONS = {
    "amazon_ses": ["region", "access_key_id"],
    "mailjet": ["api_key"],
    "postal": ["api_url"],
    "scaleway": ["project_id"],
    "unisender_go": ["api_url"],
}

COMMON: dict[str, Any] = {
    "REQUESTS_TIMEOUT": TIMEOUT_S,
    "SEND_DEFAULTS": {"track_clicks": False, "track_opens": False},
    "IGNORE_UNSUPPORTED_FEATURES": True,
}
"""Nobody is followed through links or pictures. Few providers take a calendar as a part of the letter; with
the others it is only the file."""


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True)
class MailProvider:
    """A provider by anymail's name, with the settings of anymail's that it is spoken to with."""

    name: str
    settings: dict[str, Any]

    @property
    def backend(self) -> str:
        return f"anymail.backends.{self.name}.EmailBackend"

    def __str__(self) -> str:
        return f"the provider {self.name}"


def mail_settings(
    url: str, provider: str = "", key: str = "", options: list[str] | None = None
) -> MailServer | MailProvider | None:
    """None where neither is set; what cannot work stops the start with a sentence."""
    if url and provider:
        raise SystemExit("Set FAIRVIEW_SMTP_URL or FAIRVIEW_MAIL_PROVIDER, not both.")
    if provider:
        return _provider(provider, key, dict(_option(word) for word in options or []))
    return _server(url) if url else None


def _server(url: str) -> MailServer:
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


def _option(word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not (name and equals and value):
        raise SystemExit(f"FAIRVIEW_MAIL_OPTIONS must be name=value, separated by commas; {word!r} is not.")
    return name.strip().lower(), value.strip()


def _provider(name: str, key: str, options: dict[str, str]) -> MailProvider:
    if name not in KEYS_OF_PROVIDERS:
        raise SystemExit(f"FAIRVIEW_MAIL_PROVIDER must be one of {', '.join(KEYS_OF_PROVIDERS)}.")
    if not key:
        raise SystemExit(f"FAIRVIEW_MAIL_KEY must hold the key for {name}.")
    missing = [option for option in NEEDED_OPTIONS.get(name, []) if option not in options]
    if missing:
        raise SystemExit(f"FAIRVIEW_MAIL_OPTIONS must name {' and '.join(missing)} for {name}.")
    known = {KEYS_OF_PROVIDERS[name]: key, **options}
    return MailProvider(name, _amazon(known) if name == "amazon_ses" else _by_name(name, known))


def _by_name(provider: str, known: dict[str, str]) -> dict[str, Any]:
    named = {f"{provider}_{option}".upper(): value for option, value in known.items()}
    return {**named, **COMMON}


def _amazon(known: dict[str, str]) -> dict[str, Any]:
    if find_spec("boto3") is None:
        raise SystemExit(
            "For amazon_ses, install the package boto3, or set its SMTP address as FAIRVIEW_SMTP_URL instead."
        )
    client = {
        "aws_access_key_id": known["access_key_id"],
        "aws_secret_access_key": known["secret_access_key"],
        "region_name": known["region"],
    }
    return {"AMAZON_SES_CLIENT_PARAMS": client, **COMMON}
