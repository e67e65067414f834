"""The shared texts and the runs on the live plane: whoever is in the talk hears of every committed change.

The log is the truth: a room's code is read from it when somebody of the talk is first met, in a thread, and
continued with what is committed. Where this process was not told of something (another one wrote it), what is
missing is read in the same way. Nothing here asks the desk; what passes without an entry comes as news.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from uuid import UUID
from weakref import WeakKeyDictionary

from fairview.coding.contracts import (
    CursorState,
    DocumentState,
    DocumentUpdated,
    OpenDocument,
    RunOutput,
    SetCursor,
)
from fairview.coding.events import RunMoved, RunnerSeen, RunPrinted
from fairview.coding.relay import Relay
from fairview.coding.runner_watch import RunnerWatch
from fairview.coding.views import Moved, Passing, view_for
from fairview.coding.workspace import Edit, Workspace, changes_view
from fairview.evidence.contracts import Entry
from fairview.kit.clock import now_us
from fairview.kit.live.allowance import Allowance
from fairview.kit.live.contracts import Downward, MessageRefused
from fairview.kit.live.hub import Connection, Hub

FORGET_AFTER_US = 600_000_000
"""An empty room's code is forgotten after so long a silence; it is read again if someone comes."""
MAX_STATE_CHARS = 1_400_000
"""Of a document in base64: what a socket may have waiting at once is more, but not much."""
CURSORS_PER_S, CURSORS_AT_ONCE = 20, 40

InTalk = Callable[[UUID], Sequence[Connection]]
"""Who was let in and is here."""
TalkOf = Callable[[UUID], Sequence[str]]
"""The participants who were let in and are connected, by way of whichever process."""
ReadEntries = Callable[[UUID, int], Iterable[Entry]]

logger = logging.getLogger(__name__)


class Followed:
    """The code of one room that this process knows."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.moved: dict[str, Moved] = {}
        self.heard_at_us = now_us()


class LiveWorkspaces:
    """A consumer of the log, and the handlers of coding's messages."""

    def __init__(self, hub: Hub, in_talk: InTalk, talk_of: TalkOf, read_entries: ReadEntries) -> None:
        self.hub = hub
        self._in_talk = in_talk
        self._talk_of = talk_of
        self._read_entries = read_entries
        self._followed: dict[UUID, Followed] = {}
        self._reading: dict[UUID, asyncio.Task[None]] = {}
        self._meanwhile: defaultdict[UUID, list[Entry]] = defaultdict(list)
        self._asked: defaultdict[UUID, list[tuple[Connection, str]]] = defaultdict(list)
        self._cursors: WeakKeyDictionary[Connection, Allowance] = WeakKeyDictionary()
        self._relay = Relay(self._pass_on, self._send_whole)
        self._runners = RunnerWatch(self._tell_all)

    async def stop(self) -> None:
        self._relay.stop()
        self._runners.stop()
        for task in self._reading.values():
            task.cancel()
        await asyncio.gather(*self._reading.values(), return_exceptions=True)
        self._followed.clear()

    # What was committed

    def __call__(self, session_id: UUID, entries: list[Entry]) -> None:
        """Called after a commit, in commit order."""
        followed = self._followed.get(session_id)
        if session_id in self._reading:
            self._meanwhile[session_id].extend(entries)
        elif followed and entries[0].position <= followed.workspace.position + 1:
            self._hear(session_id, followed, entries)
        elif followed or self._in_talk(session_id):
            self._read(session_id)

    def _hear(self, session_id: UUID, followed: Followed, entries: Iterable[Entry]) -> None:
        followed.heard_at_us = now_us()
        is_changed = False
        for entry in entries:
            if entry.position > followed.workspace.position:
                edit = followed.workspace.take(entry)
                is_changed |= changes_view(entry)
                if edit:
                    self._relay.take(session_id, edit)
        if is_changed:
            self._tell(session_id, followed)

    def _read(self, session_id: UUID) -> None:
        """Read from the log what is not known of the room, and tell everybody there."""
        if session_id not in self._reading:
            self._forget_empty()
            task = asyncio.get_running_loop().create_task(self._catch_up(session_id))
            self._reading[session_id] = task

    async def _catch_up(self, session_id: UUID) -> None:
        followed = self._followed.get(session_id)
        try:
            missing: Iterable[Entry] = ()
            if followed is None:
                followed = Followed(await asyncio.to_thread(self._stored, session_id))
            else:
                after = followed.workspace.position
                missing = await asyncio.to_thread(lambda: list(self._read_entries(session_id, after)))
        except Exception:
            logger.exception("The code of %s could not be read from the log", session_id)
            return
        finally:
            del self._reading[session_id]
            meanwhile = self._meanwhile.pop(session_id, [])
            asked = self._asked.pop(session_id, [])
        self._followed[session_id] = followed
        self._hear(session_id, followed, [*missing, *meanwhile])
        self._tell(session_id, followed)
        for connection, document in asked:
            self._answer(connection, followed, document)

    def _stored(self, session_id: UUID) -> Workspace:
        workspace = Workspace()
        for entry in self._read_entries(session_id, 0):
            workspace.take(entry)
        return workspace

    def _forget_empty(self) -> None:
        oldest = now_us() - FORGET_AFTER_US
        for session_id, followed in list(self._followed.items()):
            if followed.heard_at_us < oldest and not self._in_talk(session_id):
                del self._followed[session_id]
                self._relay.forget(session_id)

    # What is asked and said

    def greet(self, connection: Connection) -> Sequence[Downward]:
        """Whoever comes into the talk is told at once; on first sight it follows when it is read."""
        if not self._may_talk(connection):
            return []
        if followed := self._followed.get(connection.room):
            return [view_for(connection.role, followed.workspace, self._passing(followed))]
        self._read(connection.room)
        return []

    def open_document(self, connection: Connection, message: OpenDocument, _received_us: int) -> None:
        if not self._may_talk(connection):
            connection.send(MessageRefused(code="not_admitted", message="coding.open_document"))
            return
        followed = self._followed.get(connection.room)
        if followed and connection.room not in self._reading:
            self._answer(connection, followed, message.document)
        else:
            self._asked[connection.room].append((connection, message.document))
            self._read(connection.room)

    def set_cursor(self, connection: Connection, message: SetCursor, _received_us: int) -> None:
        """Pass on where somebody is; more often than a hand moves it is dropped, for the next says it all."""
        if not self._may_talk(connection):
            connection.send(MessageRefused(code="not_admitted", message="coding.set_cursor"))
            return
        pace = self._cursors.setdefault(connection, Allowance(CURSORS_PER_S, CURSORS_AT_ONCE))
        if pace.takes():
            mine = connection.participant
            state = CursorState(document=message.document, participant=mine, state=message.state)
            others = [one for one in self._talk_of(connection.room) if one != mine]
            self.hub.publish_everywhere(connection.room, state, only=others)

    def _answer(self, connection: Connection, followed: Followed, document: str) -> None:
        """A text that the log does not have is not answered: it is asked for once it is assigned."""
        found = followed.workspace.documents.get(document)
        if found is None or not self._may_talk(connection):
            return
        state = found.text.state
        if len(state) > MAX_STATE_CHARS:
            connection.send(MessageRefused(code="document_too_large", message="coding.open_document"))
        else:
            connection.send(DocumentState(document=document, update=state))

    # News of the desk, from any thread

    def move_run(self, event: RunMoved) -> None:
        self.hub.soon(self._move, event)

    def print_output(self, event: RunPrinted) -> None:
        self.hub.soon(self._print, event)

    def see_runner(self, event: RunnerSeen) -> None:
        self.hub.soon(self._runners.saw, event.missing)

    def _move(self, event: RunMoved) -> None:
        followed = self._followed.get(event.room_session_id)
        moved = Moved(event.state, event.position)
        if followed and followed.moved.get(event.run) != moved:
            followed.moved[event.run] = moved
            self._tell(event.room_session_id, followed)

    def _print(self, event: RunPrinted) -> None:
        said = RunOutput(run=event.run, stream=event.stream, text=event.text)
        self._publish(event.room_session_id, said)

    # Telling

    def _tell_all(self) -> None:
        for session_id, followed in self._followed.items():
            self._tell(session_id, followed)

    def _tell(self, session_id: UUID, followed: Followed) -> None:
        """Each side its own view of the workspace."""
        passing = self._passing(followed)
        talking = self._in_talk(session_id)
        for role in {one.role for one in talking}:
            view = view_for(role, followed.workspace, passing)
            self.hub.publish(session_id, view, only=[one.participant for one in talking if one.role == role])

    def _pass_on(self, session_id: UUID, edit: Edit) -> None:
        updated = DocumentUpdated(document=edit.document, author=edit.author, update=edit.update)
        self._publish(session_id, updated)

    def _send_whole(self, session_id: UUID, document: str) -> None:
        if followed := self._followed.get(session_id):
            for connection in self._in_talk(session_id):
                self._answer(connection, followed, document)

    def _publish(self, session_id: UUID, message: Downward) -> None:
        """To everyone in the talk."""
        if listening := [one.participant for one in self._in_talk(session_id)]:
            self.hub.publish(session_id, message, only=listening)

    def _may_talk(self, connection: Connection) -> bool:
        return connection in self._in_talk(connection.room)

    def _passing(self, followed: Followed) -> Passing:
        return Passing(followed.moved, self._runners.cannot_run)
