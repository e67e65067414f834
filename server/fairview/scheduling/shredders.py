"""What candidates asked in their own words: taken out as a document, or erased for good."""

from fairview.candidates.public import Candidate
from fairview.scheduling.models import Need


def export_needs(candidate: Candidate) -> list[dict[str, object]]:
    return [
        {"kind": one.kind, "text": one.text, "told_at": one.told_at.isoformat(), "answer": one.answer}
        for one in Need.objects.filter(interview__candidate=candidate)
    ]


def erase_needs(candidate: Candidate) -> None:
    """That something was asked, and when, stays; both sides' words go."""
    Need.objects.filter(interview__candidate=candidate).update(text="", answer="")
