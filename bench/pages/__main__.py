"""How soon a page is there, how still it stands, and how smoothly it scrolls.

    python -m bench.pages [--rounds 5] [first|routes|shifts|scrolling ...]

Without names, all of them. README.md keeps the tables.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from playwright.sync_api import Playwright, sync_playwright

from bench.pages import first, routes, scrolling, shifts
from bench.pages.crowd import crowded_pool
from bench.pages.plain import plain_pages
from bench.puppet.film import ready
from bench.puppet.scripts import SCRIPTS
from e2e.browsers import browser
from e2e.house import House, free_port
from e2e.people import Candidate, Interviewer


@dataclass(frozen=True)
class Bench:
    playwright: Playwright
    house: House
    ada: Interviewer
    rounds: int

    def invited(self, name: str) -> tuple[str, str]:
        """An interview and its link, which no browser has followed yet."""
        return self.ada.invite_new(name)

    def candidate(self, stack: ExitStack) -> Candidate:
        camera = ready(SCRIPTS["steady"]).video
        phone = browser(self.playwright, camera, width=first.WIDTH, height=first.HEIGHT)
        return Candidate(stack.enter_context(phone), self.house)


def first_page(bench: Bench) -> Iterator[str]:
    _, link = bench.invited("Cai Haddad")
    yield from first.rows(bench.playwright, link, bench.rounds)


def changes(bench: Bench) -> Iterator[str]:
    _, link = bench.invited("Noor Haddad")
    with ExitStack() as stack:
        plain, cai = stack.enter_context(plain_pages()), bench.candidate(stack)
        still = bench.ada.context.new_page()
        for page in (still, bench.ada.page, cai.page):
            page.add_init_script(path=routes.CHANGING)
        still.goto(f"{plain}/steps")
        bench.ada.page.goto(f"{bench.house.address}/today")
        cai.open_link(link)
        cai.press("Continue")
        cai.sees_heading("What we will see")
        yield from routes.rows(still, bench.ada.page, cai.page, bench.rounds)


def movement(bench: Bench) -> Iterator[str]:
    interview, link = bench.invited("Sami Haddad")
    (pool,) = bench.house.ask_desk("select id from candidates_pool where name = 'Ward nurses, spring'")
    places = ["today", "candidates", "pools", "lots", "interviews", "reports", "messages", "tokens", "runs"]
    paths = {place: f"/{place}" for place in places}
    paths |= {"a pool": f"/pools/{UUID(str(pool[0]))}", "an interview": f"/interviews/{interview}"}
    with ExitStack() as stack:
        yield from shifts.rows(bench.ada, bench.candidate(stack), link, paths)


def many_rows(bench: Bench) -> Iterator[str]:
    pool = crowded_pool(bench.house, scrolling.PEOPLE)
    with plain_pages() as plain:
        pages = [bench.ada.context.new_page() for _ in range(2)]
        for page in pages:
            page.add_init_script(path=scrolling.WATCHING)
        pages[0].goto(f"{plain}/table/2000")
        pages[1].goto(f"{bench.house.address}/pools/{pool}")
        yield from scrolling.rows(*pages)
        yield ""
        tools = bench.ada.context.new_cdp_session(pages[1])
        api = f"{bench.house.address}/api/pools/{pool}"
        yield from scrolling.rests(pages[1], tools, bench.ada.context.request, api)


PARTS: dict[str, Callable[[Bench], Iterator[str]]] = {
    "first": first_page,
    "routes": changes,
    "shifts": movement,
    "scrolling": many_rows,
}


def main(names: list[str], rounds: int) -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright, browser(playwright) as context:
        house = House(Path(folder) / "house", free_port())
        house.start()
        try:
            ada = Interviewer(context, house)
            ada.sign_in()
            bench = Bench(playwright, house, ada, rounds)
            for name in names:
                for row in PARTS[name](bench):
                    print(row, flush=True)
                print()
        finally:
            house.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    chosen = parser.parse_args()
    main(chosen.parts or list(PARTS), chosen.rounds)
