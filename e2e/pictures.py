"""Pictures of pages for the documentation, and what the documentation shows and links."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page

from e2e.house import ROOT

PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1440, 900
QUALITY = 88
SETTLED = """() => document.fonts.status === 'loaded' && document.getAnimations().every((one) =>
    one.playState !== 'running' || one.effect.getComputedTiming().iterations === Infinity,
)"""
"""What appears has appeared; a caret may go on blinking."""
LINK = re.compile(r"\]\(([^)\s]+)\)")


class Album:
    """Where pictures are kept. As WebP, which is small also where a face is in the picture."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: set[str] = set()

    def take(self, name: str, page: Page, *, height: int = HEIGHT, top: Locator | None = None) -> None:
        """What a person sees in a window of this height, scrolled to `top` if that is given."""
        page.mouse.move(0, 0)
        page.set_viewport_size({"width": WIDTH, "height": height})
        if top:
            top.evaluate("(one) => one.scrollIntoView()")
        page.wait_for_function(SETTLED)
        shot = page.context.new_cdp_session(page).send(
            "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
        )
        (self.folder / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        self.taken.add(name)


def documents() -> Iterator[Path]:
    yield from ROOT.glob("*.md")
    for folder in ("docs", "bench", "models", "runner"):
        found = (ROOT / folder).rglob("*.md")
        yield from (document for document in found if "node_modules" not in document.parts)


def links(document: Path) -> Iterator[str]:
    """Links to what lies in the repository, with their anchors."""
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if not link.startswith(("http:", "https:", "mailto:")):
            yield link


def anchors(document: Path) -> set[str]:
    """What its headings are called in a link."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def shown() -> set[str]:
    """The names of the pictures that documents show."""
    return {Path(link).stem for document in documents() for link in links(document) if "pictures/" in link}
