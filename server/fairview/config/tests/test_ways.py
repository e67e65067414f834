"""The settings of mail and SMS: what they come to, and what stops the start."""

import pytest
from django.core.mail import get_connection
from pytest_django.fixtures import Settings

from fairview.config.mail import KEYS_OF_PROVIDERS, NEEDED_OPTIONS, MailProvider, MailServer, mail_settings
from fairview.config.sms import TWILIO, sms_settings


def test_without_settings_there_is_no_way() -> None:
    assert mail_settings("") is None
    assert sms_settings("", "", "") is None


def test_a_mail_server() -> None:
    server = mail_settings("smtp+starttls://me:p%40ss@mail.example.org")
    assert server == MailServer("mail.example.org", 587, "me", "p@ss", starttls=True, tls=False)
    assert str(server) == "mail.example.org:587"


def test_options_become_settings_of_the_provider() -> None:
    provider = mail_settings("", "mailgun", "key-1", ["sender_domain=mg.example.org"])
    assert isinstance(provider, MailProvider)
    assert provider.backend == "anymail.backends.mailgun.EmailBackend"
    assert provider.settings["MAILGUN_API_KEY"] == "key-1"
    assert provider.settings["MAILGUN_SENDER_DOMAIN"] == "mg.example.org"


@pytest.mark.filterwarnings("ignore:django-anymail has dropped")
@pytest.mark.parametrize("name", sorted(set(KEYS_OF_PROVIDERS) - {"amazon_ses"}))
def test_every_provider_can_be_opened(name: str, settings: Settings) -> None:
    options = [f"{option}=https://api.example.org" for option in NEEDED_OPTIONS.get(name, [])]
    provider = mail_settings("", name, "a-key", options)
    assert isinstance(provider, MailProvider)
    settings.ANYMAIL = provider.settings
    assert get_connection(provider.backend).open()


@pytest.mark.parametrize(
    ("url", "provider", "key", "options", "problem"),
    [
        ("mail.example.org", "", "", [], "must look like smtp"),
        ("smtp://mail", "sendgrid", "k", [], "not both"),
        ("", "pigeon", "k", [], "must be one of"),
        ("", "sendgrid", "", [], "FAIRVIEW_MAIL_KEY"),
        ("", "sendgrid", "k", ["api_url"], "name=value"),
        ("", "mailjet", "k", [], "api_key"),
        ("", "amazon_ses", "k", ["region=eu-west-1"], "access_key_id"),
    ],
)
def test_half_a_way_of_mail_stops_the_start(
    url: str, provider: str, key: str, options: list[str], problem: str
) -> None:
    with pytest.raises(SystemExit, match=problem):
        mail_settings(url, provider, key, options)


def test_an_sms_account() -> None:
    account = sms_settings("AC1", "secret", "Fairview")
    assert account and account.api == TWILIO


def test_half_an_sms_account_stops_the_start() -> None:
    with pytest.raises(SystemExit, match="FAIRVIEW_TWILIO_TOKEN and FAIRVIEW_TWILIO_FROM"):
        sms_settings("AC1", "", "")
