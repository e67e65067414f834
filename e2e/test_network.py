"""The candidate's network or storage goes away in the middle: what was noted arrives, in order, once.

Two tabs and a second device are in `test_tabs.py`, a server that is killed in `test_restart.py`.
"""

from pathlib import Path

import pytest

from e2e.house import House
from e2e.logs import assert_receipts_are_honoured, assert_streams_have_no_holes, exported
from e2e.network import (
    GONE,
    assert_in_order_and_once,
    begin,
    came_late,
    candidates_streams,
    seconds_until_back,
    without_network,
)
from e2e.people import Candidate, Interviewer

pytestmark = pytest.mark.whole_machine

CLEARED = """async () => {
    localStorage.clear()
    const names = (await indexedDB.databases()).map(({ name }) => name)
    await Promise.all(names.map((name) => new Promise((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase(name)
        deletion.onsuccess = resolve
        deletion.onerror = reject
    })))
}"""


@pytest.mark.timeout(180)
def test_what_happens_offline_arrives_afterwards(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    begin(ada, cai, "Noor Haddad")
    with without_network(cai):
        cai.sees(GONE)
        ada.sees("Nothing comes from Noor Haddad at the moment.")
        ada.sees("Last heard")
        held = cai.receipts()
    print(f"back after {seconds_until_back(ada, cai):.1f} s")
    cai.has_acknowledged(entries=max(receipt["through"] for receipt in held) + 40)

    held += cai.receipts()
    cai.page.reload()
    cai.sees("notes on attention are taken")
    cai.has_acknowledged(entries=max(receipt["through"] for receipt in held) + 20)

    ada.end()
    cai.sees("All notes of your device have arrived.")
    entries = exported(house, ada.reads_report(), tmp_path)
    assert_receipts_are_honoured(held, entries)
    assert_streams_have_no_holes(entries)
    (stream,) = candidates_streams(entries)
    assert_in_order_and_once(stream)
    assert len({entry["epoch"] for entry in stream}) == 2, "one stream, written by two loads of the page"
    assert len(came_late(stream, seconds=3)) > 10, "what was noted offline came later"
    assert "evidence.gap_noted" not in [entry["kind"] for entry in entries]
    ada.sees("What was noted meanwhile arrived later.")
    for person in (ada, cai):
        assert person.complaints == []


@pytest.mark.timeout(180)
def test_a_browser_that_was_cleared_begins_another_stream(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    begin(ada, cai, "Mika Laine")
    held = cai.receipts()
    clear_storage(cai)
    cai.page.reload()
    cai.sees("notes on attention are taken")
    cai.has_acknowledged(entries=20)
    held += cai.receipts()

    ada.end()
    cai.sees("All notes of your device have arrived.")
    entries = exported(house, ada.reads_report(), tmp_path)
    assert_receipts_are_honoured(held, entries)
    assert_streams_have_no_holes(entries)
    streams = candidates_streams(entries)
    assert len(streams) == 2, "what the browser forgot is no part of what it writes anew"
    for stream in streams:
        assert_in_order_and_once(stream)


@pytest.mark.timeout(180)
def test_what_a_crashed_tab_kept_arrives_from_the_next(
    house: House, ada: Interviewer, cai: Candidate, tmp_path: Path
) -> None:
    begin(ada, cai, "Ilse Berg")
    with without_network(cai):
        cai.sees(GONE)
        cai.keeps_unsent(entries=20)
        held = cai.receipts()
        tab = cai.in_another_tab()
        cai.crash()

    tab.page.goto(f"{house.address}/join")
    tab.press("This works")
    tab.hold_still(until="Data engineer")
    tab.sees("notes on attention are taken")
    tab.has_acknowledged(entries=max(receipt["through"] for receipt in held) + 40)

    ada.end()
    tab.sees("All notes of your device have arrived.")
    entries = exported(house, ada.reads_report(), tmp_path)
    assert_receipts_are_honoured([*held, *tab.receipts()], entries)
    assert_streams_have_no_holes(entries)
    (stream,) = candidates_streams(entries)
    assert_in_order_and_once(stream)
    assert len({entry["epoch"] for entry in stream}) == 2, "one stream, begun by the page that crashed"
    assert len(came_late(stream, seconds=1)) > 10


def clear_storage(person: Candidate) -> None:
    """All but the cookie, without which the person would be a stranger, and what the tab itself remembers."""
    person.page.evaluate(CLEARED)
