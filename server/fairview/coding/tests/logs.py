"""Small logs of writing code: people who type in pages of their own, and the entries that come of it."""

from base64 import b64decode, b64encode
from itertools import count
from uuid import UUID

import msgspec
from pycrdt import Doc, Text

from fairview.coding.contracts import DocumentEdited, DocumentStarted, ExerciseAssigned
from fairview.coding.text import starter_update
from fairview.evidence.contracts import Entry, Payload

SESSION = UUID(int=1)
SERVER = UUID(int=3)
START_US = 1_800_000_000_000_000
DOCUMENT = "task:python"
STARTER = "def solve():\n    pass\n"


class Page:
    """One page of one person, with a copy of the document."""

    def __init__(self, person: UUID, role: str, client: int, state: str = "") -> None:
        self.person = person
        self.role = role
        self.edits: list[bytes] = []
        self._doc: Doc[Text] = Doc(client_id=client)
        self._text = self._doc.get("code", type=Text)
        if state:
            self.hear(state)
        self._doc.observe(lambda event: self.edits.append(event.update))

    @property
    def text(self) -> str:
        return str(self._text)

    def hear(self, update: str) -> None:
        self._doc.apply_update(b64decode(update))
        self.edits = []

    def type(self, at: int, text: str) -> str:
        """The update (base64) that typing makes; `at` is anywhere."""
        self._text.insert(self._bytes_before(at), text)
        return self._made()

    def erase(self, at: int, length: int) -> str:
        start, end = self._bytes_before(at), self._bytes_before(at + length)
        if start < end:
            del self._text[start:end]
        return self._made()

    def _bytes_before(self, at: int) -> int:
        """The library counts the text in bytes of UTF-8."""
        return len(self.text[:at].encode())

    def _made(self) -> str:
        made, self.edits = self.edits, []
        return b64encode(made[0]).decode() if made else b64encode(b"\0\0").decode()


class Log:
    """A log under construction, in which one exercise was assigned and begun."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._positions = count(1)
        self.write(ExerciseAssigned(assignment="task", exercise="tide-window", version=1, by="ines"))
        self.begin()

    def begin(self) -> "Log":
        update = starter_update(DOCUMENT, STARTER)
        started = DocumentStarted(document=DOCUMENT, assignment="task", language="python", update=update)
        return self.write(started)

    def edit(self, page: Page, update: str, **when: int) -> "Log":
        return self.write(DocumentEdited(document=DOCUMENT, update=update), page.role, page.person, **when)

    def write(
        self, payload: Payload, role: str = "server", author: UUID = SERVER, at_us: int | None = None
    ) -> "Log":
        position = next(self._positions)
        kind = payload.__struct_config__.tag
        assert isinstance(kind, str)
        estimated_us = START_US + position * 1_000 if at_us is None else at_us
        self.entries.append(
            Entry(
                session_id=SESSION,
                stream_id=author,
                number=position,
                position=position,
                author_id=author,
                role=role,
                kind=kind,
                epoch="e",
                at_us=position,
                estimated_us=estimated_us,
                uncertainty_us=500,
                received_us=estimated_us,
                payload=msgspec.json.encode(payload),
                salt=bytes(16),
                payload_hash=bytes(32),
                previous=bytes(32),
                hash=bytes(32),
            )
        )
        return self
