"""What a reader may see of a report: who was asked for a scorecard sees those of others once their own is
submitted, so that nobody is swayed."""

from collections.abc import Collection, Mapping
from uuid import UUID

import msgspec

from fairview.audit.public import Actor
from fairview.reports.contracts import ReportDocument
from fairview.reports.engine import encode
from fairview.reports.lead import about_people
from fairview.reports.models import Report
from fairview.rooms.public import RoomSession


def document_for(actor: Actor, report: Report) -> bytes:
    """The frozen bytes, or the same without the cards of others."""
    content = report.content
    shown = content_for(actor, report, content)
    return report.document.encode() if shown is content else encode(shown)


def content_for(actor: Actor, report: Report, content: ReportDocument | None = None) -> ReportDocument:
    documents = {report.room_session_id: content or report.content}
    return without_others(actor, documents)[report.room_session_id]


def without_others(actor: Actor, documents: Mapping[UUID, ReportDocument]) -> dict[UUID, ReportDocument]:
    """Documents by room session, each as this reader may see it; what hides nothing stays the same object."""
    closed = {
        room_session: content
        for room_session, content in documents.items()
        if content.scorecards and not any(card.by == str(actor.id) for card in content.scorecards)
    }
    asked = _asked(actor, closed) if closed else set()
    return {
        room_session: _withheld(content) if room_session in asked else content
        for room_session, content in documents.items()
    }


def _asked(actor: Actor, room_session_ids: Collection[UUID]) -> set[UUID]:
    """Of these, the ones whose panel the reader is on."""
    if actor.kind != "staff":
        return set()
    rooms = RoomSession.objects.filter(id__in=list(room_session_ids), interview__panel__user_id=actor.person)
    return set(rooms.values_list("id", flat=True))


def _withheld(content: ReportDocument) -> ReportDocument:
    told = list(about_people(content.scorecards, len(content.facts.interviewers)))
    return msgspec.structs.replace(
        content,
        scorecards=[],
        withheld_scorecards=len(content.scorecards),
        lead=[sentence for sentence in content.lead if sentence not in told],
    )
