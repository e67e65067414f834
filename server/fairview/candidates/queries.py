from collections.abc import Sequence
from uuid import UUID

from fairview.audit.public import Actor
from fairview.candidates.contracts import CandidateCard, CountInterviews
from fairview.candidates.models import Candidate, Candidates
from fairview.kit.errors import NotFound


def get_candidate(actor: Actor, candidate_id: UUID) -> Candidate:
    candidate = Candidate.objects.visible_to(actor).filter(id=candidate_id).first()
    if candidate is None:
        raise NotFound
    return candidate


def list_candidates(actor: Actor, search: str = "") -> Candidates:
    """By name; erased ones are left out."""
    visible = Candidate.objects.visible_to(actor).filter(erased_at=None)
    return visible.matching(search).order_by("search_text", "id")


def candidate_card(candidate: Candidate) -> CandidateCard:
    return CandidateCard(candidate.id, candidate.name, candidate.email, candidate.zone)


class InterviewCounts:
    """Interviews live in a context above; `config` says how they are counted."""

    count: CountInterviews

    def __init__(self) -> None:
        self.count = lambda _candidates: {}

    def of(self, candidates: Sequence[Candidate]) -> dict[UUID, int]:
        counts = self.count([candidate.id for candidate in candidates])
        return {candidate.id: counts.get(candidate.id, 0) for candidate in candidates}


interview_counts = InterviewCounts()
