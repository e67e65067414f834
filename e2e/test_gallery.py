"""Every part in every state: it looks as it was recorded, everybody can use it, and nothing of it overflows.

`make gallery` records the looks anew, for the Chromium that is installed.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import combinations
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image
from playwright.sync_api import CDPSession, Frame, Page, Playwright

from e2e.access import AXE, OVERFLOW, THEMES, lasting, sentence, violations
from e2e.browsers import QUIET, chromium
from e2e.conftest import ARTIFACTS
from e2e.contact import RECORDED, RECORDS, apart, difference, record, taken
from e2e.house import ROOT

WEB = ROOT / "web"
BUILT = ROOT / ".make" / "gallery"
PARTS = sorted(file.stem for file in (WEB / "src" / "gallery" / "sheets").glob("*.tsx"))
WIDTHS = (360, 768, 1440)
DIRECTIONS = ("ltr", "rtl")
HEIGHT = 900
NOON = "2026-11-26T12:00:00Z"
ONCE_ON_A_PAGE = ("landmark-unique", "landmark-no-duplicate-main")
"""Here a page shows several states of what a page has once; test_pages looks at real ones."""
CAME_ABOUT = """() => document.querySelector('[data-state], main')
    && document.fonts.status === 'loaded'
    && [...document.querySelectorAll('[data-awaits]')].every(
        (one) => document.querySelector(one.dataset.awaits))"""
PLACES = """() => [...document.querySelectorAll('[data-state]')].map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    const at = (where, scrolled) => Math.round(where + scrolled)
    return { name: one.dataset.state, left: at(left, scrollX), right: at(right, scrollX),
        top: at(top, scrollY), bottom: at(bottom, scrollY) }
})"""
EYES = ("protanopia", "deuteranopia", "tritanopia", "achromatopsia")
DRAWN = ("Meter", "Progress", "Ribbon", "Steps", "StepLine", "Switch", "Timeline")
"""What one reads of them is drawn; others say it in words."""
FOCUSABLE = "button, a, input, select, textarea"


@pytest.fixture(scope="module", params=PARTS)
def part(request: pytest.FixtureRequest) -> str:
    """One part after the other, so that what a test has opened is there for the next one."""
    return str(request.param)


class Pages(SimpleHTTPRequestHandler):
    """Files as they were built; any address of the gallery is its one page."""

    def translate_path(self, path: str) -> str:
        return super().translate_path("/gallery.html" if path.startswith("/gallery") else path)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    subprocess.run(
        ["npx", "vite", "build", "--mode", "gallery", "--logLevel", "warn"], cwd=WEB, check=True, timeout=100
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(BUILT))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/gallery"
        server.shutdown()


@dataclass
class Gallery:
    """The gallery at one browser."""

    address: str
    page: Page
    tools: CDPSession

    def open(self, view: str) -> Page:
        """With the parts in the states that they are to be shown in, those in frames as well."""
        wanted = f"{self.address}/{view}"
        if self.page.url == wanted:
            return self.page
        self.page.goto(wanted)
        self.page.wait_for_function(CAME_ABOUT)
        for frame in self.frames:
            frame.wait_for_function(CAME_ABOUT)
        self.page.evaluate("focus()")
        if self.page.query_selector("[data-focused]"):
            self.focus_first_controls()
        return self.page

    @property
    def frames(self) -> list[Frame]:
        frames = [one.content_frame() for one in self.page.query_selector_all("iframe")]
        return [frame for frame in frames if frame]

    def focus_first_controls(self) -> None:
        """There is one focus in a page, and a sheet shows it in several places."""
        root = self.tools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        for place in self.nodes(root, "[data-focused]"):
            control = self.nodes(place, FOCUSABLE)[0]
            forced = {"nodeId": control, "forcedPseudoClasses": ["focus", "focus-visible"]}
            self.tools.send("CSS.forcePseudoState", forced)

    def nodes(self, below: int, selector: str) -> list[int]:
        return list(
            self.tools.send("DOM.querySelectorAll", {"nodeId": below, "selector": selector})["nodeIds"]
        )

    def seen_by(self, eye: str) -> dict[str, Image.Image]:
        """Each state, as somebody with this way of seeing colours has it before them."""
        self.tools.send("Emulation.setEmulatedVisionDeficiency", {"type": eye})
        whole = taken(self.page)
        return {
            place["name"]: whole.crop((place["left"], place["top"], place["right"], place["bottom"]))
            for place in self.page.evaluate(PLACES)
        }

    @property
    def baselines(self) -> Path:
        """What the parts look like differs a little from one major version of a browser to the next."""
        browser = self.page.context.browser
        assert browser
        return RECORDED / f"chromium-{browser.version.split('.')[0]}"


@pytest.fixture(scope="module")
def gallery(playwright: Playwright, address: str) -> Iterator[Gallery]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Berlin", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    tools = context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    yield Gallery(address, page, tools)
    browser.close()


def test_there_are_baselines_for_this_browser(gallery: Gallery) -> None:
    kept = gallery.baselines
    assert RECORDS or kept.is_dir(), (
        f"Nobody has recorded how the parts look in {kept.name}: look at them, then run `make gallery`."
    )
    assert {file.stem for file in kept.glob("*.png")} <= set(PARTS)


def test_it_looks_as_it_was_recorded(gallery: Gallery, part: str) -> None:
    gallery.page.set_viewport_size({"width": WIDTHS[-1], "height": 1})
    picture = taken(gallery.open(f"{part}?sheet"))
    baseline = gallery.baselines / f"{part}.png"
    if RECORDS:
        record(picture, baseline)
    if why := difference(picture, baseline):
        ARTIFACTS.mkdir(exist_ok=True)
        picture.save(ARTIFACTS / f"gallery-{part}.png")
        pytest.fail(f"{part}: {why}")


@pytest.mark.parametrize("drawn", DRAWN)
def test_other_eyes_tell_its_states_apart(gallery: Gallery, drawn: str) -> None:
    """What tells two states apart does so, at least by half, for those who see fewer colours or none."""
    gallery.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    gallery.open(f"{drawn}?states")
    usual = gallery.seen_by("none")
    alike: list[str] = []
    for eye in EYES:
        seen = gallery.seen_by(eye)
        for one, other in combinations(usual, 2):
            if usual[one].size != usual[other].size:
                continue
            told = apart(usual[one], usual[other]).sum()
            if apart(seen[one], seen[other]).sum() * 2 < told:
                alike.append(f"{one} and {other}, with {eye}")
    gallery.seen_by("none")
    assert alike == []


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_of_it_overflows(gallery: Gallery, part: str, direction: str) -> None:
    page = gallery.open(f"{part}?states&dir={direction}")
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for frame in page.frames:
            found += [f"{width} px: {one}" for one in lasting(frame, OVERFLOW)]
    assert found == []


def test_everybody_can_use_it(gallery: Gallery, part: str) -> None:
    page = gallery.open(f"{part}?states&dir={DIRECTIONS[-1]}")
    for frame in gallery.frames:
        frame.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = []
    for theme in THEMES:
        for frame in page.frames:
            frame.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
        faults = [one for one in violations(page) if one["id"] not in ONCE_ON_A_PAGE]
        found += [f"{theme}: {one['id']}: {sentence(one)}" for one in faults]
    assert found == []


def test_the_product_holds_nothing_of_it() -> None:
    built = [file for file in (WEB / "dist").rglob("*") if file.suffix in (".html", ".js", ".css")]
    assert built
    assert [file.name for file in built if "gallery-" in file.read_text(encoding="utf-8")] == []
