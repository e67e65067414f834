"""A pool of 100,000 people scrolled by wheel and by the bar, beside a plain table that is all there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from playwright.sync_api import APIRequestContext, CDPSession, Page

PEOPLE = 100_000
FRAME_MS = 1000 / 60
LATE_MS = 1.5 * FRAME_MS
WATCHING = Path(__file__).with_name("scrolling.js")
REGION = "[role=region]:has(table)"
WHEEL_PX_S, WHEEL_PX = 3_000, 12_000
DRAG_MS = 4_000
JUMPS = (0.5, 0.1, 0.9, 0.3, 0.7)
PAGES = {"first": 1, "in the middle": 1_000, "last": 2_000}


@dataclass(frozen=True)
class Frames:
    lengths_ms: list[float]
    drawn: int
    awaited: int

    def cells(self) -> str:
        late = sum(length > LATE_MS for length in self.lengths_ms) / len(self.lengths_ms)
        p95 = quantiles(self.lengths_ms, n=20)[-1]
        empty = 1 - self.drawn / len(self.lengths_ms)
        awaited = self.awaited / len(self.lengths_ms)
        rate = 1000 * len(self.lengths_ms) / sum(self.lengths_ms)
        return f"{rate:.1f} | {p95:.1f} ms | {late:.1%} | {empty:.1%} | {awaited:.1%}"


def rows(plain: Page, pool: Page) -> Iterator[str]:
    yield "| table | moved by | frames a second | p95 | over 25 ms | no row in sight | words awaited |"
    yield "|---|---|---|---|---|---|---|"
    for name, page in {"plain, 2,000 rows": plain, f"pool, {PEOPLE:,} people": pool}.items():
        page.bring_to_front()
        page.wait_for_selector(f"{REGION} tbody tr td")
        yield f"| {name} | wheel | {by_wheel(page).cells()} |"
        yield f"| {name} | bar, end to end in 4 s | {by_bar(page).cells()} |"


def by_wheel(page: Page) -> Frames:
    tools = page.context.new_cdp_session(page)
    box = page.locator(REGION).bounding_box()
    assert box
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    watch(page)
    tools.send(
        "Input.synthesizeScrollGesture",
        {**place, "yDistance": -WHEEL_PX, "speed": WHEEL_PX_S, "gestureSourceType": "mouse"},
    )
    return seen(page)


def by_bar(page: Page) -> Frames:
    watch(page)
    page.evaluate("([region, ms]) => dragThrough(region, ms)", [REGION, DRAG_MS])
    return seen(page)


def watch(page: Page) -> None:
    page.evaluate("(region) => watchFrames(region)", REGION)


def seen(page: Page) -> Frames:
    found = page.evaluate("() => { watchedFrames.on = false; return watchedFrames }")
    return Frames(found["lengths"], found["rows"], found["awaited"])


def rests(page: Page, tools: CDPSession, request: APIRequestContext, pool: str) -> Iterator[str]:
    """What it costs beside frames."""
    jumps = [page.evaluate("([region, to]) => jumpTo(region, to)", [REGION, share]) for share in JUMPS]
    tools.send("HeapProfiler.collectGarbage")
    elements = page.locator("*").count()
    heap = tools.send("Runtime.getHeapUsage")["usedSize"]
    yield "| what | |"
    yield "|---|---|"
    yield f"| rows there after a jump to anywhere, median and slowest | {spread(jumps)} |"
    yield f"| script's memory after all of it | {heap / 1e6:.0f} MB |"
    yield f"| elements on the page | {elements:,} |"
    for name, number in PAGES.items():
        took, size = asked(request, f"{pool}/members?page={number}")
        yield f"| 50 people, {name}: at the server, median and slowest; bytes | {spread(took)}; {size:,} |"


def asked(request: APIRequestContext, address: str) -> tuple[list[float], int]:
    took, size = [], 0
    for _ in JUMPS:
        began = perf_counter()
        answer = request.get(address)
        took.append(1000 * (perf_counter() - began))
        assert answer.ok
        size = len(answer.body())
    return took, size


def spread(values: list[float]) -> str:
    return f"{median(values):.0f}, {max(values):.0f} ms"
