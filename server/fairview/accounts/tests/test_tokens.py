from datetime import timedelta
from typing import Any

import pytest
from tests.people import Browser

from fairview.accounts.errors import TokenInvalid
from fairview.accounts.tokens import token_actor
from fairview.kit.clock import utc_now

pytestmark = pytest.mark.django_db


def make(browser: Browser, **details: Any) -> dict[str, Any]:
    answer = browser.post("/api/tokens", {"name": "Campus", **details})
    assert answer.status_code == 201
    made: dict[str, Any] = answer.json()
    return made


def test_a_token_is_told_once_and_speaks_for_its_organisation(as_ada: Browser) -> None:
    made = make(as_ada)
    actor = token_actor(made["secret"])
    assert (actor.kind, actor.role, actor.name, str(actor.id)) == ("service", "service", "Campus", made["id"])
    (listed,) = as_ada.get("/api/tokens").json()
    assert "secret" not in listed
    assert listed["used_at"] is not None


def test_a_revoked_token_opens_nothing(as_ada: Browser) -> None:
    made = make(as_ada)
    assert as_ada.delete(f"/api/tokens/{made['id']}").status_code == 204
    with pytest.raises(TokenInvalid):
        token_actor(made["secret"])


def test_an_expired_token_opens_nothing(as_ada: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = utc_now() + timedelta(minutes=1)
    secret = make(as_ada, expires_at=soon.isoformat())["secret"]
    assert token_actor(secret)
    monkeypatch.setattr("fairview.accounts.tokens.utc_now", lambda: soon + timedelta(seconds=1))
    with pytest.raises(TokenInvalid):
        token_actor(secret)


def test_a_token_cannot_begin_in_the_past(as_ada: Browser) -> None:
    answer = as_ada.post("/api/tokens", {"name": "Campus", "expires_at": "2020-01-01T00:00:00Z"})
    assert (answer.status_code, answer.json()["code"]) == (422, "token_past")


def test_what_is_no_token_opens_nothing() -> None:
    for secret in ("", "fv_", "fv_" + "x" * 43):
        with pytest.raises(TokenInvalid):
            token_actor(secret)
