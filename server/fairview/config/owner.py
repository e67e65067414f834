"""The first owner: without the demo, an empty desk gets an organisation and one account that can sign in."""

import secrets

from django.conf import settings

from fairview.accounts.public import NewPerson, Organisation, create_organisation
from fairview.kit.addresses import is_address
from fairview.kit.languages import LOCALES, Locale, chosen_locale


def create_first_owner() -> str:
    """Make both unless there is an organisation already. Returns how to sign in, in words; nothing at later
    starts, for the password is kept as a hash alone."""
    if Organisation.objects.exists():
        return ""
    email, password = owner_email(), secrets.token_urlsafe(12)
    owner = NewPerson("Owner", email, password, settings.ORGANISATION_ZONE)
    create_organisation(settings.ORGANISATION_NAME, settings.ORGANISATION_ZONE, owner, language())
    return "\n".join(
        [
            f"{settings.ORGANISATION_NAME} has its first account, the owner's.",
            f"Sign in as {email} with the password {password}",
            "It is shown this once: write it down.",
        ]
    )


def owner_email() -> str:
    """FAIRVIEW_OWNER_EMAIL (a wrong one stops the start with a sentence), or `owner@` the origin's host."""
    if not settings.OWNER_EMAIL:
        email = f"owner@{settings.ORIGIN_HOST}"
        return email if is_address(email) else "owner@example.org"
    if not is_address(settings.OWNER_EMAIL):
        raise SystemExit(f"FAIRVIEW_OWNER_EMAIL must be an e-mail address, not {settings.OWNER_EMAIL!r}.")
    return settings.OWNER_EMAIL


def language() -> Locale:
    """FAIRVIEW_LANGUAGE; one that is not ours stops the start with a sentence."""
    locale = chosen_locale(settings.ORGANISATION_LANGUAGE)
    if locale is None:
        ours, said = ", ".join(LOCALES), settings.ORGANISATION_LANGUAGE
        raise SystemExit(f"FAIRVIEW_LANGUAGE must be one of {ours}, not {said!r}.")
    return locale
