"""What every test of the server may ask for: the people, and a browser for each (`as_ada.get("/api/me")`)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django.fixtures import Settings
from tests.people import STAFF, Browser, People, browser_of, hire


@pytest.fixture(autouse=True)
def quick_and_fresh(settings: Settings, tmp_path: Path) -> None:
    """Passwords cost nothing, no rate limit or evidence is left over, no letter leaves unless a test
    brings mail."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MAIL = None
    settings.SMS = None
    settings.TIMESTAMP_URL = ""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.EVIDENCE_DATABASE = tmp_path / "evidence.sqlite3"
    settings.SIGNING_KEY = tmp_path / "keys" / "signing.pem"
    cache.clear()


@pytest.fixture
def people(db: None) -> People:
    return hire()


def signed_in(name: str) -> Callable[[People], Browser]:
    @pytest.fixture(name=f"as_{name}")
    def browser(people: People) -> Browser:
        return browser_of(getattr(people, name))

    return browser


for person in STAFF:
    globals()[f"as_{person}"] = signed_in(person)


@pytest.fixture
def as_nobody(db: None) -> Browser:
    return Browser()
