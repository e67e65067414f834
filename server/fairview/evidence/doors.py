"""The log for the rest of the house: one way in and out that works in every process.

Where a log is running (the web process) writes go through it, so that its consumers hear of them; elsewhere
(worker, command line, tests) they go straight to the file.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any, TextIO
from uuid import UUID

from django.conf import settings

from fairview.evidence.contracts import Entry, Payload
from fairview.evidence.log import EvidenceLog, of_server, of_service
from fairview.evidence.log_file import WHOLE, FileHeader, Withheld, write_lines
from fairview.evidence.receipts import SigningKey
from fairview.evidence.store import open_store
from fairview.evidence.writer import as_expected, commit
from fairview.kit.clock import now_us

WRITTEN_WITHIN_S = 20

_running: list[EvidenceLog] = []


@contextmanager
def serving(log: EvidenceLog) -> Iterator[None]:
    """Make this the log that the doors of this process use."""
    _running.append(log)
    try:
        yield
    finally:
        _running.remove(log)


def append_from_server(
    session_id: UUID, payload: Payload, *, actor_id: UUID, at_us: int | None = None
) -> None:
    """Write one entry of the server about what happens now, or happened at `at_us`. Returns when it is on
    the disk; raises `LogUnavailable`."""
    if _running:
        _running[-1].record(session_id, payload, actor_id, at_us).result(WRITTEN_WITHIN_S)
        return
    try:
        with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
            commit(store, [of_server(session_id, payload, actor_id, at_us)])
    except Exception as error:
        raise as_expected(error) from error


def append_from_service(session_id: UUID, said: Sequence[tuple[Payload, int]], *, service_id: UUID) -> None:
    """Write what another program reports, each payload with its time (Unix microseconds), in one
    transaction. Returns when it is on the disk; raises `LogBusy` or `LogUnavailable`."""
    if _running:
        _running[-1].record_reports(session_id, said, service_id).result(WRITTEN_WITHIN_S)
        return
    try:
        with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
            commit(store, [of_service(session_id, said, service_id)])
    except Exception as error:
        raise as_expected(error) from error


def read_entries(
    session_id: UUID, after: int = 0, limit: int | None = None, author_id: UUID | None = None
) -> Iterator[Entry]:
    """Entries of a session behind position `after`, in order of commit."""
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        yield from store.read(session_id, after, limit, author_id)


def last_position(session_id: UUID) -> int:
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        return store.last_position(session_id)


def signing_fingerprint() -> str:
    """By which people know the key that signs the receipts and seals of this deployment."""
    return SigningKey.load_or_create(settings.SIGNING_KEY).fingerprint


def write_log(
    session_id: UUID,
    policy_document: dict[str, Any],
    file: TextIO,
    withheld: Withheld = WHOLE,
    until: int | None = None,
) -> None:
    """Export the session as it stands now, or stood at position `until`, with the policy that its rules
    followed, to a reader from whom `withheld` is kept."""
    key = SigningKey.load_or_create(settings.SIGNING_KEY)
    entries = last_position(session_id) if until is None else until
    covered = (one.position for one in read_entries(session_id, limit=entries) if withheld.covers(one))
    positions = list(covered) if withheld.kinds else []
    header = FileHeader(
        session=str(session_id),
        policy=policy_document,
        exported_us=now_us(),
        entries=entries,
        key=key.fingerprint,
        public_key=key.public.hex(),
        withheld=positions,
        withheld_because=withheld.because if positions else "",
    )
    write_lines(header, map(withheld.shown, read_entries(session_id, limit=entries)), file)
