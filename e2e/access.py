"""Whether a page can be used by everybody: axe on it in every look, on a phone and on a desk; its words where
they are large, or spread, or have half the room; what a finger has to hit; and whether it keeps still."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

HERE = Path(__file__).parent
AXE = HERE.parent / "web" / "node_modules" / "axe-core" / "axe.min.js"
OVERFLOW = (HERE / "overflow.js").read_text(encoding="utf-8")
OVERLAP = (HERE / "overlap.js").read_text(encoding="utf-8")
SIZES = {"phone": (360, 760), "desk": (1440, 900)}
THEMES = ("light", "dark")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that a look can break."""
SETTLED = """() => document.getAnimations().every((one) =>
    one.playState !== 'running' || one.animationName === 'turn' || one.transitionProperty === 'transform',
)"""
"""Colours have changed and parts have appeared; a spinner and the microphone's meter may go on."""


@dataclass(frozen=True)
class Fault:
    where: str
    rule: str
    what: str


@dataclass(frozen=True)
class Reading:
    """How some people read: in what room, and with what style of their own."""

    name: str
    width: int
    height: int
    style: str = ""


READINGS = (
    Reading("at 200 %", 640, 512),
    Reading("with text at 200 %", 1280, 1024, "html { font-size: 200% !important }"),
    Reading(
        "with text spread",
        1280,
        1024,
        """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }""",
    ),
)
"""WCAG 2.2: 1.4.4, 1.4.10 and 1.4.12."""

WEAR_STYLE = """(style) => {
    window.styleOfTheirOwn ??= new CSSStyleSheet()
    window.styleOfTheirOwn.replaceSync(style)
    const worn = document.adoptedStyleSheets
    if (!worn.includes(window.styleOfTheirOwn)) worn.push(window.styleOfTheirOwn)
}"""

FINGER_PX = 44
"""What a finger hits without care (WCAG 2.5.5)."""

SMALL_TARGETS = """(least) => [...document.querySelectorAll(
    'a[href], button, select, summary, input:not([type=hidden]), [role=radio]'
)]
    .filter((one) => one.checkVisibility() && !one.closest('p, .sr-only'))
    .map((one) => ({ one, area: (one.closest('.relative:has(label)') ?? one).getBoundingClientRect() }))
    .filter(({ area }) => Math.min(area.width, area.height) < least - 0.5)
    .map(({ one, area }) => `${one.ariaLabel ?? one.textContent}: ${area.width} × ${area.height}`)"""
"""A link within a sentence is as high as its line; a radio or a tick is pressed anywhere on its card;
the link that skips to the content is for the keyboard."""

FOLLOWS_WITHIN_S = 2.0
"""Lines of code find their places 50 ms after the room for them has changed, and later on a busy machine."""

MOVING = """() => document.getAnimations().filter((one) =>
    one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 1
).map((one) => one.animationName ?? one.transitionProperty)"""


def faults(page: Page, name: str, pictures: Path | None = None, *, finger: bool = False) -> list[Fault]:
    """What is wrong with the page. `finger`: it is a candidate's, who may be on a phone. Leaves pictures for
    people to look at."""
    before = page.viewport_size
    found = [
        *in_each_theme(page, name, pictures),
        *in_stronger_looks(page, name, pictures),
        *as_others_read(page, name, pictures),
        *without_motion(page, name),
    ]
    if finger:
        page.set_viewport_size({"width": SIZES["phone"][0], "height": SIZES["phone"][1]})
        found += [Fault(name, "target-size", one) for one in lasting(page, SMALL_TARGETS, FINGER_PX)]
    if before:
        page.set_viewport_size(before)
    return found


def in_each_theme(page: Page, name: str, pictures: Path | None) -> Iterator[Fault]:
    for theme in THEMES:
        wear(page, "theme", theme)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            where = f"{name}-{theme}-{size}"
            picture(page, where, pictures)
            if theme == "light":
                yield from judged(page, where)
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    yield Fault(where, "too-wide", "the page scrolls sideways")
    # What is named, and is large enough, is so in the dark as well.
    yield from judged(page, f"{name}-dark", COLOURS)


def in_stronger_looks(page: Page, name: str, pictures: Path | None) -> Iterator[Fault]:
    """With more contrast, and in colours that the system chooses."""
    wear(page, "contrast", "more")
    for theme in THEMES:
        wear(page, "theme", theme)
        yield from judged(page, f"{name}-contrast-{theme}", COLOURS)
        picture(page, f"{name}-contrast-{theme}", pictures)
    wear(page, "contrast", None)
    page.emulate_media(forced_colors="active")
    yield from judged(page, f"{name}-forced", COLOURS)
    picture(page, f"{name}-forced", pictures)
    page.emulate_media(forced_colors="none")


def as_others_read(page: Page, name: str, pictures: Path | None) -> Iterator[Fault]:
    """Nothing is lost, cut off or covered, and nothing has to be moved to both sides."""
    for reading in READINGS:
        page.set_viewport_size({"width": reading.width, "height": reading.height})
        page.evaluate(WEAR_STYLE, reading.style)
        where = f"{name}-{reading.name.replace(' ', '-').replace('%', 'percent')}"
        yield from (Fault(where, "overflow", one) for one in lasting(page, OVERFLOW))
        yield from (Fault(where, "overlap", one) for one in lasting(page, OVERLAP))
        picture(page, where, pictures)
    page.evaluate(WEAR_STYLE, "")


def lasting(view: Page | Frame, look: str, *arguments: object) -> list[str]:
    """What a look finds and goes on finding, once what follows the page's size has followed."""
    until = time.monotonic() + FOLLOWS_WITHIN_S
    while (found := list(view.evaluate(look, *arguments))) and time.monotonic() < until:
        view.wait_for_timeout(100)
    return found


def without_motion(page: Page, name: str) -> Iterator[Fault]:
    """Also while every colour of the page changes."""
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_function(SETTLED)
    wear(page, "theme", THEMES[0])
    yield from (Fault(name, "motion", one) for one in page.evaluate(MOVING))
    page.emulate_media(reduced_motion="no-preference")


def wear(page: Page, part: str, value: str | None) -> None:
    """What a person chooses beside their name."""
    page.evaluate(
        """([part, value]) => {
            if (value) document.documentElement.dataset[part] = value
            else delete document.documentElement.dataset[part]
        }""",
        [part, value],
    )


def picture(page: Page, where: str, pictures: Path | None) -> None:
    if pictures:
        page.screenshot(path=pictures / f"{where}.png", full_page=True)


def judged(page: Page, where: str, rules: Sequence[str] | None = None) -> list[Fault]:
    return [Fault(where, one["id"], sentence(one)) for one in violations(page, rules)]


def violations(page: Page, rules: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Of all that axe knows, targets of 24 px included, or of some rules alone."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.wait_for_function(SETTLED)
    options = {"runOnly": list(rules)} if rules else {"rules": {"target-size": {"enabled": True}}}
    return list(page.evaluate("(options) => axe.run(options).then(({ violations }) => violations)", options))


def sentence(violation: dict[str, Any]) -> str:
    nodes = "; ".join(" ".join(node["target"]) for node in violation["nodes"][:3])
    return f"{violation['help']} ({nodes})"
