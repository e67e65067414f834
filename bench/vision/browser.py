"""What the product's observer says in Chromium about a camera whose truth is known."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from e2e.browsers import browser

Said = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Span:
    """Neighbouring statements of one value. Seconds of the page."""

    value: str
    start_s: float
    end_s: float

    @property
    def seconds(self) -> float:
        return self.end_s - self.start_s


@dataclass
class Watched:
    """An observer at work on a page."""

    page: Page
    loaded: dict[str, Any]

    def neutral(self, duration_ms: int = 3000) -> dict[str, Any] | str:
        """The neutral, or the advice why there is none."""
        neutral: dict[str, Any] | str = self.page.evaluate("ms => bench.neutral(ms)", duration_ms)
        return neutral

    def wait(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)

    def wait_for(self, condition: str, limit_s: float = 40) -> None:
        """Until this JavaScript about `said` (what was said so far) holds."""
        deadline = time.monotonic() + limit_s
        # Not Playwright's own wait: it evaluates text inside the page, which the content policy refuses.
        while not self.page.evaluate(f"() => (said => {condition})(bench.said)"):
            assert time.monotonic() < deadline, f"{condition}: not within {limit_s} s"
            self.wait(0.1)

    @property
    def said(self) -> Said:
        said: Said = self.page.evaluate("() => bench.said")
        return said

    def spans(self, observed: str) -> list[Span]:
        return merged(self.said["statements"], observed)


@contextmanager
def watched(
    address: str, camera: Path, width: int = 640, height: int = 480, *, before: str = ""
) -> Iterator[Watched]:
    """The page with this camera, from the moment that it has its first reading or never will.

    `before` is JavaScript that runs ahead of the page's own.
    """
    with sync_playwright() as playwright, browser(playwright, camera) as context:
        page = context.pages[0]
        page.add_init_script(before)
        page.goto(address)
        yield Watched(page, page.evaluate("size => bench.watch(...size)", [width, height]))


def merged(statements: list[dict[str, Any]], observed: str) -> list[Span]:
    spans: list[Span] = []
    for statement in statements:
        if statement["observed"] != observed:
            continue
        start_s = (statement["atMs"] - statement["durationMs"]) / 1000
        end_s = statement["atMs"] / 1000
        last = spans[-1] if spans else None
        if last and last.value == statement["value"] and last.end_s == start_s:
            spans[-1] = Span(last.value, last.start_s, end_s)
        else:
            spans.append(Span(statement["value"], start_s, end_s))
    return spans
