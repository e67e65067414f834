"""What journeys share: a house of their own data, and people at real browsers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from bench.puppet.film import Clip, ready
from bench.puppet.scripts import SCRIPTS
from e2e.browsers import browser
from e2e.house import House, free_port
from e2e.people import Candidate, Interviewer

ARTIFACTS = Path(__file__).parent / "artifacts"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house with demo data, for all tests of a file."""
    built = House(tmp_path_factory.mktemp("house"), free_port())
    built.start()
    yield built
    built.stop()


@pytest.fixture(scope="session")
def interview_clip() -> Clip:
    """Looks away for 8 s, leaves for 12 s, is joined by somebody, glances away for 3 s now and then."""
    return ready(SCRIPTS["interview"])


@pytest.fixture(scope="session")
def steady_clip() -> Clip:
    return ready(SCRIPTS["steady"])


@pytest.fixture
def at_browser(playwright: Playwright, house: House) -> Iterator[Callable[..., Candidate | Interviewer]]:
    """`at_browser(Candidate, clip, …)` puts a person at a browser of their own. Failures leave a picture."""
    with ExitStack() as open_browsers:

        def seat(
            who: type[Candidate] | type[Interviewer], clip: Path | None = None, **options: object
        ) -> Candidate | Interviewer:
            context = open_browsers.enter_context(browser(playwright, clip, **options))  # type: ignore[arg-type]
            return who(context, house)

        yield seat


@pytest.fixture
def ada(at_browser: Callable[..., Interviewer], steady_clip: Clip) -> Interviewer:
    """The demo's admin, signed in."""
    person = at_browser(Interviewer, steady_clip.video)
    person.sign_in()
    return person


@pytest.fixture
def cai(at_browser: Callable[..., Candidate], steady_clip: Clip) -> Candidate:
    """A candidate who sits still before the camera, in Lisbon."""
    return at_browser(Candidate, steady_clip.video, zone="Europe/Lisbon")
