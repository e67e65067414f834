"""The texts as the log has them, for the desk: what this process has read once is only continued."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from uuid import UUID

from fairview.coding.workspace import Workspace
from fairview.evidence.public import read_entries

KEPT = 32
"""Rooms whose texts stay in memory."""

_lock = Lock()
_known: OrderedDict[UUID, tuple[Lock, Workspace]] = OrderedDict()


@contextmanager
def workspace_of(room_session_id: UUID) -> Iterator[Workspace]:
    """All that the log says of the room's code now. Use it inside the block only."""
    with _lock:
        lock, workspace = _known.setdefault(room_session_id, (Lock(), Workspace()))
        _known.move_to_end(room_session_id)
        while len(_known) > KEPT:
            _known.popitem(last=False)
    with lock:
        for entry in read_entries(room_session_id, after=workspace.position):
            workspace.take(entry)
        yield workspace
