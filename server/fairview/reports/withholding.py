"""What a reader may see of a report: who was asked for a scorecard sees those of others once their own is
submitted, so that nobody is swayed."""

import msgspec

from fairview.audit.public import Actor
from fairview.reports.contracts import ReportDocument
from fairview.reports.engine import encode
from fairview.reports.lead import about_people
from fairview.reports.models import Report


def document_for(actor: Actor, report: Report) -> bytes:
    """The frozen bytes, or the same without the cards of others."""
    content = report.content
    shown = content_for(actor, report, content)
    return report.document.encode() if shown is content else encode(shown)


def content_for(actor: Actor, report: Report, content: ReportDocument | None = None) -> ReportDocument:
    content = content or report.content
    cards = content.scorecards
    if not cards or any(card.by == str(actor.person) for card in cards) or not _was_asked(actor, report):
        return content
    told = list(about_people(cards, len(content.facts.interviewers)))
    return msgspec.structs.replace(
        content,
        scorecards=[],
        withheld_scorecards=len(cards),
        lead=[sentence for sentence in content.lead if sentence not in told],
    )


def _was_asked(actor: Actor, report: Report) -> bool:
    if actor.kind != "staff":
        return False
    return report.room_session.interview.panel.filter(user_id=actor.person).exists()
