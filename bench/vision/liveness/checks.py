"""Whole checks in a real browser, with the product's observer and requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from bench.vision.liveness.puppet import Actor, camera
from e2e.browsers import browser

PAGE = Path(__file__).parent / "page"
LIMIT_MS = 150_000


@contextmanager
def seated(playwright: Playwright, address: str, actor: Actor, seed: int) -> Iterator[Page]:
    """The page with this actor at its camera, once it is being watched."""
    with browser(playwright) as context:
        page = context.pages[0]
        page.add_init_script(camera(actor, seed))
        page.goto(address)
        status = page.evaluate("bench.watch()")
        assert status["state"] == "watching", status
        yield page


def check(page: Page, *, with_colour: bool) -> dict[str, Any] | None:
    """What came of it; None where it does not come to an end: nobody is ever at rest."""
    made: dict[str, Any] | None = page.evaluate(
        """([withColour, limitMs]) => Promise.race([
            bench.check(withColour),
            new Promise((resolve) => setTimeout(resolve, limitMs, null)),
        ])""",
        [with_colour, LIMIT_MS],
    )
    return made
