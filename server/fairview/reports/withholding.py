"""What a reader may see of scorecards: who is on the panel sees those of others once their own is submitted,
so that nobody is swayed. Every way out of a report, and of the log, asks here."""

from collections.abc import Collection, Mapping
from uuid import UUID

import msgspec
from django.db.models import Exists, OuterRef

from fairview.accounts.public import token_maker
from fairview.audit.public import Actor
from fairview.evidence.public import WHOLE, Withheld
from fairview.reports.contracts import ReportDocument
from fairview.reports.engine import encode
from fairview.reports.erasure import document_bytes, with_remark
from fairview.reports.findings.cards import SUBMITTED
from fairview.reports.findings.lead import about_people
from fairview.reports.models import Report, Scorecard
from fairview.rooms.public import RoomSession

CARDS = frozenset({SUBMITTED})
UNTIL_OWN_CARD = Withheld(CARDS, "own_scorecard_first")
IN_THE_ROOM = Withheld(CARDS, "not_in_the_room")
"""While they talk, nobody reads what others think, whatever they submitted."""


def document_for(actor: Actor, report: Report) -> bytes:
    """The frozen bytes, or the same without the cards of others and with what is to be remarked."""
    content = with_remark(report)
    shown = without_others(actor, {report.room_session_id: content})[report.room_session_id]
    return document_bytes(report, content) if shown is content else encode(shown)


def without_others(actor: Actor, documents: Mapping[UUID, ReportDocument]) -> dict[UUID, ReportDocument]:
    """Documents by room session, each as this reader may see it; what hides nothing stays the same object."""
    waiting = _waiting(actor, [room for room, content in documents.items() if content.scorecards])
    return {
        room_session: _without_cards(content) if room_session in waiting else content
        for room_session, content in documents.items()
    }


def withheld_from(actor: Actor, room_session_id: UUID) -> Withheld:
    """What of the log the reader may not read yet."""
    return UNTIL_OWN_CARD if _waiting(actor, [room_session_id]) else WHOLE


def _waiting(actor: Actor, room_session_ids: Collection[UUID]) -> set[UUID]:
    """Of these, the ones whose panel the reader is on without having submitted a card."""
    reader = _reader(actor)
    if reader is None or not room_session_ids:
        return set()
    rooms = RoomSession.objects.filter(id__in=list(room_session_ids), interview__panel__user_id=reader)
    own = Scorecard.objects.filter(room_session=OuterRef("id"), author_id=reader, submitted_at__isnull=False)
    return set(rooms.exclude(Exists(own)).values_list("id", flat=True))


def _reader(actor: Actor) -> UUID | None:
    """The member of staff who reads, or for whom a program does: the one who made its token."""
    if actor.kind == "service":
        return token_maker(actor)
    return actor.person if actor.kind == "staff" else None


def _without_cards(content: ReportDocument) -> ReportDocument:
    told = list(about_people(content.scorecards, len(content.facts.interviewers)))
    return msgspec.structs.replace(
        content,
        scorecards=[],
        withheld_scorecards=len(content.scorecards),
        lead=[sentence for sentence in content.lead if sentence not in told],
    )
