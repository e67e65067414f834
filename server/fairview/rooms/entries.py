"""What was decided at the desk, written into the evidence log.

An act is committed at the desk first and appended to the log right after. Should the process die in between,
the act still says that it was not noted, and whoever comes next notes it: another act, somebody entering, the
report. The entry has the time of the act, however late it is written.
"""

from uuid import UUID

import msgspec
from django.db import transaction

from fairview.evidence.public import append_from_server, read_entries
from fairview.kit.clock import as_us, utc_now
from fairview.rooms.contracts import ParticipantAdmitted, ParticipantRemoved, SessionEnded, SessionStarted
from fairview.rooms.models import Act

Decision = SessionStarted | SessionEnded | ParticipantAdmitted | ParticipantRemoved


def note_after_commit(room_session_id: UUID) -> None:
    """Note the acts of the transaction that runs. A log that fails is logged and tried again by the next."""
    transaction.on_commit(lambda: note_acts(room_session_id), robust=True)


@transaction.atomic
def note_acts(room_session_id: UUID) -> None:
    """Append every act that the log does not hold yet, in order, each once. Safe to repeat at any time."""
    acts = Act.objects.filter(room_session_id=room_session_id).select_related("room_session")
    for act in acts.select_for_update(of=("self",)).filter(noted_at=None).order_by("id"):
        decision = decision_of(act)
        if not _stands_in_log(act, decision):
            append_from_server(
                room_session_id, decision, actor_id=act.by_id or room_session_id, at_us=as_us(act.at)
            )
        act.noted_at = utc_now()
        act.save(update_fields=["noted_at"])


def decision_of(act: Act) -> Decision:
    by = str(act.by_id or "service")
    if act.kind == "started":
        return SessionStarted(by=by, policy=act.room_session.policy)
    if act.kind == "ended":
        return SessionEnded(by=by)
    about = str(act.about_id)
    admitted = act.kind == "admitted"
    return (
        ParticipantAdmitted(participant=about, by=by)
        if admitted
        else ParticipantRemoved(participant=about, by=by)
    )


def _stands_in_log(act: Act, decision: Decision) -> bool:
    """Whether a try before this one got as far as the log. The same decision may rightly come again
    (admitted, removed, admitted), so what counts is how often."""
    noted = act.room_session.acts.filter(kind=act.kind, by_id=act.by_id, about_id=act.about_id)
    wanted = msgspec.to_builtins(decision)
    written = [
        entry
        for entry in read_entries(act.room_session_id)
        if entry.kind == wanted["kind"] and msgspec.json.decode(entry.payload) == wanted
    ]
    return len(written) > noted.filter(noted_at__isnull=False).count()
