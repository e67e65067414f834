"""The door of candidates."""

from fairview.candidates.actions import add_candidate
from fairview.candidates.contracts import CandidateCard, CountInterviews
from fairview.candidates.lots import get_lot, lot_candidates
from fairview.candidates.elsewhere import take_in_candidate
from fairview.candidates.models import Candidate, Lot
from fairview.candidates.queries import candidate_card, get_candidate, interview_counts

__all__ = [
    "Candidate",
    "CandidateCard",
    "CountInterviews",
    "Lot",
    "add_candidate",
    "candidate_card",
    "get_candidate",
    "get_lot",
    "interview_counts",
    "lot_candidates",
    "take_in_candidate",
]
