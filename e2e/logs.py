"""The log of a session as a stranger gets it."""

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

from e2e.house import House

Entries = list[dict[str, Any]]


def exported(house: House, session: str, folder: Path) -> Entries:
    log = folder / "log.jsonl"
    assert house.run("report", "export", session, "--format", "log", "--out", str(log)).returncode == 0
    with log.open(encoding="utf-8") as lines:
        next(lines)
        return [json.loads(line) for line in lines]


def stored(house: House, session: str, kind: str) -> Entries:
    """Payloads of one kind as they lie on the disk, of a session that may still go on."""
    with closing(sqlite3.connect(house.data / "evidence.sqlite3", timeout=20)) as log:
        rows = log.execute(
            "select payload from entries where session_id = ? and kind = ? order by position",
            (UUID(session).bytes, kind),
        ).fetchall()
    return [json.loads(payload) for (payload,) in rows]


def streams_of(entries: Entries, author: str | None = None) -> dict[str, Entries]:
    """What each page of somebody wrote, in the order of the log."""
    streams: dict[str, Entries] = defaultdict(list)
    for entry in entries:
        if author in (None, entry["author"]):
            streams[entry["stream"]].append(entry)
    return streams


def assert_streams_have_no_holes(entries: Entries) -> None:
    for stream in streams_of(entries).values():
        assert sorted(entry["number"] for entry in stream) == list(range(1, len(stream) + 1))


def assert_receipts_are_honoured(held: Entries, entries: Entries) -> None:
    hashes = {(entry["stream"], entry["number"]): entry["hash"] for entry in entries}
    for receipt in held:
        assert hashes[receipt["stream"], receipt["through"]] == receipt["head"]


def share_watched(entries: Entries, begun_us: int, ended_us: int) -> float:
    """How much of a stretch of time the candidate's device states something of, by the server's clock."""
    spans = sorted(
        (entry["estimated_us"] - entry["payload"]["duration_ms"] * 1000, entry["estimated_us"])
        for entry in entries
        if entry["kind"] == "proctoring.observation" and entry["payload"]["observed"] == "presence"
    )
    watched_us, until_us = 0, begun_us
    for start_us, end_us in spans:
        seen_us = min(end_us, ended_us) - max(start_us, until_us)
        if seen_us > 0:
            watched_us, until_us = watched_us + seen_us, end_us
    return watched_us / (ended_us - begun_us)
