"""The keys of packed words, in a file of their own: one for each person of each session.

Whoever destroys a key takes the words away from every copy of the log, those in backups too; so this file is
backed up apart from the data. A destroyed key leaves its name, so that it is told from one that was lost.
"""

import os
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from fairview.evidence.errors import SessionKeysMissing
from fairview.kit.ids import new_id

BUSY_MS = 10_000
KEY_BITS = 256
SCHEMA = """
    create table if not exists keys (
        id blob primary key, session_id blob not null, owner_id blob not null, key blob
    ) without rowid, strict
"""
FIND = "select id, key from keys where session_id = :session and owner_id = :owner and key is not null"
ADD = f"insert into keys select :id, :session, :owner, :key where not exists ({FIND})"


@dataclass(frozen=True)
class SessionKey:
    id: UUID
    secret: bytes = field(repr=False)


class SessionKeys:
    """Opened when first asked. Every change is on the disk, and what was destroyed is off it, on return."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened: sqlite3.Connection | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        if self.opened is None:
            self.opened = connect(self.path)
        return self.opened

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()

    def make(self, session_id: UUID, owner_id: UUID) -> SessionKey:
        """The person's key for a session; a new one if there is none, or none any more."""
        whose = {"session": session_id.bytes, "owner": owner_id.bytes}
        new = {"id": new_id().bytes, "key": AESGCM.generate_key(KEY_BITS)}
        self.connection.execute(ADD, whose | new)
        id_, secret = self.connection.execute(FIND, whose).fetchone()
        return SessionKey(UUID(bytes=id_), secret)

    def find(self, key_id: UUID) -> bytes | None:
        """A key; None once it was destroyed. Raises `SessionKeysMissing` for one that this file never had."""
        row = self.connection.execute("select key from keys where id = ?", (key_id.bytes,)).fetchone()
        if row is None:
            raise SessionKeysMissing(file=self.path.name)
        secret: bytes | None = row[0]
        return secret

    def destroy(self, key_id: UUID) -> None:
        self.connection.execute("update keys set key = null where id = ?", (key_id.bytes,))


def connect(path: Path) -> sqlite3.Connection:
    """Each statement is a commit. The journal is truncated after it: an old page holds the key that went."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    connection.execute("pragma journal_mode = truncate")
    connection.execute("pragma synchronous = extra")
    connection.execute("pragma secure_delete = on")
    connection.execute(SCHEMA)
    return connection
