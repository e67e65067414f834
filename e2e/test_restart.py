"""The server is killed in the middle of an interview and started again. Nobody does anything about it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fairview.kit.clock import now_us
from playwright.sync_api import expect

from bench.puppet.film import Clip
from e2e.house import House
from e2e.logs import assert_receipts_are_honoured, assert_streams_have_no_holes, exported, share_watched
from e2e.people import PATIENTLY, Candidate, Interviewer

pytestmark = pytest.mark.whole_machine


@pytest.mark.timeout(300)
def test_nothing_acknowledged_is_lost_and_the_call_goes_on(
    house: House,
    ada: Interviewer,
    at_browser: Callable[..., Candidate],
    steady_clip: Clip,
    tmp_path: Path,
) -> None:
    noor = at_browser(Candidate, steady_clip.video, zone="Asia/Beirut")
    ada.add_candidate("Noor Haddad", "noor@candidates.example", "Asia/Beirut")
    interview = ada.plan_interview("Noor Haddad", "Data engineer")
    link = ada.invite()
    ada.open_room(interview)
    noor.arrive(link)
    ada.let_in()
    ada.start()
    assert ada.receives_media()
    assert noor.receives_media()
    noor.has_acknowledged(entries=40)
    connections = noor.connections_made()

    house.kill()
    gone_us = now_us()
    held = noor.receipts()
    assert held, "the candidate holds a receipt"
    noor.sees("The connection is gone for a moment.")
    ada.sees("The connection is gone for a moment.")
    assert noor.decodes_pictures_meanwhile(), "the call goes on without the server"
    back_us = now_us()
    house.start()

    for person in (ada, noor):
        notice = person.page.get_by_text("The connection is gone for a moment.")
        expect(notice).to_be_hidden(timeout=PATIENTLY)
    assert noor.connections_made() == connections, "the call was never built again"
    noor.has_acknowledged(entries=max(receipt["through"] for receipt in held) + 40)

    ada.end()
    noor.sees("All notes of your device have arrived.")
    session = ada.reads_report()
    entries = exported(house, session, tmp_path)
    assert_receipts_are_honoured(held, entries)
    assert_streams_have_no_holes(entries)
    assert share_watched(entries, gone_us, back_us) > 0.5, "what the device saw meanwhile came later"
    assert ada.complaints == []
    assert noor.complaints == []
