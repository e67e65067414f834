import time
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from pytest_django.fixtures import Settings
from tests.people import PASSWORD, Browser, People

from fairview.accounts.middleware import LAST_SEEN_AT, SIGNED_IN_AT
from fairview.audit.models import AuditEntry

LOGIN = "/_allauth/browser/v1/auth/login"
SESSION = "/_allauth/browser/v1/auth/session"


def sign_in(browser: Browser, password: str = PASSWORD) -> Any:
    return browser.post(LOGIN, {"email": "Ada@Example.org", "password": password})


def test_a_person_signs_in_is_known_and_signs_out(people: People) -> None:
    browser = Browser()
    assert sign_in(browser).status_code == 200
    assert browser.get("/api/me").json()["name"] == "Ada"
    assert AuditEntry.objects.filter(action="accounts.signed_in", actor_id=people.ada.id).exists()
    assert browser.delete(SESSION).status_code == 401
    assert browser.get("/api/me").status_code == 401


def test_a_wrong_password_opens_nothing(people: People) -> None:
    browser = Browser()
    assert sign_in(browser, "wrong-password-here").status_code == 400
    assert browser.get("/api/me").status_code == 401


def test_guessing_is_stopped_even_for_the_right_password(people: People) -> None:
    browser = Browser()
    statuses = [sign_in(browser, f"wrong-password-{guess}").status_code for guess in range(12)]
    assert statuses[0] == 400
    assert statuses[-1] in {400, 429}
    assert sign_in(browser).status_code != 200


def test_someone_who_has_left_cannot_sign_in(people: People) -> None:
    people.ada.is_active = False
    people.ada.save()
    assert sign_in(Browser()).status_code != 200


def test_a_session_ends_when_its_person_leaves(people: People, as_ada: Browser) -> None:
    assert as_ada.get("/api/me").status_code == 200
    people.ada.is_active = False
    people.ada.save()
    assert as_ada.get("/api/me").status_code == 401


@pytest.mark.parametrize("path", ["auth/signup", "auth/password/request", "account/email", "config"])
def test_what_is_not_offered_is_not_there(path: str, as_nobody: Browser) -> None:
    assert as_nobody.post(f"/_allauth/browser/v1/{path}", {}).status_code == 404


def test_a_write_takes_the_csrf_token(people: People) -> None:
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(people.ada)
    refused = browser.patch("/api/me", {"zone": "Europe/Paris"})
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf_failed")
    browser.get("/api/csrf")
    token = browser.cookies["csrftoken"].value
    allowed = browser.patch("/api/me", {"zone": "Europe/Paris"}, headers={"x-csrftoken": token})
    assert allowed.status_code == 200


@pytest.mark.parametrize("mark", [SIGNED_IN_AT, LAST_SEEN_AT])
def test_a_session_ends_by_itself(mark: str, as_ada: Browser, settings: Settings) -> None:
    as_ada.get("/api/me")
    session = as_ada.session
    session[mark] = int(time.time()) - settings.SESSION_COOKIE_AGE
    session.save()
    assert as_ada.get("/api/me").status_code == 401


def test_a_session_that_ends_during_a_request_ends_with_it(people: People, as_ada: Browser) -> None:
    def sign_out_elsewhere(session: SessionBase, _now: int) -> None:
        session[LAST_SEEN_AT] = 0
        Session.objects.all().delete()

    with patch("fairview.accounts.middleware.note_visit", sign_out_elsewhere):
        assert as_ada.get("/api/me").status_code == 200
    assert as_ada.get("/api/me").status_code == 401


def test_a_visit_keeps_a_session_from_idling_out(as_ada: Browser, settings: Settings) -> None:
    as_ada.get("/api/me")
    session = as_ada.session
    session[LAST_SEEN_AT] = int(time.time()) - settings.SESSION_IDLE_AGE + 60
    session.save()
    as_ada.get("/api/me")
    assert as_ada.session[LAST_SEEN_AT] > time.time() - 60
