"""The browser's twin on a clip: the product's own worker in Chromium, given the frames with their times."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from playwright.sync_api import Page, sync_playwright

from bench.vision.page_server import bench_page
from bench.vision.strata.clips import Clip, Picture, companion
from bench.vision.strata.said import Said, Stated, flat, kept
from e2e.browsers import browser

PAGE = Path(__file__).parent / "page"
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Browser:
    """An open page of the bench. `shown` is what its requests for frames are answered from."""

    def __init__(self, page: Page, shown: dict[str, bytes]) -> None:
        self.page = page
        self.shown = shown

    def said(self, clip: Clip) -> Said:
        return kept("browser", clip, lambda: self._said(clip))

    def _said(self, clip: Clip) -> Said:
        seen = self.readings(clip)
        still = companion(clip)
        calm = seen[: clip.still_frames] if still is clip else self.still_readings(still)
        told = self.page.evaluate("([seen, calm]) => bench.state(seen, calm)", [seen, calm])
        statements = [as_stated(*one) for one in told["made"]]
        return Said([as_flat(one) for one in seen], statements, told["neutral"])

    def readings(self, clip: Clip) -> list[dict[str, Any]]:
        self.shown.clear()
        size = [0, 0]
        for number, picture in enumerate(clip.pictures()):
            self.shown[f"/frames/{number}"] = rgba(picture)
            size = [picture.shape[1], picture.shape[0]]
        read: list[dict[str, Any]] = self.page.evaluate(
            "([size, times]) => bench.read(size, times)", [size, clip.times_ms]
        )
        return read

    @cache  # noqa: B019 - lives as long as the run
    def still_readings(self, clip: Clip) -> list[dict[str, Any]]:
        return self.readings(clip)[: clip.still_frames]


@contextmanager
def opened() -> Iterator[Browser]:
    shown: dict[str, bytes] = {}
    with (
        bench_page(page=PAGE, shown=shown) as address,
        sync_playwright() as playwright,
        browser(playwright) as context,
    ):
        page = context.pages[0]
        page.goto(address)
        page.evaluate("() => bench.load()")
        yield Browser(page, shown)


def rgba(picture: Picture) -> bytes:
    return np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)]).tobytes()


def as_flat(reading: dict[str, Any]) -> dict[str, float]:
    """In the server's words."""
    return {snake(name): number for name, number in flat(reading).items() if name != "costMs"}


def as_stated(made_ms: float, plain: dict[str, Any]) -> Stated:
    told = {snake(name): value for name, value in plain.items()}
    return msgspec.convert({**told, "made_ms": made_ms}, Stated, strict=False)


def snake(name: str) -> str:
    return CAMEL.sub("_", name).lower()
