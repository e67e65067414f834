"""Seals made and kept: each a signed statement of where a session stood, the next one referring to it."""

from contextlib import closing
from uuid import UUID

from django.conf import settings

from fairview.evidence.contracts import Seal, SealDocument
from fairview.evidence.engine import Head, canonical
from fairview.evidence.receipts import SigningKey
from fairview.evidence.seal import covers, next_seal
from fairview.evidence.store import Store, open_store
from fairview.evidence.writer import as_expected
from fairview.kit.clock import now_us


def seal_session(session_id: UUID) -> SealDocument:
    """The seal over everything that the log of an ended session holds: the newest if nothing came since, else
    the next. Safe to repeat, also in several processes at once. Raises `LogUnavailable`.

    The log does not know whether a session has ended: ask only for one that has.
    """
    key = SigningKey.load_or_create(settings.SIGNING_KEY)
    try:
        with closing(open_store(settings.EVIDENCE_DATABASE)) as store, store.transaction():
            return _newest_or_next(store, session_id, key)
    except Exception as error:
        raise as_expected(error) from error


def _newest_or_next(store: Store, session_id: UUID, key: SigningKey) -> SealDocument:
    positions = store.claim({session_id})[session_id]
    heads: dict[UUID, Head] = store.heads(session_id)
    seals = store.seals(session_id)
    newest = seals[-1].document if seals else None
    if newest is not None and covers(newest, heads):
        return newest
    document = next_seal(session_id, heads, positions, newest, sealed_us=now_us(), key=key.fingerprint)
    signature = key.private.sign(canonical(document))
    store.add_seal(
        session_id, Seal(document=document, signature=signature.hex(), public_key=key.public.hex())
    )
    return document


def seals_of(session_id: UUID) -> list[Seal]:
    """Every seal of a session, the first one first."""
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        return store.seals(session_id)
