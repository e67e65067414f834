"""The shared text of one document, made out of committed edits.

An edit is taken when everything that it builds on is there and it continues its own author's writing. Since
an edit is relayed only after its commit, that holds for every honest one in the order of the log; what fails
it was made by hand, is ignored, and reaches neither the library below nor anybody's page. A client number
(each open page has one) belongs to the author who used it first.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Iterable

from pycrdt import Doc, Text

from fairview.coding.updates import ROOT, BadUpdate, Reference, Section, read_update

NAME = ROOT.decode()
MAX_WRITTEN = 1_000_000
"""Characters (UTF-16 units) ever written in one document, many times what people type in a day; what goes
beyond is ignored, so that nobody can fill the memory."""


class SharedText:
    def __init__(self) -> None:
        self._doc: Doc[Text] = Doc()
        self._text = self._doc.get(NAME, type=Text)
        self._ends: dict[int, int] = {}
        """How far each client has written."""
        self._owners: dict[int, str] = {}
        self._written = 0

    @property
    def text(self) -> str:
        return str(self._text)

    @property
    def state(self) -> str:
        """Everything so far as one update (base64)."""
        return b64encode(self._doc.get_update()).decode()

    def take(self, author: str, update: str) -> str | None:
        """Apply one edit (base64) and say what of it is new; None where it changes nothing or is no edit."""
        try:
            given = read_update(b64decode(update, validate=True))
        except (BadUpdate, ValueError):
            return None
        fresh = [section for section in given.sections if section.end > self._end(section.client)]
        if len(fresh) > 1 or not all(self._continues(author, section) for section in fresh):
            return None
        section = fresh[0] if fresh else None
        if not self._knows(given.deletes, section) or not (section or given.deletes):
            return None
        written = self._written + (section.end - section.clock if section else 0)
        if written > MAX_WRITTEN:
            return None
        taken = given.only(section)
        self._doc.apply_update(taken)
        self._written = written
        if section:
            self._ends[section.client] = section.end
            self._owners[section.client] = author
        return b64encode(taken).decode()

    def _end(self, client: int) -> int:
        return self._ends.get(client, 0)

    def _continues(self, author: str, section: Section) -> bool:
        is_own = self._owners.get(section.client, author) == author
        return is_own and section.clock == self._end(section.client) and self._knows(section.grounds, section)

    def _knows(self, references: Iterable[Reference], section: Section | None) -> bool:
        """Whether all these characters are there, counting those that the section brings."""
        return all(
            one.end <= (section.end if section and one.client == section.client else self._end(one.client))
            for one in references
        )


def starter_update(document: str, starter: str) -> str:
    """The update (base64) with which a document begins: the same bytes whenever it is made, so that a
    beginning that is written twice is one."""
    number = int.from_bytes(hashlib.sha256(document.encode()).digest()[:4], "big")
    doc: Doc[Text] = Doc(client_id=max(1, number))
    text = doc.get(NAME, type=Text)
    if starter:
        text += starter
    return b64encode(doc.get_update()).decode()
