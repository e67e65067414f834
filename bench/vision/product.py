"""`python -m bench.vision.product --minutes 3`: what watching costs in the running product. How long the
green room takes to its first reading, at first and again, and what a call leaves for readings of faces beside
it.

Everything runs on one machine: the server, the candidate's browser, and the interviewer's with the other end,
which takes only what the candidate's leaves."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from os import environ, pathsep
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from playwright.sync_api import Playwright, sync_playwright

from bench.puppet import film
from bench.puppet.scripts import SCRIPTS
from bench.vision.lasting import MINUTE_S, WORKER, own_processes, seconds_of
from bench.vision.strata.table import markdown
from e2e.browsers import browser, chromium
from e2e.house import House, free_port
from e2e.people import Candidate, Interviewer

TOLD = Path(__file__).with_suffix(".js")
VISITS = 6
GROUP = Path("/sys/fs/cgroup/cpu/fairview-bench")
FIRST_HEAD = ("first reading after the page was opened", "ms")
CALL_HEAD = (
    "minute",
    "readings/s",
    "p50 / p95",
    "long tasks",
    "things/s",
    "a thing's picture",
    "workers, of a core",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.vision.product", description=__doc__)
    parser.add_argument("--minutes", type=int, default=3)
    chosen = parser.parse_args()
    with sync_playwright() as playwright, running() as house, people(playwright, house) as (ada, cai):
        interview, link = ada.invite_new("Sana Aziz")
        cai.agree(link)
        first = [first_reading(cai)]
        for _ in range(VISITS):
            cai.page.reload()
            first.append(first_reading(cai))
        print(markdown(FIRST_HEAD, [["after “Agree”, nothing cached", f"{first[0]:.0f}"], again(first[1:])]))
        cai.press("This works")
        cai.hold_still()
        ada.open_room(interview)
        ada.let_in()
        ada.start()
        assert cai.receives_media() and ada.receives_media()
        print(markdown(CALL_HEAD, [minute(cai, number) for number in range(1, chosen.minutes + 1)]))


@contextmanager
def running() -> Iterator[House]:
    with TemporaryDirectory() as folder:
        house = House(Path(folder), free_port())
        house.start()
        try:
            yield house
        finally:
            house.stop()


@contextmanager
def people(playwright: Playwright, house: House) -> Iterator[tuple[Interviewer, Candidate]]:
    clip = film.ready(SCRIPTS["steady"]).video
    with ExitStack() as stack:
        with yielding():
            theirs = stack.enter_context(browser(playwright))
        own = stack.enter_context(browser(playwright, clip))
        own.add_init_script(path=TOLD)
        ada, cai = Interviewer(theirs, house), Candidate(own, house)
        ada.sign_in()
        yield ada, cai
    with suppress(OSError):
        GROUP.rmdir()


@contextmanager
def yielding() -> Iterator[None]:
    """Chromium that is started meanwhile takes only what the others leave, as if it ran elsewhere; where
    there is no cgroup (v1) to write, it takes its share. Niceness would not do: Chromium sets its own."""
    with suppress(OSError):
        GROUP.mkdir()
        (GROUP / "cpu.shares").write_text("2")
    with TemporaryDirectory() as folder:
        wrapper = Path(folder) / "chromium"
        wrapper.write_text(f'#!/bin/sh\necho $$ > {GROUP}/cgroup.procs\nexec "{chromium()}" "$@"\n')
        wrapper.chmod(0o755)
        before = environ["PATH"]
        environ["PATH"] = f"{folder}{pathsep}{before}"
        try:
            yield
        finally:
            environ["PATH"] = before


def first_reading(cai: Candidate) -> float:
    cai.page.wait_for_function("() => told.firstMs !== null", timeout=60_000)
    return float(cai.page.evaluate("() => told.firstMs - told.pressedMs"))


def again(times: list[float]) -> list[str]:
    return [
        f"on a reload, median of {len(times)}",
        f"{median(times):.0f} ({min(times):.0f}–{max(times):.0f})",
    ]


def minute(cai: Candidate, number: int) -> list[str]:
    drained(cai)
    before = worker_seconds()
    cai.page.wait_for_timeout(MINUTE_S * 1000)
    told = drained(cai)
    spent = sorted((now - before.get(task, 0) for task, now in worker_seconds().items()), reverse=True)
    p50, p95 = np.percentile(told["costs"], (50, 95))
    return [
        f"{number}",
        f"{len(told['costs']) / MINUTE_S:.1f}",
        f"{p50:.1f} / {p95:.1f} ms",
        f"{told['longTasks']}",
        f"{len(told['objects']) / MINUTE_S:.2f}",
        f"{median(told['objects'] or [0]):.0f} ms",
        " + ".join(f"{seconds / MINUTE_S:.2f}" for seconds in spent if seconds > 0.6),
    ]


def drained(cai: Candidate) -> dict[str, Any]:
    return dict(
        cai.page.evaluate(
            """() => {
                const { costs, objects, longTasks } = told
                Object.assign(told, { costs: [], objects: [], longTasks: 0 })
                return { costs, objects, longTasks }
            }"""
        )
    )


def worker_seconds() -> dict[str, float]:
    """Processor time of each worker of all pages."""
    return {
        task.name: seconds
        for process in own_processes()
        for task in (process / "task").iterdir()
        if (seconds := seconds_of(task, WORKER)) is not None
    }


if __name__ == "__main__":
    main()
