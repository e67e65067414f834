"""An empty desk gets one account, and its password is told once."""

import re

import pytest
from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.accounts.public import Organisation, User
from fairview.config.owner import create_first_owner

pytestmark = pytest.mark.django_db
LOGIN = "/_allauth/browser/v1/auth/login"


def told_sign_in() -> dict[str, str]:
    found = re.search(r"Sign in as (\S+) with the password (\S+)", create_first_owner())
    assert found
    return {"email": found[1], "password": found[2]}


def test_the_owner_of_an_empty_desk_can_sign_in(settings: Settings) -> None:
    settings.ORIGIN_HOST = "interviews.example.org"
    settings.ORGANISATION_NAME = "Linden"
    browser, sign_in = Browser(), told_sign_in()
    assert sign_in["email"] == "owner@interviews.example.org"
    assert browser.post(LOGIN, sign_in).status_code == 200
    me = browser.get("/api/me").json()
    assert (me["role"], me["organisation"]["name"]) == ("owner", "Linden")
    assert sign_in["password"] not in User.objects.get().password


def test_it_is_made_and_told_once() -> None:
    told_sign_in()
    assert create_first_owner() == ""
    assert (Organisation.objects.count(), User.objects.count()) == (1, 1)


def test_where_there_is_an_organisation_nothing_is_made(people: People) -> None:
    before = User.objects.count()
    assert create_first_owner() == ""
    assert User.objects.count() == before


def test_the_address_can_be_chosen(settings: Settings) -> None:
    settings.OWNER_EMAIL = "Olu@Linden.example"
    assert told_sign_in()["email"] == "Olu@Linden.example"
    assert User.objects.get().email == "olu@linden.example"


def test_a_host_that_is_no_mail_domain_still_gives_an_address(settings: Settings) -> None:
    settings.ORIGIN_HOST = "192.0.2.7"
    assert told_sign_in()["email"] == "owner@example.org"


def test_a_wrong_address_is_named_before_anything_is_made(settings: Settings) -> None:
    settings.OWNER_EMAIL = "olu at linden"
    with pytest.raises(SystemExit, match="FAIRVIEW_OWNER_EMAIL"):
        create_first_owner()
    assert not Organisation.objects.exists()


def test_the_language_of_letters_can_be_chosen(settings: Settings) -> None:
    settings.ORGANISATION_LANGUAGE = "de"
    told_sign_in()
    assert Organisation.objects.get().locale == "de"


def test_a_language_that_is_not_ours_is_named_before_anything_is_made(settings: Settings) -> None:
    settings.ORGANISATION_LANGUAGE = "Deutsch"
    with pytest.raises(SystemExit, match="FAIRVIEW_LANGUAGE must be one of en, de, ar"):
        create_first_owner()
    assert not Organisation.objects.exists()
