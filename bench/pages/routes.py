"""From a press to the next page's heading on the screen, where one has been before, beside a page that only
changes its heading."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect

from bench.pages.lines import SLOWER, slow_down

PROMISE_MS = 100
CHANGING = Path(__file__).with_name("routes.js")
DESK = ["Today", "Candidates", "Pools", "Lots", "Interviews", "Reports", "Messages", "Code runs", "Today"]
SETTLED_MS = 300


def rows(plain: Page, desk: Page, visit: Page, rounds: int) -> Iterator[str]:
    """Of pages that stand at a heading with a button, at Today, and at the candidate's decision."""
    yield f"| change | processor | changes | median | slowest | median of {PROMISE_MS} ms | ratio to plain |"
    yield "|---|---|---|---|---|---|---|"
    walks = {"plain heading": (plain, steps), "of the desk": (desk, tour), "of the candidate": (visit, there)}
    for page, walk in walks.values():
        list(walk(page))
    for slower in (1, SLOWER):
        plain_ms = 0.0
        for name, (page, walk) in walks.items():
            took = taken(page, walk, slower, rounds)
            plain_ms = plain_ms or median(took)
            cells = [f"{len(took)}", f"{median(took):.0f} ms", f"{max(took):.0f} ms"]
            cells += [f"{median(took) / PROMISE_MS:.2f}", f"{median(took) / plain_ms:.1f}"]
            yield f"| {name} | {slower}× slower | {' | '.join(cells)} |"


def taken(page: Page, walk: Callable[[Page], Iterator[float]], slower: int, rounds: int) -> list[float]:
    page.bring_to_front()
    tools = slow_down(page, slower=slower)
    took = [ms for _ in range(rounds) for ms in walk(page)]
    tools.detach()
    return took


def steps(page: Page) -> Iterator[float]:
    yield change(page, "button", "On")


def tour(page: Page) -> Iterator[float]:
    for name in DESK[1:]:
        yield change(page, "nav a", name)


def there(page: Page) -> Iterator[float]:
    """From the decision to what will happen, and on again."""
    yield change(page, "button", "Back")
    yield change(page, "button", "Continue")


def change(page: Page, selector: str, name: str) -> float:
    took = float(page.locator(selector, has_text=name).first.evaluate("(target) => changeOfPage(target)"))
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.wait_for_timeout(SETTLED_MS)
    return took
