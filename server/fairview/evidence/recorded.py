"""A log made from a recording, outside any store: it lives in a file, and nobody signed it."""

import secrets
import shutil
from typing import Any, TextIO

import msgspec

from fairview.evidence.contracts import Author, Entry, Payload
from fairview.evidence.engine import Head, NewEntry, canonical, link
from fairview.evidence.log_file import FileHeader, as_line, write_lines
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id

EPOCH = "recording"
SALT_BYTES = 16


class RecordedLog:
    """Entries are linked as in a store and kept in `lines`, a temporary file, however many. Times count from
    the recording's own zero, as nobody knows when it was made."""

    def __init__(self, lines: TextIO) -> None:
        self.session_id = new_id()
        self._heads: dict[Author, Entry] = {}
        self._position = 0
        self._lines = lines

    def append(self, author: Author, payload: Payload, at_us: int) -> Entry:
        before = self._heads.get(author)
        self._position += 1
        new = NewEntry(
            kind=str(payload.__struct_config__.tag),
            payload=canonical(payload),
            epoch=EPOCH,
            at_us=at_us,
            estimated_us=at_us,
            uncertainty_us=0,
            received_us=at_us,
        )
        entry = link(
            Head(before.number, before.hash) if before else Head(),
            new,
            session_id=self.session_id,
            stream_id=before.stream_id if before else new_id(),
            author=author,
            position=self._position,
            salt=secrets.token_bytes(SALT_BYTES),
        )
        self._heads[author] = entry
        self._lines.write(msgspec.json.encode(as_line(entry)).decode() + "\n")
        return entry

    def save(self, policy_document: dict[str, Any], file: TextIO) -> None:
        header = FileHeader(
            session=str(self.session_id),
            policy=policy_document,
            exported_us=now_us(),
            entries=self._position,
            key="",
            public_key="",
        )
        write_lines(header, (), file)
        self._lines.seek(0)
        shutil.copyfileobj(self._lines, file)
