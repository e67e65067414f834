"""A candidate whose network goes away and comes back in the middle of a talk."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from playwright.sync_api import expect

from e2e.logs import Entries, streams_of
from e2e.people import PATIENTLY, Candidate, Interviewer

GONE = "The connection is gone for a moment."
SILENT = "Nothing comes from"
CANDIDATE = "candidate"


def begin(ada: Interviewer, cai: Candidate, name: str) -> None:
    """A talk with notes, under way."""
    interview, link = ada.invite_new(name)
    ada.open_room(interview)
    cai.arrive(link)
    ada.let_in()
    ada.start()
    cai.has_acknowledged(entries=20)


@contextmanager
def without_network(person: Candidate) -> Iterator[None]:
    """While the block runs nothing leaves or reaches this browser, open sockets included."""
    person.context.set_offline(True)
    try:
        yield
    finally:
        person.context.set_offline(False)


def seconds_until_back(ada: Interviewer, candidate: Candidate) -> float:
    """From now until the candidate's page is connected again. The interviewer's then says no more of it."""
    began_at = time.monotonic()
    expect(candidate.page.get_by_text(GONE)).to_be_hidden(timeout=PATIENTLY)
    took_s = time.monotonic() - began_at
    expect(ada.page.get_by_text(SILENT)).to_be_hidden(timeout=PATIENTLY)
    return took_s


def candidates_streams(entries: Entries) -> list[Entries]:
    """What the candidate's pages wrote. The first of them may have been too short for a note on attention."""
    streams = streams_of(entries).values()
    return [stream for stream in streams if stream[0]["role"] == CANDIDATE]


def came_late(entries: Entries, seconds: float) -> Entries:
    """What was received so long after it happened."""
    return [entry for entry in entries if entry["received_us"] - entry["estimated_us"] > seconds * 1e6]


def assert_in_order_and_once(stream: Entries) -> None:
    """By the numbers that the pages gave and the place in the log; dated as each page's own clock counted."""
    ordered = sorted(stream, key=lambda entry: int(entry["position"]))
    assert [entry["number"] for entry in ordered] == list(range(1, len(stream) + 1))
    for before, after in pairwise(ordered):
        if before["epoch"] == after["epoch"]:
            passed_us = after["at_us"] - before["at_us"]
            dated_us = after["estimated_us"] - before["estimated_us"]
            assert abs(dated_us - passed_us) <= before["uncertainty_us"] + after["uncertainty_us"]
