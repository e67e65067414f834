"""From the address of an invitation until its next step answers, in a browser that was never here before."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Playwright

from bench.pages.lines import FAST_3G, SLOW_4G, Line, slow_down
from bench.pages.plain import plain_pages
from e2e.browsers import browser

PROMISE_MS = 2_000
WIDTH, HEIGHT = 412, 823
NOTING = Path(__file__).with_name("first.js")
WIRE = """() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
    .filter((one) => one.responseEnd > 0 && one.responseEnd <= firstPage.answered)
    .reduce((sum, one) => sum + one.transferSize, 0)"""


@dataclass(frozen=True)
class Visit:
    shown_ms: float
    answered_ms: float
    wire_bytes: float


def visit(playwright: Playwright, address: str, line: Line) -> Visit:
    with browser(playwright, width=WIDTH, height=HEIGHT) as context:
        page = context.pages[0]
        page.add_init_script(path=NOTING)
        slow_down(page, line)
        page.goto(address, wait_until="commit")
        page.wait_for_function("() => firstPage.answered !== undefined")
        noted = page.evaluate("firstPage")
        return Visit(noted["shown"], noted["answered"], page.evaluate(WIRE))


def rows(playwright: Playwright, link: str, rounds: int) -> Iterator[str]:
    yield f"| line | page | over the line | button shown | it answers | of {PROMISE_MS} ms | ratio to empty |"
    yield "|---|---|---|---|---|---|---|"
    with plain_pages() as plain:
        pages = {
            "empty, script of 1 kB": f"{plain}/1000",
            "static, script of 150 kB": f"{plain}/150000",
            "**the invitation**": link,
        }
        for line in (FAST_3G, SLOW_4G):
            visits: dict[str, list[Visit]] = {name: [] for name in pages}
            for _ in range(rounds):
                for name, address in pages.items():
                    visits[name].append(visit(playwright, address, line))
            empty_ms = median(one.answered_ms for one in visits["empty, script of 1 kB"])
            for name, seen in visits.items():
                yield f"| {line.name} | {name} | {cells(seen, empty_ms)} |"


def cells(seen: list[Visit], empty_ms: float) -> str:
    answered = [one.answered_ms for one in seen]
    typical = median(answered)
    return " | ".join(
        [
            f"{median(one.wire_bytes for one in seen) / 1000:.0f} kB",
            f"{median(one.shown_ms for one in seen):.0f} ms",
            f"{typical:.0f} ({min(answered):.0f} … {max(answered):.0f}) ms",
            f"{typical / PROMISE_MS:.2f}",
            f"{typical / empty_ms:.2f}",
        ]
    )
