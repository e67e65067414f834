"""Two people in one text, over real sockets: what each hears, and what nobody hears."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import UUID

import pytest
from django.conf import settings
from tests.live import LiveServer, Message, Room, Visitor, live_server

from fairview.coding.bank import get_exercise
from fairview.coding.contracts import DocumentEdited, DocumentStarted, ExerciseAssigned
from fairview.coding.events import RunMoved, RunnerSeen, RunPrinted
from fairview.coding.tests.logs import DOCUMENT, STARTER, Page
from fairview.coding.text import starter_update
from fairview.coding.workspace import fold
from fairview.evidence.contracts import Author
from fairview.evidence.engine import NewEntry, canonical
from fairview.evidence.public import append_from_server, read_entries
from fairview.evidence.store import open_store
from fairview.evidence.writer import Batch, commit
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.rooms.contracts import ParticipantFacts

BEGINNING = starter_update(DOCUMENT, STARTER)
GIVEN = [
    DocumentStarted(document=DOCUMENT, assignment="task", language="python", update=BEGINNING),
    ExerciseAssigned(assignment="task", exercise="tide-window", version=1, by="ines"),
]


@pytest.fixture
async def live() -> AsyncIterator[LiveServer]:
    async with live_server() as server:
        yield server


@pytest.fixture
def room() -> Room:
    """An exercise lies in it."""
    room = Room()
    for payload in GIVEN:
        append_from_server(room.id, payload, actor_id=UUID(room.ines.id))
    return room


class Writer:
    """A person with the text open on their page."""

    def __init__(self, visitor: Visitor, person: ParticipantFacts, client: int) -> None:
        self.visitor = visitor
        self.page = Page(UUID(person.id), person.role, client)
        self.stream = new_id()
        self.number = 0

    async def open(self) -> None:
        await self.visitor.say("coding.open_document", document=DOCUMENT)
        state = await self.visitor.hear("coding.document_state", document=DOCUMENT)
        self.page.hear(state["update"])

    async def send(self, *updates: str) -> None:
        edits = [{"kind": "coding.document_edited", "document": DOCUMENT, "update": one} for one in updates]
        await self.visitor.append(self.stream, self.number + 1, *edits)
        self.number += len(updates)

    async def hear(self, count: int) -> list[str]:
        """Take so many edits in; who wrote each."""
        heard = [await self.visitor.hear("coding.document_update_state") for _ in range(count)]
        for update in heard:
            self.page.hear(update["update"])
        return [update["author"] for update in heard]


@asynccontextmanager
async def writing(
    live: LiveServer, room: Room, person: ParticipantFacts, client: int
) -> AsyncIterator[Writer]:
    async with live.visit(room, person) as visitor:
        writer = Writer(visitor, person, client)
        await writer.open()
        yield writer


@asynccontextmanager
async def both(live: LiveServer, room: Room) -> AsyncIterator[tuple[Writer, Writer]]:
    async with writing(live, room, room.cai, 41) as cai, writing(live, room, room.ines, 42) as ines:
        yield cai, ines


async def test_two_who_open_it_at_the_same_moment_see_the_same(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai, live.visit(room, room.ines) as ines:
        writers = [Writer(cai, room.cai, 41), Writer(ines, room.ines, 42)]
        await asyncio.gather(*(writer.open() for writer in writers))
    assert [writer.page.text for writer in writers] == [STARTER] * 2


async def test_two_who_type_at_the_same_time_converge_and_so_does_the_log(
    live: LiveServer, room: Room
) -> None:
    async with both(live, room) as (cai, ines):
        for at in range(20):
            await asyncio.gather(
                cai.send(cai.page.type(at, "c")),
                ines.send(ines.page.type(2 * at, "i"), ines.page.erase(3, 1)),
            )
        heard = await asyncio.gather(cai.hear(60), ines.hear(60))
        assert {*heard[0]} == {room.cai.id, room.ines.id}
    workspace, _ = fold(read_entries(room.id))
    assert cai.page.text == ines.page.text == workspace.documents[DOCUMENT].text.text


async def test_what_was_typed_offline_merges(live: LiveServer, room: Room) -> None:
    async with writing(live, room, room.cai, 41) as cai:
        kept = [cai.page.type(0, "# offline\n"), cai.page.type(10, "x = 1\n")]
    async with writing(live, room, room.ines, 42) as ines:
        await ines.send(ines.page.type(0, "# meanwhile\n"))
        await ines.hear(1)
        async with live.visit(room, room.cai) as visitor:
            cai.visitor = visitor
            await cai.open()
            await cai.send(*kept)
            await asyncio.gather(cai.hear(2), ines.hear(2))
    assert cai.page.text == ines.page.text
    assert "# offline\nx = 1\n" in ines.page.text
    assert "# meanwhile\n" in ines.page.text


async def test_a_restarted_server_has_the_text_from_the_log(room: Room) -> None:
    async with live_server() as before, writing(before, room, room.cai, 41) as cai:
        await cai.send(cai.page.type(0, "# kept\n"))
        await cai.hear(1)
    async with live_server() as after, writing(after, room, room.cai, 43) as again:
        assert again.page.text == cai.page.text


async def test_what_another_process_wrote_is_read_from_the_log(live: LiveServer, room: Room) -> None:
    async with both(live, room) as (cai, ines):
        elsewhere = Page(UUID(room.ines.id), "interviewer", 44, BEGINNING)
        write_elsewhere(room, elsewhere.type(0, "# from the other process\n"))
        await cai.send(cai.page.type(0, "# from here\n"))
        await asyncio.gather(cai.hear(2), ines.hear(2))
        assert "# from the other process\n" in cai.page.text
        assert cai.page.text == ines.page.text


def write_elsewhere(room: Room, update: str) -> None:
    payload = DocumentEdited(document=DOCUMENT, update=update)
    at_us = now_us()
    entry = NewEntry(
        number=1,
        kind="coding.document_edited",
        payload=canonical(payload),
        epoch="page",
        at_us=at_us,
        estimated_us=at_us,
        uncertainty_us=5,
        received_us=at_us,
    )
    store = open_store(settings.EVIDENCE_DATABASE)
    commit(store, [Batch(room.id, new_id(), Author(UUID(room.ines.id), "interviewer"), [entry])])
    store.close()


async def test_edits_that_were_made_by_hand_reach_nobody(live: LiveServer, room: Room) -> None:
    async with both(live, room) as (cai, ines):
        await cai.send("AAAA", "not base64", "AQEpAIQpAAFhAA==")
        await cai.send(cai.page.type(0, "a"))
        await ines.hear(1)
        assert ines.page.text == "a" + STARTER
        edits = [one for one in ines.visitor.heard if one["type"] == "coding.document_update_state"]
        assert len(edits) == 1


async def test_a_flood_of_edits_cuts_nobody_and_the_text_follows(live: LiveServer, room: Room) -> None:
    async with both(live, room) as (cai, ines):
        for _ in range(3):
            await cai.send(*(cai.page.type(0, "x") for _ in range(200)))
        state = await ines.visitor.hear("coding.document_state")
        ines.page.hear(state["update"])
        assert ines.page.text == cai.page.text
        edits = [one for one in ines.visitor.heard if one["type"] == "coding.document_update_state"]
        assert len(edits) < 400


# Cursors


async def test_a_cursor_is_told_to_the_others(live: LiveServer, room: Room) -> None:
    async with both(live, room) as (cai, ines):
        await cai.visitor.say("coding.set_cursor", document=DOCUMENT, state="AQ==")
        told = await ines.visitor.hear("coding.cursor_state")
        assert (told["participant"], told["document"], told["state"]) == (room.cai.id, DOCUMENT, "AQ==")
        await cai.visitor.ping()
        assert "coding.cursor_state" not in types(cai.visitor)


async def test_a_cursor_that_moves_too_fast_is_dropped(live: LiveServer, room: Room) -> None:
    async with both(live, room) as (cai, ines):
        for _ in range(200):
            await cai.visitor.say("coding.set_cursor", document=DOCUMENT, state="AQ==")
        await cai.visitor.ping()
        await ines.visitor.ping()
        assert 40 <= types(ines.visitor).count("coding.cursor_state") < 150


# Who waits, and what each side sees


async def test_who_waits_hears_nothing_and_all_once_admitted(live: LiveServer, room: Room) -> None:
    room.change_cai(admission="waiting")
    async with writing(live, room, room.ines, 42) as ines, live.visit(room, room.cai) as cai:
        await cai.say("coding.open_document", document=DOCUMENT)
        await cai.say("coding.set_cursor", document=DOCUMENT, state="AQ==")
        await ines.send(ines.page.type(0, "# secret\n"))
        await ines.hear(1)
        await ines.visitor.say("coding.set_cursor", document=DOCUMENT, state="AQ==")
        live.plane.workspaces.print_output(RunPrinted(room.id, "run", "stdout", "secret"))
        await ines.visitor.hear("coding.run_output_state")
        await cai.ping()
        refused = [one["message"] for one in cai.heard if one["type"] == "live.message_refused_state"]
        assert refused == ["coding.open_document", "coding.set_cursor"]
        assert not [one for one in types(cai) if one.startswith("coding.")]
        live.plane.rooms.apply_facts(room.change_cai(admission="admitted"))
        workspace = await cai.hear("coding.workspace_state")
        assert [one["id"] for one in workspace["assignments"]] == ["task"]


async def test_both_are_told_of_the_exercise_when_they_come(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai, live.visit(room, room.ines) as ines:
        for visitor in (cai, ines):
            view = await visitor.hear("coding.workspace_state")
            assert [one["title"] for one in view["assignments"]] == [get_exercise("tide-window").title]


async def test_an_exercise_given_now_is_told_with_its_text(live: LiveServer) -> None:
    room = Room()
    async with live.visit(room, room.cai) as cai:
        assert (await cai.hear("coding.workspace_state"))["assignments"] == []
        for payload in GIVEN:
            live.plane.log.record(room.id, payload, UUID(room.ines.id))
        await hear_workspace(cai, lambda view: bool(view["assignments"]))
        await Writer(cai, room.cai, 41).open()


async def test_a_language_chosen_by_one_is_chosen_for_both(live: LiveServer, room: Room) -> None:
    async with both(live, room) as (cai, ines):
        chosen = {"kind": "coding.language_chosen", "assignment": "task", "language": "javascript"}
        await ines.visitor.append(new_id(), 1, chosen)
        for writer in (cai, ines):
            await hear_workspace(
                writer.visitor, lambda view: view["assignments"][0]["language"] == "javascript"
            )


async def test_runs_and_runners_are_news(live: LiveServer, room: Room) -> None:
    async with live.visit(room, room.cai) as cai:
        await hear_workspace(cai, lambda view: view["cannot_run"] == ["no_runner"])
        live.plane.workspaces.see_runner(RunnerSeen(["no_seccomp"]))
        await hear_workspace(cai, lambda view: view["cannot_run"] == ["no_seccomp"])
        live.plane.workspaces.see_runner(RunnerSeen([]))
        await hear_workspace(cai, lambda view: view["can_run"])
        live.plane.workspaces.move_run(RunMoved(room.id, "run", "queued", 2))
        live.plane.workspaces.print_output(RunPrinted(room.id, "run", "stdout", "hello"))
        assert (await cai.hear("coding.run_output_state"))["text"] == "hello"


async def hear_workspace(visitor: Visitor, is_wanted: Callable[[Message], bool]) -> None:
    """Pass over snapshots until one is as it is wanted."""
    while not is_wanted(await visitor.hear("coding.workspace_state")):
        pass


def types(visitor: Visitor) -> list[str]:
    return [message["type"] for message in visitor.heard]


async def test_a_runner_that_falls_silent_is_missed(
    live: LiveServer, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fairview.coding.runner_watch.RUNNER_SEEN_WITHIN_S", 1)
    async with live.visit(room, room.cai) as cai:
        live.plane.workspaces.see_runner(RunnerSeen([]))
        await hear_workspace(cai, lambda view: view["can_run"])
        await hear_workspace(cai, lambda view: view["cannot_run"] == ["no_runner"])
