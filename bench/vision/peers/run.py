"""All sides over the same frames in one page, and each alone for its memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.vision.gaze.looks import Look, clicks, tested
from bench.vision.gaze.score import Told
from bench.vision.page_server import bench_page
from bench.vision.peers.machine import renderer_mb, renderers
from bench.vision.peers.packages import install_peers
from bench.vision.strata.browser_side import rgba
from bench.vision.strata.clips import Clip, clips
from e2e.browsers import browser

PAGE = Path(__file__).parent / "page"
SIDES = ("ours", "faceMesh", "human", "webGazer")
# Every so many of the catalogue's clips: all strata, in a run that is over the same day.
EVERY = 8
# Frames after which a side has all its memory.
WARM_FRAMES = 30
MINUTE_MS = 60_000
# The peers build code out of text, which the product's own policy forbids.
POLICY = "default-src 'self' blob: data:; script-src 'self' 'unsafe-eval' blob:; worker-src 'self' blob:"

Frame = dict[str, dict[str, Any]]
"""Side → what it said of one frame."""


@dataclass(frozen=True)
class Read:
    clip: Clip
    frames: list[Frame]


class PeersPage:
    def __init__(self, page: Page, shown: dict[str, bytes]) -> None:
        self._page = page
        self._shown = shown

    def open(self, names: Sequence[str]) -> dict[str, float]:
        """Milliseconds that each took to be ready."""
        return {name: self._page.evaluate("name => bench.open(name)", name) for name in names}

    def read(self, clip: Clip, names: Sequence[str], most: int | None = None) -> Read:
        self._page.evaluate("names => bench.rest(names)", list(names))
        size = self._show(clip)
        frames = []
        for number, at_ms in enumerate(clip.times_ms[:most]):
            asked = [list(names), f"/frames/{number}", size, at_ms]
            frames.append(self._page.evaluate("asked => bench.read(...asked)", asked))
        return Read(clip, frames)

    def told_by_webgazer(self, clip: Clip) -> list[Told | None]:
        """For each tested look, after a click on each look of the calibration."""
        size = self._show(clip)
        looks = [asked(look, look.point) for look in clicks(clip)]
        looks += [asked(look, None) for look in tested(clip)]
        addresses = list(self._shown)
        told = self._page.evaluate("asked => bench.gaze(...asked)", [addresses, size, looks])
        return [Told((point[0], point[1])) if point else None for point in told]

    def long_tasks(self) -> list[dict[str, float]]:
        found: list[dict[str, float]] = self._page.evaluate("() => bench.longTasks")
        return found

    def _show(self, clip: Clip) -> list[int]:
        self._shown.clear()
        size = [0, 0]
        for number, picture in enumerate(clip.pictures()):
            self._shown[f"/frames/{number}"] = rgba(picture)
            size = [picture.shape[1], picture.shape[0]]
        return size


def asked(look: Look, point: tuple[float, float] | None) -> dict[str, Any]:
    return {"frame": look.frame, "point": point}


@contextmanager
def peers_page() -> Iterator[PeersPage]:
    shown: dict[str, bytes] = {}
    folders = {"/peers/": install_peers()}
    served = bench_page(page=PAGE, shown=shown, folders=folders, policy=POLICY)
    with served as address, sync_playwright() as playwright, browser(playwright) as context:
        page = context.pages[0]
        page.set_default_timeout(MINUTE_MS)
        page.goto(address)
        yield PeersPage(page, shown)


def every_few() -> list[Clip]:
    return clips()[::EVERY]


def memory_mb(name: str, clip: Clip) -> float:
    """Of a page in which this side alone was at work."""
    before = renderers()
    with peers_page() as page:
        page.open([name])
        page.read(clip, [name], WARM_FRAMES)
        return renderer_mb(before)
