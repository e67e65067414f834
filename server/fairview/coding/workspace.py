"""The code of a room as its log makes it: a pure fold, the same for any order of the entries.

Entries are taken in order of their position: edits were relayed in the order in which they were committed,
so what one author built on stands before what they built. Entries that cannot be read (erased, or of a
client that makes things up) are as if they were not there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from fairview.coding.contracts import (
    DocumentEdited,
    DocumentStarted,
    ExerciseAssigned,
    ExerciseWithdrawn,
    LanguageChosen,
    RunFinished,
    RunRequested,
)
from fairview.coding.text import SharedText
from fairview.evidence.contracts import Entry
from fairview.rooms.contracts import ParticipantJoined, SessionEnded
from runner.protocol import Language

SERVER = "server"
OF_SERVER = (
    ExerciseAssigned,
    ExerciseWithdrawn,
    DocumentStarted,
    RunRequested,
    RunFinished,
    ParticipantJoined,
    SessionEnded,
)
OF_PEOPLE = (DocumentEdited, LanguageChosen)
Word = (
    ExerciseAssigned
    | ExerciseWithdrawn
    | DocumentStarted
    | RunRequested
    | RunFinished
    | ParticipantJoined
    | SessionEnded
    | DocumentEdited
    | LanguageChosen
)
KINDS = {shape.__struct_config__.tag for shape in (*OF_SERVER, *OF_PEOPLE)}
_decoder: msgspec.json.Decoder[Word] = msgspec.json.Decoder(Word)


@dataclass(frozen=True)
class Document:
    started: DocumentStarted
    text: SharedText = field(default_factory=SharedText)


@dataclass(frozen=True)
class Asked:
    """A run, and when it was asked for."""

    at_us: int
    run: RunRequested


@dataclass(frozen=True)
class Given:
    """An exercise, and when it was given."""

    at_us: int
    exercise: ExerciseAssigned


@dataclass(frozen=True)
class Edit:
    """An edit that counts. `update` (base64) is what of it is new; `author` of the beginning is `server`."""

    document: str
    author: str
    role: str
    position: int
    at_us: int
    update: str


@dataclass
class Workspace:
    """Everything that a log says of code so far."""

    assigned: dict[str, Given] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)
    """Assignments on which somebody has worked."""
    languages: dict[str, Language] = field(default_factory=dict)
    requested: dict[str, Asked] = field(default_factory=dict)
    finished: dict[str, RunFinished] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    ended_us: int | None = None
    """What was typed after the end does not count."""
    position: int = 0
    """Everything of the log up to here was taken."""

    def take(self, entry: Entry) -> Edit | None:
        """Take the next entry; an edit that counts is handed back."""
        self.position = max(self.position, entry.position)
        match read_word(entry):
            case ExerciseAssigned() as word:
                self.assigned.setdefault(word.assignment, Given(entry.estimated_us, word))
            case ExerciseWithdrawn() as word:
                self.withdrawn.add(word.assignment)
            case DocumentStarted() as word:
                self.documents.setdefault(word.document, Document(word))
                return self._edit(entry, word)
            case DocumentEdited() as word:
                return self._edit(entry, word)
            case LanguageChosen() as word:
                self.languages[word.assignment] = word.language
            case RunRequested() as word:
                self.requested.setdefault(word.run, Asked(entry.estimated_us, word))
                self.begun.add(word.assignment)
            case RunFinished() as word:
                self.finished.setdefault(word.run, word)
            case ParticipantJoined() as word:
                self.roles[word.participant] = word.role
            case SessionEnded():
                self.ended_us = entry.estimated_us
        return None

    def given(self) -> list[Given]:
        """What is to be worked on or was, in the order of assignment."""
        standing = [one for id, one in self.assigned.items() if id not in self.withdrawn - self.begun]
        return sorted(standing, key=lambda one: (one.at_us, one.exercise.assignment))

    def _edit(self, entry: Entry, word: DocumentStarted | DocumentEdited) -> Edit | None:
        if self.ended_us is not None and entry.estimated_us - entry.uncertainty_us > self.ended_us:
            return None
        document = self.documents.get(word.document)
        author = SERVER if entry.role == SERVER else str(entry.author_id)
        taken = document.text.take(author, word.update) if document else None
        if not document or not taken:
            return None
        if author != SERVER:
            self.begun.add(document.started.assignment)
            self.roles.setdefault(author, entry.role)
        return Edit(word.document, author, entry.role, entry.position, entry.estimated_us, taken)


def fold(entries: Iterable[Entry]) -> tuple[Workspace, list[Edit]]:
    """The workspace that these entries make, and the edits that count in the order in which they did."""
    workspace = Workspace()
    of_code = {entry.position: entry for entry in entries if entry.kind in KINDS}
    edits = [workspace.take(entry) for _, entry in sorted(of_code.items())]
    return workspace, [edit for edit in edits if edit]


def changes_view(entry: Entry) -> bool:
    """Whether an entry says something of the workspace itself, beyond the texts."""
    return entry.kind in KINDS and entry.kind != DocumentEdited.__struct_config__.tag


def read_word(entry: Entry) -> Word | None:
    """None for other kinds, for what was erased, and for what its author may not say."""
    if entry.kind not in KINDS or not entry.payload:
        return None
    try:
        word = _decoder.decode(entry.payload)
    except msgspec.MsgspecError:
        return None
    may_say = isinstance(word, OF_SERVER) == (entry.role == SERVER)
    return word if may_say else None
