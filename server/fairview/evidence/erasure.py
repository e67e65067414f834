"""Erasure: payloads and their salts are taken out of the log for good. The chain still verifies, since it
covers their hash alone; that they were erased, and why, is an entry of its own."""

import os
from collections import Counter
from contextlib import closing
from uuid import UUID

from django.conf import settings

from fairview.evidence.append import server_entry
from fairview.evidence.contracts import Author, ErasureReason, PayloadsErased
from fairview.evidence.engine import SERVER, Head, link
from fairview.evidence.packs import ERASED, NOBODY, kinds_with_words
from fairview.evidence.store import Extension, Store, open_store
from fairview.evidence.writer import SALT_BYTES, as_expected
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id


def erase_payloads(
    session_id: UUID, *, reason: ErasureReason, actor_id: UUID, author_id: UUID | None = None
) -> int:
    """Erase what one participant wrote in a session, or every payload of it, and say how many there were.
    Safe to repeat. The log's journal may hold them until `wipe_log`. Raises `LogUnavailable`."""
    try:
        with closing(open_store(settings.EVIDENCE_DATABASE)) as store, store.transaction():
            position = store.claim({session_id})[session_id]
            kinds = Counter(store.blank(session_id, author_id, spared=ERASED))
            kinds += _erase_in_packs(store, session_id, author_id)
            if kinds:
                store.add_erased(session_id, kinds)
                said = PayloadsErased(count=kinds.total(), author=str(author_id or ""), reason=reason)
                store.extend([_noted(said, session_id, actor_id, position + 1)])
    except Exception as error:
        raise as_expected(error) from error
    return kinds.total()


def wipe_log() -> None:
    """On return no file of the log holds what was erased. Raises `ErasedNotWiped` while somebody reads it."""
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        store.wipe()


def erased_kinds(session_id: UUID) -> dict[str, int]:
    """How many entries of a session lost their words, by kind."""
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        return store.erased(session_id)


def _erase_in_packs(store: Store, session_id: UUID, author_id: UUID | None) -> Counter[str]:
    """The keys go first: whatever fails afterwards, nobody reads these words again."""
    erased = Counter[str]()
    for packed in store.packs(session_id):
        kinds = kinds_with_words(packed)
        for words in packed.words:
            if words.owner_id != NOBODY and author_id in {None, words.owner_id}:
                store.keys.destroy(words.key_id)
                store.drop_words(packed, words.owner_id)
                erased += kinds[words.owner_id]
    return erased


def _noted(said: PayloadsErased, session_id: UUID, actor_id: UUID, position: int) -> Extension:
    """In a stream of its own, so that nobody who writes is in its way."""
    at_us = now_us()
    entry = link(
        Head(),
        server_entry(said, at_us, at_us),
        session_id=session_id,
        stream_id=new_id(),
        author=Author(actor_id, SERVER),
        position=position,
        salt=os.urandom(SALT_BYTES),
    )
    return Extension(Head(), [entry])
