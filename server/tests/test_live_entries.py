"""Entries over the socket and over HTTP: acknowledged means durable, and each reads only what is theirs."""

import sqlite3
import time
from collections.abc import AsyncIterator
from typing import Any
from unittest.mock import patch
from uuid import UUID

import httpx
import msgspec
import pytest
from fairview.evidence.contracts import MAX_BATCH_BYTES, EntriesAcknowledged, GapNoted
from fairview.evidence.public import append_from_server, is_genuine, read_entries, verify_chain
from fairview.evidence.store_sqlite import SqliteStore
from fairview.evidence.tests.builders import no_more_space
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.reports.contracts import ScorecardSubmitted
from fairview.rooms.contracts import SessionStarted
from starlette.concurrency import run_in_threadpool

from tests.live import LiveServer, Message, Room, Visitor, live_server

NOTE = {"kind": "evidence.gap_noted", "lost": 1, "reason": "test"}
MINUTE_US = 60_000_000


def presence(value: str, seconds: int) -> Message:
    return {
        "kind": "proctoring.observation",
        "observed": "presence",
        "value": value,
        "confidence_pm": 950,
        "duration_ms": seconds * 1_000,
        "detector": "face",
        "model_version": "1",
    }


@pytest.fixture
async def live() -> AsyncIterator[LiveServer]:
    async with live_server() as server:
        yield server


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def stream() -> UUID:
    return new_id()


async def refusals(visitor: Visitor) -> list[tuple[int, str]]:
    refused = await visitor.hear("evidence.refused_state")
    return [(refusal["number"], refusal["code"]) for refusal in refused["refusals"]]


def of_stream(room: Room, stream: UUID) -> list[int]:
    return [entry.number for entry in read_entries(room.id) if entry.stream_id == stream]


# Over the socket


async def test_an_acknowledgement_is_a_receipt_for_what_is_stored(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE, NOTE, NOTE)
        heard = await cai.hear("evidence.acknowledged_state")
    entries = list(read_entries(room.id))
    receipt = msgspec.convert({key: heard[key] for key in heard if key != "type"}, EntriesAcknowledged)
    newest = [entry for entry in entries if entry.stream_id == stream][-1]
    assert (receipt.through, receipt.head) == (3, newest.hash.hex())
    assert is_genuine(receipt, room.id, live.plane.log.key.public)
    assert verify_chain(entries) == []
    assert (newest.role, str(newest.author_id)) == ("candidate", room.cai.id)


async def test_sending_again_after_a_lost_answer_changes_nothing(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE, NOTE)
        await cai.hear("evidence.acknowledged_state", through=2)
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE, NOTE, NOTE)
        await cai.hear("evidence.acknowledged_state", through=3)
        await cai.append(stream, 2, {**NOTE, "lost": 7})
        assert await refusals(cai) == [(2, "stream_conflict")]
        await cai.append(stream, 9, NOTE)
        assert await refusals(cai) == [(9, "out_of_order")]
    assert of_stream(room, stream) == [1, 2, 3]


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"kind": "nothing.known"}, "invalid_payload"),
        ({**NOTE, "lost": 0.5}, "invalid_payload"),
        ({**NOTE, "lost": 2**60}, "invalid_payload"),
        ({**NOTE, "more": 1}, "invalid_payload"),
        ({**NOTE, "reason": "x" * 70_000}, "payload_too_large"),
        ({"kind": "rooms.session_started", "by": "me", "policy": "standard@1"}, "kind_not_allowed"),
        (
            {"kind": "proctoring.incident_reviewed", "incident": "a", "review": "dismissed"},
            "kind_not_allowed",
        ),
    ],
)
async def test_what_must_not_be_written_is_refused_and_the_rest_kept(
    live: LiveServer, room: Room, stream: UUID, payload: Message, code: str
) -> None:
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE, payload)
        assert await refusals(cai) == [(2, code)]
        await cai.hear("evidence.acknowledged_state", through=1)
    assert of_stream(room, stream) == [1]


async def test_only_who_agreed_is_observed(live: LiveServer, room: Room, stream: UUID) -> None:
    async with live.visit(room, room.ines) as ines:
        await ines.append(new_id(), 1, presence("present", 1))
        assert await refusals(ines) == [(1, "kind_not_allowed")]
    room.change_cai(is_observed=False)
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, presence("present", 1))
        assert await refusals(cai) == [(1, "kind_not_allowed")]
        live.plane.rooms.apply_facts(room.change_cai(is_observed=True))
        await cai.append(stream, 1, presence("present", 1))
        await cai.hear("evidence.acknowledged_state", through=1)


async def test_nobody_extends_the_stream_of_another(live: LiveServer, room: Room, stream: UUID) -> None:
    async with live.visit(room, room.cai) as cai, live.visit(room, room.ines) as ines:
        await cai.append(stream, 1, NOTE)
        await cai.hear("evidence.acknowledged_state")
        await ines.append(stream, 2, NOTE)
        assert await refusals(ines) == [(2, "stream_conflict")]


async def test_the_servers_clock_is_found_from_exchanges(live: LiveServer, room: Room, stream: UUID) -> None:
    zero_us = now_us() - 10 * MINUTE_US
    async with live.visit(room, room.cai) as cai:
        previous = None
        for _ in range(3):
            t0_us = now_us() - zero_us
            await cai.say("clock.ping", epoch="page", t0_us=t0_us, previous=previous)
            pong = await cai.hear("clock.pong_state", t0_us=t0_us)
            times = {name: pong[name] for name in ("t0_us", "t1_us", "t2_us")}
            previous = {**times, "t3_us": now_us() - zero_us}
        happened_us = now_us()
        entry = {"number": 1, "at_us": happened_us - zero_us, "payload": NOTE}
        await cai.say("evidence.append", stream=str(stream), epoch="page", entries=[entry])
        await cai.hear("evidence.acknowledged_state")
    stored = next(entry for entry in read_entries(room.id) if entry.stream_id == stream)
    assert abs(stored.estimated_us - happened_us) <= stored.uncertainty_us < 1_000_000
    assert stored.estimated_us <= stored.received_us


async def test_a_new_process_goes_on_where_the_old_one_was_stopped(room: Room, stream: UUID) -> None:
    async with live_server() as live, live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE, NOTE)
        await cai.hear("evidence.acknowledged_state", through=2)
    async with live_server() as live, live.visit(room, room.cai) as cai:
        await cai.append(stream, 2, NOTE, NOTE)
        await cai.hear("evidence.acknowledged_state", through=3)
    assert of_stream(room, stream) == [1, 2, 3]
    assert verify_chain(read_entries(room.id)) == []


async def test_the_desk_writes_beside_the_sockets(live: LiveServer, room: Room, stream: UUID) -> None:
    """From a thread, as Django does, and heard by the consumers like everything else."""
    started = SessionStarted(by=room.ines.id, policy="standard@1")
    async with live.visit(room, room.cai) as cai:
        await run_in_threadpool(append_from_server, room.id, started, actor_id=UUID(room.ines.id))
        await cai.append(stream, 1, NOTE)
        await cai.hear("evidence.acknowledged_state")
        entries = await live.entries(room.id, 3)
    assert {entry.kind for entry in entries} >= {"rooms.session_started", "evidence.gap_noted"}
    assert verify_chain(read_entries(room.id)) == []


async def test_what_the_rules_find_reaches_the_interviewer_alone(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    start_us = now_us() - MINUTE_US
    with patch("fairview.evidence.log.now_us", return_value=start_us):
        started = SessionStarted(by=room.ines.id, policy="standard@1")
        append_from_server(room.id, started, actor_id=UUID(room.ines.id))
    absent = [
        {"number": second, "at_us": start_us + second * 1_000_000, "payload": presence("absent", 1)}
        for second in range(1, 16)
    ]
    async with live.visit(room, room.ines) as ines, live.visit(room, room.cai) as cai:
        batch = {"stream": str(stream), "epoch": "page", "origin_us": 0, "entries": absent}
        await cai.say("evidence.append", **batch)
        alert = await ines.hear("proctoring.incidents_state")
        while not alert["incidents"]:
            alert = await ines.hear("proctoring.incidents_state")
        await cai.hear("evidence.acknowledged_state", through=15)
        await cai.ping()
    async with live.visit(room, room.ines) as ines:
        again = await ines.hear("proctoring.incidents_state")
    assert [incident["rule"] for incident in alert["incidents"]] == ["absence"]
    assert again["incidents"] == alert["incidents"], "whoever comes later sees the same"
    assert not [message for message in cai.heard if message["type"].startswith("proctoring.")]


async def test_a_log_that_cannot_keep_up_asks_for_the_same_again(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    token = await token_of(live, room, stream)
    async with live.visit(room, room.cai) as cai:
        with patch.object(live.plane.log.writer, "max_waiting", 0):
            await cai.append(stream, 2, NOTE)
            assert (await cai.hear("evidence.slow_down_state"))["retry_after_ms"] > 0
            busy = await post(live, room, token, json=batch(stream, 2))
        with patch("fairview.evidence.writer.commit", side_effect=sqlite3.OperationalError("disk full")):
            await cai.append(stream, 2, NOTE)
            await cai.hear("evidence.slow_down_state")
            full = await post(live, room, token, json=batch(stream, 2))
        await cai.append(stream, 2, NOTE)
        await cai.hear("evidence.acknowledged_state", through=2)
    assert [(each.status_code, each.json()["code"]) for each in (busy, full)] == [
        (503, "log_busy"),
        (503, "log_unavailable"),
    ]
    assert busy.headers["retry-after"] == "1"


async def test_a_full_disk_is_said_to_be_full_and_everything_goes_on_when_there_is_room(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    token = await token_of(live, room, stream)
    store = live.plane.log.writer.store
    assert isinstance(store, SqliteStore)
    long = {**NOTE, "reason": "x" * 60_000}
    async with live.visit(room, room.cai) as cai:
        with no_more_space(store):
            await cai.append(stream, 2, long)
            assert (await cai.hear("evidence.slow_down_state"))["retry_after_ms"] > 0
            full = await post(live, room, token, json=batch(stream, 2, long))
        await cai.append(stream, 2, long)
        await cai.hear("evidence.acknowledged_state", through=2)
    assert (full.status_code, full.json()["code"], full.headers["retry-after"]) == (507, "log_full", "1")
    assert of_stream(room, stream) == [1, 2]


# Over HTTP


async def token_of(live: LiveServer, room: Room, stream: UUID) -> str:
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE)
        token = await cai.hear("evidence.stream_token_state", stream=str(stream))
        await cai.hear("evidence.acknowledged_state", through=1)
    return str(token["token"])


def batch(stream: UUID, number: int, payload: Message = NOTE) -> dict[str, Any]:
    entry = {"number": number, "at_us": now_us(), "payload": payload}
    return {"type": "evidence.append", "stream": str(stream), "epoch": "page", "entries": [entry]}


async def post(live: LiveServer, room: Room, token: str, **content: Any) -> httpx.Response:
    async with live.http as http:
        headers = {"Authorization": f"Stream {token}", **content.pop("headers", {})}
        return await http.post(f"/live/{room.id}/entries", headers=headers, **content)


async def test_a_closing_page_sends_the_rest_over_http(live: LiveServer, room: Room, stream: UUID) -> None:
    token = await token_of(live, room, stream)
    as_json = await post(live, room, token, json=batch(stream, 2))
    packed = msgspec.msgpack.encode(batch(stream, 3))
    as_packed = await post(live, room, token, content=packed, headers={"Content-Type": "application/msgpack"})
    assert as_json.json()["acknowledged"]["through"] == 2
    assert as_packed.json()["acknowledged"]["through"] == 3
    assert as_packed.json()["refused"] is None
    assert of_stream(room, stream) == [1, 2, 3]


async def test_the_token_opens_its_own_stream_and_room_for_a_day(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    token = await token_of(live, room, stream)
    answers = [
        await post(live, room, token, json=batch(new_id(), 1)),
        await post(live, Room(), token, json=batch(stream, 2)),
        await post(live, room, token + "x", json=batch(stream, 2)),
        await post(live, room, room.ticket(room.cai), json=batch(stream, 2)),
    ]
    with patch("django.core.signing.time.time", return_value=time.time() + 24 * 3_600 + 5):
        answers.append(await post(live, room, token, json=batch(stream, 2)))
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {
        (403, "stream_token_invalid")
    }
    async with live.http as http:
        assert (await http.post(f"/live/{room.id}/entries", json=batch(stream, 2))).status_code == 401
    assert of_stream(room, stream) == [1]


async def test_the_end_of_a_room_renews_the_tokens(live: LiveServer, room: Room, stream: UUID) -> None:
    async with live.visit(room, room.cai) as cai:
        await cai.append(stream, 1, NOTE)
        await cai.hear("evidence.stream_token_state")
        live.plane.rooms.apply_facts(room.change(state="ended", ended_us=now_us()))
        renewed = await cai.hear("evidence.stream_token_state", stream=str(stream))
    answer = await post(live, room, renewed["token"], json=batch(stream, 2))
    assert answer.json()["acknowledged"]["through"] == 2


async def test_bodies_that_make_no_sense_are_refused(live: LiveServer, room: Room, stream: UUID) -> None:
    token = await token_of(live, room, stream)
    malformed = await post(live, room, token, content=b"{")
    huge = await post(live, room, token, content=bytes(MAX_BATCH_BYTES + 1))
    assert (malformed.status_code, malformed.json()["code"]) == (422, "invalid")
    assert (huge.status_code, huge.json()["code"]) == (413, "batch_too_large")


async def read(live: LiveServer, room: Room, ticket: str, query: str = "") -> httpx.Response:
    async with live.http as http:
        return await http.get(
            f"/live/{room.id}/entries{query}", headers={"Authorization": f"Ticket {ticket}"}
        )


async def test_an_interviewer_reads_on_from_a_position(live: LiveServer, room: Room, stream: UUID) -> None:
    await token_of(live, room, stream)
    await live.entries(room.id, 3)
    first = (await read(live, room, room.ticket(room.ines), "?after=0&limit=2")).json()
    rest = (await read(live, room, room.ticket(room.ines), f"?after={first['next']}")).json()
    none = (await read(live, room, room.ticket(room.ines), f"?after={rest['next']}")).json()
    assert [entry["position"] for entry in first["entries"] + rest["entries"]] == [1, 2, 3]
    assert none == {"entries": [], "next": 3, "withheld": []}
    assert rest["entries"][0]["payload"]["kind"] == rest["entries"][0]["kind"]


async def test_a_candidate_reads_what_they_wrote_and_nothing_else(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    await token_of(live, room, stream)
    gap = GapNoted(lost=1, reason="of another")
    await run_in_threadpool(append_from_server, room.id, gap, actor_id=UUID(room.cai.id))
    entries = (await read(live, room, room.ticket(room.cai))).json()["entries"]
    assert [(entry["author"], entry["role"]) for entry in entries] == [(room.cai.id, "candidate")]


async def test_what_interviewers_think_is_not_read_in_the_room(
    live: LiveServer, room: Room, stream: UUID
) -> None:
    await token_of(live, room, stream)
    card = ScorecardSubmitted(
        by="", name="Omar", rubric="standard@1", recommendation="no", ratings=[], notes=[], closing="Said."
    )
    await run_in_threadpool(append_from_server, room.id, card, actor_id=UUID(room.ines.id))
    answer = await read(live, room, room.ticket(room.ines))
    page = answer.json()
    (line,) = [line for line in page["entries"] if line["kind"] == "reports.scorecard_submitted"]
    assert (line["payload"], line["salt"], page["withheld"]) == (None, "", [line["position"]])
    assert "Said." not in answer.text


async def test_reading_needs_a_ticket_for_this_room(live: LiveServer, room: Room) -> None:
    other = Room()
    assert (await read(live, room, other.ticket(other.ines))).status_code == 403
    assert (await read(live, room, "forged")).status_code == 403
    assert (await read(live, room, room.ticket(room.ines), "?after=-1")).status_code == 422
    async with live.http as http:
        assert (await http.get(f"/live/{room.id}/entries")).status_code == 401
