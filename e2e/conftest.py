"""What journeys share: a house of their own data, and people at real browsers."""

import shutil
from collections.abc import Callable, Generator, Iterator
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
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def furniture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with demo data, made once, since that takes as long as a start."""
    first = House(tmp_path_factory.mktemp("furniture"), free_port())
    first.start()
    first.stop()
    return first.data


@pytest.fixture(scope="session")
def houses(tmp_path_factory: pytest.TempPathFactory, furniture: Path) -> Iterator[Callable[[], House]]:
    """Gives out houses with demo data. The next one comes up while the last is lived in."""

    def begun() -> House:
        data = tmp_path_factory.mktemp("house")
        shutil.copytree(furniture, data, ignore=shutil.ignore_patterns("*.log"), dirs_exist_ok=True)
        built = House(data, free_port())
        built.begin()
        return built

    ahead = [begun()]

    def next_house() -> House:
        built = ahead.pop()
        built.await_ready()
        ahead.append(begun())
        return built

    yield next_house
    ahead.pop().kill()


@pytest.fixture(scope="module")
def house(houses: Callable[[], House]) -> Iterator[House]:
    """A house of their own for all tests of a file. Leaving in good order is test_house's matter."""
    built = houses()
    yield built
    built.kill()


@pytest.fixture(scope="session")
def interview_clip() -> Clip:
    """Looks away for 8 s, leaves for 12 s, is joined by somebody, glances away for 3 s now and then."""
    return ready(SCRIPTS["interview"])


@pytest.fixture(scope="session")
def steady_clip() -> Clip:
    return ready(SCRIPTS["steady"])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def at_browser(
    playwright: Playwright, house: House, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Candidate | Interviewer]]:
    """`at_browser(Candidate, clip, …)` puts a person at a browser of their own. Failures leave a picture."""
    seated: list[Candidate | Interviewer] = []
    with ExitStack() as open_browsers:

        def seat(
            who: type[Candidate] | type[Interviewer], clip: Path | None = None, **options: object
        ) -> Candidate | Interviewer:
            context = open_browsers.enter_context(browser(playwright, clip, **options))  # type: ignore[arg-type]
            seated.append(person := who(context, house))
            return person

        yield seat
        if request.node.stash.get(FAILED, False):
            for place, person in enumerate(seated):
                person.page.screenshot(path=ARTIFACTS / f"failed-{request.node.name}-{place}.png")


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
