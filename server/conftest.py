"""What every test of the server may ask for: the people, a browser for each (`as_ada.get("/api/me")`), a
PostgreSQL and a Redis."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from fairview.kit.live.bus import Line, MemoryLine
from fairview.kit.live.redis_line import RedisLine
from pytest_django.fixtures import Settings
from tests import postgres as postgres_program
from tests import redis as redis_program
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
    settings.SESSION_KEYS = tmp_path / "keys" / "sessions.sqlite3"
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


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_program.Cluster]:
    home = postgres_program.programs()
    if home is None:
        pytest.skip(postgres_program.MISSING)
    with postgres_program.cluster(home) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[redis_program.Redis]:
    program = redis_program.program()
    if program is None:
        pytest.skip(redis_program.MISSING)
    with redis_program.redis_server(program, tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture(params=["memory", "redis"])
def make_line(request: pytest.FixtureRequest) -> Callable[[], Line]:
    """Each call makes the end of one more process."""
    if request.param == "memory":
        ends: set[Callable[[bytes], None]] = set()
        return lambda: MemoryLine(ends)
    server: redis_program.Redis = request.getfixturevalue("redis")
    channel = request.node.name
    return lambda: RedisLine(server.url, channel)
