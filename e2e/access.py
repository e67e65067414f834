"""Whether a page can be used by everybody: axe on it, in both themes, on a phone and on a desk."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "web" / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"phone": (360, 760), "desk": (1440, 900)}
THEMES = ("light", "dark")
SETTLED = """() => document.getAnimations().every((one) =>
    one.playState !== 'running' || one.animationName === 'turn' || one.transitionProperty === 'transform',
)"""
"""Colours have changed and parts have appeared; a spinner and the microphone's meter may go on."""


@dataclass(frozen=True)
class Fault:
    where: str
    rule: str
    what: str


def faults(page: Page, name: str, pictures: Path | None = None) -> list[Fault]:
    """What axe finds, and whether the page is wider than a phone. Leaves pictures for people to look at."""
    found: list[Fault] = []
    before = page.viewport_size
    for theme in THEMES:
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            where = f"{name}, {theme}, {size}"
            found += [Fault(where, one["id"], sentence(one)) for one in violations(page)]
            if pictures:
                page.screenshot(path=pictures / f"{name}-{theme}-{size}.png", full_page=True)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(Fault(where, "too-wide", "the page scrolls sideways"))
    if before:
        page.set_viewport_size(before)
    return found


def violations(page: Page) -> list[dict[str, Any]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.wait_for_function(SETTLED)
    return list(page.evaluate("axe.run().then(({ violations }) => violations)"))


def sentence(violation: dict[str, Any]) -> str:
    nodes = "; ".join(" ".join(node["target"]) for node in violation["nodes"][:3])
    return f"{violation['help']} ({nodes})"
