"""The door of candidates."""

from fairview.candidates.actions import add_candidate
from fairview.candidates.contracts import CandidateCard, CountInterviews
from fairview.candidates.models import Candidate
from fairview.candidates.queries import candidate_card, get_candidate, interview_counts

__all__ = [
    "Candidate",
    "CandidateCard",
    "CountInterviews",
    "add_candidate",
    "candidate_card",
    "get_candidate",
    "interview_counts",
]
