"""Packing the log of an ended session: pack after pack, each in one transaction in the place of its rows."""

from collections.abc import Iterable
from contextlib import closing
from functools import partial
from itertools import takewhile
from uuid import UUID

from django.conf import settings

from fairview.evidence.contracts import Entry
from fairview.evidence.packs import ENTRIES_PER_PACK, pack
from fairview.evidence.store import open_store
from fairview.kit.clock import now_us

SETTLED_US = 25 * 3_600 * 1_000_000
"""Devices may send for a day after the end; what is packed should be sent again by nobody."""


def pack_session(session_id: UUID, received_before_us: int | None = None) -> int:
    """Pack what was received before a time, as a rule a day ago, and say how many entries. Safe to repeat,
    and to be killed: what is not packed lies there as it did. What comes later goes into packs of its own.

    The log does not know whether a session has ended: ask only for one that has.
    """
    before_us = now_us() - SETTLED_US if received_before_us is None else received_before_us
    count = 0
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        while entries := received_before(before_us, store.rows(session_id, 0, ENTRIES_PER_PACK)):
            packed = pack(entries, partial(store.keys.make, session_id))
            with store.transaction():
                store.claim({session_id})
                if store.rows(session_id, 0, len(entries)) == entries:  # nobody erased or packed meanwhile
                    store.pack(packed)
                    count += len(entries)
    return count


def received_before(before_us: int, entries: Iterable[Entry]) -> list[Entry]:
    return list(takewhile(lambda entry: entry.received_us < before_us, entries))
