"""What moves while a page comes, page by page, on a slow line and an empty cache."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from bench.pages.lines import SLOW_4G, slow_down
from e2e.people import Candidate, Interviewer

PROMISE = 0.02
ADDING = Path(__file__).with_name("shifts.js")


def rows(ada: Interviewer, cai: Candidate, link: str, paths: dict[str, str]) -> Iterator[str]:
    yield f"| page | moved | of {PROMISE} |"
    yield "|---|---|---|"
    for name, moved in [*desk(ada, paths), *journey(cai, link)]:
        yield f"| {name} | {moved:.4f} | {moved / PROMISE:.2f} |"


def desk(ada: Interviewer, paths: dict[str, str]) -> Iterator[tuple[str, float]]:
    for name, path in paths.items():
        page = slow_page(ada.context)
        page.goto(f"{ada.house.address}{path}")
        yield name, moved_on(page)
        page.close()


def journey(cai: Candidate, link: str) -> Iterator[tuple[str, float]]:
    """One page all the way, so that each step is what it adds."""
    cai.page = slow_page(cai.context)
    cai.open_link(link)
    ways: dict[str, Callable[[], None]] = {
        "decision": partial(cai.press, "Continue"),
        "devices": cai.decide,
        "looking at the screen": partial(cai.press, "This works"),
        "lobby": partial(cai.press, "Go on without"),
    }
    so_far = moved_on(cai.page)
    yield "candidate: invitation", so_far
    for name, go_on in ways.items():
        go_on()
        now = moved_on(cai.page)
        yield f"candidate: {name}", now - so_far
        so_far = now


def slow_page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.add_init_script(path=ADDING)
    slow_down(page, SLOW_4G, slower=1)
    return page


def moved_on(page: Page) -> float:
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    return float(page.evaluate("shifted"))
