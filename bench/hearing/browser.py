"""What the product's ear says in Chromium about sound and a camera whose truth is known."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.vision.page_server import bench_page
from e2e.browsers import browser

PAGE = Path(__file__).parent / "page"


@dataclass
class Listening:
    page: Page
    began: dict[str, Any]

    def wait_for(self, condition: str, limit_s: float = 40) -> None:
        """Until this JavaScript about `said` (what was said so far) holds."""
        deadline = time.monotonic() + limit_s
        # Not Playwright's own wait: it evaluates text inside the page, which the content policy refuses.
        while not self.page.evaluate(f"() => (said => {condition})(bench.said)"):
            assert time.monotonic() < deadline, f"{condition}: not within {limit_s} s"
            self.page.wait_for_timeout(100)

    @property
    def said(self) -> dict[str, Any]:
        said: dict[str, Any] = self.page.evaluate("() => bench.said")
        return said


@contextmanager
def page() -> Iterator[str]:
    """The address of the page while it is served."""
    with bench_page(page=PAGE) as address:
        yield address


@contextmanager
def listening(
    address: str, sound: Path, camera: Path | None = None, *, before: str = ""
) -> Iterator[Listening]:
    """The page with this microphone, and with this camera where there is one, once it listens or cannot.

    `before` is JavaScript that runs ahead of the page's own.
    """
    with sync_playwright() as playwright, browser(playwright, camera, sound=sound) as context:
        tab = context.pages[0]
        tab.add_init_script(before)
        tab.goto(address)
        if camera:
            tab.evaluate("() => bench.watch()")
        yield Listening(tab, tab.evaluate("() => bench.listen()"))
