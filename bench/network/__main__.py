"""Takes the candidate's network away in the middle of a talk, and prints how soon and how whole all is back.

    python -m bench.network [ROUNDS] [SECONDS]

Two real browsers, the real server. `back after`: from when the network returned until the page was
connected again. `bench/network/README.md` keeps the table.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.puppet.film import ready
from bench.puppet.scripts import SCRIPTS
from e2e.browsers import browser
from e2e.house import House, free_port
from e2e.logs import assert_receipts_are_honoured, assert_streams_have_no_holes, exported
from e2e.network import (
    assert_in_order_and_once,
    begin,
    came_late,
    candidates_streams,
    seconds_until_back,
    without_network,
)
from e2e.people import Candidate, Interviewer

LATE_S = 3


@dataclass(frozen=True)
class Return:
    back_after_s: float
    entries: int
    late: int


def hold(house: House, name: str, offline_s: float, folder: Path) -> Return:
    """One talk. Fails where anything is missing, doubled or out of order."""
    clip = ready(SCRIPTS["steady"]).video
    with sync_playwright() as p, browser(p, clip) as one, browser(p, clip) as other:
        ada, cai = Interviewer(one, house), Candidate(other, house)
        ada.sign_in()
        begin(ada, cai, name)
        with without_network(cai):
            cai.page.wait_for_timeout(offline_s * 1_000)
            ada.sees("Last heard")
            held = cai.receipts()
        back_after_s = seconds_until_back(ada, cai)
        cai.has_acknowledged(entries=max(receipt["through"] for receipt in held) + round(2 * offline_s))
        held += cai.receipts()
        ada.end()
        cai.sees("All notes of your device have arrived.")
        entries = exported(house, ada.reads_report(), folder)
    assert_receipts_are_honoured(held, entries)
    assert_streams_have_no_holes(entries)
    (stream,) = candidates_streams(entries)
    assert_in_order_and_once(stream)
    return Return(back_after_s, len(stream), len(came_late(stream, LATE_S)))


def main(rounds: int = 5, seconds: float = 60) -> None:
    print(f"| talk | offline, s | back after, s | entries of the candidate | later than {LATE_S} s |")
    print("|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        house = House(Path(folder) / "house", free_port())
        house.start()
        try:
            for talk in range(1, rounds + 1):
                found = hold(house, f"Person {talk}", seconds, Path(folder))
                cells = [f"{talk}", f"{seconds:.0f}", f"{found.back_after_s:.1f}"]
                print(f"| {' | '.join(cells)} | {found.entries} | {found.late} |", flush=True)
        finally:
            house.stop()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
